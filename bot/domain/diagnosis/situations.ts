import type { FactName } from './facts.ts';
import type { RemedyName } from './remedy.ts';
import type { SituationId } from './situation-ids.ts';

/** The steps of the reset portal, in its order, and after them what only shows when registering. */
export const checks = [
  'account',
  'enabled',
  'methods',
  'password',
  'proofs',
  'new-password',
  'write-back',
  'registering',
] as const;
export type Check = (typeof checks)[number];

/**
 * What is known of a situation, beside its rule, its codes and its texts.
 * family: the more general situation it is a case of, whose text the person may have seen instead.
 */
export interface Knowledge {
  readonly family?: SituationId;
  readonly check: Check;
  /** The facts that decide whether it applies. */
  readonly turnsOn: readonly FactName[];
  readonly remedies: readonly RemedyName[];
}

/** Source: Microsoft Learn, "Troubleshoot self-service password reset" and the pages it leads to. */
export const knowledge: Readonly<Record<SituationId, Knowledge>> = {
  K1: { check: 'password', turnsOn: ['password', 'writeback'], remedies: ['contact'] },
  K2: { check: 'enabled', turnsOn: ['enabled', 'scope', 'inScope', 'license'], remedies: ['contact'] },
  K3: { check: 'methods', turnsOn: ['enabled', 'registered', 'methods'], remedies: ['register', 'contact'] },
  K4: { family: 'K2', check: 'enabled', turnsOn: ['scope'], remedies: ['contact'] },
  K5: { family: 'K1', check: 'password', turnsOn: ['password', 'writeback'], remedies: ['contact'] },
  K6: { family: 'K2', check: 'enabled', turnsOn: ['scope'], remedies: ['contact'] },
  K7: { family: 'K2', check: 'enabled', turnsOn: ['license'], remedies: ['contact'] },
  K8: { family: 'K2', check: 'enabled', turnsOn: ['scope', 'inScope'], remedies: ['contact'] },
  K9: {
    family: 'K3',
    check: 'methods',
    turnsOn: ['enabled', 'registered', 'methods'],
    remedies: ['register', 'contact'],
  },
  K10: { check: 'write-back', turnsOn: ['tries', 'codes'], remedies: ['contact'] },
  K11: { check: 'write-back', turnsOn: ['tries', 'codes'], remedies: ['later', 'contact'] },
  K12: { check: 'write-back', turnsOn: ['password', 'tries'], remedies: ['soon', 'contact'] },
  K13: { check: 'proofs', turnsOn: ['blockedUntil', 'tries'], remedies: ['after-block', 'contact'] },
  K14: {
    family: 'K3',
    check: 'methods',
    turnsOn: ['methods', 'allowed', 'required'],
    remedies: ['register', 'contact'],
  },
  K15: { family: 'K3', check: 'methods', turnsOn: ['malformed'], remedies: ['manage', 'contact'] },
  K16: {
    family: 'K3',
    check: 'methods',
    turnsOn: ['methods', 'allowed', 'ended', 'capable'],
    remedies: ['register', 'contact'],
  },
  K17: { check: 'proofs', turnsOn: ['undelivered'], remedies: ['other-method', 'open-reset', 'contact'] },
  K18: { check: 'proofs', turnsOn: ['undelivered', 'malformed'], remedies: ['other-method', 'manage', 'contact'] },
  K19: { check: 'proofs', turnsOn: ['undelivered'], remedies: ['other-method', 'manage', 'contact'] },
  K20: { check: 'proofs', turnsOn: ['malformed'], remedies: ['open-reset', 'manage', 'contact'] },
  K21: { check: 'account', turnsOn: ['exists', 'signInIsMail'], remedies: ['open-reset', 'contact'] },
  K22: { check: 'proofs', turnsOn: ['tries', 'administrator'], remedies: ['other-method', 'register', 'contact'] },
  K23: { check: 'new-password', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  K24: { check: 'new-password', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  K25: { check: 'new-password', turnsOn: ['password'], remedies: ['open-reset', 'contact'] },
  K26: { check: 'proofs', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  K27: { check: 'proofs', turnsOn: ['tries'], remedies: ['open-reset', 'contact'] },
  K28: { check: 'account', turnsOn: ['guest'], remedies: ['open-personal-account', 'contact'] },
  K29: { check: 'account', turnsOn: ['guest'], remedies: ['open-reset', 'contact'] },
  K30: { check: 'proofs', turnsOn: [], remedies: ['open-reset', 'contact'] },
  K31: { check: 'proofs', turnsOn: ['tries'], remedies: ['later', 'contact'] },
  K32: { family: 'K3', check: 'methods', turnsOn: ['administrator', 'methods'], remedies: ['register', 'contact'] },
  K33: { check: 'methods', turnsOn: ['methods', 'lost'], remedies: ['other-method', 'contact'] },
  K34: { check: 'proofs', turnsOn: ['tries'], remedies: ['contact-urgently', 'manage'] },
  K35: { check: 'account', turnsOn: ['disabled'], remedies: ['contact'] },
  K36: { check: 'write-back', turnsOn: ['hybridDevice', 'tries'], remedies: ['contact'] },
  K37: {
    family: 'K3',
    check: 'methods',
    turnsOn: ['methods', 'prefilled', 'required'],
    remedies: ['confirm', 'register', 'contact'],
  },
  K38: { family: 'K3', check: 'methods', turnsOn: ['methods', 'ended'], remedies: ['register', 'contact'] },
  K39: {
    family: 'K18',
    check: 'proofs',
    turnsOn: ['ownProvider'],
    remedies: ['other-method', 'register', 'contact'],
  },
  K40: { family: 'K3', check: 'methods', turnsOn: ['methods', 'ended'], remedies: ['register', 'contact'] },
  K41: { check: 'registering', turnsOn: ['ended'], remedies: ['open-security-info', 'contact'] },
  K42: { family: 'K3', check: 'methods', turnsOn: ['passkey', 'methods'], remedies: ['register', 'contact'] },
  K43: { check: 'proofs', turnsOn: [], remedies: ['open-reset', 'other-method', 'contact'] },
  K44: { check: 'proofs', turnsOn: ['alternatePhone'], remedies: ['register', 'manage', 'contact'] },
  K45: { check: 'write-back', turnsOn: ['password'], remedies: ['open-security-info', 'contact'] },
  K46: { check: 'new-password', turnsOn: [], remedies: ['register', 'open-reset', 'contact'] },
  K47: { check: 'account', turnsOn: [], remedies: ['open-reset', 'contact'] },
  K48: { family: 'K10', check: 'write-back', turnsOn: ['codes', 'tries'], remedies: ['contact', 'later'] },
  K49: { family: 'K10', check: 'write-back', turnsOn: ['codes', 'tries'], remedies: ['open-reset', 'contact'] },
  R1: {
    family: 'K2',
    check: 'registering',
    turnsOn: ['enabled', 'scope', 'inScope', 'license'],
    remedies: ['contact'],
  },
  R2: {
    check: 'registering',
    turnsOn: ['methods', 'required'],
    remedies: ['register', 'open-registration', 'contact'],
  },
  R3: {
    check: 'registering',
    turnsOn: ['registered'],
    remedies: ['register', 'open-registration', 'contact'],
  },
  R4: { check: 'registering', turnsOn: ['prefilled'], remedies: ['confirm', 'contact'] },
  R5: { check: 'registering', turnsOn: ['policiesMerged'], remedies: ['register', 'contact'] },
  R6: { check: 'registering', turnsOn: ['allowed'], remedies: ['contact'] },
  R7: { check: 'enabled', turnsOn: ['administrator', 'administratorsMayReset'], remedies: ['contact'] },
  R8: { check: 'registering', turnsOn: ['methods', 'allowed'], remedies: ['register', 'contact'] },
  R9: { check: 'registering', turnsOn: [], remedies: ['open-registration', 'contact'] },
  R10: { check: 'registering', turnsOn: ['officePhone'], remedies: ['register', 'contact'] },
  R11: { check: 'registering', turnsOn: [], remedies: ['open-registration', 'contact'] },
  R12: { check: 'registering', turnsOn: ['guest'], remedies: ['open-security-info', 'contact'] },
  R13: { check: 'registering', turnsOn: ['registrationChanged'], remedies: ['register', 'contact'] },
  R14: { check: 'registering', turnsOn: [], remedies: ['open-security-info', 'contact'] },
};
