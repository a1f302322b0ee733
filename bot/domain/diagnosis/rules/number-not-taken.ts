import type { Rule } from '../rule.ts';

/** The number typed on the page is not the one that is registered. */
export const numberNotTaken: Rule = {
  situation: 'K20',
  supports: ({ some }) => some('malformed'),
};
