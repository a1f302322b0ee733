import { z } from 'zod';
import { employeeKeySchema } from '../account/person.ts';
import { addressMethodNames, methodNames } from '../methods/method.ts';
import { ticketLetterSchema } from '../outbox/ticket-letter.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant } from '../time.ts';
import { ticketFactsSchema } from './facts.ts';
import { checkResults, historyEntrySchema } from './history.ts';

/**
 * open: nobody has taken it · claimed: a supporter has · returned: the employee has to say or do something · resolved: done,
 * as the supporter says · withdrawn: the employee needs no help any more.
 */
export const ticketStates = ['open', 'claimed', 'returned', 'resolved', 'withdrawn'] as const;
export type TicketState = (typeof ticketStates)[number];

/** What a ticket is about. Asking for the same again joins the open one. */
const ticketCauseSchema = z.discriminatedUnion('kind', [
  /** `colleague`: the name of whom it is about, as the employee typed it and nobody checked; empty: it is about themselves. */
  storedObject({ kind: z.literal('help'), colleague: z.string().default('') }),
  storedObject({ kind: z.literal('not-me'), method: z.enum(methodNames) }),
  storedObject({ kind: z.literal('wrong-value'), method: z.enum(addressMethodNames) }),
]);
export type TicketCause = Stored<typeof ticketCauseSchema>;

/** What the employee says. */
const helpTextSchema = storedObject({
  said: z.string(),
  happenedAt: z.number(),
  /** How to reach them; empty: in the chat. */
  reach: z.string(),
  urgent: z.boolean(),
});
export type HelpText = Stored<typeof helpTextSchema>;

/** A supporter, as the directory names them. `signInName`: where a chat with them opens; empty: it could not be seen. */
const supporterSchema = storedObject({ objectId: z.string(), name: z.string(), signInName: z.string().default('') });
export type Supporter = Stored<typeof supporterSchema>;

/** A supporter asks whether a caller is the employee; the bot finds out by a proven method. */
const callerCheckSchema = storedObject({
  /** 128 random bits, hexadecimal: the proof asked for names it, with the purpose `caller-check`. */
  id: z.string(),
  /** Directory id of the supporter who asked. */
  by: z.string(),
  name: z.string(),
  at: z.number(),
  result: z.enum(['waiting', ...checkResults]),
  /** What the employee showed it with. */
  method: z.enum(methodNames).nullable(),
  /** When that method was registered. */
  since: z.number().nullable().default(null),
});
export type CallerCheck = Stored<typeof callerCheckSchema>;

/** A message in a chat or channel, as Teams names it. */
const messagePlaceSchema = storedObject({ conversation: z.string(), activity: z.string() });
export type MessagePlace = Stored<typeof messagePlaceSchema>;

/** A card somewhere, and how many acts of the story it shows. */
const shownCardSchema = storedObject({
  /** Null: there is none, or nobody knows where. */
  place: messagePlaceSchema.nullable(),
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
  plea: helpTextSchema,
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
  checks: z.array(callerCheckSchema),
  /** All that was done, oldest first, chained by hash. */
  story: z.array(historyEntrySchema),
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
  /** What the organisation's own ticket system has said of it, newest last, each once (`ticket-system.ts`). */
  heard: z.array(z.string()).default([]),
});
export interface Ticket extends Stored<typeof ticketSchema> {}

/** How long after its end a ticket can be opened again. */
export const reopenable = 7 * day;
/** How long after its end a ticket is kept. */
export const endedTicketLife = 90 * day;
/** A story longer than this takes no more words: somebody plays. */
export const longestStory = 200;

export function hasEnded({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'resolved' || state === 'withdrawn';
}

export function canReopen(ticket: Ticket, now: Instant): boolean {
  return hasEnded(ticket) && now < ticket.since + reopenable;
}

/** The ticket has been told that it works: nobody waits for an answer. */
export function confirmedToWork({ story }: Ticket): boolean {
  return story.findLast(({ act }) => act === 'works' || act === 'resolved')?.act === 'works';
}

/** The name of the colleague whom it is about, as typed; undefined: it is about the employee. */
export function colleagueOf({ cause }: Pick<Ticket, 'cause'>): string | undefined {
  return cause.kind === 'help' && cause.colleague !== '' ? cause.colleague : undefined;
}

export function sameCause(one: TicketCause, other: TicketCause): boolean {
  // Whatever was disowned, it is one thing that IT looks at.
  const about = (cause: TicketCause) => {
    if (cause.kind === 'wrong-value') return cause.method;
    return cause.kind === 'help' ? cause.colleague.toLowerCase() : '';
  };
  return one.kind === other.kind && about(one) === about(other);
}

/** Numbers already given to tickets: the next is one more. A number that was given and not used stays unused. */
export const ticketNumbersSchema = storedObject({ last: z.number() });
export type TicketNumbers = Stored<typeof ticketNumbersSchema>;

/** The only record of its kind. */
export const numbersId = 'all';

/** The next number. Compare-and-set gives it to one asker only, over all processes. */
export function nextNumber(numbers: TicketNumbers | undefined): { record: TicketNumbers; outcome: number } {
  const last = (numbers?.last ?? 0) + 1;
  return { record: { last }, outcome: last };
}

/** As people say it: `R-0427`. */
export function ticketNumber(number: number): string {
  return `R-${String(number).padStart(4, '0')}`;
}

/** Reads a number however it is said: `R-0427`, `r427`, `R 0427`, `427`. */
export function readNumber(said: string): number | undefined {
  const [, digits] = /^\s*(?:r\s*(?:[-–]\s*)?)?0*([1-9]\d{0,8})\s*$/iu.exec(said) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Where Teams opens the ticket's card in the support channel; undefined: nobody knows where it is.
 * Source: Microsoft Learn, "Create deep links": `/l/message/<channel>/<message>?tenantId=…&parentMessageId=…`.
 */
export function cardLink({ board, employee }: Pick<Ticket, 'board' | 'employee'>): string | undefined {
  const [, channel, message] = /^(19:[^;/?#]+);messageid=(\d+)$/.exec(board.place?.conversation ?? '') ?? [];
  if (channel === undefined || message === undefined) return undefined;
  const query = new URLSearchParams({ tenantId: employee.tenantId, parentMessageId: message });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${message}?${query}`;
}
