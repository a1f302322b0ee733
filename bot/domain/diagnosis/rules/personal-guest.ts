import type { Rule } from '../rule.ts';

/** A guest with a personal Microsoft account: their password is no work password. */
export const personalGuest: Rule = {
  situation: 'personal-guest',
  final: true,
  proves: ({ is }) => is('guest', 'personal'),
  refutes: ({ is }) => is('guest', 'no', 'organisation'),
};
