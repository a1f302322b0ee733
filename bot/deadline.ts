import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './domain/ports/system.ts';

/** Rings once after so many milliseconds, unless it is called off with what comes back. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void;

/** The clock and its timers, so that tests turn time by hand. */
export interface Time {
  readonly now: Clock;
  /** Resolves after so many milliseconds; rejects when the signal aborts first. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  readonly alarm: Alarm;
}

/** Time as it passes. Nothing of it keeps the process alive. */
export const passingTime: Time = {
  now: Date.now,
  pause: (milliseconds, signal) => delay(milliseconds, undefined, { signal, ref: false }),
  alarm(milliseconds, ring) {
    const timer = setTimeout(ring, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Does work with a signal that aborts after so many milliseconds, or when the outer one does. The alarm is called off with
 * the work: a timeout that comes true later costs an exception each.
 */
export async function within<T>(
  { alarm }: Pick<Time, 'alarm'>,
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort(outer?.reason);
  const callOff = alarm(milliseconds, () => own.abort(new DOMException('out of time', 'TimeoutError')));
  outer?.addEventListener('abort', abort);
  if (outer?.aborted) abort();
  try {
    return await work(own.signal);
  } finally {
    callOff();
    outer?.removeEventListener('abort', abort);
  }
}

/** What the work comes to; rejects with the signal's reason when that aborts first, also if the work never ends. */
export async function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = () => reject(signal.reason);
  signal.addEventListener('abort', late);
  if (signal.aborted) late();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', late);
  }
}
