import type { Rule } from '../rule.ts';

/** A guest of another organisation: their password, and the rules for it, are there. */
export const invitedGuest: Rule = {
  situation: 'invited-guest',
  final: true,
  proves: ({ is }) => is('guest', 'organisation'),
  refutes: ({ is }) => is('guest', 'no', 'personal'),
};
