import type {
  AccountFacts,
  AccountSeen,
  MethodPolicy,
  RegistrationReport,
  Seen,
  SwitchedOn,
} from '../account/facts.ts';
import type { Person } from '../account/person.ts';
import { openPrefilled, prefilledOf } from '../account/prefilled.ts';
import { type MethodName, methodNames, setUp } from '../methods/method.ts';
import { allowedMethods, methodsRequired, type Policy, unwritable } from '../policy.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import { countsAt, endingOf, platformDates } from '../reset-service/end-dates.ts';
import { type Instant, minute } from '../time.ts';
import { type Facts, factOf, known, notKnown, onlyKnown } from './facts.ts';
import { blockEnds } from './tries.ts';

export interface AccountLookup {
  readonly person: Person;
  readonly entry: DirectoryEntry;
  readonly policy: Policy;
  readonly seen: AccountFacts;
}

/** All that is known now of why somebody's reset works or not: what the directory tells, and what the bot knows itself. */
export function collectFacts({ person, entry, policy, seen }: AccountLookup, now: Instant): Facts {
  // The bot's own store is what a reset goes by, or the directory is.
  const ownCounts = (entry.registration ?? 'here') === 'here';
  const own = ownCounts ? setUp(person.methods) : null;
  const changedAt = person.changes.at(-1)?.at ?? null;
  const reportedSince = ownCounts ? 0 : lastEnd(entry, policy, now);
  const more = botFactsOf(person, entry, policy, now);
  const underWay = entry.registration === 'written' ? writtenLately(person, now) : [];
  const facts = combineFacts({ seen, at: now, policy, own, underWay, changedAt, reportedSince, more });
  // Whoever registers with the bot alone stands in no report.
  return ownCounts ? { ...facts, registered: notKnown('not-asked'), capable: notKnown('not-asked') } : facts;
}

/** How long a directory may go on showing what was there before a write. */
const settling = 10 * minute;

/** What the bot puts into the reset service just now, or has a moment ago: the directory may not show it yet. */
function writtenLately({ methods, writings, written }: Person, now: Instant): readonly MethodName[] {
  return methodNames.filter((method) => {
    if (unwritable(method) || methods[method] === undefined) return false;
    const state = writings[method]?.state;
    return state === 'on-its-way' || (state === 'there' && now - (written[method] ?? 0) < settling);
  });
}

/** When something last ended that the report may have counted until then. */
function lastEnd(entry: DirectoryEntry, policy: Policy, now: Instant): Instant {
  const ends = methodNames.flatMap((method) => endingOf(method, policy, entry)?.date.when ?? []);
  return Math.max(...[platformDates['filled-in-ends'].when, ...ends].filter((when) => when <= now), 0);
}

function botFactsOf(person: Person, entry: DirectoryEntry, policy: Policy, now: Instant): BotFacts {
  const waiting = openPrefilled(person, prefilledOf(entry, policy, now)).map(({ method }) => method);
  const ended = methodNames.filter((method) => !countsAt(method, policy, entry, now));
  const { challenge } = person;
  const lost = challenge && ['refused', 'not-arrived'].includes(challenge.delivery);
  const undelivered = lost ? [{ channel: challenge.channel, at: challenge.sentAt }] : [];
  return {
    prefilled: known(waiting, 'bot', now),
    undelivered: known(undelivered, 'bot', now),
    ended: known(ended, 'bot', now),
    // Who leaves the policy as it is has not said that Microsoft sends the codes.
    ...(policy.phoneAfterRetirement === 'own-provider' && { ownProvider: known(true, 'policy') }),
  };
}

/** What only the bot or the person knows. */
export type BotFacts = Partial<
  Pick<Facts, 'prefilled' | 'ended' | 'ownProvider' | 'lost' | 'undelivered' | 'hybridDevice' | 'codes'>
>;

/** What there is to gather facts from. */
export interface FactSources {
  readonly seen: AccountFacts;
  /** When that was asked. */
  readonly at: Instant;
  readonly policy: Policy;
  /** Methods proven with the bot, where its own store is what counts; null: they are the directory's. */
  readonly own: readonly MethodName[] | null;
  /** Methods that the bot is putting into the directory, and that it may not show yet. */
  readonly underWay?: readonly MethodName[];
  /** When a method was last changed with the bot. */
  readonly changedAt: Instant | null;
  /** A report from before this may count what counts no more. */
  readonly reportedSince?: Instant;
  readonly more?: BotFacts;
}

