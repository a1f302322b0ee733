import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../../domain/ports/system.ts';

/** The clock and its timers, so that tests turn time by hand. */
export interface Time {
  readonly now: Clock;
  /** Resolves after so many milliseconds; rejects when the signal aborts first. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Rings once after so many milliseconds, unless it is called off with what comes back. */
  alarm(milliseconds: number, ring: () => void): () => void;
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

/** Does work with a signal that aborts after so many milliseconds, or when the outer one does. */
export async function within<T>(
  time: Time,
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort(outer.reason);
  const callOff = time.alarm(milliseconds, () => own.abort(new DOMException('out of time', 'TimeoutError')));
  outer.addEventListener('abort', abort);
  if (outer.aborted) abort();
  try {
    return await work(own.signal);
  } finally {
    callOff();
    outer.removeEventListener('abort', abort);
  }
}
