import type { Rules } from '../rule.ts';

/** Rules of the account itself. */
export const accountRules: Rules = {
  /** The sign-in page does not take the name: nobody of that name, or a mail address that is not the sign-in name. */
  'unknown-user': {
    final: true,
    proves: ({ is }) => is('exists', false),
    supports: ({ is }) => is('signInIsMail', false),
    refutes: ({ is }) => is('signInIsMail', true),
  },

  /** The account is switched off. */
  disabled: {
    proves: ({ is }) => is('disabled', true),
    refutes: ({ is }) => is('disabled', false),
  },

  /** A guest with a personal Microsoft account: their password is no work password. */
  'personal-guest': {
    final: true,
    proves: ({ is }) => is('guest', 'personal'),
    refutes: ({ is }) => is('guest', 'no', 'organisation'),
  },

  /** A guest of another organisation: their password, and the rules for it, are there. */
  'invited-guest': {
    final: true,
    proves: ({ is }) => is('guest', 'organisation'),
    refutes: ({ is }) => is('guest', 'no', 'personal'),
  },
};