/** Everything known about an account, brought together; the newer of two readings counts. */
export function combineFacts(sources: FactSources): Facts {
  const { seen, at, policy, own, underWay = [], changedAt, reportedSince = 0, more } = sources;
  const { account, administrator, methodPolicy, report } = seen;
  const gone = account.kind === 'unseen' && account.why === 'not-there';
  const facts = onlyKnown({
    exists: gone ? known(false, 'directory', at) : factOf(account, 'directory', at, () => true),
    disabled: factOf(account, 'directory', at, ({ disabled }) => disabled),
    guest: factOf(account, 'directory', at, ({ guest }) => guest),
    signInIsMail: factOf(account, 'directory', at, ({ signInIsMail }) => signInIsMail),
    administrator: factOf(administrator, 'directory', at, (value) => value),
    administratorsMayReset: factOf(seen.administratorsMayReset, 'organisation', at, (value) => value),
    license:
      policy.licences === 'as-seen'
        ? factOf(seen.license, 'directory', at, (value) => value)
        : known('premium', 'policy'),
    password: factOf(account, 'directory', at, ({ source }) => source),
    signIn: factOf(seen.signIn, 'organisation', at, (value) => value),
    writeback:
      policy.writeback === 'not-said'
        ? factOf(seen.writeback, 'organisation', at, (value) => value)
        : known(policy.writeback, 'policy'),
    required: known(policy.methodsRequired, 'policy'),
    allowed: allowedOf(policy, methodPolicy, administrator.kind === 'seen' && administrator.value, at),
    policiesMerged: factOf(methodPolicy, 'organisation', at, ({ alone }) => !alone),
    passkey: factOf(report, 'report', report.kind === 'seen' ? report.value.at : at, passkeyIn),
    alternatePhone: factOf(seen.methods.phones, 'directory', at, ({ alternate }) => alternate !== undefined),
    tries: factOf(seen.attempts, 'log', at, (list) => list),
    ...registrationFacts({ seen, at, policy, own, underWay, changedAt, reportedSince }),
    ...more,
  });
  // The log that shows no block shows that there is none, but for its last hour.
  if (facts.tries.kind !== 'known') return facts;
  return { ...facts, blockedUntil: known(blockEnds(facts, at) ?? null, 'log', at) };
}

/** What IT says is allowed, less what the directory's own policy has switched off where that alone counts. */
function allowedOf(policy: Policy, seen: Seen<MethodPolicy>, administrator: boolean, at: Instant): Facts['allowed'] {
  const allowed = allowedMethods(policy, administrator);
  if (seen.kind === 'unseen' || !seen.value.alone) return known(allowed, 'policy');
  const { text, call, email, app, officePhone } = seen.value;
  const phone = text === true || call === true ? true : text || call;
  const on: Readonly<Record<MethodName, SwitchedOn>> = {
    'authentication-phone': phone,
    'authentication-email': email,
    'authenticator-app': app,
    'office-phone': officePhone,
    // Questions stand in the reset policy only, which no directory shows.
    'security-questions': true,
  };
  // On for some, and who that is could not be read: it is neither said to be allowed nor not to be.
  if (allowed.some((method) => on[method] === 'some')) return notKnown('unavailable');
  return known(
    allowed.filter((method) => on[method]),
    'organisation',
    at,
  );
}

/** The directory's words for methods that count for a reset. An open set: others are passed over. */
const reportedMethods: Readonly<Record<string, MethodName>> = {
  mobilePhone: 'authentication-phone',
  officePhone: 'office-phone',
  email: 'authentication-email',
  securityQuestion: 'security-questions',
  microsoftAuthenticatorPush: 'authenticator-app',
  softwareOneTimePasscode: 'authenticator-app',
};

/** The method a name of the directory stands for. */
export function methodReported(name: string): MethodName | undefined {
  return Object.hasOwn(reportedMethods, name) ? reportedMethods[name] : undefined;
}

/**
 * Whether the report names a passkey or another sign-in that a reset does not take. Source: Microsoft Learn,
 * "userRegistrationDetails" (the names) and "How it works: self-service password reset" (the methods it takes).
 */
function passkeyIn({ methods }: RegistrationReport): boolean {
  return methods.some((name) => /^(fido2$|passKey|windowsHelloForBusiness$)/iu.test(name));
}

type RegistrationFacts = Pick<
  Facts,
  'enabled' | 'registered' | 'capable' | 'methods' | 'malformed' | 'officePhone' | 'registrationChanged'
>;

