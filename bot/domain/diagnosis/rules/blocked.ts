import type { Rule } from '../rule.ts';

/** Too many tries: the reset service takes no proofs for 24 hours after the last one. */
export const blocked: Rule = {
  situation: 'blocked',
  proves: ({ blocked }) => blocked(),
  refutes: ({ notBlocked }) => notBlocked(),
};
