import type { Time } from '../../bot/deadline.ts';
import { handClock } from './clock.ts';

/**
 * Time that passes by hand. A pause is over at once, and the clock has moved on by it; an alarm rings when the clock has
 * come so far, whether by a pause or by a turn of the hand.
 */
export interface HandTime extends Time {
  turn(by: number): void;
  /** Every pause so far, in milliseconds. */
  readonly pauses: readonly number[];
  /** Alarms that are set and have not rung. */
  alarms(): number;
}

export function handTime(): HandTime {
  const clock = handClock();
  const pauses: number[] = [];
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();

  /** One alarm after the other, each at its time: what rings may end what the next would have rung for. */
  function turn(by: number, signal?: AbortSignal): void {
    const until = clock() + by;
    for (;;) {
      const [next] = [...alarms].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (!next) break;
      clock.turn(Math.max(0, next.at - clock()));
      alarms.delete(next);
      next.ring();
      // A pause that is called off ends then and there.
      if (signal?.aborted) return;
    }
    clock.turn(until - clock());
  }

  return {
    now: clock,
    async pause(milliseconds, signal) {
      signal.throwIfAborted();
      pauses.push(milliseconds);
      turn(milliseconds, signal);
      signal.throwIfAborted();
    },
    alarm(milliseconds, ring) {
      const alarm = { at: clock() + milliseconds, ring };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    turn: (by) => turn(by),
    pauses,
    alarms: () => alarms.size,
  };
}