type RegistrationSources = Required<Omit<FactSources, 'more'>>;

/**
 * What is registered. The report is up to a day and a half old: of a registration that changed since, it says nothing any
 * more, nor of one where less is registered than it may count.
 */
function registrationFacts(given: RegistrationSources): RegistrationFacts {
  const { seen, at, own, underWay, changedAt, reportedSince } = given;
  const { report, registrationChanged: logged } = seen;
  const changed = Math.max(changedAt ?? 0, (logged.kind === 'seen' ? logged.value : null) ?? 0);
  const reportAt = report.kind === 'seen' ? report.value.at : at;
  const methods = own ? known(own, 'bot', at) : withThose(methodsOf(seen, reportAt, at), underWay);
  const old =
    changed > reportAt || (reportedSince > reportAt && report.kind === 'seen') || countsFilledIn(given, methods);
  const stale = notKnown('too-old', reportAt);
  return {
    enabled: factOf(report, 'report', reportAt, ({ enabled }) => enabled),
    registered: old ? stale : factOf(report, 'report', reportAt, ({ registered }) => registered),
    capable: old ? stale : factOf(report, 'report', reportAt, ({ capable }) => capable),
    methods,
    malformed: malformedOf(seen, at),
    officePhone: factOf(
      seen.methods.phones,
      'directory',
      at,
      ({ office }) => (office ?? filledInto(seen).office) !== undefined,
    ),
    registrationChanged:
      changed === 0 ? notKnown('not-asked') : known(changed, changed === changedAt ? 'bot' : 'log', changed),
  };
}

function filledInto({ account }: AccountFacts): AccountSeen['filledIn'] {
  return account.kind === 'seen' ? account.value.filledIn : {};
}

/**
 * What an administrator filled in counts for a reset no more, but nobody says whether the report leaves it out: one that
 * calls somebody registered who has less than a reset takes, and has such values, says nothing.
 * Source of the first: `platformDates['filled-in-ends']`.
 */
function countsFilledIn({ seen, policy }: RegistrationSources, methods: Facts['methods']): boolean {
  const { administrator } = seen;
  const required = methodsRequired(policy, administrator.kind === 'seen' && administrator.value);
  return Object.keys(filledInto(seen)).length > 0 && methods.kind === 'known' && methods.value.length < required;
}

function withThose(methods: Facts['methods'], more: readonly MethodName[]): Facts['methods'] {
  if (methods.kind !== 'known' || more.length === 0) return methods;
  return { ...methods, value: methodNames.filter((name) => methods.value.includes(name) || more.includes(name)) };
}

/** Phones and e-mail as they stand now; apps and questions only the report knows. */
function methodsOf(seen: AccountFacts, reportAt: Instant, at: Instant): Facts['methods'] {
  const { phones, email } = seen.methods;
  const listed = new Set(seen.report.kind === 'seen' ? seen.report.value.methods.map(methodReported) : []);
  if (phones.kind === 'unseen' || email.kind === 'unseen') {
    return factOf(seen.report, 'report', reportAt, () => methodNames.filter((name) => listed.has(name)));
  }
  const { mobile, office } = phones.value;
  const live: Readonly<Record<MethodName, boolean>> = {
    'authentication-phone': mobile !== undefined,
    'office-phone': office !== undefined,
    'authentication-email': email.value !== null,
    'authenticator-app': listed.has('authenticator-app'),
    'security-questions': listed.has('security-questions'),
  };
  return known(
    methodNames.filter((name) => live[name]),
    'directory',
    at,
  );
}

/**
 * Numbers that the reset service can't reach: it wants `+CC NUMBER` with one space, and drops extensions.
 * Source: Microsoft Learn, "Pre-populate user authentication contact information".
 */
function malformedOf(seen: AccountFacts, at: Instant): Facts['malformed'] {
  const { phones, email } = seen.methods;
  if (phones.kind === 'unseen') return notKnown(phones.why);
  const { mobile, office } = phones.value;
  const isPhone = (number: string | undefined) => number === undefined || /^\+\d{1,3} \d{4,14}$/.test(number);
  const isMail = email.kind === 'unseen' || email.value === null || /^[^\s@]+@[^\s@]+$/.test(email.value);
  const bad: Readonly<Partial<Record<MethodName, boolean>>> = {
    'authentication-phone': !isPhone(mobile),
    'authentication-email': !isMail,
    'office-phone': !isPhone(office),
  };
  return known(
    methodNames.filter((name) => bad[name]),
    'directory',
    at,
  );
}
