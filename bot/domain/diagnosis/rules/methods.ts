import { all, any, unless } from '../evidence.ts';
import type { Rules } from '../rule.ts';

/** Rules of methods that are missing or do not count. */
export const methodsRules: Rules = {
  /**
   * What is on file would be enough, had the person ever registered it: until it stopped counting, they were ready.
   * Source: `platformDates['filled-in-ends']`.
   */
  'never-registered': {
    proves: ({ is, onlyFilledIn }) => all(is('enabled', true), onlyFilledIn()),
    suggests: ({ is, onlyFilledIn }) => unless(is('enabled', false), onlyFilledIn()),
    supports: ({ is, some, methodsAre }) => unless(methodsAre('enough') ?? is('enabled', false), some('prefilled')),
    refutes: ({ is, methodsAre }) => is('enabled', false) ?? methodsAre('enough'),
  },

  /** Reset is switched on, but the person never registered for it. The text on screen alone is no proof: it also shows when it is off. */
  'not-registered': {
    proves: ({ is, methodsAre, lastTry }) =>
      any(
        all(is('enabled', true), is('registered', false)),
        all(is('enabled', true), methodsAre('none')),
        lastTry('too-few-methods'),
      ),
    suggests: ({ is, methodsAre }) => unless(is('enabled', false), any(is('registered', false), methodsAre('none'))),
    supports: ({ is }) => is('enabled', true),
    refutes: ({ is, methodsAre }) => any(is('enabled', false), is('registered', true), methodsAre('enough')),
  },

  /** The same as not registered, under the code that the page shows for it. */
  'information-missing': {
    onlyWhenNamed: true,
    proves: ({ is, methodsAre, lastTry }) =>
      any(unless(is('enabled', false), any(is('registered', false), methodsAre('none'))), lastTry('too-few-methods')),
    supports: ({ is }) => is('enabled', true),
    refutes: ({ is, methodsAre }) => any(is('registered', true), methodsAre('enough')),
  },

  /** Registered, but with fewer methods than the organisation requires: two. Administrators have a rule of their own. */
  'too-few-methods': {
    proves: ({ is, methodsAre, onlyFilledIn }) =>
      unless(any(is('enabled', false), is('administrator', true), onlyFilledIn()), methodsAre('too-few')),
    suggests: ({ is, requires, policyChanged }) =>
      unless(
        any(is('enabled', false), is('administrator', true), requires(1)),
        all(policyChanged('methods-raised'), any(is('registered', false), is('capable', false))),
      ),
    supports: ({ is }) => any(is('registered', false), is('capable', false)),
    refutes: ({ is, methodsAre, requires }) =>
      any(
        is('capable', true),
        methodsAre('enough', 'not-allowed', 'only-app'),
        unless(is('administrator', true), requires(1)),
      ),
  },

  /** A number or address is in no form that a code can be sent to. */
  'malformed-values': {
    proves: ({ methodsAre }) => methodsAre('malformed'),
    suggests: ({ methodsAre, some }) => unless(methodsAre('enough'), some('malformed')),
  },

  /** What was registered is no longer allowed, or is an authenticator app alone. Administrators have a rule of their own. */
  'not-allowed-any-more': {
    proves: ({ is, methodsAre, missesEnded }) =>
      unless(
        any(is('enabled', false), is('administrator', true), missesEnded('phone'), missesEnded('questions')),
        methodsAre('not-allowed', 'only-app'),
      ),
    suggests: ({ is, methodsAre, policyChanged }) =>
      unless(
        any(
          is('enabled', false),
          is('administrator', true),
          methodsAre('too-few', 'none', 'malformed', 'not-allowed', 'enough'),
        ),
        any(
          all(policyChanged('method-removed'), is('capable', false)),
          all(is('registered', true), is('capable', false)),
        ),
      ),
    refutes: ({ is, methodsAre }) => any(is('capable', true), methodsAre('enough')),
  },

  /**
   * Microsoft no longer sends texts and calls of its own, and nobody else does for the organisation. Source: Microsoft Learn,
   * "Retirement of Microsoft-provided SMS and voice authentication" and its FAQ (it holds for resets too).
   */
  'phone-ended': {
    proves: ({ is, missesEnded }) => unless(is('enabled', false), missesEnded('phone')),
    supports: ({ ended }) => ended('phone'),
    refutes: ({ is, methodsAre }) => any(methodsAre('enough'), is('ownProvider', true)),
  },

  /** Microsoft no longer takes security questions for a reset. Source: Microsoft Learn, "Security questions authentication method". */
  'questions-ended': {
    proves: ({ is, missesEnded }) => unless(is('enabled', false), missesEnded('questions')),
    supports: ({ ended }) => ended('questions'),
    refutes: ({ methodsAre }) => methodsAre('enough'),
  },

  /**
   * Administrators always need two methods and never questions, whatever the policy says. Source: Microsoft Learn,
   * "Administrator reset policy differences".
   */
  'stricter-for-administrators': {
    proves: ({ is, methodsAre, missesEnded }) =>
      unless(
        any(is('enabled', false), missesEnded('phone')),
        all(is('administrator', true), methodsAre('too-few', 'not-allowed')),
      ),
    supports: ({ is }) => is('administrator', true),
    refutes: ({ is }) => is('administrator', false),
  },

  /**
   * A passkey signs in and resets nothing. Source: Microsoft Learn, "How it works: Microsoft Entra self-service password reset",
   * where it is not among the methods.
   */
  'passkey-not-counted': {
    suggests: ({ is, methodsAre }) =>
      unless(is('enabled', false), all(is('passkey', true), methodsAre('none', 'too-few', 'only-app'))),
    supports: ({ is }) => is('passkey', true),
    refutes: ({ is }) => is('passkey', false),
  },

  /** A second mobile number counts for MFA alone. Source: Microsoft Learn, "Phone authentication methods". */
  'second-number': {
    suggests: ({ is, methodsAre }) => all(is('alternatePhone', true), methodsAre('too-few')),
    supports: ({ is }) => is('alternatePhone', true),
    refutes: ({ is }) => is('alternatePhone', false),
  },

  /** The person can't reach enough of their methods any more, or says so; what is left is shown beside it. */
  'all-lost': {
    suggests: ({ tooManyLost }) => tooManyLost(),
    supports: ({ enoughLeft, some }) => any(enoughLeft(), some('lost')),
    refutes: ({ methodsAre }) => methodsAre('none'),
  },
};
