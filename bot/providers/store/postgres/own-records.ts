import type { Instant } from '../../../domain/time.ts';

/**
 * How long what is due in a record is left to the process that wrote it, ms. It comes to it at once, and what it knows of the
 * record is the newest: two that send each other's letters write past each other again and again.
 */
export const ownTime = 250;

/** Of how many it is known: those that were written last. */
const kept = 1_000;

export interface OwnRecords {
  /** @param due when something in it has to be done next */
  wrote(place: Buffer, due: unknown): void;
  /** Where something has come due so lately that it is left to this process. */
  dueBy(until: Instant): readonly Buffer[];
}

/** The records of one kind that this process wrote, and that have something due. */
export function createOwnRecords(): OwnRecords {
  const due = new Map<string, Instant>();
  return {
    wrote(place, at) {
      const key = place.toString('latin1');
      due.delete(key);
      if (typeof at !== 'number') return;
      due.set(key, at);
      const [oldest] = due.keys();
      if (due.size > kept && oldest !== undefined) due.delete(oldest);
    },
    dueBy(until) {
      for (const [key, at] of due) if (at <= until - ownTime) due.delete(key);
      return [...due].filter(([, at]) => at <= until).map(([key]) => Buffer.from(key, 'latin1'));
    },
  };
}
