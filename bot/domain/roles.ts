import { z } from 'zod';
import { type Stored, storedObject } from './stored-shape.ts';

/**
 * What somebody in IT may be. supporter: whom the policy lists, and the members of the support channel · the others: whom the
 * policy lists, and nobody else.
 */
export const roles = ['supporter', 'campaigner', 'policy-maker', 'auditor'] as const;
export type Role = (typeof roles)[number];

const ids = z.array(z.string()).default([]);

/** Directory ids of the people in each role but supporters, who stand with what is decided about support. */
export const rolesPolicySchema = storedObject({ campaigners: ids, policyMakers: ids, auditors: ids });
export type RolesPolicy = Stored<typeof rolesPolicySchema>;

/** Who may do what in the tab. Each is asked for at every act. */
export const deskActs = {
  'see-organisation': ['supporter'],
  'see-lapsing-names': ['supporter'],
  'see-tickets': ['supporter'],
  'see-campaigns': ['campaigner', 'auditor'],
  'run-campaigns': ['campaigner'],
  'see-readiness': ['campaigner', 'policy-maker'],
  'see-campaign-names': ['campaigner'],
  'see-policy': ['policy-maker', 'auditor'],
  'change-policy': ['policy-maker'],
  'see-trail': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type DeskAct = keyof typeof deskActs;

export function allowedTo(act: DeskAct, held: ReadonlySet<Role>): boolean {
  return deskActs[act].some((role) => held.has(role));
}

/** The roles that the policy gives somebody by name. */
export function listedRoles({ campaigners, policyMakers, auditors }: RolesPolicy, objectId: string): readonly Role[] {
  return [
    ...(campaigners.includes(objectId) ? (['campaigner'] as const) : []),
    ...(policyMakers.includes(objectId) ? (['policy-maker'] as const) : []),
    ...(auditors.includes(objectId) ? (['auditor'] as const) : []),
  ];
}
