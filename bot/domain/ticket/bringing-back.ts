import { outOfUse } from '../change.ts';
import { frozenUntil } from '../freezing.ts';
import type { Instant } from '../instant.ts';
import type { MethodName } from '../methods.ts';
import type { Person } from '../person.ts';
import { ended, type Supporter, type Ticket } from '../ticket.ts';
import { withAct } from './acted.ts';
import { confirmations } from './checking.ts';
import { maskedIn } from './facts.ts';
import { type Decided, done, stays } from './outcome.ts';
import type { Told } from './story.ts';

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

type Asked = Told & { readonly act: 'back-asked' };

/** The reason that waits for a second supporter. */
export function reasonWaiting({ story }: Ticket): Asked | undefined {
  const last = story.findLast(({ act }) => act === 'back-asked' || act === 'brought-back' || act === 'reopened');
  return last?.act === 'back-asked' ? last : undefined;
}

/** The supporters behind act number `entry`, by directory id: who gave the reason, and who brought it back. */
export function broughtBackBy({ story }: Ticket, entry: number): string {
  const told = story[entry];
  const asked = story.slice(0, entry).findLast(({ act }) => act === 'back-asked');
  const ids = told?.act === 'brought-back' && told.seconded ? [asked?.by, told.by] : [told?.by];
  return ids.filter((id) => id !== undefined).join(' ');
}

/** The caller was checked since the doubt came up, by as many supporters as it takes. */
export function callerKnown(ticket: Ticket, since: Instant, now: Instant): boolean {
  const checks = ticket.checks.filter(({ at }) => at >= since);
  const { have, need } = confirmations({ ...ticket, checks }, now);
  return have >= need;
}

/**
 * What was out of use comes back, where the caller was checked; else a reason waits for a second supporter.
 * @param seen how many acts the card showed
 */
export function bringingBack(
  ticket: Ticket,
  by: Supporter,
  { doubt, words }: { readonly doubt: InDoubt | null; readonly words: string },
  seen: number,
  now: Instant,
): Decided {
  const again = ticket.story.slice(seen).some(({ act, by: who }) => who === by.objectId && acts.has(act));
  if (again) return done(ticket);
  if (ended(ticket)) return stays(ticket, 'late');
  if (!doubt) return stays(ticket, 'nothing-waits');
  if (callerKnown(ticket, doubt.since, now))
    return done(withBack(ticket, by, { doubt: doubt.id, words, seconded: false }, now));
  if (words === '') return stays(ticket, 'reason-missing');
  return done(withAct(ticket, { act: 'back-asked', doubt: doubt.id, words }, by, now));
}

const acts: ReadonlySet<Told['act']> = new Set(['back-asked', 'brought-back']);

/** A second supporter says yes to the reason of the first: to the very doubt that it was about. */
export function seconding(ticket: Ticket, by: Supporter, doubt: InDoubt | null, seen: number, now: Instant): Decided {
  const again = ticket.story.slice(seen).some(({ act, by: who }) => who === by.objectId && act === 'brought-back');
  if (again) return done(ticket);
  if (ended(ticket)) return stays(ticket, 'late');
  if (!doubt) return stays(ticket, 'nothing-waits');
  const asked = reasonWaiting(ticket);
  if (asked?.doubt !== doubt.id) return stays(ticket, 'late');
  if (asked.by === by.objectId) return stays(ticket, 'second-needed');
  return done(withBack(ticket, by, { doubt: doubt.id, words: '', seconded: true }, now));
}

function withBack(
  ticket: Ticket,
  by: Supporter,
  act: { readonly doubt: string; readonly words: string; readonly seconded: boolean },
  now: Instant,
): Ticket {
  const told = withAct(ticket, { act: 'brought-back', ...act }, by, now);
  return { ...told, facts: { ...ticket.facts, out: [] }, waiting: { from: now, step: 0 } };
}
