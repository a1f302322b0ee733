import { z } from 'zod';
import { type Time, within } from '../../../deadline.ts';
import type { PolicyRule } from '../../../domain/policy.ts';
import { groupsNamed, namesCountries, type Whereabouts } from '../../../domain/policy-rules.ts';
import type { GroupSeen, WhereaboutsSource } from '../../../domain/ports/whereabouts.ts';
import { hour, type Instant, minute, second } from '../../../domain/time.ts';
import type { Log } from '../../../log.ts';
import { membersOf } from './people-list.ts';
import { personAge, type Read, type Reader, type Wanted } from './reader.ts';
import { groupsOf } from './roles.ts';
import { entryOf, userIn, userOf, usersListed } from './user.ts';

/** How often the lists are read anew, and how long after one could not be read. */
const period = hour;
const again = 10 * minute;
/** A list that was not read for so long is passed over. */
const tooOld = 8 * period;
/** How long one answer is waited for. */
const patience = 2 * second;
/** How many groups are asked about at once. */
const atOnce = 10;

const group = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  groupTypes: z.array(z.string()).nullish(),
  visibility: z.string().nullish(),
});
export type Group = z.infer<typeof group>;

/** A group. Permission: GroupMember.Read.All. Source: Microsoft Learn, "Get group". */
export function groupOf(id: string): Wanted<Group> {
  const path = `/groups/${encodeURIComponent(id)}?$select=${Object.keys(group.shape).join()}`;
  return { call: { what: 'group', workload: 'directory', path }, schema: group, maxAge: personAge };
}

/**
 * Whether anybody may join it without being asked. Source: Microsoft Learn, "group resource type", visibility: that is what
 * `Public` means of a Microsoft 365 group; others have owners or administrators who let people in.
 */
export function anybodyMayJoin({ groupTypes, visibility }: Group): boolean {
  return visibility === 'Public' && groupTypes?.includes('Unified') === true;
}

interface List<T> {
  readonly at: Instant;
  readonly value: T;
}

/**
 * Where people stand, as the rules ask for it. Of somebody in particular their groups are asked for, which a turn does anyway,
 * and kept for five minutes; of everybody the members of the groups that rules name are read each hour, and everybody's
 * country where a rule names one. In memory: some 100 bytes for each member and country.
 */
export interface GraphWhereabouts extends WhereaboutsSource {
  /** Reads the lists if it is time, or rules name what was not read yet. */
  read(signal: AbortSignal): Promise<void>;
}

export interface WhereaboutsParts {
  readonly tenantId: string;
  readonly reader: Reader;
  readonly background: Reader;
  readonly time: Time;
  readonly log: Log;
  readonly rules: () => Promise<readonly PolicyRule[]>;
}

