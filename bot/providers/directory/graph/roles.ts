import { z } from 'zod';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import { minute } from '../../../domain/time.ts';
import { type Page, personAge, type Read, type Reader, unreadFor, type Wanted } from './reader.ts';
import { personPath } from './user.ts';

const roles = z.object({
  value: z.array(z.object({ id: z.string(), roleTemplateId: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type Role = z.infer<typeof roles>['value'][number];

/**
 * Directory roles held at present for the whole organisation, through groups too; `roleStanding` asks for all others.
 * Permission: RoleManagement.Read.Directory; with less Graph names roles without their
 * properties, so that one is in the list is all that counts. The cast to one type is an advanced query.
 */
export function rolesOf(objectId: string, maxAge = personAge): Wanted<Page<Role>> {
  const path = `${personPath(objectId)}/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true`;
  const headers = { ConsistencyLevel: 'eventual' };
  return { call: { what: 'roles', workload: 'directory', path, headers }, schema: roles, maxAge };
}

/** How old an answer about groups, assignments and eligibility may be where nothing is written by it. */
const roleAge = 5 * minute;

const assignments = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

type Assignment = z.infer<typeof assignments>['value'][number];

/**
 * Roles given to a person or group: also for a part of the organisation only, and of the organisation's own making. What
 * is given to a group stands under the group's id. Permission: RoleManagement.Read.Directory. Takes no page size.
 * Source: Microsoft Learn, "List unifiedRoleAssignments".
 */
export function assignedTo(principal: string, maxAge = roleAge): Wanted<Page<Assignment>> {
  return by('role assignments', 'roleAssignments', principal, maxAge);
}

/**
 * Roles a person or group could activate (Privileged Identity Management). Permission: RoleEligibilitySchedule.Read.Directory,
 * which RoleManagement.Read.Directory holds. Source: Microsoft Learn, "List roleEligibilityScheduleInstances".
 */
function eligibleFor(principal: string, maxAge = roleAge): Wanted<Page<Assignment>> {
  return by('eligible roles', 'roleEligibilityScheduleInstances', principal, maxAge);
}

function by(what: string, list: string, principal: string, maxAge: number): Wanted<Page<Assignment>> {
  const filter = encodeURIComponent(`principalId eq '${principal.toLowerCase()}'`);
  const path = `/roleManagement/directory/${list}?$filter=${filter}&$select=id`;
  return { call: { what, workload: 'roles', path }, schema: assignments, maxAge };
}

const groups = z.object({
  value: z.array(
    z.object({ id: z.string(), displayName: z.string().nullish(), isAssignableToRole: z.boolean().nullish() }),
  ),
  '@odata.nextLink': z.string().optional(),
});

type Group = z.infer<typeof groups>['value'][number];

/**
 * Groups somebody is in. Permission: GroupMember.Read.All; without it they come with their ids alone, everything else null.
 * The cast to one type is an advanced query. Source: Microsoft Learn, "List a user's memberships (direct and transitive)".
 */
export function groupsOf(objectId: string, maxAge = roleAge): Wanted<Page<Group>> {
  const query = '$select=id,displayName,isAssignableToRole&$count=true&$top=999';
  const path = `${personPath(objectId)}/transitiveMemberOf/microsoft.graph.group?${query}`;
  const headers = { ConsistencyLevel: 'eventual' };
  return { call: { what: 'groups', workload: 'directory', path, headers }, schema: groups, maxAge };
}

/** The groups that roles can be given to. Every group has a name: one without was not shown to us. */
export async function roleGroupsOf(
  reader: Reader,
  objectId: string,
  signal: AbortSignal,
  maxAge?: number,
): Promise<Read<readonly string[]>> {
  const found = await reader.all(groupsOf(objectId, maxAge), signal);
  if (found.kind !== 'read') return found;
  if (found.value.some(({ displayName }) => displayName == null)) return unreadFor('permission', 'limited information');
  return { kind: 'read', value: found.value.filter((one) => one.isAssignableToRole === true).map(({ id }) => id) };
}

/** Whether there is a role somebody could activate; without a licence for that there is none. */
export async function isEligible(
  reader: Reader,
  principal: string,
  signal: AbortSignal,
  maxAge?: number,
): Promise<Read<boolean>> {
  const found = await reader.all(eligibleFor(principal, maxAge), signal);
  if (found.kind === 'unread' && found.why === 'license') return { kind: 'read', value: false };
  return found.kind === 'read' ? { kind: 'read', value: found.value.length > 0 } : found;
}

/**
 * Whether somebody holds a directory role or could activate one: themselves or through a group, for everything or a part,
 * built-in or of the organisation's own making. One yes is enough; a no needs every answer. Not looked at: groups
 * somebody could activate the membership of.
 * @param maxAge 0 where something is written by it
 */
export async function roleStanding(
  reader: Reader,
  objectId: string,
  signal: AbortSignal,
  maxAge?: number,
): Promise<Read<boolean>> {
  const held = async (principal: string) => {
    const [assigned, eligible] = await Promise.all([
      reader.all(assignedTo(principal, maxAge), signal),
      isEligible(reader, principal, signal, maxAge),
    ]);
    return [assigned.kind === 'read' ? { ...assigned, value: assigned.value.length > 0 } : assigned, eligible];
  };
  const throughGroups = async () => {
    const found = await roleGroupsOf(reader, objectId, signal, maxAge);
    return found.kind === 'read' ? (await Promise.all(found.value.map(held))).flat() : [found];
  };
  const [active, own, theirs] = await Promise.all([
    reader.all(rolesOf(objectId, maxAge), signal),
    held(objectId),
    throughGroups(),
  ]);
  const all = [active.kind === 'read' ? { ...active, value: active.value.length > 0 } : active, ...own, ...theirs];
  if (all.some((one) => one.kind === 'read' && one.value)) return { kind: 'read', value: true };
  return all.find((one) => one.kind !== 'read') ?? { kind: 'read', value: false };
}

/**
 * Whether somebody is a directory administrator, by their roles and by the registration report, which lags. Each one that says yes counts. Undefined: the roles could not be read, and the report does not say yes.
 */
export function administratorBy(
  held: Read<boolean>,
  report: Read<RegistrationReport> | undefined,
): boolean | undefined {
  if (report?.kind === 'read' && report.value.administrator) return true;
  return held.kind === 'read' ? held.value : undefined;
}

/** The same in every tenant. Source: Microsoft Learn, "Microsoft Entra built-in roles", Global Administrator. */
const template = '62e90394-69f5-4237-9190-012177145e10';

interface Held {
  readonly roleTemplateId?: string | null | undefined;
}

/** Whether the roles held now name that one. What Graph does not name counts as no, which is the earlier of two dates. */
export function isGlobalAdministrator(held: Read<readonly Held[]>): boolean {
  return held.kind === 'read' && held.value.some(({ roleTemplateId }) => roleTemplateId?.toLowerCase() === template);
}
