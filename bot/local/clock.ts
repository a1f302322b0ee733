import type { Clock } from '../domain/ports/system.ts';
import { day, type Instant } from '../domain/time.ts';

/** A clock that can be put forward, to see what a date brings. */
export interface LocalClock extends Clock {
  /** Makes it that day, at the hour it is now; undefined: today again. Returns what time it is then. @param start of the day, UTC */
  put(start: Instant | undefined): Instant;
}

export function localClock(clock: Clock): LocalClock {
  let ahead = 0;
  const now = () => clock() + ahead;
  return Object.assign(now, {
    put(start: Instant | undefined) {
      const today = clock() - (clock() % day);
      ahead = start === undefined ? 0 : start - today;
      return now();
    },
  });
}
