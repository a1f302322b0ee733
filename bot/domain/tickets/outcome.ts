import type { Instant } from '../time.ts';
import { appendEntry, type TicketEvent } from './history.ts';
import type { Supporter, Ticket } from './ticket.ts';

/** What doing something to a ticket comes to. Where it brings a ticket, that is the ticket as it now is. */
export type TicketOutcome =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  /** The card was old: the ticket has moved on, and nothing was done. */
  | { readonly kind: 'late'; readonly ticket: Ticket }
  | { readonly kind: 'words-missing'; readonly ticket: Ticket }
  /** Nobody checks themselves. */
  | { readonly kind: 'own-ticket'; readonly ticket: Ticket }
  /** The employee has no proven method to show who they are with. */
  | { readonly kind: 'no-method'; readonly ticket: Ticket }
  /** Nothing of the employee's waits to come back. */
  | { readonly kind: 'nothing-waits'; readonly ticket: Ticket }
  /** Without a passed check it takes a reason, and a second supporter. */
  | { readonly kind: 'reason-missing'; readonly ticket: Ticket }
  /** The reason was theirs: somebody else has to say yes to it. */
  | { readonly kind: 'second-needed'; readonly ticket: Ticket }
  | { readonly kind: 'not-a-supporter' }
  /** No such ticket, or somebody else's: the two look the same. */
  | { readonly kind: 'unknown-ticket' };

export interface Decided {
  readonly record: Ticket;
  readonly outcome: TicketOutcome;
}

export function done(ticket: Ticket): Decided {
  return { record: ticket, outcome: { kind: 'done', ticket } };
}

export function stays(
  ticket: Ticket,
  kind: Exclude<TicketOutcome['kind'], 'not-a-supporter' | 'unknown-ticket'>,
): Decided {
  return { record: ticket, outcome: { kind, ticket } };
}

export const notASupporter = { kind: 'not-a-supporter' } as const;
export const unknownTicket = { kind: 'unknown-ticket' } as const;

/** The ticket with one more act in its story; its letters are seen to next. */
export function withAct(ticket: Ticket, deed: TicketEvent, by: Supporter | 'employee' | 'bot', now: Instant): Ticket {
  const author = typeof by === 'string' ? { by, name: '' } : { by: by.objectId, name: by.name };
  return { ...ticket, story: appendEntry(ticket.story, { ...deed, ...author }, now), wakes: now };
}
