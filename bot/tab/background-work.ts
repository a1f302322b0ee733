import type { JsonValue } from '../domain/conversation.ts';
import { Fault } from '../domain/fault.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { counts, type Instant, minute } from '../domain/time.ts';

/** How far something has come that takes too long to be waited for. */
export interface WorkState<T> {
  readonly underWay: boolean;
  /** The last try came to nothing. */
  readonly failed: boolean;
  /** What it came to last, and when. */
  readonly done: { readonly at: Instant; readonly value: T } | undefined;
}

/** Things that take minutes: made by one process under a lease, kept as a record, looked at by all. */
export interface BackgroundWork {
  /** Begins it, unless somebody is at it. Resolves when that is written down, and not when it is done. */
  begin<T>(name: string, make: (before: T | undefined) => Promise<T>): Promise<void>;
  read<T>(name: string): Promise<WorkState<T>>;
  /** What there is, and where that is older than so many ms, begins it anew. */
  kept<T>(name: string, fresh: number, make: (before: T | undefined) => Promise<T>): Promise<WorkState<T>>;
}

interface Kept {
  readonly state: 'under-way' | 'done' | 'failed';
  /** When it was done last. */
  readonly at: Instant | null;
  readonly value: JsonValue;
  /** When the last try began. */
  readonly tried: Instant;
}

/** What came to nothing is not tried again at every look. */
const rest = minute;

/** @param failed told of what came to nothing, for the log */
export function createBackgroundWork(store: Store, clock: Clock, failed: (reason: unknown) => void): BackgroundWork {
  const idOf = (name: string) => `work/${name}`;

  async function stored(name: string): Promise<Kept | undefined> {
    return (await store.read('shared-result', idOf(name)))?.value as Kept | undefined;
  }

  function keep(name: string, kept: Kept): Promise<void> {
    return store.update('shared-result', idOf(name), () => ({
      record: { at: clock(), value: { ...kept } },
      outcome: undefined,
    }));
  }

  /** Whoever is at it has the lease: whoever was killed has none. */
  async function isFree(name: string): Promise<boolean> {
    try {
      return await store.lock(idOf(name), 0, async () => true);
    } catch (reason) {
      if (reason instanceof Fault && reason.code === 'lock-timeout') return false;
      throw reason;
    }
  }

  async function work<T>(name: string, begun: () => void, make: (before: T | undefined) => Promise<T>): Promise<void> {
    const before = await stored(name);
    const last = { at: before?.at ?? null, value: before?.value ?? null, tried: clock() };
    await keep(name, { ...last, state: 'under-way' });
    begun();
    try {
      const value = await make(last.at === null ? undefined : (last.value as T));
      await keep(name, { ...last, state: 'done', at: clock(), value: value as JsonValue });
    } catch (reason) {
      failed(reason);
      await keep(name, { ...last, state: 'failed' });
    }
  }

  async function look<T>(name: string): Promise<WorkState<T> & { readonly tried: Instant }> {
    const first = await stored(name);
    const interrupted = first?.state === 'under-way' && (await isFree(name));
    // It may have come to its end in between.
    const kept = interrupted ? await stored(name) : first;
    const done = kept && kept.at !== null ? { at: kept.at, value: kept.value as T } : undefined;
    return {
      underWay: kept?.state === 'under-way' && !interrupted,
      failed: kept?.state === 'failed' || (kept?.state === 'under-way' && interrupted),
      done,
      tried: kept?.tried ?? 0,
    };
  }

  async function begin<T>(name: string, make: (before: T | undefined) => Promise<T>): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    store
      .lock(idOf(name), 0, () => work(name, resolve, make))
      .catch((reason: unknown) => {
        if (reason instanceof Fault && reason.code === 'lock-timeout') return resolve();
        failed(reason);
        reject(reason);
      });
    await promise;
  }

  return {
    begin,
    read: look,
    async kept(name, fresh, make) {
      const state = await look<Awaited<ReturnType<typeof make>>>(name);
      const good = state.done !== undefined && counts(state.done.at, fresh, clock());
      if (good || state.underWay || (state.failed && counts(state.tried, rest, clock()))) return state;
      await begin(name, make);
      return { ...state, underWay: true, failed: false };
    },
  };
}
