import type { AccountFacts, AccountObserver, AccountSeen, Attempt } from '../../../domain/account/facts.ts';
import { type EmployeeKey, personId } from '../../../domain/account/person.ts';
import { methodReported } from '../../../domain/diagnosis/collect-facts.ts';
import { Fault } from '../../../domain/fault.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import type { Whereabouts } from '../../../domain/policy-rules.ts';
import type { Directory, DirectoryEntry } from '../../../domain/ports/directory.ts';
import type { WhereaboutsSource } from '../../../domain/ports/whereabouts.ts';
import { countsAt } from '../../../domain/reset-service/end-dates.ts';
import type { Instant } from '../../../domain/time.ts';

/** A person and what a directory says of them; undefined: it knows that there is no such person. */
export interface ListedPerson {
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry | undefined;
  /** Names of the groups they are in, each its own directory id. */
  readonly groups?: readonly string[];
}

/** A directory that is a list in memory: for local mode and for tests. */
export function embeddedDirectory(people: readonly ListedPerson[]): Directory {
  const entries = new Map(people.map(({ employee, entry }) => [personId(employee), entry]));
  return {
    async entry(employee, signal) {
      if (signal.aborted) throw new Fault('directory-unavailable', 'asked too late');
      return entries.get(personId(employee));
    },
  };
}

/** Where the people of the list stand; a group is there when somebody is in it. */
export function embeddedWhereabouts(people: readonly ListedPerson[]): WhereaboutsSource {
  const listed = new Map(people.map((one) => [personId(one.employee), one]));
  const there = new Set(people.flatMap(({ groups = [] }) => groups));
  const known = (employee: EmployeeKey): Whereabouts => {
    const { entry, groups = [] } = listed.get(personId(employee)) ?? {};
    return { country: entry?.country ?? null, isIn: (group) => groups.includes(group) };
  };
  return {
    known,
    look: async (employee) => known(employee),
    groups: async (ids) =>
      new Map(ids.map((id) => [id, there.has(id) ? { kind: 'there', name: id } : { kind: 'absent' }])),
    async person(said) {
      const wanted = said.toLowerCase();
      for (const { employee, entry } of people) {
        if (entry && [employee.objectId, entry.signInName.toLowerCase()].includes(wanted)) return { employee, entry };
      }
      return undefined;
    },
  };
}

/** How an account of the list differs from the usual one: kept in the cloud, licensed, with reset switched on. */
export interface ListedAccount {
  readonly source?: AccountSeen['source'];
  readonly guest?: AccountSeen['guest'];
  readonly writeback?: 'on' | 'off' | 'none';
  readonly license?: 'premium' | 'cloud' | 'none';
  readonly enabled?: boolean;
  /** What is registered in the reset service, where it is kept there. */
  readonly registered?: { readonly mobile?: string; readonly email?: string };
  /** Tries to reset the password, by how long ago they were. */
  readonly attempts?: readonly (Omit<Attempt, 'at'> & { readonly ago: Instant })[];
}

interface Listed {
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry | undefined;
  readonly account?: ListedAccount;
}

const seen = <T>(value: T) => ({ kind: 'seen', value }) as const;
const notThere = { kind: 'unseen', why: 'not-there' } as const;

/** What the embedded directory sees of the accounts it lists: for local mode and for tests. */
export function embeddedObserver(people: readonly Listed[], clock: () => Instant): AccountObserver {
  const listed = new Map(people.map((one) => [personId(one.employee), one]));
  const facts = async (employee: EmployeeKey) => factsOf(listed.get(personId(employee)), clock());
  return { facts, sight: facts, known: facts };
}

/** Somebody who is not listed by name is an ordinary member. */
function factsOf(one: Listed | undefined, now: Instant): AccountFacts {
  const { entry, account = {} } = one ?? {};
  const { source = 'cloud', writeback = 'none', license = 'premium', enabled = true, attempts = [] } = account;
  const { mobile, email } = account.registered ?? {};
  const methods = [...(mobile === undefined ? [] : ['mobilePhone']), ...(email === undefined ? [] : ['email'])];
  // As Microsoft counts, on the day it is.
  const counted = methods
    .flatMap((name) => methodReported(name) ?? [])
    .filter((one) => countsAt(one, defaultPolicy, { registration: 'elsewhere' }, now));
  const registered = counted.length >= defaultPolicy.methodsRequired;
  const administrator = entry?.administrator ?? false;
  const guest = account.guest ?? (entry?.account === 'guest' ? 'organisation' : 'no');
  return {
    account: one && !entry ? notThere : seen(accountOf(entry, source, guest)),
    signIn: seen('managed' as const),
    writeback: seen(writeback),
    license: seen(license),
    administrator: seen(administrator),
    administratorsMayReset: seen(true),
    report: seen({ at: now, enabled, registered, capable: enabled && registered, administrator, methods }),
    methods: { phones: seen(mobile === undefined ? {} : { mobile }), email: seen(email ?? null) },
    methodPolicy: notThere,
    attempts: seen(attempts.map(({ ago, ...attempt }) => ({ ...attempt, at: now - ago }))),
    registrationChanged: seen(null),
  };
}

function accountOf(
  entry: DirectoryEntry | undefined,
  source: AccountSeen['source'],
  guest: AccountSeen['guest'],
): AccountSeen {
  return {
    disabled: entry?.account === 'disabled',
    guest,
    source,
    passwordChangedAt: null,
    signInIsMail: entry?.mailboxes.includes(entry.signInName) ?? true,
    filledIn: {
      ...(entry?.prefilled?.phone !== undefined && { mobile: entry.prefilled.phone }),
      ...(entry?.officePhone !== undefined && { office: entry.officePhone }),
      ...(entry?.prefilled?.email !== undefined && { email: entry.prefilled.email }),
    },
  };
}
