import { z } from 'zod';
import type { RegistrationReport } from '../../../domain/account/facts.ts';
import { type Page, personAge, type Read, type Wanted } from './reader.ts';
import { personPath } from './user.ts';

const roles = z.object({
  value: z.array(z.object({ id: z.string(), roleTemplateId: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

type Role = z.infer<typeof roles>['value'][number];

/**
 * Directory roles held at present for the whole organisation, through groups too; `role-standing.ts` asks for all others.
 * Permission: RoleManagement.Read.Directory; with less Graph names roles without their
 * properties, so that one is in the list is all that counts. The cast to one type is an advanced query.
 */
export function rolesOf(objectId: string, maxAge = personAge): Wanted<Page<Role>> {
  const path = `${personPath(objectId)}/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true`;
  const headers = { ConsistencyLevel: 'eventual' };
  return { call: { what: 'roles', workload: 'directory', path, headers }, schema: roles, maxAge };
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
