import { type EmployeeKey, type Person, personId } from '../domain/account/person.ts';
import type { ListedEmployee } from '../domain/campaigns/audience.ts';
import type { DecidedPolicy } from '../domain/policy.ts';
import { groupsNamed, nowhere, type Whereabouts } from '../domain/policy-rules.ts';
import { unnamedMember } from '../domain/ports/directory.ts';
import { everyRecord, type Store } from '../domain/ports/store.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import { hour } from '../domain/time.ts';
import { listEmployees, membersOfEach } from '../providers/directory/graph/people-list.ts';
import type { Read, Reader } from '../providers/directory/graph/reader.ts';

/** The lists of a directory, and whose they are. */
export interface DirectoryLists {
  readonly reader: Reader;
  readonly tenantId: string;
  readonly mode: 'link' | 'write';
}

/** Half a million people are read in a quarter of an hour; what takes longer hangs. */
const patience = 2 * hour;

/**
 * Everybody the directory lists; without one, everybody the bot has a record of. Read from lists, never one by one.
 * @param tenantId whose people; left out: all there are
 */
async function listedPeople(
  lists: DirectoryLists | undefined,
  store: Store,
  tenantId?: string,
): Promise<readonly ListedEmployee[]> {
  if (lists && (tenantId === undefined || tenantId === lists.tenantId)) {
    return listOf(await listEmployees(lists.reader, lists.tenantId, lists.mode, AbortSignal.timeout(patience)));
  }
  const all = await Array.fromAsync(everyRecord(store, 'person'), listedByRecord);
  return all.filter(({ employee }) => tenantId === undefined || employee.tenantId === tenantId);
}

function listedByRecord({ employee, language, methods }: Person): ListedEmployee {
  const officePhone = methods['office-phone']?.address;
  const entry = { ...unnamedMember, language, ...(officePhone !== undefined && { officePhone }) };
  return { employee, entry, department: null, report: undefined };
}

interface SourceOptions {
  /** Whose people; left out: all there are. */
  readonly tenantId?: string;
  /** Policies that people are weighed by besides: who their rules are about is read as well. */
  readonly others?: readonly DecidedPolicy[];
  /** Where people stand, for want of lists; left out: nobody knows. */
  readonly known?: WhereaboutsSource['known'];
}

/** What a campaign's audience is gathered from, and what everybody is counted by. @param groups object ids */
export async function audienceSources(
  lists: DirectoryLists | undefined,
  store: Store,
  groups: readonly string[],
  policy: DecidedPolicy,
  { tenantId, others = [], known = () => nowhere }: SourceOptions = {},
) {
  const ruled = groupsNamed([policy, ...others].flatMap(({ rules }) => rules));
  const within =
    lists && ruled.length > 0
      ? listOf(await membersOfEach(lists.reader, ruled, AbortSignal.timeout(patience), 'nobody'))
      : undefined;
  return {
    whereabouts: ({ employee, entry }: ListedEmployee): Whereabouts =>
      lists
        ? { country: entry.country ?? null, isIn: (group) => within?.get(group)?.has(employee.objectId) }
        : known(employee),
    listed: await listedPeople(lists, store, tenantId),
    personOf: (employee: EmployeeKey) => store.read('person', personId(employee)),
    reaches: async (employee: EmployeeKey) => (await store.read('personal-chat', personId(employee))) !== undefined,
    /** By group; undefined: no group was named. */
    members:
      groups.length > 0 && lists
        ? listOf(await membersOfEach(lists.reader, groups, AbortSignal.timeout(patience)))
        : undefined,
    policy,
  };
}

/** Who is in any of the groups; undefined: no group was named. */
export function inAnyOf(
  members: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): ReadonlySet<string> | undefined {
  return members && new Set([...members.values()].flatMap((ids) => [...ids]));
}

function listOf<T>(read: Read<T>): T {
  if (read.kind === 'read') return read.value;
  const why =
    read.kind === 'absent' ? 'it is not there' : `${read.why}${read.code === undefined ? '' : ` (${read.code})`}`;
  throw new Error(`The lists of the directory could not be read: ${why}. npm run doctor says more.`);
}
