import type { Rule } from '../rule.ts';

/** The organisation's own servers could not be reached. */
export const unreachableOnPremises: Rule = {
  situation: 'unreachable-on-premises',
  proves: ({ lastTry }) => lastTry('on-premises-unreachable'),
  supports: ({ is }) => is('writeback', 'on'),
  refutes: ({ is }) => is('password', 'cloud'),
};
