import { any } from '../evidence.ts';
import type { Rules } from '../rule.ts';

/** Rules of registering. */
export const registeringRules: Rules = {
  /** The registration page comes back until there are enough methods. */
  'asked-again': {
    supports: ({ is, methodsAre }) =>
      any(methodsAre('none', 'too-few', 'not-allowed', 'only-app'), is('registered', false)),
  },

  /** Nobody is asked who has registered enough already. What was only filled in counts no more. */
  'never-asked': {
    supports: ({ is }) => is('registered', true),
    refutes: ({ onlyFilledIn }) => onlyFilledIn(),
  },

  /** Values were filled in for the person, who is asked to confirm them. */
  'filled-in-already': {
    supports: ({ some }) => some('prefilled'),
  },

  /** Three policies decide together which methods are shown. */
  'mixed-policies': {
    supports: ({ is }) => is('policiesMerged', true),
    refutes: ({ is }) => is('policiesMerged', false),
  },

  /** An authenticator app is all the policy allows. */
  'only-app-allowed': {
    suggests: ({ onlyAppAllowed }) => onlyAppAllowed(),
  },

  /** An authenticator app can't be the only method. */
  'app-not-alone': {
    supports: ({ methodsAre }) => methodsAre('only-app', 'none'),
  },

  /** No office phone stands in the directory, so it is not offered. */
  'no-office-phone': {
    supports: ({ is }) => is('officePhone', false),
    refutes: ({ is }) => is('officePhone', true),
  },

  /** A guest sees the methods of one organisation at a time. */
  'other-organisation': {
    supports: ({ is }) => is('guest', 'organisation'),
    refutes: ({ is }) => is('guest', 'no'),
  },

  /** Who removes a method is not asked for another until the next check. */
  'removed-without-asking': {
    supports: ({ registrationChanged }) => registrationChanged(),
  },

  /**
   * The sign-in page lets nobody on without a passkey whose only MFA was texts or calls. Source: Microsoft Learn, "Passkeys by
   * default and retirement of Microsoft-provided SMS and voice authentication".
   */
  'passkey-demanded': {
    supports: ({ ended }) => ended('phone'),
  },
};
