import type { AccountFacts, AccountSeen, RegistrationReport } from '../account/facts.ts';
import { type MethodName, methodNames } from '../methods/method.ts';
import { methodsRequired, type Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { type Facts, factOf, known, notKnown } from './facts.ts';

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
export function passkeyIn({ methods }: RegistrationReport): boolean {
  return methods.some((name) => /^(fido2$|passKey|windowsHelloForBusiness$)/iu.test(name));
}

type RegistrationFacts = Pick<
  Facts,
  'enabled' | 'registered' | 'capable' | 'methods' | 'malformed' | 'officePhone' | 'registrationChanged'
>;

/** Each as in `Gathered`. */
interface RegistrationSources {
  readonly seen: AccountFacts;
  readonly at: Instant;
  readonly policy: Policy;
  readonly own: readonly MethodName[] | null;
  readonly changedAt: Instant | null;
  readonly reportedSince: Instant;
}

/**
 * What is registered. The report is up to a day and a half old: of a registration that changed since, it says nothing any
 * more, nor of one where less is registered than it may count.
 */
export function registrationFacts(given: RegistrationSources): RegistrationFacts {
  const { seen, at, own, changedAt, reportedSince } = given;
  const { report, registrationChanged: logged } = seen;
  const changed = Math.max(changedAt ?? 0, (logged.kind === 'seen' ? logged.value : null) ?? 0);
  const reportAt = report.kind === 'seen' ? report.value.at : at;
  const methods = own ? known(own, 'bot', at) : methodsOf(seen, reportAt, at);
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
