import type { Instant } from '../../../domain/instant.ts';
import type { AccountFacts, Seen, Unseen } from '../../../domain/ports/account-facts.ts';
import { coverOf, licensesOf } from './license.ts';
import { emailsOf, phonesByKind, phonesOf } from './methods.ts';
import {
  authenticationMethodsPolicy,
  authorizationPolicy,
  domainOf,
  signInOf,
  synchronisation,
  writebackOf,
} from './organisation.ts';
import type { Read, Reader, Unread } from './read.ts';
import { reportOf } from './registration.ts';
import { resetLog } from './reset-log.ts';
import { roleStanding } from './role-standing.ts';
import { administratorBy } from './roles.ts';
import { accountSeen, userOf } from './user.ts';

/** Reads all that is known of an account, at once; what fails leaves its reason behind. */
export async function accountFacts(
  reader: Reader,
  objectId: string,
  now: Instant,
  signal: AbortSignal,
): Promise<AccountFacts> {
  const user = reader.one(userOf(objectId), signal);
  const domain = user.then((found) =>
    found.kind === 'read' ? reader.one(domainOf(found.value.userPrincipalName), signal) : found,
  );
  const [person, signIn, sync, licenses, roles, report, phones, emails, methodPolicy, authorization, log] =
    await Promise.all([
      user,
      domain,
      reader.all(synchronisation(), signal),
      reader.all(licensesOf(objectId), signal),
      roleStanding(reader, objectId, signal),
      reader.one(reportOf(objectId), signal),
      reader.all(phonesOf(objectId), signal),
      reader.all(emailsOf(objectId), signal),
      reader.one(authenticationMethodsPolicy(), signal),
      reader.one(authorizationPolicy(), signal),
      reader.one(resetLog(objectId, now), signal),
    ]);
  const administrator = administratorBy(roles, report);
  return {
    account: seen(person, accountSeen),
    signIn: seen(signIn, signInOf),
    writeback: seen(sync, writebackOf),
    license: seen(licenses, coverOf),
    administrator: administrator === undefined ? seen(roles, () => true) : { kind: 'seen', value: administrator },
    administratorsMayReset: seen(authorization, ({ allowedToUseSSPR }) => allowedToUseSSPR !== false),
    report: seen(report, (value) => value),
    methods: {
      phones: seen(phones, phonesByKind),
      email: seen(emails, ([first]) => first?.emailAddress ?? null),
    },
    methodPolicy: seen(methodPolicy, (value) => value),
    attempts: seen(log, (value) => value.attempts),
    registrationChanged: seen(log, (value) => value.registrationChanged),
  };
}

/** The words of the port for why something could not be read. */
const unseen = {
  permission: 'permission-missing',
  license: 'license-missing',
  credentials: 'credentials-refused',
  throttled: 'throttled',
  late: 'late',
  unavailable: 'unavailable',
} as const satisfies Record<Unread, Unseen>;

export function seen<T, R>(read: Read<T>, as: (value: T) => R): Seen<R> {
  if (read.kind === 'read') return { kind: 'seen', value: as(read.value) };
  return { kind: 'unseen', why: read.kind === 'absent' ? 'not-there' : unseen[read.why] };
}

/** Facts of somebody nothing can be said of, always for the same reason. */
export function nothingSeen(why: Unseen): AccountFacts {
  const not = { kind: 'unseen', why } as const;
  return {
    account: not,
    signIn: not,
    writeback: not,
    license: not,
    administrator: not,
    administratorsMayReset: not,
    report: not,
    methods: { phones: not, email: not },
    methodPolicy: not,
    attempts: not,
    registrationChanged: not,
  };
}
