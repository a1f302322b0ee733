import type { EmployeeKey } from '../account/person.ts';
import type { MethodName } from '../methods/method.ts';
import type { Instant } from '../time.ts';
import { checkOver, waitingCheck, withResult } from './checks.ts';
import { readable } from './create.ts';
import type { TicketFacts } from './facts.ts';
import { editedSince, wordsIn } from './history.ts';
import { type Decided, done, stays, unknownTicket, withAct } from './outcome.ts';
import { plainWords } from './sanitize.ts';
import { canReopen, confirmedToWork, type HelpText, hasEnded, longestStory, type Ticket } from './ticket.ts';

/** Whoever may have taken the account over must not call IT off again. */
export function withdrawable({ cause }: Pick<Ticket, 'cause'>): boolean {
  return cause.kind !== 'not-me';
}

/** Nobody has begun with it: from then on more can be said, and nothing unsaid. */
export function editable({ cause, state, story }: Ticket): boolean {
  return cause.kind === 'help' && state === 'open' && !story.some(({ act }) => act === 'claimed');
}

/** What the employee can do about their own ticket. */
export type EmployeeAct =
  /** An answer where a question waits, else something to add. */
  | { readonly kind: 'say'; readonly words: string }
  /** Takes the place of what they had written. */
  | { readonly kind: 'edit'; readonly plea: HelpText; readonly colleague: string; readonly facts: TicketFacts }
  | { readonly kind: 'withdraw' }
  /** It works now. */
  | { readonly kind: 'works' }
  /** It does not, or not any more. */
  | { readonly kind: 'reopen'; readonly words: string }
  /** They showed who they are, or that it is not them who calls. */
  | {
      readonly kind: 'check';
      readonly check: string;
      readonly passed: boolean;
      readonly method: MethodName | null;
      readonly since?: Instant;
    };

/**
 * The ticket after an act of its employee.
 * @param seen how many acts their card showed
 * @param format in which records are written now
 */
export function employeeActed(
  ticket: Ticket,
  employee: EmployeeKey,
  act: EmployeeAct,
  seen: number,
  now: Instant,
  format = editedSince,
): Decided {
  const own = ticket.employee.objectId === employee.objectId && ticket.employee.tenantId === employee.tenantId;
  if (!own) return { record: ticket, outcome: unknownTicket };
  switch (act.kind) {
    case 'say':
      return said(ticket, plainWords(act.words), seen, now);
    case 'edit':
      return edited(ticket, act, seen, now, format >= editedSince);
    case 'withdraw':
      return withdrawn(ticket, seen, now);
    case 'works':
      return works(ticket, seen, now);
    case 'reopen':
      return reopened(ticket, plainWords(act.words), seen, now);
    case 'check':
      return checked(ticket, act, now);
  }
}

function said(ticket: Ticket, words: string, seen: number, now: Instant): Decided {
  if (words === '') return stays(ticket, 'words-missing');
  if (again(ticket, words, seen)) return done(ticket);
  if (hasEnded(ticket) || ticket.story.length >= longestStory) return stays(ticket, 'late');
  const asked = ticket.question !== null || ticket.state === 'returned';
  const next = withAct(ticket, { act: asked ? 'answered' : 'added', words }, 'employee', now);
  if (!asked) return done(next);
  const state = ticket.claimedBy ? 'claimed' : 'open';
  const since = state === ticket.state ? ticket.since : now;
  return done({ ...next, question: null, state, since, waiting: { from: now, step: 0 } });
}

function edited(
  ticket: Ticket,
  { plea, colleague, facts }: EmployeeAct & { kind: 'edit' },
  seen: number,
  now: Instant,
  known: boolean,
) {
  const next = readable(plea);
  if (next.said === '') return stays(ticket, 'words-missing');
  // A form that is older than another change takes the place of nothing.
  if (changedSince(ticket, seen)) return ticket.plea.said === next.said ? done(ticket) : stays(ticket, 'late');
  if (!editable(ticket) || ticket.story.length >= longestStory) return stays(ticket, 'late');
  // Whoever reads of an addition finds the same words in it as above.
  const act = known
    ? ({ act: 'edited', words: ticket.plea.said } as const)
    : ({ act: 'added', words: next.said } as const);
  const told = withAct(ticket, act, 'employee', now);
  return done({ ...told, plea: next, cause: { kind: 'help', colleague }, facts });
}

function withdrawn(ticket: Ticket, seen: number, now: Instant): Decided {
  if (ticket.state === 'withdrawn' || saw(ticket, 'withdrawn', seen)) return done(ticket);
  if (hasEnded(ticket) || !withdrawable(ticket)) return stays(ticket, 'late');
  const next = withAct(ticket, { act: 'withdrawn' }, 'employee', now);
  return done({ ...next, state: 'withdrawn', since: now, question: null, waiting: { from: now, step: 0 } });
}

function works(ticket: Ticket, seen: number, now: Instant): Decided {
  if (saw(ticket, 'works', seen)) return done(ticket);
  if (ticket.state !== 'resolved') return stays(ticket, 'late');
  return confirmedToWork(ticket) ? done(ticket) : done(withAct(ticket, { act: 'works' }, 'employee', now));
}

/** Nobody has it any more: whoever has time takes it, and the waiting begins anew. */
function reopened(ticket: Ticket, words: string, seen: number, now: Instant): Decided {
  if (again(ticket, words, seen)) return done(ticket);
  if (!hasEnded(ticket)) return stays(ticket, 'late');
  if (!canReopen(ticket, now) || ticket.story.length >= longestStory) return stays(ticket, 'late');
  // That it fails alone tells nobody why.
  if (words === '') return stays(ticket, 'words-missing');
  const next = withAct(ticket, { act: 'reopened', words }, 'employee', now);
  return done({ ...next, state: 'open', since: now, claimedBy: null, waiting: { from: now, step: 0 } });
}

function checked(ticket: Ticket, act: EmployeeAct & { kind: 'check' }, now: Instant): Decided {
  const check = waitingCheck(ticket);
  if (check?.id !== act.check || checkOver(check, now)) {
    const same = ticket.checks.find(({ id }) => id === act.check)?.result;
    return same === (act.passed ? 'passed' : 'failed') ? done(ticket) : stays(ticket, 'late');
  }
  const shown = act.passed ? act.method : null;
  return done(withResult(ticket, check.id, act.passed ? 'passed' : 'failed', shown, now, shown && act.since));
}

/** In whichever way it was told. */
function changedSince({ story, plea }: Ticket, seen: number): boolean {
  return story.slice(seen).some((one) => one.act === 'edited' || (one.act === 'added' && one.words === plea.said));
}

/** It was done since that card: it came again. */
function saw({ story }: Ticket, act: 'withdrawn' | 'works', seen: number): boolean {
  return story.slice(seen).some((one) => one.act === act);
}

function again(ticket: Ticket, words: string, seen: number): boolean {
  return ticket.story.slice(seen).some((one) => one.by === 'employee' && wordsIn(one) === words && 'words' in one);
}
