import type { Rule } from '../rule.ts';

/** Who removes a method is not asked for another until the next check. */
export const removedWithoutAsking: Rule = {
  situation: 'removed-without-asking',
  supports: ({ registrationChanged }) => registrationChanged(),
};
