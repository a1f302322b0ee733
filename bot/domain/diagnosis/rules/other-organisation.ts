import type { Rule } from '../rule.ts';

/** A guest sees the methods of one organisation at a time. */
export const otherOrganisation: Rule = {
  situation: 'other-organisation',
  supports: ({ is }) => is('guest', 'organisation'),
  refutes: ({ is }) => is('guest', 'no'),
};
