import { day } from '../../time.ts';
import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** A mail about a reset that the person did not ask for: somebody tried. */
export const unaskedMail: Rule = {
  situation: 'unasked-mail',
  supports: ({ tryEnded }) => any(tryEnded('succeeded', day), tryEnded('unfinished', day), tryEnded('failed', day)),
};