export function graphWhereabouts(parts: WhereaboutsParts): GraphWhereabouts {
  const { tenantId, reader, background, time, log, rules } = parts;
  const members = new Map<string, List<ReadonlySet<string>>>();
  const due = new Map<string, Instant>();
  let countries: List<ReadonlyMap<string, string>> | undefined;
  let reading = false;
  const knows = (tenant: string) => tenant.toLowerCase() === tenantId.toLowerCase();
  const good = <T>(list: List<T> | undefined) => (list && time.now() - list.at <= tooOld ? list.value : undefined);
  const inTime = <T>(work: (signal: AbortSignal) => Promise<T>, outer?: AbortSignal) =>
    within(time, patience, outer, work);

  function known(objectId: string): Whereabouts {
    const listed = good(countries);
    return {
      country: listed && (listed.get(objectId) ?? null),
      isIn: (id) => good(members.get(id))?.has(objectId),
    };
  }

  async function membersIn(id: string, signal: AbortSignal): Promise<Read<ReadonlySet<string>>> {
    const ids = new Set<string>();
    const read = await background.each(membersOf(id), (one) => ids.add(one.id.toLowerCase()), signal);
    // A group that is not there any more has nobody in it.
    return read.kind === 'unread' ? read : { kind: 'read', value: ids };
  }

  async function countriesOf(signal: AbortSignal): Promise<Read<ReadonlyMap<string, string>>> {
    const found = new Map<string, string>();
    const take = (item: unknown) => {
      const user = userIn(item);
      const country = user && entryOf(user, false).country;
      if (user && country !== undefined) found.set(user.id.toLowerCase(), country);
    };
    const read = await background.each(usersListed(), take, signal);
    return read.kind === 'read' ? { kind: 'read', value: found } : (read as Read<never>);
  }

  /** Reads one list if it is time. */
  async function keep<T>(
    name: string,
    signal: AbortSignal,
    list: (signal: AbortSignal) => Promise<Read<T>>,
    put: (list: List<T>) => void,
  ): Promise<void> {
    const begun = time.now();
    if (begun < (due.get(name) ?? 0)) return;
    const read = await list(signal);
    if (signal.aborted) return;
    due.set(name, time.now() + (read.kind === 'read' ? period : again));
    if (read.kind === 'read') put({ at: begun, value: read.value });
    else {
      const reason = read.kind === 'unread' ? read.why : read.kind;
      log.warn('list for rules of the policy not read', { kind: name === everybody ? 'countries' : 'group', reason });
    }
  }

  return {
    known: ({ tenantId: tenant, objectId }) => (knows(tenant) ? known(objectId.toLowerCase()) : stranger),

    async look({ tenantId: tenant, objectId }, asked, outer) {
      if (!knows(tenant)) return stranger;
      const before = known(objectId.toLowerCase());
      const [groups, user] = await inTime(
        (signal) =>
          Promise.all([
            asked.groups ? reader.all(groupsOf(objectId), signal) : undefined,
            asked.country ? reader.one(userOf(objectId), signal) : undefined,
          ]),
        outer,
      );
      const theirs = groups?.kind === 'read' ? new Set(groups.value.map(({ id }) => id.toLowerCase())) : undefined;
      return {
        country: user?.kind === 'read' ? (entryOf(user.value, false).country ?? null) : before.country,
        isIn: theirs ? (id) => theirs.has(id) : before.isIn,
      };
    },

    async groups(ids) {
      const found = new Map<string, GroupSeen>(ids.map((id) => [id, { kind: 'unseen' }]));
      await inTime(async (signal) => {
        for (let at = 0; at < ids.length && !signal.aborted; at += atOnce) {
          const some = ids.slice(at, at + atOnce);
          const read = await Promise.all(some.map((id) => reader.one(groupOf(id), signal)));
          for (const [place, id] of some.entries()) found.set(id, groupSeen(read[place]));
        }
      });
      return found;
    },

    async person(said) {
      // Below /users there is more than people.
      if (!signInName.test(said) && !z.guid().safeParse(said).success) return undefined;
      const read = await inTime((signal) => reader.one(userOf(said), signal));
      if (read.kind !== 'read') return undefined;
      const employee = { tenantId, objectId: read.value.id.toLowerCase() };
      return { employee, entry: entryOf(read.value, false) };
    },

    async read(signal) {
      if (reading) return;
      reading = true;
      try {
        const wanted = await rules();
        const named = groupsNamed(wanted);
        for (const id of [...members.keys()]) if (!named.includes(id)) members.delete(id);
        for (const id of named)
          await keep(
            id,
            signal,
            (inner) => membersIn(id, inner),
            (list) => members.set(id, list),
          );
        if (namesCountries(wanted)) {
          const put = (list: NonNullable<typeof countries>) => {
            countries = list;
          };
          await keep(everybody, signal, countriesOf, put);
        } else countries = undefined;
      } finally {
        reading = false;
      }
    },
  };
}

/** Source: Microsoft Learn, "Prepare for directory synchronization": what a userPrincipalName may hold. */
const signInName = /^[A-Za-z0-9'.\-_!#^~]{1,64}@[A-Za-z0-9.-]{1,48}$/;
/** No directory id. */
const everybody = 'everybody';
/** Of another organisation: no rule is about them. */
const stranger: Whereabouts = { country: null, isIn: () => false };

function groupSeen(read: Read<Group> | undefined): GroupSeen {
  if (read?.kind === 'absent') return read;
  return read?.kind === 'read' ? { kind: 'there', name: read.value.displayName ?? '' } : { kind: 'unseen' };
}
