import { type Time, within } from '../../../deadline.ts';
import type { AccountObserver } from '../../../domain/account/facts.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Directory, DirectoryEntry } from '../../../domain/ports/directory.ts';
import { second } from '../../../domain/time.ts';
import { accountFacts, accountSight, type GraphSources, nothingSeen, seen } from './account-facts.ts';
import { emailsOf, phonesByKind, phonesOf } from './methods.ts';
import type { Read } from './reader.ts';
import { administratorBy, isGlobalAdministrator, roleStanding, rolesOf } from './roles.ts';
import { entryOf, userOf } from './user.ts';

/** How long everything together may take that one turn asks of the directory. */
const turnBudget = 3 * second;
/** Nobody waits for a look of the watch; but the letter it follows from is on lease. */
const sightBudget = 15 * second;

/**
 * The organisation's Entra directory through Microsoft Graph. It knows the people of one tenant; nobody else is there for
 * it. Roles that can't be read count as held.
 */
export function graphDirectory(
  tenantId: string,
  sources: GraphSources,
  time: Time,
  mode: 'link' | 'write' = 'link',
): Directory & AccountObserver {
  const { reader } = sources;
  const knows = (tenant: string) => tenant.toLowerCase() === tenantId.toLowerCase();

  /** What is registered already is what the employee is asked about first; what can't be read is not asked about. */
  async function registered(objectId: string, signal: AbortSignal): Promise<NonNullable<DirectoryEntry['prefilled']>> {
    const [phones, emails] = await Promise.all([
      reader.all(phonesOf(objectId), signal),
      reader.all(emailsOf(objectId), signal),
    ]);
    const phone = phones.kind === 'read' ? phonesByKind(phones.value).mobile : undefined;
    const email = emails.kind === 'read' ? (emails.value[0]?.emailAddress ?? undefined) : undefined;
    return { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
  }

  return {
    async entry(employee, signal) {
      if (!knows(employee.tenantId)) return undefined;
      return within(time, turnBudget, signal, async (inner) => {
        const { objectId } = employee;
        const [user, standing, filledIn] = await Promise.all([
          reader.one(userOf(objectId), inner),
          roleStanding(reader, objectId, inner),
          mode === 'write' ? registered(objectId, inner) : {},
        ]);
        if (user.kind === 'absent') return undefined;
        if (user.kind === 'unread') throw new Fault('directory-unavailable', `graph user: ${reasonOf(user)}`);
        const known = entryOf(user.value, administratorBy(standing, undefined) ?? true);
        // Read a moment ago for the standing, and kept.
        const holds = standing.kind === 'read' && standing.value;
        const global = holds && isGlobalAdministrator(await reader.all(rolesOf(objectId), inner));
        const entry = global ? { ...known, globalAdministrator: true } : known;
        if (mode === 'link' || entry.administrator) return { ...entry, registration: 'elsewhere' };
        return { ...entry, prefilled: { ...entry.prefilled, ...filledIn }, registration: 'written' };
      });
    },

    async facts(employee, signal, looking) {
      if (!knows(employee.tenantId)) return nothingSeen('not-there');
      const { objectId } = employee;
      return within(time, turnBudget, signal, (inner) => accountFacts(sources, objectId, time.now(), inner, looking));
    },

    async sight(employee, signal) {
      if (!knows(employee.tenantId)) return nothingSeen('not-there');
      return within(time, sightBudget, signal, (inner) => accountSight(sources, employee.objectId, inner));
    },

    async known({ tenantId: tenant, objectId }) {
      const report = knows(tenant) ? sources.list.of(objectId) : undefined;
      return { ...nothingSeen('not-asked'), ...(report && { report: seen(report, (value) => value) }) };
    },
  };
}

function reasonOf({ why, code }: Extract<Read<unknown>, { kind: 'unread' }>): string {
  return code === undefined ? why : `${why} (${code})`;
}
