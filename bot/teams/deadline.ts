import type { TurnContext } from 'botbuilder';
import { second } from '../domain/instant.ts';

/** How long a turn may take, whatever it waits for: people look at it, and the channel sends an activity again. */
const turnTime = 4.5 * second;

const key = Symbol('deadline');

/** Gives a turn its deadline. The clock stops with the turn: a timeout that comes true later costs an exception each. */
export async function timed<T>(context: TurnContext, turn: () => Promise<T>): Promise<T> {
  return within(turnTime, undefined, (deadline) => {
    context.turnState.set(key, deadline);
    return turn();
  });
}

/** Does work with a signal that aborts after so many milliseconds, or when an outer signal does. */
export async function within<T>(
  time: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort(outer?.reason);
  const timer = setTimeout(() => own.abort(new DOMException('out of time', 'TimeoutError')), time).unref();
  outer?.addEventListener('abort', abort);
  if (outer?.aborted) abort();
  try {
    return await work(own.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}

/** Aborts when the turn has to end. */
export function deadlineOf(context: TurnContext): AbortSignal {
  const deadline: AbortSignal | undefined = context.turnState.get(key);
  if (!deadline) throw new TypeError('no deadline set');
  return deadline;
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
