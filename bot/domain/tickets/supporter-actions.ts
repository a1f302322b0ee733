import type { EmployeeKey } from '../account/person.ts';
import type { Instant } from '../time.ts';
import { bringingBack, type InDoubt, type Settling, seconding } from './bring-back.ts';
import { waitingCheck } from './checks.ts';
import { type HistoryEntry, wordsIn } from './history.ts';
import { type Decided, done, notASupporter, stays, unknownTicket, withAct } from './outcome.ts';
import { longestName, plainLine, plainWords } from './sanitize.ts';
import { hasEnded, longestStory, type Supporter, type Ticket } from './ticket.ts';

/** Who acts, with what was found out about them for this very act: no card is believed. */
export interface Actor {
  readonly employee: EmployeeKey;
  readonly name: string;
  /** What they sign in with; empty: it could not be seen. */
  readonly signInName: string;
  readonly supporter: boolean;
}

/** What supporters can do. */
export type SupportAct =
  /** `over`: takes it over from this supporter (directory id). */
  | { readonly kind: 'claim'; readonly over: string | null }
  | { readonly kind: 'ask'; readonly words: string }
  | { readonly kind: 'resolve' | 'return'; readonly words: string }
  /** `forEmployee`: the employee reads it, too. */
  | { readonly kind: 'note'; readonly words: string; readonly forEmployee?: boolean }
  /** Brings back what is out of use, or lets go of it. `doubt`: as the employee's record has it at this moment. */
  | { readonly kind: Settling; readonly doubt: InDoubt | null; readonly words: string }
  /** Says yes to the reason of another supporter for just that. */
  | { readonly kind: 'second'; readonly to: Settling; readonly doubt: InDoubt | null }
  /** Asks the bot to find out whether a caller is the employee. @see Check.id */
  | { readonly kind: 'check'; readonly id: string; readonly provable: boolean; readonly administrator: boolean };

/**
 * The ticket after an act of a supporter.
 * @param seen how many acts the card showed that they acted on: the same act again, seen from there, counts once
 */
export function supporterActed(ticket: Ticket, actor: Actor, act: SupportAct, seen: number, now: Instant): Decided {
  if (ticket.employee.tenantId !== actor.employee.tenantId) return { record: ticket, outcome: unknownTicket };
  if (!actor.supporter) return { record: ticket, outcome: notASupporter };
  // Whoever sits at a supporter's desk must not close what was raised about that supporter's own account.
  if (actor.employee.objectId === ticket.employee.objectId) return stays(ticket, 'own-ticket');
  const { employee, name, signInName } = actor;
  const by: Supporter = { objectId: employee.objectId, name: plainLine(name, longestName), signInName };
  switch (act.kind) {
    case 'claim':
      return claimed(ticket, by, act.over, seen, now);
    case 'check':
      return checking(ticket, by, act, seen, now);
    case 'bring-back':
    case 'let-go':
      return bringingBack(ticket, by, { ...act, words: plainWords(act.words) }, seen, now);
    case 'second':
      return seconding(ticket, by, act, seen, now);
    default:
      return said(ticket, by, { ...act, words: plainWords(act.words) }, seen, now);
  }
}

function claimed(ticket: Ticket, by: Supporter, over: string | null, seen: number, now: Instant): Decided {
  const { claimedBy, state } = ticket;
  if (hasEnded(ticket)) return stays(ticket, 'late');
  if (claimedBy?.objectId === by.objectId) return done(ticket);
  // Done before and since undone: it came again, or the card was old.
  if (ticket.story.slice(seen).some(doneBy(by, 'claimed'))) return stays(ticket, 'late');
  if (claimedBy && claimedBy.objectId !== over) return stays(ticket, 'late');
  const mine = { ...ticket, claimedBy: by, waiting: { from: now, step: 0 } };
  const taken: Ticket = state === 'open' ? { ...mine, state: 'claimed', since: now } : mine;
  return done(withAct(taken, { act: 'claimed' }, by, now));
}

/** Whoever works on a ticket that nobody has taken, has taken it. */
function takenBy(ticket: Ticket, by: Supporter, now: Instant): Ticket {
  return ticket.state === 'open' ? claimed(ticket, by, null, ticket.story.length, now).record : ticket;
}

function doneBy({ objectId }: Supporter, act: HistoryEntry['act']) {
  return (told: HistoryEntry) => told.act === act && told.by === objectId;
}

const acts = { ask: 'asked', note: 'noted', resolve: 'resolved', return: 'returned' } as const;

function said(
  ticket: Ticket,
  by: Supporter,
  deed: Extract<SupportAct, { readonly kind: keyof typeof acts }>,
  seen: number,
  now: Instant,
): Decided {
  const { kind, words } = deed;
  const act = acts[kind];
  if (words === '') return stays(ticket, 'words-missing');
  const again = ticket.story
    .slice(seen)
    .some((one) => one.act === act && one.by === by.objectId && wordsIn(one) === words);
  if (again) return done(ticket);
  if (deed.kind === 'note') return noted(ticket, by, deed, now);
  if (hasEnded(ticket) || (kind === 'return' && ticket.state === 'returned')) return stays(ticket, 'late');
  const told = withAct(takenBy(ticket, by, now), { act, words }, by, now);
  const waiting = { from: now, step: 0 };
  if (kind === 'ask') return done({ ...told, question: words, waiting });
  const state = kind === 'resolve' ? 'resolved' : 'returned';
  return done({ ...told, state, since: now, question: null, waiting });
}

function noted(ticket: Ticket, by: Supporter, deed: SupportAct & { kind: 'note' }, now: Instant): Decided {
  const { words, forEmployee = false } = deed;
  if (ticket.story.length >= longestStory) return stays(ticket, 'late');
  const mine = ticket.claimedBy?.objectId === by.objectId && ticket.state === 'claimed';
  const waiting = mine ? { from: now, step: 0 } : ticket.waiting;
  const note = { act: 'noted', words, ...(forEmployee && { forEmployee }) } as const;
  return done({ ...withAct(ticket, note, by, now), waiting });
}

/** One check at a time. What the directory says now of the employee counts, not what it said when they asked. */
function checking(
  ticket: Ticket,
  by: Supporter,
  act: SupportAct & { kind: 'check' },
  seen: number,
  now: Instant,
): Decided {
  if (ticket.story.slice(seen).some(doneBy(by, 'check-begun'))) return done(ticket);
  if (hasEnded(ticket)) return stays(ticket, 'late');
  const waiting = waitingCheck(ticket);
  if (waiting) return waiting.by === by.objectId ? done(ticket) : stays(ticket, 'late');
  if (!act.provable) return stays(ticket, 'no-method');
  const administrator = ticket.facts.administrator || act.administrator;
  const known = { ...takenBy(ticket, by, now), facts: { ...ticket.facts, administrator } };
  const check = {
    id: act.id,
    by: by.objectId,
    name: by.name,
    at: now,
    result: 'waiting',
    method: null,
    since: null,
  } as const;
  const begun = withAct(known, { act: 'check-begun', check: act.id }, by, now);
  return done({ ...begun, checks: [...ticket.checks.slice(-20), check] });
}
