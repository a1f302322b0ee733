import type { Clock } from '../../../domain/ports/system.ts';
import { type Instant, minute, second } from '../../../domain/time.ts';

/** Failures in a row after which nobody is asked for a while. */
const patience = 5;
/** The first rest; each probe that fails doubles it, up to the longest. */
const firstRest = 15 * second;
const longestRest = 2 * minute;
/** How long others wait for what a probe comes to. */
const probing = 5 * second;

/**
 * Keeps calls away from something that is down, so that people do not wait for it again and again.
 * closed → (5 failures in a row) → resting → (time is up: one call as a probe) → closed, or resting twice as long.
 */
export interface Breaker {
  /** Milliseconds this call would have to stay away; 0: it may go, and must say what it heard. */
  enter(): number;
  /** well: it answers · badly: it fails or hangs · nothing: the call was given up by us. */
  heard(what: 'well' | 'badly' | 'nothing'): void;
  /** The other side asked to be left alone for so many milliseconds. */
  hold(milliseconds: number): void;
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let until: Instant = 0;
  let probe = false;

  return {
    enter() {
      const now = clock();
      if (now < until) return until - now;
      if (failures >= patience) {
        probe = true;
        until = now + probing;
      }
      return 0;
    },
    heard(what) {
      if (what === 'well') {
        // What was on its way when the other side asked for quiet does not end the quiet.
        if (failures >= patience) until = 0;
        failures = 0;
      } else if (what === 'nothing') {
        if (probe) until = 0;
      } else if (probe || clock() >= until) {
        failures += 1;
        if (failures >= patience) until = clock() + Math.min(firstRest * 2 ** (failures - patience), longestRest);
      }
      probe = false;
    },
    hold(milliseconds) {
      until = Math.max(until, clock() + Math.min(milliseconds, longestRest));
    },
  };
}
