import { z } from 'zod';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';

const about = {
  /** Which ticket; whether somebody may do anything with it is not for a card to say. */
  ticket: z.string().regex(/^[0-9a-f]{32}$/),
  /** How many acts the card showed. */
  seen: z.number().int().min(0).max(100_000),
};
/** Longer than anything we keep; the rest is dropped unread. */
const words = z
  .string()
  .transform((typed) => typed.slice(0, 8_000))
  .default('');

/** What the employee's card of a ticket sends back. */
export const ticketForm = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('ticket-say'), words, ...about }),
  z.object({ verb: z.literal('ticket-reopen'), words, ...about }),
  z.object({ verb: z.literal('ticket-edit'), ...about }),
  z.object({ verb: z.literal('ticket-withdraw'), ...about }),
  z.object({ verb: z.literal('ticket-works'), ...about }),
  z.object({ verb: z.literal('ticket-check-yes'), check: z.string().max(64), ...about }),
  z.object({ verb: z.literal('ticket-check-no'), check: z.string().max(64), ...about }),
]);
export type TicketForm = z.output<typeof ticketForm>;

/** What supporters write about a ticket, each on a card of its own. */
export const wordsForms = ['ask', 'note', 'resolve', 'return'] as const;
export type WordsForm = (typeof wordsForms)[number];

/** What the cards in the support channel send back. */
export const supportForm = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('support-claim'), over: z.string().max(64).nullable().default(null), ...about }),
  z.object({ verb: z.literal('support-check'), ...about }),
  z.object({ verb: z.literal('support-back'), ...about }),
  z.object({ verb: z.literal('support-more'), ...about }),
  z.object({ verb: z.literal('support-open-ask'), ...about }),
  z.object({ verb: z.literal('support-open-note'), ...about }),
  z.object({ verb: z.literal('support-open-resolve'), ...about }),
  z.object({ verb: z.literal('support-open-return'), ...about }),
  z.object({ verb: z.literal('support-open-bring-back'), ...about }),
  z.object({ verb: z.literal('support-bring-back'), words, ...about }),
  z.object({ verb: z.literal('support-let-go'), words, ...about }),
  z.object({ verb: z.literal('support-second'), ...about }),
  z.object({ verb: z.literal('support-second-let-go'), ...about }),
  z.object({ verb: z.literal('support-ask'), words, ...about }),
  z.object({ verb: z.literal('support-note'), words, ...about }),
  z.object({ verb: z.literal('support-resolve'), words, ...about }),
  z.object({ verb: z.literal('support-return'), words, ...about }),
]);
export type SupportForm = z.output<typeof supportForm>;

/** What every button of a ticket's cards says it is about. */
export function aboutTicket({ id, story }: Pick<Ticket, 'id' | 'story'>) {
  return { ticket: id, seen: story.length };
}
