import { createHash } from 'node:crypto';
import type { SituationNumber } from '../diagnosis/situation-ids.ts';
import { type SystemEvent, systemEventOf } from '../outbox/ticket-letter.ts';
import type { Delivered } from '../ports/delivery.ts';
import type { Instant } from '../time.ts';
import { isCause } from './facts.ts';
import { outside, wordsIn } from './history.ts';
import { type SupportAct, supporterActed } from './supporter-actions.ts';
import { cardLink, colleagueOf, type Ticket, type TicketCause, ticketNumber } from './ticket.ts';

/** What of people the organisation's own ticket system may be told: who asks · what was said. */
export const systemShares = ['caller', 'words'] as const;
export type SystemShare = (typeof systemShares)[number];

/** One act of a ticket, as the ticket system hears of it. Nothing else of a ticket ever goes there. */
export interface SystemMessage {
  readonly event: SystemEvent;
  readonly at: Instant;
  /** `R-0427`. */
  readonly number: string;
  /** Which act of the ticket it was, from 0: later ones have higher numbers. */
  readonly sequence: number;
  readonly by: 'employee' | 'supporter' | 'bot';
  readonly urgent: boolean;
  readonly cause: TicketCause['kind'];
  /** The likeliest situation that was found, not only said; null: none was. */
  readonly situation: SituationNumber | null;
  readonly raisedAt: Instant;
  /** The card in the support channel; null: there is none yet. */
  readonly link: string | null;
  readonly caller?: { readonly name: string; readonly signInName: string };
  readonly words?: string;
  /** Whom it is about, as the employee typed it. */
  readonly colleague?: string;
}

/** The organisation's own ticket system. */
export interface TicketSystem {
  /** Whose tickets it hears of and may speak of. */
  readonly tenantId: string;
  readonly shares: readonly SystemShare[];
  /** Promises what a `Delivery` does. @param id the same for every try, so that it can be taken once */
  tell(id: string, message: SystemMessage, signal: AbortSignal): Promise<Delivered>;
}

/** What is told of act number `entry`; undefined: it is none that is told. */
export function systemMessage(
  ticket: Ticket,
  entry: number,
  shares: readonly SystemShare[],
): SystemMessage | undefined {
  const told = ticket.story[entry];
  const event = told && systemEventOf(told);
  if (!told || !event) return undefined;
  const { plea, facts } = ticket;
  const said = told.act === 'raised' || told.act === 'edited' ? plea.said : wordsIn(told);
  const colleague = colleagueOf(ticket);
  return {
    event,
    at: told.at,
    number: ticketNumber(ticket.number),
    sequence: entry,
    by: told.by === 'employee' || told.by === 'bot' ? told.by : 'supporter',
    urgent: plea.urgent,
    cause: ticket.cause.kind,
    situation: facts.findings.find(isCause)?.situation ?? null,
    raisedAt: ticket.raisedAt,
    link: cardLink(ticket) ?? null,
    ...(shares.includes('caller') && { caller: { name: facts.name, signInName: facts.signInName } }),
    ...(shares.includes('words') && { words: said, ...(colleague !== undefined && { colleague }) }),
  };
}

/** What the ticket system says of a ticket. Nothing of it reaches an account: these are acts of a ticket alone. */
export interface SystemWord {
  /** Of the message it came in: said twice, it counts once. */
  readonly id: string;
  readonly number: number;
  /** What is done by it; a status or a note. */
  readonly act: Extract<SupportAct, { readonly kind: 'claim' | 'return' | 'resolve' | 'note' }>;
}

/** So many words of the ticket system are remembered. */
const remembered = 100;

/**
 * The ticket after what the ticket system said of it, by the rules supporters act by. known: it came before, or the ticket has
 * moved on, and nothing was done.
 * @param name what the system is called
 */
export function systemActed(
  ticket: Ticket,
  { id, act }: SystemWord,
  name: string,
  now: Instant,
): { readonly record: Ticket; readonly outcome: 'noted' | 'known' } {
  const word = createHash('sha256').update(id).digest('base64url').slice(0, 22);
  if (ticket.heard.includes(word)) return { record: ticket, outcome: 'known' };
  const employee = { tenantId: ticket.employee.tenantId, objectId: outside };
  const actor = { employee, name, signInName: '', supporter: true };
  const { record } = supporterActed(ticket, actor, act, ticket.story.length, now);
  const heard = [...ticket.heard, word].slice(-remembered);
  return { record: { ...record, heard }, outcome: record === ticket ? 'known' : 'noted' };
}
