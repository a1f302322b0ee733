import type { Clock } from './ports/system.ts';
import type { Instant } from './time.ts';

/**
 * How often something is said that comes again and again: the first time at once, then at most once in so many milliseconds.
 * Answers how many there were since it was last said, or undefined while it is kept.
 * @param what has to come from a closed set: each is remembered
 */
export function createThrottle<What extends string>(pause: number, clock: Clock): (what: What) => number | undefined {
  const kept = new Map<What, { readonly since: Instant; readonly count: number }>();
  return (what) => {
    const now = clock();
    const known = kept.get(what);
    const count = (known?.count ?? 0) + 1;
    if (known && now - known.since < pause && now >= known.since) {
      kept.set(what, { ...known, count });
      return undefined;
    }
    kept.set(what, { since: now, count: 0 });
    return count;
  };
}
