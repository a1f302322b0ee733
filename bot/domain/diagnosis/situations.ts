import type { FactName } from './facts.ts';
import type { RemedyName } from './remedy.ts';
import type { Rules } from './rule.ts';
import { accountRules } from './rules/account.ts';
import { keptElsewhereRules } from './rules/kept-elsewhere.ts';
import { methodsRules } from './rules/methods.ts';
import { provingRules } from './rules/proving.ts';
import { registeringRules } from './rules/registering.ts';
import { switchedOnRules } from './rules/switched-on.ts';
import type { SituationId } from './situation-ids.ts';

/** The steps of the reset portal, in its order, and after them what only shows when registering. */
export const portalChecks = [
  'account',
  'enabled',
  'methods',
  'password',
  'proofs',
  'new-password',
  'write-back',
  'registering',
] as const;
export type PortalCheck = (typeof portalChecks)[number];

/**
 * What is known of a situation, beside its rule, its codes and its texts.
 * family: the more general situation it is a case of, whose text the person may have seen instead.
 */
export interface Situation {
  readonly family?: SituationId;
  readonly check: PortalCheck;
  /** The facts that decide whether it applies. */
  readonly turnsOn: readonly FactName[];
  readonly remedies: readonly RemedyName[];
}

/**
 * In the order in which the reset portal itself checks: the account, whether reset is on, the methods, where the password is
 * kept, the proofs, the new password, writing it back; then what only shows when registering. Findings stand in this order.
 * Sources: Microsoft Learn, "How it works: Microsoft Entra self-service password reset" (the order), "Troubleshoot self-service
 * password reset" and the pages it leads to.
 */
