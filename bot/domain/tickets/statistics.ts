import type { SituationNumber } from '../diagnosis/situation-ids.ts';
import { day, hour, type Instant } from '../time.ts';
import { isCause } from './facts.ts';
import type { HistoryEntry } from './history.ts';
import type { Ticket, TicketCause } from './ticket.ts';

/** One act on a ticket as statistics see it: no words, no names. */
export interface TicketActed {
  readonly act: HistoryEntry['act'];
  readonly cause: TicketCause['kind'];
  /** The likeliest one that was found, not only said; null: none was. */
  readonly situation: SituationNumber | null;
  /** ms from when it was raised, or opened again, to being claimed or resolved; null for all other acts. */
  readonly took: number | null;
}

/** Act number `entry` of a ticket. */
export function actedOn({ story, cause, facts }: Ticket, entry: number): TicketActed | undefined {
  const told = story[entry];
  if (!told) return undefined;
  const found = facts.findings.find(isCause);
  return { act: told.act, cause: cause.kind, situation: found?.situation ?? null, took: tookOf(story, entry) };
}

/** Whoever takes over or resolves what was resolved adds nothing: the first time since the beginning counts. */
function tookOf(story: readonly HistoryEntry[], entry: number): number | null {
  const told = story[entry];
  if (told?.act !== 'claimed' && told?.act !== 'resolved') return null;
  const start = story.findLastIndex(({ act }, at) => at < entry && (act === 'raised' || act === 'reopened'));
  const before = story.slice(start, entry).some(({ act }) => act === told.act);
  const began = story[start];
  return began && !before ? Math.max(0, told.at - began.at) : null;
}

/** How often each situation was the likeliest one of a ticket, most frequent first; what was only said is counted nowhere. */
export function situationsOf(
  tickets: readonly Pick<Ticket, 'facts'>[],
): readonly { readonly situation: SituationNumber; readonly count: number }[] {
  const counts = new Map<SituationNumber, number>();
  for (const { facts } of tickets) {
    const found = facts.findings.find(isCause);
    if (found) counts.set(found.situation, (counts.get(found.situation) ?? 0) + 1);
  }
  return [...counts]
    .map(([situation, count]) => ({ situation, count }))
    .sort(
      (one, other) => other.count - one.count || one.situation.localeCompare(other.situation, 'en', { numeric: true }),
    );
}

/** How old an open request is, and where each age ends. */
const ages = [
  ['hour', hour],
  ['day', day],
  ['week', 7 * day],
  ['older', Number.POSITIVE_INFINITY],
] as const;
export type TicketAge = (typeof ages)[number][0];
export const ticketAges: readonly TicketAge[] = ages.map(([age]) => age);

/** How many are how old. @param since when each was raised */
export function countByAge(since: readonly Instant[], now: Instant): Readonly<Record<TicketAge, number>> {
  const counts = { hour: 0, day: 0, week: 0, older: 0 };
  for (const at of since) {
    const [age = 'older'] = ages.find(([, end]) => now - at < end) ?? [];
    counts[age] += 1;
  }
  return counts;
}
