import type { MethodName } from '../methods/method.ts';
import { ahead, type Instant, minute } from '../time.ts';
import type { CheckResult } from './history.ts';
import { withAct } from './outcome.ts';
import type { CallerCheck, Ticket } from './ticket.ts';

/** How long the employee has to show that it is them. */
export const checkLife = 10 * minute;
/** How long a passed check says something about who is on the phone. */
export const checkCounts = 60 * minute;

/** Whether it is too late to show it. */
export function checkOver({ at }: Pick<CallerCheck, 'at'>, now: Instant): boolean {
  return now >= at + checkLife || ahead(at, now);
}

export function waitingCheck({ checks }: Ticket): CallerCheck | undefined {
  return checks.find(({ result }) => result === 'waiting');
}

/** How many different supporters have seen the caller confirmed lately, and how many it takes: two for a directory administrator. */
export function confirmations(
  { checks, facts }: Ticket,
  now: Instant,
): { readonly have: number; readonly need: number } {
  const passed = checks.filter(({ result, at }) => result === 'passed' && now < at + checkCounts && !ahead(at, now));
  return { have: new Set(passed.map(({ by }) => by)).size, need: facts.administrator ? 2 : 1 };
}

/** The ticket with a check that came to something. */
export function withResult(
  ticket: Ticket,
  id: string,
  result: CheckResult,
  method: MethodName | null,
  at: Instant,
  since: Instant | null = null,
): Ticket {
  const checks = ticket.checks.map((one) => (one.id === id ? { ...one, result, method, since } : one));
  const by = result === 'no-answer' ? 'bot' : 'employee';
  return { ...withAct(ticket, { act: 'check-ended', check: id, result, method }, by, at), checks };
}

/** The ticket whose unanswered check has run out, if it has; else the very same. */
export function withLapsedCheck(ticket: Ticket, now: Instant): Ticket {
  const check = waitingCheck(ticket);
  return check && checkOver(check, now) ? withResult(ticket, check.id, 'no-answer', null, now) : ticket;
}
