import { mailedActs, spokenOn, type TicketLetter } from '../outbox/ticket-letter.ts';
import { hour, type Instant } from '../time.ts';
import { checkLife } from './check.ts';
import { lapsed, waitingCheck } from './check-results.ts';
import { nextReminder, reminded } from './escalation.ts';
import type { TicketAct } from './history.ts';
import type { SupportPolicy } from './support-policy.ts';
import { ended, kept, type Ticket } from './ticket.ts';

/**
 * The ticket with all that time and its last acts bring: an unanswered check runs out, reminders fall due, and every act gets
 * its letters. undefined: it ended long ago and is forgotten.
 */
export function woken(ticket: Ticket, policy: SupportPolicy, now: Instant): Ticket | undefined {
  if (ended(ticket) && now >= ticket.since + kept) return undefined;
  const next = reminded(lapsed(ticket, now), policy, now);
  const letters = [...next.letters, ...newLetters(next, policy, now)];
  const withCards = cardLetters({ ...next, letters }, now);
  return { ...next, letters: withCards, posted: next.story.length, wakes: wakesAt(next, policy) };
}

function wakesAt(ticket: Ticket, policy: SupportPolicy): Instant {
  const check = waitingCheck(ticket);
  const times = [
    nextReminder(ticket, policy)?.at,
    check && check.at + checkLife,
    ended(ticket) ? ticket.since + kept : undefined,
  ];
  const known = times.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : ticket.since + 24 * hour;
}

function newLetters(ticket: Ticket, policy: SupportPolicy, now: Instant): readonly TicketLetter[] {
  const addresses = [...new Set(policy.tiers.slice(0, ticket.tier + 1).flat())];
  return ticket.story.slice(ticket.posted).flatMap(({ act }, at): readonly TicketLetter[] => {
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
    const all = [...mails, ...back];
    return aloud ? [...all, { kind: 'voice', id: `${ticket.id}-${entry}-voice`, entry, ...state }] : all;
  });
}

/** Acts after which the employee has something to do. */
const calling: ReadonlySet<TicketAct['act']> = new Set(['asked', 'check-begun', 'resolved', 'returned', 'asked-again']);

/** Whether the employee's card should come anew, below, where they look; else it changes in place. */
export function calls({ story, chat }: Ticket): boolean {
  return chat.place === null || story.slice(chat.shows).some(({ act }) => calling.has(act));
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