export const situations: Readonly<Record<SituationId, Situation>> = {
  'unknown-user': { check: 'account', turnsOn: ['exists', 'signInIsMail'], remedies: ['open-reset', 'contact'] },
  disabled: { check: 'account', turnsOn: ['disabled'], remedies: ['contact'] },
  'personal-guest': { check: 'account', turnsOn: ['guest'], remedies: ['open-personal-account', 'contact'] },
  'invited-guest': { check: 'account', turnsOn: ['guest'], remedies: ['open-reset', 'contact'] },
  'phone-sign-in-ended': { check: 'account', turnsOn: [], remedies: ['open-reset', 'contact'] },

  'off-for-administrators': {
    check: 'enabled',
    turnsOn: ['administrator', 'administratorsMayReset'],
    remedies: ['contact'],
  },
  'off-for-everyone': { family: 'not-enabled', check: 'enabled', turnsOn: ['scope'], remedies: ['contact'] },
  'nothing-decided': { family: 'not-enabled', check: 'enabled', turnsOn: ['scope'], remedies: ['contact'] },
  'not-licensed': { family: 'not-enabled', check: 'enabled', turnsOn: ['license'], remedies: ['contact'] },
  'not-in-group': { family: 'not-enabled', check: 'enabled', turnsOn: ['scope', 'inScope'], remedies: ['contact'] },
  'not-enabled': { check: 'enabled', turnsOn: ['enabled', 'scope', 'inScope', 'license'], remedies: ['contact'] },

  'never-registered': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['methods', 'prefilled', 'required'],
    remedies: ['confirm', 'register', 'contact'],
  },
  'not-registered': {
    check: 'methods',
    turnsOn: ['enabled', 'registered', 'methods'],
    remedies: ['register', 'contact'],
  },
  'information-missing': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['enabled', 'registered', 'methods'],
    remedies: ['register', 'contact'],
  },
  'too-few-methods': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['methods', 'allowed', 'required'],
    remedies: ['register', 'contact'],
  },
  'malformed-values': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['malformed'],
    remedies: ['manage', 'contact'],
  },
  'not-allowed-any-more': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['methods', 'allowed', 'ended', 'capable'],
    remedies: ['register', 'contact'],
  },
  'phone-ended': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['methods', 'ended'],
    remedies: ['register', 'contact'],
  },
  'questions-ended': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['methods', 'ended'],
    remedies: ['register', 'contact'],
  },
  'stricter-for-administrators': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['administrator', 'methods'],
    remedies: ['register', 'contact'],
  },
  'passkey-not-counted': {
    family: 'not-registered',
    check: 'methods',
    turnsOn: ['passkey', 'methods'],
    remedies: ['register', 'contact'],
  },
  'all-lost': { check: 'methods', turnsOn: ['methods', 'lost'], remedies: ['other-method', 'contact'] },

  'kept-on-premises': { check: 'password', turnsOn: ['password', 'writeback'], remedies: ['contact'] },
  'service-missing': {
    family: 'kept-on-premises',
    check: 'password',
    turnsOn: ['password', 'writeback'],
    remedies: ['contact'],
  },

  'no-cookies': { check: 'proofs', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  blocked: { check: 'proofs', turnsOn: ['blockedUntil', 'tries'], remedies: ['after-block', 'contact'] },
  'no-contact': { check: 'proofs', turnsOn: ['undelivered'], remedies: ['other-method', 'open-reset', 'contact'] },
  'no-text-or-call': {
    check: 'proofs',
    turnsOn: ['undelivered', 'malformed'],
    remedies: ['other-method', 'manage', 'contact'],
  },
  'own-provider-fails': {
    family: 'no-text-or-call',
    check: 'proofs',
    turnsOn: ['ownProvider'],
    remedies: ['other-method', 'register', 'contact'],
  },
  'no-email': { check: 'proofs', turnsOn: ['undelivered'], remedies: ['other-method', 'manage', 'contact'] },
  'number-not-taken': { check: 'proofs', turnsOn: ['malformed'], remedies: ['open-reset', 'manage', 'contact'] },
  'second-number': { check: 'proofs', turnsOn: ['alternatePhone'], remedies: ['register', 'manage', 'contact'] },
  'questions-not-taken': {
    check: 'proofs',
    turnsOn: ['tries', 'administrator'],
    remedies: ['other-method', 'register', 'contact'],
  },
  'session-over': { check: 'proofs', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  'unclear-error': { check: 'proofs', turnsOn: ['tries'], remedies: ['later', 'contact'] },
  'unasked-mail': { check: 'proofs', turnsOn: ['tries'], remedies: ['contact-urgently', 'manage'] },
  'page-not-opening': { check: 'proofs', turnsOn: [], remedies: ['open-reset', 'contact'] },
  'code-in-another-app': { check: 'proofs', turnsOn: [], remedies: ['open-reset', 'other-method', 'contact'] },

  'against-the-rules': { check: 'new-password', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  'too-common': { check: 'new-password', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  'no-strength-meter': { check: 'new-password', turnsOn: ['password'], remedies: ['open-reset', 'contact'] },
  'signed-in-with-pass': { check: 'new-password', turnsOn: [], remedies: ['register', 'open-reset', 'contact'] },

  'locked-on-premises': {
    family: 'refused-on-premises',
    check: 'write-back',
    turnsOn: ['codes', 'tries'],
    remedies: ['contact', 'later'],
  },
  'wrong-current-password': {
    family: 'refused-on-premises',
    check: 'write-back',
    turnsOn: ['codes', 'tries'],
    remedies: ['open-reset', 'contact'],
  },
  'refused-on-premises': { check: 'write-back', turnsOn: ['tries', 'codes'], remedies: ['contact'] },
  'unreachable-on-premises': { check: 'write-back', turnsOn: ['tries', 'codes'], remedies: ['later', 'contact'] },
  'not-everywhere-yet': { check: 'write-back', turnsOn: ['password', 'tries'], remedies: ['soon', 'contact'] },
  'refused-in-the-cloud': { check: 'write-back', turnsOn: ['password'], remedies: ['open-security-info', 'contact'] },
  'works-after-network': { check: 'write-back', turnsOn: ['hybridDevice', 'tries'], remedies: ['contact'] },

  'may-not-register': {
    family: 'not-enabled',
    check: 'registering',
    turnsOn: ['enabled', 'scope', 'inScope', 'license'],
    remedies: ['contact'],
  },
  'asked-again': {
    check: 'registering',
    turnsOn: ['methods', 'required'],
    remedies: ['register', 'open-registration', 'contact'],
  },
  'never-asked': {
    check: 'registering',
    turnsOn: ['registered'],
    remedies: ['register', 'open-registration', 'contact'],
  },
  'filled-in-already': { check: 'registering', turnsOn: ['prefilled'], remedies: ['confirm', 'contact'] },
  'mixed-policies': { check: 'registering', turnsOn: ['policiesMerged'], remedies: ['register', 'contact'] },
  'only-app-allowed': { check: 'registering', turnsOn: ['allowed'], remedies: ['contact'] },
  'app-not-alone': { check: 'registering', turnsOn: ['methods', 'allowed'], remedies: ['register', 'contact'] },
  'no-office-phone': { check: 'registering', turnsOn: ['officePhone'], remedies: ['register', 'contact'] },
  'other-organisation': { check: 'registering', turnsOn: ['guest'], remedies: ['open-security-info', 'contact'] },
  'removed-without-asking': {
    check: 'registering',
    turnsOn: ['registrationChanged'],
    remedies: ['register', 'contact'],
  },
  'passkey-demanded': { check: 'registering', turnsOn: ['ended'], remedies: ['open-security-info', 'contact'] },
  'signed-in-again': { check: 'registering', turnsOn: [], remedies: ['open-registration', 'contact'] },
  'place-not-allowed': { check: 'registering', turnsOn: [], remedies: ['open-registration', 'contact'] },
  'stronger-sign-in-needed': { check: 'registering', turnsOn: [], remedies: ['open-security-info', 'contact'] },
};

const othersMend: ReadonlySet<RemedyName> = new Set(['contact', 'contact-urgently', 'after-block', 'later', 'soon']);

/** Whether the employee can do something about it, other than to ask for help and to wait. */
export function mendable(situation: SituationId | 'unknown'): boolean {
  if (situation === 'unknown') return true;
  const [first] = situations[situation].remedies;
  return first !== undefined && !othersMend.has(first);
}

export const inPortalOrder = Object.keys(situations) as readonly SituationId[];

/** All rules. A situation without one is only ever told: no fact can show it. */
export const rules: Rules = {
  ...accountRules,
  ...switchedOnRules,
  ...methodsRules,
  ...keptElsewhereRules,
  ...provingRules,
  ...registeringRules,
};
