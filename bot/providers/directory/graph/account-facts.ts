import type { AccountFacts, LookupOptions, Seen, Sight, Unseen } from '../../../domain/account/facts.ts';
import type { Instant } from '../../../domain/time.ts';
import type { LookedUp, Lookups } from './lookups.ts';
import { emailsOf, phonesByKind, phonesOf } from './methods.ts';
import {
  authenticationMethodsPolicy,
  authorizationPolicy,
  domainOf,
  hasTargets,
  methodPolicyFor,
  signInOf,
  synchronisation,
  writebackOf,
} from './organisation.ts';
import type { Read, Reader, Unread } from './reader.ts';
import { reportOf } from './registration.ts';
import type { RegistrationList } from './registration-list.ts';
import { resetLog } from './reset-log.ts';
import { administratorBy, groupsOf, roleStanding } from './roles.ts';
import { accountSeen, coverOf, licensesOf, userOf } from './user.ts';

/** Where accounts are looked at. */
export interface GraphSources {
  readonly reader: Reader;
  /** For what nobody waits for. */
  readonly background: Reader;
  readonly lookups: Lookups;
  readonly list: RegistrationList;
}

/** Reads all that is known of an account, at once; what fails leaves its reason behind. */
export async function accountFacts(
  { reader, lookups, list }: GraphSources,
  objectId: string,
  now: Instant,
  signal: AbortSignal,
  { log: logWanted, completed }: LookupOptions = {},
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
      list.of(objectId) ?? lookups.ask(reportOf(objectId), signal, completed),
      reader.all(phonesOf(objectId), signal),
      reader.all(emailsOf(objectId), signal),
      reader.one(authenticationMethodsPolicy(), signal),
      reader.one(authorizationPolicy(), signal),
      logWanted === 'leave' ? undefined : lookups.ask(resetLog(objectId, now), signal, completed),
    ]);
  // Read a moment ago for the roles, and kept.
  const targeted = methodPolicy.kind === 'read' && hasTargets(methodPolicy.value);
  const groups = targeted ? await reader.all(groupsOf(objectId), signal) : undefined;
  const theirs = groups?.kind === 'read' ? [objectId, ...groups.value.map(({ id }) => id)] : undefined;
  const administrator = administratorBy(roles, report.kind === 'looking' ? undefined : report);
  const looking = [report, log].flatMap((one) => (one?.kind === 'looking' ? one.line : [])).at(-1);
  return {
    account: seen(person, accountSeen),
    signIn: seen(signIn, signInOf),
    writeback: seen(sync, writebackOf),
    license: seen(licenses, coverOf),
    administrator: administrator === undefined ? seen(roles, () => true) : { kind: 'seen', value: administrator },
    administratorsMayReset: seen(authorization, ({ allowedToUseSSPR }) => allowedToUseSSPR !== false),
    report: seen(report, (value) => value),
    methods: methodsSeen(phones, emails),
    methodPolicy: seen(methodPolicy, (value) => methodPolicyFor(value, theirs)),
    attempts: log ? seen(log, (value) => value.attempts) : notAsked,
    registrationChanged: log ? seen(log, (value) => value.registrationChanged) : notAsked,
    ...(looking && { looking }),
  };
}

/** What shows whether somebody has registered since: of the report only what the bot has read by itself. */
export async function accountSight(
  { background, list }: GraphSources,
  objectId: string,
  signal: AbortSignal,
): Promise<Sight> {
  const [phones, emails] = await Promise.all([
    background.all(phonesOf(objectId), signal),
    background.all(emailsOf(objectId), signal),
  ]);
  const report = list.of(objectId);
  return { report: report ? seen(report, (value) => value) : notAsked, methods: methodsSeen(phones, emails) };
}

const notAsked = { kind: 'unseen', why: 'not-asked' } as const;

type Methods = Parameters<typeof phonesByKind>[0];

function methodsSeen(
  phones: Read<Methods>,
  emails: Read<readonly { readonly emailAddress?: string | null | undefined }[]>,
): Sight['methods'] {
  return {
    phones: seen(phones, phonesByKind),
    email: seen(emails, ([first]) => first?.emailAddress ?? null),
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

export function seen<T, R>(read: LookedUp<T>, as: (value: T) => R): Seen<R> {
  if (read.kind === 'looking') return { kind: 'unseen', why: 'looking' };
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
