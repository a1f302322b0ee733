import type { Rule } from '../rule.ts';

/** The number typed on the page is not the one that is registered. */
export const numberNotTaken: Rule = {
  situation: 'number-not-taken',
  supports: ({ some }) => some('malformed'),
};
