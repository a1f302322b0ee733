import { day, hour, type Instant, minute } from '../time.ts';
import { withAct } from './append-act.ts';
import type { Deed } from './history.ts';
import type { SupportPolicy } from './support-policy.ts';
import { confirmedToWork, type Ticket } from './ticket.ts';

/** Once all tiers know, and for whoever is reminded again and again. */
const daily = day;
/** When the employee is asked again for an answer they owe. */
const owed: readonly number[] = [day, 3 * day];
/** When they are asked again whether it works now. */
const worksAgain: readonly number[] = [2 * day];

/** The next reminder of a ticket on which nothing moves. */
export interface Reminder {
  readonly at: Instant;
  readonly deed: Deed;
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
export function reminded(ticket: Ticket, policy: SupportPolicy, now: Instant): Ticket {
  let next = ticket;
  let last: Deed | undefined;
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
