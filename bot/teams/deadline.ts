import type { TurnContext } from 'botbuilder';
import { second } from '../domain/instant.ts';

/** How long a turn may take, whatever it waits for: people look at it, and the channel sends an activity again. */
const turnTime = 4.5 * second;

const key = Symbol('deadline');

export function setDeadline(context: TurnContext): void {
  context.turnState.set(key, AbortSignal.timeout(turnTime));
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
