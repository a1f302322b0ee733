import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The code could not reach the person for now. */
export const noContact: Rule = {
  situation: 'no-contact',
  supports: ({ undelivered, some }) => any(undelivered('text', 'call', 'email'), some('malformed')),
};
