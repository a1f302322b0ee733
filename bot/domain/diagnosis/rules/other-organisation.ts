import type { Rule } from '../rule.ts';

/** A guest sees the methods of one organisation at a time. */
export const otherOrganisation: Rule = {
  situation: 'R12',
  supports: ({ is }) => is('guest', 'organisation'),
  refutes: ({ is }) => is('guest', 'no'),
};
