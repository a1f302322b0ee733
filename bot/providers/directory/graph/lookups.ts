import { inTime, type Time, within } from '../../../deadline.ts';
import type { QueueStanding } from '../../../domain/ports/budget.ts';
import { type Instant, minute } from '../../../domain/time.ts';
import { createLruCache } from '../../lru.ts';
import type { Read, Reader, Wanted } from './reader.ts';

/** How long what came is good for whoever asks again: long enough for a card to be completed by it. */
const kept = minute;
/** How long somebody's place in line is held, and what they asked for read. */
const patience = 10 * minute;
/** What is kept at once. */
const remembered = 2_000;

/** looking: it was not there in time, and is still being read; `line` is how it stands with that. */
export type LookedUp<T> = Read<T> | { readonly kind: 'looking'; readonly line: QueueStanding };

/**
 * Reads what takes longer than a turn has. Whoever asks waits as long as they can; the reading goes on without them, and the
 * next to ask the same finds it.
 */
export interface Lookups {
  /** @param completed called once when what was not there in time has come, or will not */
  ask<T>(wanted: Wanted<T>, signal: AbortSignal, completed?: () => void): Promise<LookedUp<T>>;
}

interface Lookup {
  readonly read: Promise<Read<unknown>>;
  line: () => QueueStanding;
}

/** @param line how it looks for somebody who comes now */
export function createLookups(reader: Reader, time: Time, line: () => QueueStanding): Lookups {
  const underWay = new Map<string, Lookup>();
  const known = createLruCache<{ readonly at: Instant; readonly read: Read<unknown> }>(remembered);

  function begin<T>(wanted: Wanted<T>): Lookup {
    const key = wanted.call.path;
    const { wait, ahead } = line();
    const turn = time.now() + wait;
    const read = within(time, patience, new AbortController().signal, (signal) => reader.one(wanted, signal)).then(
      (found) => {
        underWay.delete(key);
        known.set(key, { at: time.now(), read: found });
        return found;
      },
    );
    const left = () => Math.max(0, turn - time.now());
    const lookup = { read, line: () => ({ ahead, wait: left() }) };
    underWay.set(key, lookup);
    return lookup;
  }

  return {
    async ask<T>(wanted: Wanted<T>, signal: AbortSignal, completed?: () => void): Promise<LookedUp<T>> {
      const key = wanted.call.path;
      const last = known.get(key);
      // What stands under a path was put there by the same wish, so it has its form.
      if (last && time.now() - last.at < kept) return last.read as Read<T>;
      const lookup = underWay.get(key) ?? begin(wanted);
      try {
        return await inTime(signal, lookup.read as Promise<Read<T>>);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      if (completed) void lookup.read.then(completed);
      return { kind: 'looking', line: lookup.line() };
    },
  };
}
