import { randomUUID } from 'node:crypto';
import { type EmployeeKey, type Person, personId } from '../domain/account/person.ts';
import type { ListedEmployee } from '../domain/campaigns/audience.ts';
import type { Policy } from '../domain/policy.ts';
import { unnamedMember } from '../domain/ports/directory.ts';
import type { Store } from '../domain/ports/store.ts';
import { hour } from '../domain/time.ts';
import { createLog } from '../log.ts';
import { openGraph } from '../providers/directory/graph/graph.ts';
import { listEmployees, membersOfEach } from '../providers/directory/graph/people-list.ts';
import type { Read } from '../providers/directory/graph/reader.ts';
import type { Config } from '../settings/config.ts';
import { complain } from './command-line.ts';
import { everybody, wakefulTime } from './records.ts';

/** Half a million people are read in a quarter of an hour; what takes longer hangs. */
const patience = 2 * hour;

function graphOf(config: Config) {
  const surroundings = { time: wakefulTime, log: createLog('silent'), newId: randomUUID, chance: () => 0 };
  return config.graph && { ...openGraph(config.graph, surroundings), settings: config.graph };
}

/** Everybody the directory lists; without one, everybody the bot has a record of. Read from lists, never one by one. */
export async function listedPeople(config: Config, store: Store): Promise<readonly ListedEmployee[]> {
  const graph = graphOf(config);
  if (!graph) return Array.fromAsync(everybody(store), listedByRecord);
  const { identity, mode } = graph.settings;
  complain('The lists of the directory are read: about a minute for 30,000 people.');
  return value(await listEmployees(graph.background, identity.tenantId, mode, AbortSignal.timeout(patience)));
}

function listedByRecord({ employee, language, methods }: Person): ListedEmployee {
  const officePhone = methods['office-phone']?.address;
  const entry = { ...unnamedMember, language, ...(officePhone !== undefined && { officePhone }) };
  return { employee, entry, department: null, report: undefined };
}

/** What a campaign's audience is gathered from, and what everybody is counted by. @param groups object ids */
export async function audienceSources(config: Config, store: Store, groups: readonly string[], policy: Policy) {
  const graph = graphOf(config);
  const members =
    groups.length > 0 && graph
      ? value(await membersOfEach(graph.background, groups, AbortSignal.timeout(patience)))
      : undefined;
  if (groups.length > 0 && !graph) complain('No directory is connected, so groups choose nobody out.');
  return {
    listed: await listedPeople(config, store),
    personOf: (employee: EmployeeKey) => store.read('person', personId(employee)),
    reaches: async (employee: EmployeeKey) => (await store.read('personal-chat', personId(employee))) !== undefined,
    /** By group; undefined: no group was named. */
    members,
    policy,
  };
}

function value<T>(read: Read<T>): T {
  if (read.kind === 'read') return read.value;
  const why =
    read.kind === 'absent' ? 'it is not there' : `${read.why}${read.code === undefined ? '' : ` (${read.code})`}`;
  throw new Error(`The lists of the directory could not be read: ${why}. npm run doctor says more.`);
}
