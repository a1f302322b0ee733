import type { Rule } from '../rule.ts';

/** Three policies decide together which methods are shown. */
export const mixedPolicies: Rule = {
  situation: 'mixed-policies',
  supports: ({ is }) => is('policiesMerged', true),
  refutes: ({ is }) => is('policiesMerged', false),
};
