import { z } from 'zod';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import type { ListedEmployee } from '../../../domain/campaigns/audience.ts';
import type { Page, Read, Reader, Wanted } from './reader.ts';
import { lineIn, registrations } from './registration.ts';
import { entryOf, userIn, usersListed } from './user.ts';

/**
 * Everybody as the directory's lists have them, with their lines of the registration report: two lists, page by page, and
 * never a request a person. A report that can't be read leaves everybody without one.
 */
export async function listEmployees(
  reader: Reader,
  tenantId: string,
  mode: 'link' | 'write',
  signal: AbortSignal,
): Promise<Read<readonly ListedEmployee[]>> {
  const reports = new Map<string, RegistrationReport>();
  const take = (item: unknown) => {
    const [id, report] = lineIn(item) ?? [];
    if (id !== undefined && report) reports.set(id, report);
  };
  const reported = await reader.each(registrations(), take, signal);
  if (reported.kind === 'unread' && (reported.why === 'late' || reported.why === 'throttled')) return reported;
  const people: ListedEmployee[] = [];
  const read = await reader.each(
    usersListed(),
    (item) => {
      const user = userIn(item);
      if (!user) return;
      const objectId = user.id.toLowerCase();
      const report = reports.get(objectId);
      const administrator = report?.administrator ?? false;
      const registration = mode === 'link' || administrator ? 'elsewhere' : 'written';
      people.push({
        employee: { tenantId, objectId },
        entry: { ...entryOf(user, administrator), registration },
        department: user.department?.trim() || null,
        report,
      });
    },
    signal,
  );
  return read.kind === 'read' ? { kind: 'read', value: people } : read;
}

const members = z.object({ value: z.array(z.object({ id: z.string() })), '@odata.nextLink': z.string().optional() });

/**
 * Who is in a group, through groups in it too. An advanced query: the cast takes a count and eventual consistency.
 * Permission: GroupMember.Read.All. Source: Microsoft Learn, "List group transitive members".
 */
export function membersOf(groupId: string): Wanted<Page<{ readonly id: string }>> {
  const path = `/groups/${encodeURIComponent(groupId)}/transitiveMembers/microsoft.graph.user?$select=id&$top=999&$count=true`;
  const headers = { ConsistencyLevel: 'eventual' };
  return { call: { what: 'group members', workload: 'directory', path, headers }, schema: members, maxAge: 0 };
}

/** Object ids of everybody in each of the groups, in lower case. @param absent what a group is that is not there */
export async function membersOfEach(
  reader: Reader,
  groups: readonly string[],
  signal: AbortSignal,
  absent: 'unread' | 'nobody' = 'unread',
): Promise<Read<ReadonlyMap<string, ReadonlySet<string>>>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const group of groups) {
    const ids = new Set<string>();
    const read = await reader.each(membersOf(group), ({ id }) => ids.add(id.toLowerCase()), signal);
    if (read.kind === 'unread') return read;
    if (read.kind === 'absent' && absent === 'unread') {
      return { kind: 'unread', why: 'unavailable', code: 'no such group' };
    }
    found.set(group, ids);
  }
  return { kind: 'read', value: found };
}
