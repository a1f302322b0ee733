import { Fault } from '../../domain/fault.ts';
import { second } from '../../domain/instant.ts';
import type { AccountObserver } from '../../domain/ports/account-facts.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import { accountFacts, nothingSeen } from './graph/account-facts.ts';
import type { Read, Reader } from './graph/read.ts';
import { administratorBy, rolesOf } from './graph/roles.ts';
import { type Time, within } from './graph/time.ts';
import { entryOf, userOf } from './graph/user.ts';

/** How long everything together may take that one turn asks of the directory. */
const turnBudget = 3 * second;

/**
 * The organisation's Entra directory through Microsoft Graph. It knows the people of one tenant; nobody else is there for
 * it. Roles that can't be read count as held.
 */
export function graphDirectory(tenantId: string, reader: Reader, time: Time): Directory & AccountObserver {
  const knows = (tenant: string) => tenant.toLowerCase() === tenantId.toLowerCase();

  return {
    async entry(employee, signal) {
      if (!knows(employee.tenantId)) return undefined;
      return within(time, turnBudget, signal, async (inner) => {
        const [user, roles] = await Promise.all([
          reader.one(userOf(employee.objectId), inner),
          reader.all(rolesOf(employee.objectId), inner),
        ]);
        if (user.kind === 'absent') return undefined;
        if (user.kind === 'unread') throw new Fault('directory-unavailable', `graph user: ${reasonOf(user)}`);
        return entryOf(user.value, administratorBy(roles, undefined) ?? true);
      });
    },

    async facts(employee, signal) {
      if (!knows(employee.tenantId)) return nothingSeen('not-there');
      return within(time, turnBudget, signal, (inner) => accountFacts(reader, employee.objectId, time.now(), inner));
    },
  };
}

function reasonOf({ why, code }: Extract<Read<unknown>, { kind: 'unread' }>): string {
  return code === undefined ? why : `${why} (${code})`;
}
