import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/ports/system.ts';
import type { SystemMessage, TicketSystem } from '../../domain/tickets/ticket-system.ts';
import { exchange } from '../http.ts';
import { webhookHeaders } from '../standard-webhooks.ts';
import type { TicketSystemSettings } from './settings.ts';

/**
 * Tells the organisation's own ticket system what is done to tickets, by Standard Webhooks. Each try of a message bears the same
 * `webhook-id`. What it answers is not read.
 *
 * | answer         | verdict                                                                                  |
 * |----------------|------------------------------------------------------------------------------------------|
 * | 2xx            | accepted                                                                                 |
 * | 410            | refused: the standard has it for a receiver that wants no more                           |
 * | any other      | retry, after what Retry-After says: what is wrong there can be mended; no redirect is followed |
 */
export function ticketSystem(
  { url, secrets, header, shares }: NonNullable<TicketSystemSettings['out']>,
  tenantId: string,
  clock: Clock,
): TicketSystem {
  return {
    tenantId,
    shares,
    async tell(letter, message, signal) {
      const body = JSON.stringify(eventOf(message));
      const headers = {
        'Content-Type': 'application/json',
        ...(header && { [header.name]: header.value }),
        ...webhookHeaders(idOf(letter), clock(), body, secrets),
      };
      const answer = await exchange({ method: 'POST', url, headers, body }, signal, clock);
      if (answer.kind === 'unanswered') return { kind: 'retry', reason: `ticket system ${answer.code}` };
      const { status, after } = answer;
      if (status >= 200 && status < 300) return { kind: 'accepted', reference: '' };
      const reason = `ticket system ${status}`;
      if (status === 410) return { kind: 'refused', reason };
      return { kind: 'retry', reason, ...(after !== undefined && { after }) };
    },
  };
}

/** A letter's name holds the ticket's, which buttons go by: it stays here. */
function idOf(letter: string): string {
  return `msg_${createHash('sha256').update(letter).digest('hex').slice(0, 32)}`;
}

/** As the standard has it: `type`, `timestamp`, `data`. */
function eventOf({ event, at, raisedAt, ...data }: SystemMessage) {
  return {
    type: `ticket.${event}`,
    timestamp: new Date(at).toISOString(),
    data: { ...data, raisedAt: new Date(raisedAt).toISOString() },
  };
}
