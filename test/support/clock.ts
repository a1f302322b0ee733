import type { Clock } from '../../bot/domain/ports/system.ts';
import type { Instant } from '../../bot/domain/time.ts';

/** A clock that stands still until it is turned. */
export interface HandClock extends Clock {
  /** By so many milliseconds; a negative number turns it back. */
  turn(by: number): void;
}

/** @param start 09:00 UTC on a Monday */
export function handClock(start: Instant = Date.UTC(2026, 10, 23, 9)): HandClock {
  let now = start;
  const turn = (by: number) => {
    now += by;
  };
  return Object.assign(() => now, { turn });
}

/** A clock that goes on by itself from a day on which what Microsoft ends has not ended, whenever the test runs. */
export function passingSince(start: Instant): Clock {
  const begun = performance.now();
  return () => start + Math.floor(performance.now() - begun);
}
