import type { Rule } from '../rule.ts';

/**
 * The organisation's own servers took the new password and the cloud did not, as with signs it does not know: the account
 * stays at risk, and the page asks anew without a word of why. Source: Microsoft Learn, "Password policies and account
 * restrictions", limitations of risk-based reset.
 */
export const refusedInTheCloud: Rule = {
  situation: 'refused-in-the-cloud',
  supports: ({ is }) => is('password', 'on-premises'),
  refutes: ({ is }) => is('password', 'cloud'),
};
