import { eachRecord, type Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { situationsOf } from '../domain/tickets/statistics.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';
import { type Instant, minute } from '../domain/time.ts';
import type { CauseCount } from './organisation-view.ts';

/** Every ticket of ninety days is read to count causes, so they are not counted at every look. */
const fresh = 10 * minute;

type Failures = Awaited<ReturnType<TicketStatistics['failures']>>;

/** What supporters see of all tickets together. */
export interface TicketStatistics {
  /** Since when each open ticket of a tenant has been open. */
  openTickets(tenantId: string): Promise<readonly Instant[]>;
  /** How often each cause was found since then, most frequent first. */
  failures(tenantId: string, since: Instant): Promise<readonly CauseCount[]>;
}

export function createTicketStatistics(store: Store, clock: Clock): TicketStatistics {
  const counted = new Map<string, { readonly at: Instant; readonly failures: Promise<Failures> }>();

  /** Of a tenant; `open`: those that have not ended. */
  const ticketsBy = (field: 'tenant' | 'open', tenantId: string) =>
    eachRecord(store, 'ticket', { field, equals: tenantId, limit: 200 });

  async function count(tenantId: string, since: Instant): Promise<Failures> {
    const recent: Pick<Ticket, 'facts'>[] = [];
    for await (const { raisedAt, facts } of ticketsBy('tenant', tenantId)) {
      if (raisedAt >= since) recent.push({ facts });
    }
    return situationsOf(recent);
  }

  return {
    async openTickets(tenantId) {
      const since: Instant[] = [];
      for await (const { raisedAt } of ticketsBy('open', tenantId)) since.push(raisedAt);
      return since;
    },
    failures(tenantId, since) {
      const [known, now] = [counted.get(tenantId), clock()];
      if (known && now >= known.at && now - known.at < fresh) return known.failures;
      const failures = count(tenantId, since);
      counted.set(tenantId, { at: now, failures });
      failures.catch(() => counted.delete(tenantId));
      return failures;
    },
  };
}
