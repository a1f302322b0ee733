import { eachRecord, everyRecord, type Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { shared } from '../domain/shared-result.ts';
import { situationsOf } from '../domain/tickets/statistics.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';
import { type Instant, minute } from '../domain/time.ts';
import type { CauseCount } from './organisation-view.ts';

/** Every ticket of ninety days is read to count causes, so they are not counted at every look. */
const fresh = 10 * minute;

/** What supporters see of all tickets together. */
export interface TicketStatistics {
  /** Since when each open ticket of a tenant has been open. */
  openTickets(tenantId: string): Promise<readonly Instant[]>;
  /** How often each cause was found since then, most frequent first. */
  failures(tenantId: string, since: Instant): Promise<readonly CauseCount[]>;
}

export function createTicketStatistics(store: Store, clock: Clock): TicketStatistics {
  async function count(tenantId: string, since: Instant): Promise<readonly CauseCount[]> {
    const recent: Pick<Ticket, 'facts'>[] = [];
    for await (const { employee, raisedAt, facts } of everyRecord(store, 'ticket')) {
      if (employee.tenantId === tenantId && raisedAt >= since) recent.push({ facts });
    }
    return situationsOf(recent);
  }

  return {
    async openTickets(tenantId) {
      const since: Instant[] = [];
      const query = { field: 'open', equals: tenantId, limit: 200 };
      for await (const { raisedAt } of eachRecord(store, 'ticket', query)) since.push(raisedAt);
      return since;
    },
    failures: (tenantId, since) =>
      shared(store, clock, { name: `failures/${tenantId}`, fresh, make: () => count(tenantId, since) }),
  };
}
