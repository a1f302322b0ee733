import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Build } from './domain/build.ts';
import type { StatusReport } from './domain/outbox/delivery-status.ts';
import type { TicketActed } from './domain/tickets/statistics.ts';
import type { Refusal } from './http/refusal.ts';
import {
  journeyEnds,
  letterResults,
  refusals as refusalReasons,
  statusResults,
  statusSources,
  ticketActs,
  ticketCauses,
  ticketSituations,
  ticketSource,
  turnOutcomes,
} from './metric-labels.ts';
import type { Lateness } from './monitoring/lateness.ts';

/** What a database that many processes share is like for one of them. */
export interface StoreStanding {
  readonly pools: Readonly<Record<string, Readonly<Record<'open' | 'idle' | 'waiting', number>>>>;
  /** How far its clock is ahead of this machine's, ms. */
  readonly clockAhead: number;
  /** Bots that were seen lately. */
  readonly processes: number;
  /** In which format records are written. */
  readonly format: number;
}

/** Hears how a database does. Times in seconds. */
export interface StoreObserver {
  /** @param act what the statement does */
  asked(act: string, took: number): void;
  /** A statement failed that may go well the next time: cut off, or nothing was done. */
  retried(why: 'cut' | 'undone'): void;
  /** Another wrote the record first. */
  conflicted(kind: string): void;
  waitedForLock(waited: number): void;
  /** How it stands when somebody looks. */
  follow(look: () => StoreStanding): void;
}

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
  statusCame(source: string, result: string, report?: StatusReport): void;
  /** Where policy and directory differ now, by kind. */
  driftFound(kinds: readonly string[]): void;
  /** So much was found that is not as it was last written. */
  recordsChecked(faults: number): void;
  /** An act on a ticket. Called once for each. */
  ticketActed(acted: TicketActed): void;
  /** The support channel of a tenant can be reached, or is lost. */
  channelSeen(tenantId: string, lost: boolean): void;
  /** In how many tenants requests for help reach nobody. */
  unheard(tenants: number): void;
  /** Whether Entra and Teams take the bot for what it says it is. */
  identitySeen(ok: boolean): void;
  /** How late something is, whenever somebody looks. */
  followLateness(look: () => Promise<Lateness>): void;
  readonly store: StoreObserver;
  /** All of it, in the text format of Prometheus. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Seconds: a quarter of an hour to a week. */
const ticketBuckets = [300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200, 604_800];

/** Up to what a turn may take by promise, and a little over. */
const turnBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

