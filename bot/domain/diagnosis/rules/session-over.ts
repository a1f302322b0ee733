import { day } from '../../time.ts';
import type { Rule } from '../rule.ts';

/** A try ends after 15 minutes, a code after 5. */
export const sessionOver: Rule = {
  situation: 'session-over',
  supports: ({ tryEnded }) => tryEnded('unfinished', day),
};
