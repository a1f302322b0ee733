import type { EmployeeKey } from '../account/person.ts';
import type { AddressMethodName, MethodName } from '../methods/method.ts';
import type { TicketLetter } from '../outbox/ticket-letter.ts';
import type { Instant } from '../time.ts';
import { day } from '../time.ts';
import type { Check } from './check.ts';
import type { TicketFacts } from './facts.ts';
import type { Told } from './history.ts';

/**
 * open: nobody has taken it · claimed: a supporter has · returned: the employee has to say or do something · resolved: done,
 * as the supporter says · withdrawn: the employee needs no help any more.
 */
export const ticketStates = ['open', 'claimed', 'returned', 'resolved', 'withdrawn'] as const;
export type TicketState = (typeof ticketStates)[number];

/** What a ticket is about. Asking for the same again joins the open one. */
export type TicketCause =
  | { readonly kind: 'help' }
  | { readonly kind: 'not-me'; readonly method: MethodName }
  | { readonly kind: 'wrong-value'; readonly method: AddressMethodName };

/** What the employee says. */
export interface Plea {
  readonly said: string;
  readonly happenedAt: Instant;
  /** How to reach them; empty: in the chat. */
  readonly reach: string;
  readonly urgent: boolean;
}

/** A supporter, as the directory names them. */
export interface Supporter {
  readonly objectId: string;
  readonly name: string;
}

/** A message in a chat or channel, as Teams names it. */
export interface Place {
  readonly conversation: string;
  readonly activity: string;
}

/** A card somewhere, and how many acts of the story it shows. */
export interface ShownCard {
  /** Null: there is none, or nobody knows where. */
  readonly place: Place | null;
  readonly shows: number;
}

/** A request for human help, with all that was done about it and the letters that follow. */
export interface Ticket {
  readonly version: 1;
  /** 128 random bits, hexadecimal: what buttons name it by. */
  readonly id: string;
  /** What people name it by; see `spoken`. */
  readonly number: number;
  readonly employee: EmployeeKey;
  readonly language: string;
  /** IANA name, once known. */
  readonly timeZone: string | null;
  /** The chat they asked in, where nothing newer is known; null: they asked elsewhere. */
  readonly askedIn: string | null;
  readonly cause: TicketCause;
  readonly plea: Plea;
  readonly facts: TicketFacts;
  readonly raisedAt: Instant;
  /** Ids of the requests that came into it; each counts once. */
  readonly requests: readonly string[];
  readonly state: TicketState;
  /** Since when it is in that state. */
  readonly since: Instant;
  readonly claimedBy: Supporter | null;
  /** A question of a supporter waits for the employee's answer. */
  readonly question: string | null;
  readonly checks: readonly Check[];
  /** All that was done, oldest first, chained by hash. */
  readonly story: readonly Told[];
  /** How long nothing has moved: `step` reminders since `from`. */
  readonly waiting: { readonly from: Instant; readonly step: number };
  /** Up to which tier of the policy it was carried, from 0. */
  readonly tier: number;
  /** How many acts of the story have their letters. */
  readonly posted: number;
  /** When to look at it again even if no letter is due. */
  readonly wakes: Instant | null;
  /** IT has got a mail of it. */
  readonly mailed: boolean;
  /** The card in the support channel. */
  readonly board: ShownCard;
  /** The card in the employee's chat. */
  readonly chat: ShownCard;
  readonly letters: readonly TicketLetter[];
}

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
