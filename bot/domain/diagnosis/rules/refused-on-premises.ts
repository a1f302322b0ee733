import type { Rule } from '../rule.ts';

/** The organisation's own servers could not set the password, for a reason in their set-up. */
export const refusedOnPremises: Rule = {
  situation: 'K10',
  proves: ({ lastTry }) => lastTry('on-premises-problem'),
  supports: ({ is }) => is('writeback', 'on'),
  refutes: ({ is }) => is('password', 'cloud'),
};
