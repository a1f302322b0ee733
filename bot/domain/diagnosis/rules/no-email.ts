import type { Rule } from '../rule.ts';

/** Mail does not arrive: a code of the bot's own did not either. */
export const noEmail: Rule = {
  situation: 'K19',
  suggests: ({ undelivered }) => undelivered('email'),
};
