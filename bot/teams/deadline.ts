import type { TurnContext } from 'botbuilder';
import { type Alarm, inTime, passingTime, within } from '../deadline.ts';
import { second } from '../domain/time.ts';

/** How long a turn may take, whatever it waits for: people look at it, and the channel sends an activity again. */
const turnTime = 4.5 * second;

const key = Symbol('deadline');
const alarmKey = Symbol('alarm');

/** Gives a turn its deadline. */
export async function timed<T>(
  context: TurnContext,
  turn: () => Promise<T>,
  alarm: Alarm = passingTime.alarm,
): Promise<T> {
  context.turnState.set(alarmKey, alarm);
  return withDeadline(turnTime, context, (deadline) => {
    context.turnState.set(key, deadline);
    return turn();
  });
}

/** Does work with a signal that aborts after so many milliseconds, or when the turn, if there is one, has to end. */
export function withDeadline<T>(
  time: number,
  context: TurnContext | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const outer: AbortSignal | undefined = context?.turnState.get(key);
  const alarm: Alarm = context?.turnState.get(alarmKey) ?? passingTime.alarm;
  return within({ alarm }, time, outer, work);
}

/** What the work comes to, or a rejection when the turn has to end. */
export function inTurn<T>(context: TurnContext, work: Promise<T>): Promise<T> {
  const deadline: AbortSignal | undefined = context.turnState.get(key);
  if (!deadline) throw new TypeError('no deadline set');
  return inTime(deadline, work);
}
