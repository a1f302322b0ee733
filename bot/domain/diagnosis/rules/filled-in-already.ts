import type { Rule } from '../rule.ts';

/** Values were filled in for the person, who is asked to confirm them. */
export const filledInAlready: Rule = {
  situation: 'filled-in-already',
  supports: ({ some }) => some('prefilled'),
};
