import type { Rule } from '../rule.ts';

/** The page can't judge a password that is kept elsewhere. */
export const noStrengthMeter: Rule = {
  situation: 'no-strength-meter',
  supports: ({ is }) => is('password', 'on-premises'),
  refutes: ({ is }) => is('password', 'cloud'),
};
