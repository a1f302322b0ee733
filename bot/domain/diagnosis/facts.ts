import type { AttemptEnd, AttemptReason, Seen, Unseen } from '../account/facts.ts';
import type { MethodName } from '../methods/method.ts';
import type { Instant } from '../time.ts';
import type { CodeId } from './codes.ts';

/**
 * Where a fact was read. directory: the account itself · organisation: its settings in the directory · report: the
 * registration report, up to a day and a half old · log: the audit log, minutes to an hour behind · policy: what IT told the bot · bot: its
 * own records · employee: their words · file: given by hand.
 */
export type Source = 'directory' | 'organisation' | 'report' | 'log' | 'policy' | 'bot' | 'employee' | 'file';

/** Why a fact is not known. too-old: it was read, but something has changed since. */
export type UnknownFactReason = Unseen | 'too-old';

/** @property at when it was true; null: when it was given */
export interface KnownFact<T> {
  readonly kind: 'known';
  readonly value: T;
  readonly source: Source;
  readonly at: Instant | null;
}

/** @property since for `too-old`: when it was read */
export interface UnknownFact {
  readonly kind: 'not-known';
  readonly why: UnknownFactReason;
  readonly since?: Instant;
}

export type Fact<T> = KnownFact<T> | UnknownFact;

/** One try to reset a password. Reasons stand where the log gives one. */
export interface ResetTry {
  readonly at: Instant;
  readonly end: AttemptEnd;
  readonly reason: AttemptReason | null;
}

/** A code of the bot's own that did not arrive: a hint that the reset service's would not either. */
export interface Undelivered {
  readonly channel: 'text' | 'call' | 'email';
  readonly at: Instant;
}

/** methods-raised: more are required than before · method-removed: one is no longer allowed. */
export interface PolicyChange {
  readonly at: Instant;
  readonly what: 'methods-raised' | 'method-removed' | 'scope-changed';
}

/** Facts with a few values; each value has its sentence. */
export interface NamedFacts {
  /** The directory knows the person. */
  readonly exists: boolean;
  readonly disabled: boolean;
  /** no: a member · organisation: invited, with an account elsewhere · personal: invited, with a personal Microsoft account. */
  readonly guest: 'no' | 'organisation' | 'personal';
  /** Holds a directory role: two methods, no questions, whatever the policy says. */
  readonly administrator: boolean;
  /** Administrators may reset their own password here at all (`allowedToUseSSPR`). */
  readonly administratorsMayReset: boolean;
  /** For whom reset is switched on; not-configured: nobody has decided yet. */
  readonly scope: 'none' | 'selected' | 'all' | 'not-configured';
  /** Member of the group that reset is switched on for, where it is for one. */
  readonly inScope: boolean;
  /** Reset is switched on for this person (`isSsprEnabled`). */
  readonly enabled: boolean;
  /** premium: covered · cloud: covered for passwords kept in the cloud · none: not covered. */
  readonly license: 'premium' | 'cloud' | 'none';
  /** As many methods as a reset takes (`isSsprRegistered`). */
  readonly registered: boolean;
  /** Switched on and registered with methods that are still allowed (`isSsprCapable`). */
  readonly capable: boolean;
  /** Where the password is kept (`onPremisesSyncEnabled`). */
  readonly password: 'cloud' | 'on-premises';
  /** Of the domain in the sign-in name; federated: another service checks the password. */
  readonly signIn: 'managed' | 'federated';
  /** A reset may be written to the organisation's own servers; none: no synchronisation is set up. */
  readonly writeback: 'on' | 'off' | 'none';
  /** Their computer is joined to the organisation's own servers too, and needs to reach them. */
  readonly hybridDevice: boolean;
  /** The sign-in name is also the mail address. */
  readonly signInIsMail: boolean;
  /** An office phone stands in the directory. */
  readonly officePhone: boolean;
  /** The older policies of reset and of MFA still count beside the authentication methods policy. */
  readonly policiesMerged: boolean;
  /** A passkey or the like is registered: it signs in, and counts for no reset. */
  readonly passkey: boolean;
  /** A second mobile number is registered: it counts for MFA, and for no reset. */
  readonly alternatePhone: boolean;
  /** A telephony provider of the organisation's own sends the reset service's texts and calls, not Microsoft's. */
  readonly ownProvider: boolean;
}

