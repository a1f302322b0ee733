import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Refusal } from './http/refusal.ts';

/** What is counted. Labels come from closed sets of ours; anything else is counted as `other`, so that none can grow. */
export interface Metrics {
  /** A turn has begun; call the result when it has ended. */
  turnStarted(): () => void;
  /** A turn came to this: the kind of its outcome, or `failed`. */
  turnCame(outcome: string): void;
  /** A request was not let in. */
  refused(reason: Refusal): void;
  /** One try to send a letter came to this. */
  letterCame(kind: string, result: string): void;
  /** What a provider told of a message came to this. */
  statusCame(source: string, result: string): void;
  /** Where policy and directory differ now, by kind. */
  driftFound(kinds: readonly string[]): void;
  /** All of it, in the text format of Prometheus. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Up to what a turn may take by promise, and a little over. */
const turnBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'bot_turn_seconds',
    help: 'How long turns take.',
    buckets: turnBuckets,
    registers,
  });
  const turns = new Counter({ name: 'bot_turns_total', help: 'Turns.', labelNames: ['outcome'], registers });
  const refusals = new Counter({
    name: 'bot_requests_refused_total',
    help: 'Requests that were not let in.',
    labelNames: ['reason'],
    registers,
  });
  const letters = new Counter({
    name: 'bot_letters_total',
    help: 'Tries to send a letter.',
    labelNames: ['kind', 'result'],
    registers,
  });
  const statuses = new Counter({
    name: 'bot_delivery_statuses_total',
    help: 'What providers told of messages.',
    labelNames: ['source', 'result'],
    registers,
  });
  const drift = new Gauge({
    name: 'bot_drift',
    help: 'Where policy and directory differ.',
    labelNames: ['kind'],
    registers,
  });
  return {
    turnStarted: () => duration.startTimer(),
    turnCame: (outcome) => turns.inc({ outcome: label(outcome) }),
    refused: (reason) => refusals.inc({ reason: label(reason) }),
    letterCame: (kind, result) => letters.inc({ kind: label(kind), result: label(result) }),
    statusCame: (source, result) => statuses.inc({ source: label(source), result: label(result) }),
    driftFound(kinds) {
      drift.reset();
      for (const kind of kinds) drift.set({ kind: label(kind) }, 1);
    },
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function label(value: string): string {
  return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : 'other';
}