export function createMetrics(build: Build = { version: 'unknown', commit: 'unknown' }): Metrics {
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
    help: 'What providers told of messages, and a ticket system of tickets.',
    labelNames: ['source', 'result'],
    registers,
  });
  const journeys = new Counter({
    name: 'bot_delivery_journeys_total',
    help: 'How far messages came, or why they did not arrive.',
    labelNames: ['source', 'came'],
    registers,
  });
  const drift = new Gauge({
    name: 'bot_drift',
    help: 'Where policy and directory differ.',
    labelNames: ['kind'],
    registers,
  });
  const tickets = new Counter({
    name: 'bot_tickets_total',
    help: 'Requests for help, by what they are about and the likeliest situation found.',
    labelNames: ['cause', 'situation'],
    registers,
  });
  const acts = new Counter({
    name: 'bot_ticket_acts_total',
    help: 'What was done to requests for help.',
    labelNames: ['act'],
    registers,
  });
  const waits = (name: string, help: string) =>
    new Histogram({ name, help, labelNames: ['cause'], buckets: ticketBuckets, registers });
  const toClaim = waits('bot_ticket_claim_seconds', 'From raised, or opened again, to claimed.');
  const toResolve = waits('bot_ticket_resolve_seconds', 'From raised, or opened again, to resolved.');
  const notAsWritten = new Gauge({
    name: 'bot_records_not_as_written',
    help: 'What the last look at all records found put back, taken away or changed',
    registers: [registry],
  });
  const lostChannels = new Gauge({
    name: 'bot_support_channels_lost',
    help: 'Tenants whose support channel the bot is no longer in.',
    registers,
  });
  const info = new Gauge({
    name: 'bot_build_info',
    help: 'Which build of the bot runs; always 1.',
    labelNames: ['version', 'commit'],
    registers,
  });
  info.set({ ...build }, 1);
  for (const outcome of turnOutcomes) turns.inc({ outcome }, 0);
  for (const reason of refusalReasons) refusals.inc({ reason }, 0);
  for (const [kind, results] of Object.entries(letterResults)) {
    for (const result of results) letters.inc({ kind, result }, 0);
  }
  for (const source of [...statusSources, ticketSource]) {
    for (const result of statusResults) statuses.inc({ source, result }, 0);
  }
  for (const source of statusSources) {
    for (const came of journeyEnds) journeys.inc({ source, came }, 0);
  }
  for (const act of ticketActs) acts.inc({ act }, 0);
  for (const cause of ticketCauses) {
    for (const situation of ticketSituations) tickets.inc({ cause, situation }, 0);
    toClaim.zero({ cause });
    toResolve.zero({ cause });
  }
  const identity = new Gauge({
    name: 'bot_identity_ok',
    help: 'Whether Entra and Teams take the bot for what it says it is.',
    registers,
  });
  identity.set(1);
  const store = databaseMetrics(registry);
  const unheard = new Gauge({
    name: 'bot_support_unheard',
    help: 'Tenants whose requests for help reach nobody.',
    registers,
  });
  const lost = new Set<string>();
  return {
    turnStarted: () => duration.startTimer(),
    turnCame: (outcome) => turns.inc({ outcome: label(outcome) }),
    refused: (reason) => refusals.inc({ reason: label(reason) }),
    letterCame: (kind, result) => letters.inc({ kind: label(kind), result: label(result) }),
    statusCame(source, result, report) {
      statuses.inc({ source: label(source), result: label(result) });
      if (!report || result !== 'noted') return;
      journeys.inc({ source: label(source), came: label(report.kind === 'not-arrived' ? report.why : report.kind) });
    },
    recordsChecked: (faults) => notAsWritten.set(faults),
    driftFound(kinds) {
      drift.reset();
      for (const kind of kinds) drift.set({ kind: label(kind) }, 1);
    },
    ticketActed({ act, cause, situation, took }) {
      acts.inc({ act: label(act) });
      if (act === 'raised') tickets.inc({ cause: label(cause), situation: situation ?? 'none' });
      if (took === null) return;
      (act === 'claimed' ? toClaim : toResolve).observe({ cause: label(cause) }, took / 1_000);
    },
    channelSeen(tenantId, isLost) {
      if (isLost) lost.add(tenantId);
      else lost.delete(tenantId);
      lostChannels.set(lost.size);
    },
    unheard: (tenants) => unheard.set(tenants),
    identitySeen: (ok) => identity.set(ok ? 1 : 0),
    followLateness: (look) => latenessMetrics(registry, look),
    store,
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function label(value: string): string {
  return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : 'other';
}

/** Where the records do not answer nothing is told of letters: old numbers would look like new ones. */
function latenessMetrics(registry: Registry, look: () => Promise<Lateness>): void {
  const registers = [registry];
  /** One look serves both. */
  let found: Promise<Lateness | undefined>;
  new Gauge({
    name: 'bot_letter_lag_seconds',
    help: 'How long the oldest letter has been due, by what it waits in.',
    labelNames: ['kind'],
    registers,
    async collect() {
      found = look().catch(() => undefined);
      this.reset();
      for (const [kind, late] of Object.entries((await found)?.letters ?? {})) this.set({ kind }, late / 1_000);
    },
  });
  new Gauge({
    name: 'bot_sweep_age_seconds',
    help: 'How long ago the records were last swept, by whichever bot; 0 before the first time.',
    registers,
    async collect() {
      this.set(((await found)?.swept ?? 0) / 1_000);
    },
  });
}

/** Up to what a statement may take, tries included. */
const statementBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Nothing is seen of them where the records lie in a folder. */
function databaseMetrics(registry: Registry): StoreObserver {
  const registers = [registry];
  const buckets = statementBuckets;
  const took = new Histogram({
    name: 'bot_store_seconds',
    help: 'How long statements to the database take.',
    labelNames: ['act'],
    buckets,
    registers,
  });
  const retries = new Counter({
    name: 'bot_store_retries_total',
    help: 'Statements that failed and may go well the next time.',
    labelNames: ['why'],
    registers,
  });
  const conflicts = new Counter({
    name: 'bot_store_conflicts_total',
    help: 'Writes that were decided again because another process wrote first.',
    labelNames: ['kind'],
    registers,
  });
  const waits = new Histogram({
    name: 'bot_lease_wait_seconds',
    help: 'How long locks are waited for.',
    buckets,
    registers,
  });
  for (const why of ['cut', 'undone']) retries.inc({ why }, 0);
  return {
    asked: (act, seconds) => took.observe({ act: label(act) }, seconds),
    retried: (why) => retries.inc({ why }),
    conflicted: (kind) => conflicts.inc({ kind: label(kind) }),
    waitedForLock: (seconds) => waits.observe(seconds),
    follow(look) {
      const gauge = (name: string, help: string, value: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      gauge('bot_clock_offset_seconds', "How far the database's clock is ahead.", () => look().clockAhead / 1_000);
      gauge('bot_processes', 'Bots on this database that were seen lately.', () => look().processes);
      gauge('bot_records_format', 'Format in which records are written.', () => look().format);
      new Gauge({
        name: 'bot_store_pool',
        help: 'Connections to the database: open, idle, and statements that wait for one.',
        labelNames: ['pool', 'state'],
        registers,
        collect() {
          for (const [pool, states] of Object.entries(look().pools)) {
            for (const [state, count] of Object.entries(states)) this.set({ pool, state }, count);
          }
        },
      });
    },
  };
}
