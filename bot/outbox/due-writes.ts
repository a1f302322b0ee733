import type { IndexFields, Kind, Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { recordDefinitions } from '../domain/records.ts';
import type { Instant } from '../domain/time.ts';

/** Hears of what becomes due, so that nobody has to look for it. */
export interface DueWrites {
  /** The same store, listened to. */
  readonly store: Store;
  /** Whether this process has written a record of this kind, since it was asked last, in which something is due by now. */
  came(kind: Kind): boolean;
}

export function watchDue(records: Store, clock: Clock): DueWrites {
  /** When the first thing is due of what was written since. */
  const earliest = new Map<Kind, Instant>();

  return {
    store: {
      ...records,
      async update(kind, id, step) {
        const { fields, index } = recordDefinitions[kind];
        if (!('due' in fields)) return records.update(kind, id, step);
        let due: IndexFields[string];
        const outcome = await records.update(kind, id, (record) => {
          const decided = step(record);
          due = decided.record && decided.record !== record ? index(decided.record).due : undefined;
          return decided;
        });
        if (typeof due === 'number') earliest.set(kind, Math.min(due, earliest.get(kind) ?? due));
        return outcome;
      },
    },
    came(kind) {
      const due = earliest.get(kind);
      if (due === undefined || due > clock()) return false;
      earliest.delete(kind);
      return true;
    },
  };
}
