import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../domain/ports/system.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { activityFrom, type InboundActivity } from './activity.ts';
import { answer, answerJson } from './answer.ts';
import { readBody } from './body.ts';
import { callerOf } from './caller.ts';
import type { Gate } from './gate.ts';
import { createRefusalWarnings, type Refusal } from './refusal.ts';

/** What the bot makes of one activity; undefined answers 200 without a body. */
export type TakeTurn = (
  activity: InboundActivity,
) => Promise<{ readonly status: number; readonly body?: unknown } | undefined>;

export interface MessageParts {
  readonly gate: Gate;
  readonly turn: TakeTurn;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly clock: Clock;
  /** Bytes. */
  readonly bodyLimit: number;
  /** Milliseconds for a body to arrive. */
  readonly bodyPatience: number;
}

type Exchange = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Takes in activities: caller, body, shape, then the turn. Never throws, and never shows anybody why. */
export function createMessages(parts: MessageParts): Exchange {
  const { gate, turn, metrics, log, bodyLimit, bodyPatience } = parts;
  const warn = createRefusalWarnings(log, parts.clock);
  return async (request, response) => {
    const refuse = (status: number, reason: Exclude<Refusal, 'closing'>) => {
      metrics.refused(reason);
      warn(reason);
      answer(request, response, { status, last: status === 401 });
    };

    const passed = await gate(callerOf(request));
    if (passed.kind === 'refused') return refuse(401, passed.reason);

    const body = await readBody(request, bodyLimit, bodyPatience);
    if (body.kind === 'refused') return refuse(body.status, body.reason);

    const activity = activityFrom(body.value);
    if (!activity) return refuse(400, 'shape');

    const admission = passed.admit(activity);
    if (admission.kind === 'refused') return refuse(401, admission.reason);

    const ended = metrics.turnStarted();
    try {
      const result = await turn(activity);
      answerJson(request, response, result?.status ?? 200, result?.body);
    } catch (error) {
      const reference = randomBytes(5).toString('hex');
      metrics.turnCame('failed');
      log.error('turn failed', { reference, error });
      answerJson(request, response, 500, { reference });
    } finally {
      ended();
    }
  };
}
