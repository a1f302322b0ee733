import type { TurnContext } from 'botbuilder';
import { second } from '../domain/time.ts';

/** How long a turn may take, whatever it waits for: people look at it, and the channel sends an activity again. */
const turnTime = 4.5 * second;

/** Rings once, so many milliseconds from now. @returns calls it off */
export type Alarm = (milliseconds: number, ring: () => void) => () => void;

const passing: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};

const key = Symbol('deadline');
const alarmKey = Symbol('alarm');

/** Gives a turn its deadline. The clock stops with the turn: a timeout that comes true later costs an exception each. */
export async function timed<T>(context: TurnContext, turn: () => Promise<T>, alarm: Alarm = passing): Promise<T> {
  context.turnState.set(alarmKey, alarm);
  return withDeadline(turnTime, context, (deadline) => {
    context.turnState.set(key, deadline);
    return turn();
  });
}

/** Does work with a signal that aborts after so many milliseconds, or when the turn, if there is one, has to end. */
export async function withDeadline<T>(
  time: number,
  context: TurnContext | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const outer: AbortSignal | undefined = context?.turnState.get(key);
  const alarm: Alarm = context?.turnState.get(alarmKey) ?? passing;
  const abort = () => own.abort(outer?.reason);
  const callOff = alarm(time, () => own.abort(new DOMException('out of time', 'TimeoutError')));
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

/** The same, until the turn has to end. */
export function inTurn<T>(context: TurnContext, work: Promise<T>): Promise<T> {
  const deadline: AbortSignal | undefined = context.turnState.get(key);
  if (!deadline) throw new TypeError('no deadline set');
  return inTime(deadline, work);
}
