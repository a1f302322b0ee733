import { Fault } from '../../domain/fault.ts';
import { second } from '../../domain/instant.ts';
import type { Journal } from './journal.ts';
import type { Entry } from './journal-line.ts';
import type { Shelf } from './shelf.ts';
import { together } from './together.ts';

/** When the journal is put away: at this size in bytes, and this often in ms. */
export interface PuttingAway {
  readonly at: number;
  readonly every: number;
}

/**
 * Both bound how long a start may take and what is kept in memory. The time also bounds how long what was replaced or
 * removed can still be read in the journal: half a minute while the disk does its work.
 */
const usual: PuttingAway = { at: 8 * 1024 * 1024, every: 15 * second };
/** So many times `at` it may grow while the disk can't keep up; then it takes no more. */
const mostTimes = 4;
/** How many files are written at once while people wait for the disk, and when nobody does. */
const besides = 2;
const atRest = 16;

interface Recent extends Entry {
  readonly durable: boolean;
}

/** A shelf that is quick to put things on: they go to a journal first and to their own files later, the last one only. */
export interface JournaledShelf extends Omit<Shelf, 'settle' | 'sweep'> {
  /** What has no file of its own yet. */
  recent(): readonly string[];
  /** Takes over what an ended process left. Resolves with the positions in its journal of what is lost. */
  recover(): Promise<readonly number[]>;
  /** Brings everything to the files. What the disk refuses stays in the journal, for the next start. */
  close(): Promise<void>;
}

export function createJournaledShelf(shelf: Shelf, journal: Journal, { at, every } = usual): JournaledShelf {
  /** The last entry of each place that is in the journal and not yet in its file. */
  const recent = new Map<string, Recent>();
  let puttingAway: Promise<void> | undefined;
  let refused = false;
  const timer = setInterval(() => journal.size > 0 && nudge(), every).unref();

  function nudge(): Promise<void> {
    puttingAway ??= putAway(besides)
      .then(
        () => {
          refused = false;
        },
        // What fails stays in the journal and is tried again at the next tick.
        () => {
          refused = true;
        },
      )
      .finally(() => {
        puttingAway = undefined;
      });
    return puttingAway;
  }

  async function putAway(atOnce: number): Promise<void> {
    const position = await journal.turn();
    await together([...recent.values()], atOnce, moveToFile);
    await shelf.settle(atOnce);
    await journal.forget(position);
  }

  async function moveToFile(entry: Recent): Promise<void> {
    const { place, text, durable } = entry;
    // A newer one is in the new file of the journal.
    if (recent.get(place) !== entry) return;
    if (text === undefined) await shelf.drop(place, durable);
    else await shelf.put(place, text, durable);
    if (recent.get(place) === entry) recent.delete(place);
  }

  async function add(place: string, text: string | undefined, durable: boolean): Promise<void> {
    while (journal.size > mostTimes * at) {
      if (refused && !puttingAway) throw new Fault('store-unavailable', 'the journal is full');
      await nudge();
    }
    const entry = { place, text, durable };
    await journal.add(entry, durable, () => recent.set(place, entry));
    if (journal.size > at && !refused) void nudge();
  }

  return {
    async get(place) {
      await journal.settle();
      const entry = recent.get(place);
      return entry ? entry.text : shelf.get(place);
    },
    put: add,
    drop: (place, durable) => add(place, undefined, durable),
    recent: () => [...recent.keys()],
    async recover() {
      await shelf.sweep();
      const found = new Map<string, Entry>();
      const lost = await journal.replay((entry) => found.set(entry.place, entry));
      for (const [place, entry] of found) recent.set(place, { ...entry, durable: true });
      if (recent.size > 0) void nudge();
      return lost;
    },
    async close() {
      clearInterval(timer);
      await puttingAway;
      await putAway(atRest).catch(() => undefined);
      await journal.close();
    },
  };
}
