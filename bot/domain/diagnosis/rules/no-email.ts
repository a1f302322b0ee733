import type { Rule } from '../rule.ts';

/** Mail does not arrive: a code of the bot's own did not either. */
export const noEmail: Rule = {
  situation: 'no-email',
  suggests: ({ undelivered }) => undelivered('email'),
};
