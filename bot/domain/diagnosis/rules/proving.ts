import { day } from '../../time.ts';
import { any } from '../evidence.ts';
import type { Rules } from '../rule.ts';

/** Rules of proving who one is on the page. */
export const provingRules: Rules = {
  /** The browser refuses cookies, so the page can't begin. */
  'no-cookies': {
    proves: ({ lastTry }) => lastTry('no-cookies'),
  },

  /** Too many tries: the reset service takes no proofs for 24 hours after the last one. */
  blocked: {
    proves: ({ blocked }) => blocked(),
    refutes: ({ notBlocked }) => notBlocked(),
  },

  /** The code could not reach the person for now. */
  'no-contact': {
    supports: ({ undelivered, some }) => any(undelivered('text', 'call', 'email'), some('malformed')),
  },

  /** Texts or calls do not arrive: a code of the bot's own did not either. */
  'no-text-or-call': {
    suggests: ({ undelivered }) => undelivered('text', 'call'),
    supports: ({ some }) => some('malformed'),
  },

  /**
   * Texts or calls do not come, and it is the organisation's own telephony provider that sends them: Microsoft can't help with
   * that. Source: Microsoft Learn, "Frequently asked questions about telephony providers", support model.
   */
  'own-provider-fails': {
    onlyWhenNamed: true,
    alsoNamedBy: 'no-text-or-call',
    suggests: ({ is }) => is('ownProvider', true),
    refutes: ({ is }) => is('ownProvider', false),
  },

  /** Mail does not arrive: a code of the bot's own did not either. */
  'no-email': {
    suggests: ({ undelivered }) => undelivered('email'),
  },

  /** The number typed on the page is not the one that is registered. */
  'number-not-taken': {
    supports: ({ some }) => some('malformed'),
  },

  /** The answers were wrong, or questions do not count for this person. */
  'questions-not-taken': {
    proves: ({ lastTry }) => lastTry('too-many-answers'),
    supports: ({ is }) => is('administrator', true),
  },

  /** A try ends after 15 minutes, a code after 5. */
  'session-over': {
    supports: ({ tryEnded }) => tryEnded('unfinished', day),
  },

  /** The page says no more than that something went wrong. */
  'unclear-error': {
    supports: ({ tryEnded }) => tryEnded('failed', day),
  },

  /** A mail about a reset that the person did not ask for: somebody tried. */
  'unasked-mail': {
    supports: ({ tryEnded }) => any(tryEnded('succeeded', day), tryEnded('unfinished', day), tryEnded('failed', day)),
  },
};
