import type { Clock } from '../domain/ports/system.ts';
import type { SystemWord, TicketSystem } from '../domain/tickets/ticket-system.ts';
import type { Tickets } from '../domain/tickets/tickets.ts';
import { createStatusRoute } from '../http/delivery-status.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { TicketSystemSettings } from '../providers/ticket-system/settings.ts';
import { ticketSystemStatus } from '../providers/ticket-system/status.ts';
import { ticketSystem } from '../providers/ticket-system/ticket-system.ts';

/** What tells the organisation's own ticket system; undefined: there is none, or it is told nothing. */
export function openTicketSystem(settings: TicketSystemSettings | undefined, clock: Clock): TicketSystem | undefined {
  return settings?.out && ticketSystem(settings.out, settings.tenantId, clock);
}

interface SystemRouteParts {
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
  /** There may be something to send. */
  readonly nudge: () => void;
}

/** Where that system tells what it has done, by path. */
export function ticketSystemRoutes(
  settings: TicketSystemSettings | undefined,
  { tickets, clock, metrics, log, nudge }: SystemRouteParts,
) {
  if (!settings || settings.statusSecrets.length === 0) return [];
  const source = ticketSystemStatus(settings.statusSecrets, clock);
  const note = async (word: SystemWord) => {
    const noted = await tickets.hear(settings.tenantId, word, settings.name);
    nudge();
    return noted;
  };
  const route = createStatusRoute({ source, note, counted: (name, result) => metrics.statusCame(name, result), log });
  return [[`/delivery/${source.name}/status`, route] as const];
}
