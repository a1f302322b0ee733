import type { Rule } from '../rule.ts';

/** Texts or calls do not arrive: a code of the bot's own did not either. */
export const noTextOrCall: Rule = {
  situation: 'no-text-or-call',
  suggests: ({ undelivered }) => undelivered('text', 'call'),
  supports: ({ some }) => some('malformed'),
};
