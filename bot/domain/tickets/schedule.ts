import { mailedActs, spokenOn, systemEventOf, type TicketLetter } from '../outbox/ticket-letter.ts';
import { day, hour, type Instant, minute } from '../time.ts';
import { checkLife, waitingCheck, withLapsedCheck } from './checks.ts';
import { isForEmployee, type TicketAct, type TicketEvent } from './history.ts';
import { withAct } from './outcome.ts';
import type { SupportPolicy } from './support-policy.ts';
import { confirmedToWork, endedTicketLife, hasEnded, type Ticket } from './ticket.ts';

/** Once all tiers know, and for whoever is reminded again and again. */
const daily = day;
/** When the employee is asked again for an answer they owe. */
const owed: readonly number[] = [day, 3 * day];
/** When they are asked again whether it works now. */
const worksAgain: readonly number[] = [2 * day];

/** The next reminder of a ticket on which nothing moves. */
export interface Reminder {
  readonly at: Instant;
  readonly deed: TicketEvent;
}

/** What comes next if nothing moves; undefined: nothing, it may rest. */
export function nextReminder(ticket: Ticket, policy: SupportPolicy): Reminder | undefined {
  const { state, question, waiting } = ticket;
  switch (state) {
    case 'open':
      return unclaimed(ticket, policy);
    case 'claimed':
      return question === null ? silent(ticket, policy) : inTurn(owed, waiting);
    case 'returned':
      return inTurn(owed, waiting);
    case 'resolved':
      return confirmedToWork(ticket) ? undefined : inTurn(worksAgain, waiting);
    case 'withdrawn':
      return undefined;
  }
}

/** Said again, then one tier further each time, then every day for ever: a ticket never gets lost. */
function unclaimed({ plea, waiting, tier }: Ticket, policy: SupportPolicy): Reminder {
  const patience = patienceOf(policy.unclaimed, plea.urgent);
  const { from, step } = waiting;
  const further = policy.tiers.length - 1;
  if (step === 0) return { at: from + patience, deed: { act: 'said-again' } };
  const carried = Math.max(0, further) + 1;
  if (tier < further) return { at: from + (step + 1) * patience, deed: { act: 'next-tier', tier: tier + 1 } };
  const days = Math.max(1, step - carried + 1);
  return { at: from + carried * patience + days * daily, deed: { act: 'said-again' } };
}

function silent({ plea, waiting }: Ticket, policy: SupportPolicy): Reminder {
  const patience = patienceOf(policy.silent, plea.urgent);
  return { at: waiting.from + patience + waiting.step * daily, deed: { act: 'reminded' } };
}

function inTurn(delays: readonly number[], { from, step }: Ticket['waiting']): Reminder | undefined {
  const delay = delays[step];
  return delay === undefined ? undefined : { at: from + delay, deed: { act: 'asked-again' } };
}

function patienceOf(minutes: SupportPolicy['unclaimed'], urgent: boolean): number {
  return Math.min(Math.max(urgent ? minutes.urgent : minutes.normal, 1) * minute, 30 * 24 * hour);
}

/** The ticket after the reminders that are due; of several that were missed (nobody was up) only the last is said. */
export function withReminders(ticket: Ticket, policy: SupportPolicy, now: Instant): Ticket {
  let next = ticket;
  let last: TicketEvent | undefined;
  for (
    let reminder = nextReminder(next, policy);
    reminder && reminder.at <= now;
    reminder = nextReminder(next, policy)
  ) {
    last = reminder.deed;
    const tier = last.act === 'next-tier' ? last.tier : next.tier;
    next = { ...next, tier, waiting: { ...next.waiting, step: next.waiting.step + 1 } };
  }
  return last ? withAct(next, last, 'bot', now) : ticket;
}

/**
 * The ticket with all that time and its last acts bring: an unanswered check runs out, reminders fall due, and every act gets
 * its letters. undefined: it ended long ago and is forgotten.
 * @param tells there is a ticket system of the organisation's own that hears of it
 */
export function wakeTicket(ticket: Ticket, policy: SupportPolicy, now: Instant, tells: boolean): Ticket | undefined {
  if (hasEnded(ticket) && now >= ticket.since + endedTicketLife) return undefined;
  const next = withReminders(withLapsedCheck(ticket, now), policy, now);
  const letters = [...next.letters, ...newLetters(next, policy, now, tells)];
  const withCards = cardLetters({ ...next, letters }, now);
  return { ...next, letters: withCards, posted: next.story.length, wakes: wakesAt(next, policy) };
}

function wakesAt(ticket: Ticket, policy: SupportPolicy): Instant {
  const check = waitingCheck(ticket);
  const times = [
    nextReminder(ticket, policy)?.at,
    check && check.at + checkLife,
    hasEnded(ticket) ? ticket.since + endedTicketLife : undefined,
  ];
  const known = times.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : ticket.since + 24 * hour;
}

/** How long the ticket system may be away before it is not told any more. */
export const systemLife = 7 * day;

function newLetters(ticket: Ticket, policy: SupportPolicy, now: Instant, tells: boolean): readonly TicketLetter[] {
  const addresses = [...new Set(policy.tiers.slice(0, ticket.tier + 1).flat())];
  return ticket.story.slice(ticket.posted).flatMap((told, at): readonly TicketLetter[] => {
    const { act } = told;
    const entry = ticket.posted + at;
    const state = { due: now, dies: null, tries: [] };
    const mails = ((mailedActs as readonly string[]).includes(act) ? addresses : []).map(
      (to): TicketLetter => ({ kind: 'mail', id: `${ticket.id}-${entry}-${to}`, entry, to, ...state }),
    );
    const back: readonly TicketLetter[] =
      act === 'brought-back' || act === 'let-go'
        ? [{ kind: 'bring-back', id: `${ticket.id}-${entry}-back`, entry, ...state }]
        : [];
    const aloud = entry > 0 && (spokenOn as readonly string[]).includes(act);
    const system: readonly TicketLetter[] =
      tells && systemEventOf(told)
        ? [{ kind: 'system', id: `${ticket.id}-${entry}-system`, entry, ...state, dies: now + systemLife }]
        : [];
    const all = [...mails, ...back, ...system];
    return aloud ? [...all, { kind: 'voice', id: `${ticket.id}-${entry}-voice`, entry, ...state }] : all;
  });
}

/** Acts after which the employee has something to do, or to read. */
const calling: ReadonlySet<TicketAct['act']> = new Set(['asked', 'check-begun', 'resolved', 'returned', 'asked-again']);

/** Whether the employee's card should come anew, below, where they look; else it changes in place. */
export function calls({ story, chat }: Ticket): boolean {
  return chat.place === null || story.slice(chat.shows).some((told) => calling.has(told.act) || isForEmployee(told));
}

/**
 * One letter for each card that does not show the present state. One that waits already will show what is new when it is
 * sent; one on its way is looked at again after it has come back.
 */
function cardLetters({ id, letters, story, board, chat }: Ticket, now: Instant): readonly TicketLetter[] {
  const state = { due: now, dies: null, tries: [] };
  const kinds = new Set(letters.map(({ kind }) => kind));
  const wanting = (
    [
      ['board', board],
      ['chat', chat],
    ] as const
  ).filter(([kind, { shows }]) => shows < story.length && !kinds.has(kind));
  return [...letters, ...wanting.map(([kind]) => ({ kind, id: `${id}-${story.length}-${kind}`, ...state }))];
}
