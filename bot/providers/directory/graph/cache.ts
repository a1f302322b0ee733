import type { Clock } from '../../../domain/ports/system.ts';
import type { Instant } from '../../../domain/time.ts';

/** What was read lately. Never asked for anything that something is proven or written by. */
export interface Cache {
  get(key: string, maxAge: number): unknown;
  set(key: string, value: unknown): void;
  forget(key: string): void;
}

/** Entries kept at once: reads of some hundred people. */
const limit = 4_000;

export function createCache(clock: Clock): Cache {
  // A Map keeps the order things were put in, so the first is the oldest.
  const kept = new Map<string, { readonly value: unknown; readonly at: Instant }>();
  return {
    get(key, maxAge) {
      const entry = kept.get(key);
      const age = entry ? clock() - entry.at : Number.NaN;
      return age >= 0 && age < maxAge ? entry?.value : undefined;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: clock() });
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    },
    forget: (key) => kept.delete(key),
  };
}
