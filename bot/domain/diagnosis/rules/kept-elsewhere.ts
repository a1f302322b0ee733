import { day, hour } from '../../time.ts';
import { all, any, unless } from '../evidence.ts';
import type { Rules } from '../rule.ts';

/** Rules of where the password is kept, the new one, and writing it back. */
export const keptElsewhereRules: Rules = {
  /**
   * The password is kept by the organisation itself, and the reset service may not change it there. Where it may, a try that
   * was refused has another cause: see `refused-on-premises`.
   */
  'kept-on-premises': {
    proves: ({ is, lastTry }) =>
      any(
        all(is('password', 'on-premises'), is('writeback', 'off')),
        unless(is('writeback', 'on'), lastTry('managed-on-premises')),
      ),
    suggests: ({ is }) =>
      any(
        all(is('password', 'on-premises'), is('writeback', 'none')),
        all(is('signIn', 'federated'), is('writeback', 'off', 'none')),
      ),
    supports: ({ is }) => any(is('password', 'on-premises'), is('signIn', 'federated')),
    refutes: ({ is }) =>
      any(
        is('writeback', 'on'),
        all(is('password', 'cloud'), is('signIn', 'managed')),
        unless(is('signIn', 'federated'), is('password', 'cloud')),
      ),
  },

  /** The same as kept on-premises, under the code that the page shows for it. */
  'service-missing': {
    onlyWhenNamed: true,
    proves: ({ is, lastTry }) =>
      any(
        all(is('password', 'on-premises'), is('writeback', 'off')),
        unless(is('writeback', 'on'), lastTry('managed-on-premises')),
      ),
    supports: ({ is }) => is('password', 'on-premises'),
    refutes: ({ is }) => any(is('writeback', 'on'), is('password', 'cloud')),
  },

  /** The organisation's own servers do not take the new password. */
  'against-the-rules': {
    proves: ({ lastTry }) => lastTry('password-against-rules'),
    supports: ({ is }) => is('password', 'on-premises'),
  },

  /** The new password holds words that are too easy to guess. */
  'too-common': {
    proves: ({ lastTry }) => lastTry('password-too-common'),
  },

  /** The page can't judge a password that is kept elsewhere. */
  'no-strength-meter': {
    supports: ({ is }) => is('password', 'on-premises'),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /** Locked on the organisation's own servers after too many tries there. Source: Microsoft Learn, "Troubleshoot password writeback", event 33006. */
  'locked-on-premises': {
    supports: ({ is }) => is('password', 'on-premises'),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /** A change, not a reset, with a wrong password of today. Source: Microsoft Learn, "Troubleshoot password writeback", event 33007: its code alone shows it. */
  'wrong-current-password': {},

  /**
   * The organisation's own servers could not set the password, for a reason in their set-up. Writeback may be on in Entra
   * Connect and off in the portal, which refuses as if it were missing.
   */
  'refused-on-premises': {
    proves: ({ lastTry }) => lastTry('on-premises-problem'),
    suggests: ({ is, lastTry }) =>
      unless(is('disabled', true), all(is('writeback', 'on'), lastTry('managed-on-premises'))),
    supports: ({ is }) => is('writeback', 'on'),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /** The organisation's own servers could not be reached. */
  'unreachable-on-premises': {
    proves: ({ lastTry }) => lastTry('on-premises-unreachable'),
    supports: ({ is }) => is('writeback', 'on'),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /** The password is set on the organisation's servers and not yet in the cloud. */
  'not-everywhere-yet': {
    supports: ({ is, tryEnded }) => all(is('password', 'on-premises'), tryEnded('succeeded', hour)),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /**
   * The organisation's own servers took the new password and the cloud did not, as with signs it does not know: the account
   * stays at risk, and the page asks anew without a word of why. Source: Microsoft Learn, "Password policies and account
   * restrictions", limitations of risk-based reset.
   */
  'refused-in-the-cloud': {
    supports: ({ is }) => is('password', 'on-premises'),
    refutes: ({ is }) => is('password', 'cloud'),
  },

  /** The computer knows the old password until it reaches the organisation's servers. */
  'works-after-network': {
    suggests: ({ is, tryEnded }) => all(is('hybridDevice', true), tryEnded('succeeded', 7 * day)),
    supports: ({ is }) => is('hybridDevice', true),
    refutes: ({ is }) => is('hybridDevice', false),
  },
};
