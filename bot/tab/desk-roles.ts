import type { EmployeeKey } from '../domain/account/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Directory } from '../domain/ports/directory.ts';
import { listedRoles, type Role } from '../domain/roles.ts';
import { second } from '../domain/time.ts';

/** Whether somebody is a supporter now: by the support channel, or by the policy. */
export type IsSupporter = (employee: EmployeeKey) => Promise<boolean>;

/** The roles somebody has now. Asked at every act, never remembered. */
export type RolesOf = (employee: EmployeeKey) => Promise<ReadonlySet<Role>>;

/** As in a turn: the directory is not waited for any longer. */
const patience = 3 * second;

/**
 * Whoever the policy lists has a role only while the directory says that they work here: no guest, no closed account, nobody it
 * does not know. Not known in time is no.
 */
export function createRolesOf({
  isSupporter,
  policy,
  directory,
}: {
  readonly isSupporter: IsSupporter;
  readonly policy: () => Promise<Policy>;
  readonly directory: Directory;
}): RolesOf {
  async function worksHere(employee: EmployeeKey): Promise<boolean> {
    try {
      return (await directory.entry(employee, AbortSignal.timeout(patience)))?.account === 'member';
    } catch {
      return false;
    }
  }

  return async (employee) => {
    const [supporter, listed] = await Promise.all([
      isSupporter(employee),
      policy().then(({ roles }) => listedRoles(roles, employee.objectId)),
    ]);
    const named = listed.length > 0 && (await worksHere(employee)) ? listed : [];
    return new Set<Role>([...(supporter ? (['supporter'] as const) : []), ...named]);
  };
}
