import type { Rule } from '../rule.ts';

/** The page can't judge a password that is kept elsewhere. */
export const noStrengthMeter: Rule = {
  situation: 'K25',
  supports: ({ is }) => is('password', 'on-premises'),
  refutes: ({ is }) => is('password', 'cloud'),
};
