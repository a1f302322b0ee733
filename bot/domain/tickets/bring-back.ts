import type { Person } from '../account/person.ts';
import { frozenUntil } from '../enrolment/proof.ts';
import { outOfUse } from '../methods/change.ts';
import type { MethodName } from '../methods/method.ts';
import type { Instant } from '../time.ts';
import { confirmations } from './checks.ts';
import { maskedIn } from './facts.ts';
import type { HistoryEntry, TicketEvent } from './history.ts';
import { type Decided, done, stays, withAct } from './outcome.ts';
import { hasEnded, type Supporter, type Ticket } from './ticket.ts';

/** What is in doubt about the employee at this very moment. */
export interface InDoubt {
  /** @see Doubt.id */
  readonly id: string;
  readonly since: Instant;
}

/** What comes back with it, and until when changes are stopped that this would end. */
export interface Waiting extends InDoubt {
  readonly back: readonly { readonly method: MethodName; readonly address: string | null }[];
  readonly until: Instant | null;
}

/** What supporters can end: something that waits to come back, or a stop of changes alone. Addresses are masked. */
export function waitingFor(person: Person, now: Instant): Waiting | undefined {
  const { doubt } = person;
  const until = frozenUntil(person, now);
  const back = [...outOfUse(doubt)].map(([method, value]) => ({ method, address: maskedIn(method, value) }));
  return doubt && (back.length > 0 || until !== null) ? { id: doubt.id, since: doubt.at, back, until } : undefined;
}

/** What can be done with something that waits: it comes back, or it is let go. */
export type Settling = 'bring-back' | 'let-go';
const asking = { 'bring-back': 'back-asked', 'let-go': 'go-asked' } as const;
const settling = { 'bring-back': 'brought-back', 'let-go': 'let-go' } as const;

type Asked = HistoryEntry & { readonly act: 'back-asked' | 'go-asked' };
type Settled = HistoryEntry & { readonly act: 'brought-back' | 'let-go' };

function isAsked(told: HistoryEntry | undefined): told is Asked {
  return told?.act === 'back-asked' || told?.act === 'go-asked';
}

/** It settles what waited. */
export function isSettled(told: HistoryEntry | undefined): told is Settled {
  return told?.act === 'brought-back' || told?.act === 'let-go';
}

/** The reason that waits for a second supporter, and what it is for. */
export function reasonWaiting({ story }: Ticket): { readonly to: Settling; readonly told: Asked } | undefined {
  const last = story.findLast((one) => isAsked(one) || isSettled(one) || one.act === 'reopened');
  return isAsked(last) ? { to: last.act === 'back-asked' ? 'bring-back' : 'let-go', told: last } : undefined;
}

/** The supporters behind act number `entry`, by directory id: who gave the reason, and who said yes to it. */
export function settledBy({ story }: Ticket, entry: number): string {
  const told = story[entry];
  const asked = story.slice(0, entry).findLast(isAsked);
  const ids = isSettled(told) && told.seconded ? [asked?.by, told.by] : [told?.by];
  return ids.filter((id) => id !== undefined).join(' ');
}

/** The caller was checked since the doubt came up, by as many supporters as it takes. */
export function callerKnown(ticket: Ticket, since: Instant, now: Instant): boolean {
  const checks = ticket.checks.filter(({ at }) => at >= since);
  const { have, need } = confirmations({ ...ticket, checks }, now);
  return have >= need;
}

/**
 * What was out of use comes back or is let go, where the caller was checked; else a reason waits for a second supporter.
 * @param seen how many acts the card showed
 */
export function bringingBack(
  ticket: Ticket,
  by: Supporter,
  { kind, doubt, words }: { readonly kind: Settling; readonly doubt: InDoubt | null; readonly words: string },
  seen: number,
  now: Instant,
): Decided {
  const acts: readonly HistoryEntry['act'][] = [asking[kind], settling[kind]];
  const again = ticket.story.slice(seen).some(({ act, by: who }) => who === by.objectId && acts.includes(act));
  if (again) return done(ticket);
  if (hasEnded(ticket)) return stays(ticket, 'late');
  if (!doubt) return stays(ticket, 'nothing-waits');
  if (callerKnown(ticket, doubt.since, now))
    return done(settled(ticket, by, { act: settling[kind], doubt: doubt.id, words, seconded: false }, now));
  if (words === '') return stays(ticket, 'reason-missing');
  return done(withAct(ticket, { act: asking[kind], doubt: doubt.id, words }, by, now));
}

/** A second supporter says yes to the reason of the first: to the very doubt that it was about, and to what they read. */
export function seconding(
  ticket: Ticket,
  by: Supporter,
  { to, doubt }: { readonly to: Settling; readonly doubt: InDoubt | null },
  seen: number,
  now: Instant,
): Decided {
  const again = ticket.story.slice(seen).some(({ act, by: who }) => who === by.objectId && act === settling[to]);
  if (again) return done(ticket);
  if (hasEnded(ticket)) return stays(ticket, 'late');
  if (!doubt) return stays(ticket, 'nothing-waits');
  const asked = reasonWaiting(ticket);
  if (asked?.told.doubt !== doubt.id || asked.to !== to) return stays(ticket, 'late');
  if (asked.told.by === by.objectId) return stays(ticket, 'second-needed');
  return done(settled(ticket, by, { act: settling[to], doubt: doubt.id, words: '', seconded: true }, now));
}

function settled(ticket: Ticket, by: Supporter, act: TicketEvent & { act: Settled['act'] }, now: Instant): Ticket {
  const told = withAct(ticket, act, by, now);
  return { ...told, facts: { ...ticket.facts, out: [] }, waiting: { from: now, step: 0 } };
}
