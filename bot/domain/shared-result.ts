import type { JsonValue } from './conversation.ts';
import { Fault } from './fault.ts';
import type { SharedResult, Store } from './ports/store.ts';
import type { Clock } from './ports/system.ts';
import { counts, second } from './time.ts';

/** Something that takes long to make and is good for a while; nothing but JSON. */
export interface SharedWork<T> {
  /** The same in every process that makes the same of it: with another shape it gets another name. */
  readonly name: string;
  /** How long it is good, ms. */
  readonly fresh: number;
  /** @param lost aborts when another process is at it by now */
  make(lost: AbortSignal): Promise<T>;
}

/** How long somebody waits for another who is at it, where there is nothing older to show. */
const patience = 8 * second;

/**
 * What the work comes to: made by one process, under a lease, and kept as a record for all. While somebody is at it, everybody
 * else gets what there was before; where there is none, Fault `lock-timeout` after a while. What can't be kept is made for
 * each anew.
 */
export async function shared<T>(store: Store, clock: Clock, work: SharedWork<T>): Promise<T> {
  const { name, fresh, make } = work;
  const read = () => store.read('shared-result', name);
  const good = ({ at }: SharedResult) => counts(at, fresh, clock());
  const before = await read();
  if (before && good(before)) return before.value as T;
  try {
    return await store.lock(`shared/${name}`, before ? 0 : patience, async (lost) => {
      const now = await read();
      if (now && good(now)) return now.value as T;
      const at = clock();
      const value = await make(lost);
      await store.update('shared-result', name, () => ({
        record: { at, value: value as JsonValue },
        outcome: undefined,
      }));
      return value;
    });
  } catch (reason) {
    if (before && reason instanceof Fault && reason.code === 'lock-timeout') return before.value as T;
    throw reason;
  }
}

/** The same for whoever can wait for the next time; undefined: another is at it, and there is nothing older to show. */
export async function sharedUnlessBusy<T>(store: Store, clock: Clock, work: SharedWork<T>): Promise<T | undefined> {
  try {
    return await shared(store, clock, work);
  } catch (reason) {
    if (reason instanceof Fault && reason.code === 'lock-timeout') return undefined;
    throw reason;
  }
}
