import { z } from 'zod';
import { employeeKeySchema } from '../account/person.ts';
import { addressMethodNames, methodNames } from '../methods/method.ts';
import { ticketLetterSchema } from '../outbox/ticket-letter.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant } from '../time.ts';
import { checkSchema } from './check.ts';
import { ticketFactsSchema } from './facts.ts';
import { toldSchema } from './history.ts';

/**
 * open: nobody has taken it · claimed: a supporter has · returned: the employee has to say or do something · resolved: done,
 * as the supporter says · withdrawn: the employee needs no help any more.
 */
export const ticketStates = ['open', 'claimed', 'returned', 'resolved', 'withdrawn'] as const;
export type TicketState = (typeof ticketStates)[number];

/** What a ticket is about. Asking for the same again joins the open one. */
const ticketCauseSchema = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('help') }),
  storedObject({ kind: z.literal('not-me'), method: z.enum(methodNames) }),
  storedObject({ kind: z.literal('wrong-value'), method: z.enum(addressMethodNames) }),
]);
export type TicketCause = Stored<typeof ticketCauseSchema>;

/** What the employee says. */
const pleaSchema = storedObject({
  said: z.string(),
  happenedAt: z.number(),
  /** How to reach them; empty: in the chat. */
  reach: z.string(),
  urgent: z.boolean(),
});
export type Plea = Stored<typeof pleaSchema>;

/** A supporter, as the directory names them. */
const supporterSchema = storedObject({ objectId: z.string(), name: z.string() });
export type Supporter = Stored<typeof supporterSchema>;

/** A message in a chat or channel, as Teams names it. */
const placeSchema = storedObject({ conversation: z.string(), activity: z.string() });
export type Place = Stored<typeof placeSchema>;

/** A card somewhere, and how many acts of the story it shows. */
const shownCardSchema = storedObject({
  /** Null: there is none, or nobody knows where. */
  place: placeSchema.nullable(),
  shows: z.number(),
});

/** A request for human help, with all that was done about it and the letters that follow. */
export const ticketSchema = storedObject({
  version: z.literal(1),
  /** 128 random bits, hexadecimal: what buttons name it by. */
  id: z.string(),
  /** What people name it by; see `spoken`. */
  number: z.number(),
  employee: employeeKeySchema,
  language: z.string(),
  /** IANA name, once known. */
  timeZone: z.string().nullable(),
  /** The chat they asked in, where nothing newer is known; null: they asked elsewhere. */
  askedIn: z.string().nullable(),
  cause: ticketCauseSchema,
  plea: pleaSchema,
  facts: ticketFactsSchema,
  raisedAt: z.number(),
  /** Ids of the requests that came into it; each counts once. */
  requests: z.array(z.string()),
  state: z.enum(ticketStates),
  /** Since when it is in that state. */
  since: z.number(),
  claimedBy: supporterSchema.nullable(),
  /** A question of a supporter waits for the employee's answer. */
  question: z.string().nullable(),
  checks: z.array(checkSchema),
  /** All that was done, oldest first, chained by hash. */
  story: z.array(toldSchema),
  /** How long nothing has moved: `step` reminders since `from`. */
  waiting: storedObject({ from: z.number(), step: z.number() }),
  /** Up to which tier of the policy it was carried, from 0. */
  tier: z.number(),
  /** How many acts of the story have their letters. */
  posted: z.number(),
  /** When to look at it again even if no letter is due. */
  wakes: z.number().nullable(),
  /** IT has got a mail of it. */
  mailed: z.boolean(),
  /** The card in the support channel. */
  board: shownCardSchema,
  /** The card in the employee's chat. */
  chat: shownCardSchema,
  letters: z.array(ticketLetterSchema),
});
export interface Ticket extends Stored<typeof ticketSchema> {}

/** How long after its end a ticket can be opened again. */
export const reopenable = 7 * day;
/** How long after its end a ticket is kept. */
export const kept = 90 * day;
/** A story longer than this takes no more words: somebody plays. */
export const longestStory = 200;

export function ended({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'resolved' || state === 'withdrawn';
}

export function canReopen(ticket: Ticket, now: Instant): boolean {
  return ended(ticket) && now < ticket.since + reopenable;
}

/** The ticket has been told that it works: nobody waits for an answer. */
export function confirmedToWork({ story }: Ticket): boolean {
  return story.findLast(({ act }) => act === 'works' || act === 'resolved')?.act === 'works';
}

export function sameCause(one: TicketCause, other: TicketCause): boolean {
  // Whatever was disowned, it is one thing that IT looks at.
  const methodOf = (cause: TicketCause) => (cause.kind === 'wrong-value' ? cause.method : '');
  return one.kind === other.kind && methodOf(one) === methodOf(other);
}