/** Facts that are counts, lists and times. */
export interface CountedFacts {
  readonly methods: readonly MethodName[];
  readonly allowed: readonly MethodName[];
  /** How many methods a reset takes; an administrator's two are known without it. */
  readonly required: 1 | 2;
  /** Methods whose value is in no form that can be used: a number without country code, with an extension. */
  readonly malformed: readonly MethodName[];
  /** Values an administrator filled in that wait for an answer. They count for nothing until they are confirmed. */
  readonly prefilled: readonly MethodName[];
  /** Methods that Microsoft no longer takes from this person, whatever the policy says. */
  readonly ended: readonly MethodName[];
  /** Methods the person says they can't reach any more. */
  readonly lost: readonly MethodName[];
  /** Of the last 30 days, newest first. */
  readonly tries: readonly ResetTry[];
  /** Until when the reset service takes no proofs; null: it is known that it does. */
  readonly blockedUntil: Instant | null;
  readonly undelivered: readonly Undelivered[];
  /** When methods were last registered, changed or removed. */
  readonly registrationChanged: Instant;
  readonly policyChanges: readonly PolicyChange[];
  /** Codes somebody has seen, in the spelling of `codes.ts`. */
  readonly codes: readonly CodeId[];
}

export interface FactValues extends NamedFacts, CountedFacts {}
export type FactName = keyof FactValues;

/** All that can be known of why somebody's reset works or not. Holds no address, number or name. */
export type Facts = { readonly [Name in FactName]: Fact<FactValues[Name]> };

/** What a supporter would look for: the property of Microsoft Graph, the setting of the admin centre, or the log. */
export const factTerms: Readonly<Record<FactName, string>> = {
  exists: 'user',
  disabled: 'not accountEnabled',
  guest: 'userType Guest',
  administrator: 'directory role',
  administratorsMayReset: 'allowedToUseSSPR',
  scope: 'Self service password reset enabled',
  inScope: 'member of the SSPR group',
  enabled: 'isSsprEnabled',
  license: 'licenseDetails',
  methods: 'methodsRegistered',
  allowed: 'methods allowed',
  required: 'Number of methods required to reset',
  registered: 'isSsprRegistered',
  capable: 'isSsprCapable',
  malformed: 'malformed contact data',
  prefilled: 'pre-filled contact data',
  ended: 'retired by Microsoft',
  lost: 'methods out of reach',
  password: 'onPremisesSyncEnabled',
  signIn: 'authenticationType',
  writeback: 'passwordWritebackEnabled',
  tries: 'Self-service Password Management',
  blockedUntil: 'Blocked from self-service password reset',
  undelivered: 'codes not delivered',
  registrationChanged: 'security info changed',
  policyChanges: 'policy changed',
  hybridDevice: 'hybrid-joined device',
  signInIsMail: 'userPrincipalName equals mail',
  officePhone: 'businessPhones',
  policiesMerged: 'policyMigrationState',
  passkey: 'passkey in methodsRegistered',
  alternatePhone: 'alternateMobile',
  ownProvider: 'telephony provider',
  codes: 'code',
};

const factNames = Object.keys(factTerms) as readonly FactName[];

export function known<T>(value: T, source: Source, at: Instant | null = null): KnownFact<T> {
  return { kind: 'known', value, source, at };
}

export function notKnown(why: UnknownFactReason, since?: Instant): UnknownFact {
  return since === undefined ? { kind: 'not-known', why } : { kind: 'not-known', why, since };
}

/** What a directory saw as a fact; what it did not see keeps its reason. */
export function factOf<T, R>(seen: Seen<T>, source: Source, at: Instant, read: (value: T) => R): Fact<R> {
  return seen.kind === 'seen' ? known(read(seen.value), source, at) : notKnown(seen.why);
}

/** These facts, and of all others that they are not known. */
export function onlyKnown(facts: Partial<Facts>, why: UnknownFactReason = 'not-asked'): Facts {
  const nothing = Object.fromEntries(factNames.map((name) => [name, notKnown(why)])) as Record<FactName, UnknownFact>;
  return { ...nothing, ...facts };
}
