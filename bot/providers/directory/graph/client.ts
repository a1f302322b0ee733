import { z } from 'zod';
import { type Time, within } from '../../../deadline.ts';
import type { Budget, BudgetSlot, Urgency } from '../../../domain/ports/budget.ts';
import { second } from '../../../domain/time.ts';
import type { Log } from '../../../log.ts';
import { exchange, type HttpExchange } from '../../http.ts';
import { type Breaker, createBreaker, failing, pauseAfter } from './retry.ts';
import type { Token, TokenSource } from './token.ts';

/** Parts of Graph that are throttled and fail apart from each other. */
export type Workload = 'directory' | 'roles' | 'methods' | 'reports' | 'policies' | 'mail' | 'installations';

export interface Call {
  /** Our name of it, for logs: fixed, names nobody. */
  readonly what: string;
  readonly workload: Workload;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base address, with its query; or what Graph itself gave as the next page. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out: a person waits for it. */
  readonly urgency?: Urgency;
  /** How long it may stand in line, ms: where that is longer, the answer says how long. Left out: until the signal aborts. */
  readonly patience?: number;
}

/** How often each part may be asked, and how often it may be changed; one that is left out is not counted. */
export interface Counted extends Readonly<Partial<Record<Workload, Budget>>> {
  readonly writes?: Budget;
}

export interface GraphParts {
  /** Version segment included, without a slash at the end: `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
  readonly tokens: TokenSource;
  readonly time: Time;
  readonly log: Log;
  /** A new GUID. */
  readonly newId: () => string;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly budgets?: Counted;
}

/** How long one request may take. Reports and logs are the slow ones, and nobody's turn waits for their end. */
const requestTime = 2 * second;
const slowRequestTime = 15 * second;
/** Bytes of an answer that are read: a full page of the largest thing asked for is a tenth of it. */
const longestAnswer = 2 * 1024 * 1024;
/** How long nobody asks where Graph says too much and not for how long: as long as it counts. */
const usualHold = 10 * second;

/** Calls Graph as the app. Never throws; ends soon after the signal aborts. */
export interface GraphClient {
  readonly base: string;
  readonly time: Time;
  call(call: Call, signal: AbortSignal): Promise<Answer>;
}

export function createGraphClient(parts: GraphParts): GraphClient {
  const { base, tokens, time, log, newId, chance, budgets = {} } = parts;
  const breakers = new Map<Workload, Breaker>();
  const breakerOf = (workload: Workload) => {
    const known = breakers.get(workload) ?? createBreaker(time.now);
    breakers.set(workload, known);
    return known;
  };

  /** A place in every line that a call has to stand in; else the answer of a call that was not made. */
  async function enter(one: Call, signal: AbortSignal): Promise<readonly BudgetSlot[] | Answer> {
    const urgency = one.urgency ?? 'person';
    const writes = one.workload === 'methods' && one.method !== 'GET';
    const lines = [budgets[one.workload], writes ? budgets.writes : undefined].filter((line) => line !== undefined);
    const wait = Math.max(0, ...lines.map((line) => line.line(urgency).wait));
    if (one.patience !== undefined && wait > one.patience) {
      return { kind: 'unavailable', why: 'late', sent: false, after: wait };
    }
    const places: BudgetSlot[] = [];
    for (const line of lines) {
      const place = await (one.patience === undefined
        ? line.enter(urgency, signal)
        : within(time, one.patience, signal, (inner) => line.enter(urgency, inner)));
      if (!place) {
        for (const given of places) given.done();
        return { kind: 'unavailable', why: 'late', sent: false };
      }
      places.push(place);
    }
    return places;
  }

  async function request(one: Call, id: string, token: string, signal: AbortSignal): Promise<HttpExchange> {
    const { method, path, body } = one;
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      'client-request-id': id,
      // Where a person waits for it. Source: Microsoft Learn, "Microsoft Graph throttling guidance".
      ...(one.urgency !== 'background' && { 'x-ms-throttle-priority': 'high' }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...one.headers,
    };
    const asked = { method, url: `${base}${path}`, headers, ...(body && { body: JSON.stringify(body) }) };
    const longest = one.workload === 'reports' ? slowRequestTime : requestTime;
    return within(time, longest, signal, (inner) => exchange(asked, inner, time.now, longestAnswer));
  }

  /** One request, with what the breaker has to say and hear. */
  async function tryOnce(one: Call, id: string, signal: AbortSignal): Promise<HttpExchange | Answer> {
    const token = await tokens.get(signal);
    if (token.kind === 'no-token') return answerWithoutToken(token);
    const breaker = breakerOf(one.workload);
    const rest = breaker.enter();
    if (rest > 0) return { kind: 'unavailable', why: 'resting', sent: false, after: rest };
    const budget = budgets[one.workload];
    const places = await enter(one, signal);
    if ('kind' in places) {
      breaker.heard('nothing');
      return places;
    }
    const reply = await request(one, id, token.token, signal);
    const ours = reply.kind === 'unanswered' && signal.aborted;
    breaker.heard(ours ? 'nothing' : failing(reply) ? 'badly' : 'well');
    if (reply.kind === 'answered' && reply.status === 429) {
      if (waitsInLine(one)) budget?.hold(reply.after ?? usualHold);
      else if (reply.after !== undefined) breaker.hold(reply.after);
    }
    for (const place of places) place.done();
    if (reply.kind === 'answered' && reply.status === 401) tokens.refuse();
    return reply;
  }

  function note(one: Call, id: string, tries: number, begun: number, outcome: HttpExchange | Answer): void {
    const answered = outcome.kind === 'answered' ? outcome : undefined;
    const fields = {
      provider: 'graph',
      activity: one.what,
      verb: one.method,
      tries,
      milliseconds: time.now() - begun,
      // Graph's own name of the call where there is one, else ours; support at Microsoft finds it by either.
      reference: guid.safeParse(answered?.headers.get('request-id')).data ?? id,
      status: answered?.status,
      reason: reasonOf(outcome),
    };
    const well = answered !== undefined && (answered.status < 400 || answered.status === 404) && !answered.unreadable;
    if (well) log.debug('graph called', fields);
    else log.warn('graph call failed', fields);
  }

  return {
    base,
    time,
    async call(one, signal) {
      const begun = time.now();
      const id = newId();
      const read = one.method === 'GET';
      for (let tries = 1; ; tries += 1) {
        if (signal.aborted) return { kind: 'unavailable', why: 'late', sent: false };
        const reply = await tryOnce(one, id, signal);
        note(one, id, tries, begun, reply);
        if (reply.kind !== 'answered' && reply.kind !== 'unanswered') return reply;
        // A token may have been withdrawn since it was given: one more try with a new one.
        const renewed = reply.kind === 'answered' && reply.status === 401 && tries === 1;
        const inLine = budgets[one.workload] && waitsInLine(one) && reply.kind === 'answered' && reply.status === 429;
        const pause = renewed || inLine ? 0 : pauseAfter(reply, read, tries, chance());
        if (pause === undefined || signal.aborted) return answerOf(reply, !read);
        if (pause > 0) await time.pause(pause, signal).catch(() => undefined);
        if (signal.aborted) return answerOf(reply, !read);
      }
    },
  };
}

/** After a 429: so little may be asked of these that everybody waits for it; elsewhere they are sent away at once. */
function waitsInLine({ workload }: Call): boolean {
  return workload === 'reports';
}

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** For the log: fixed words and codes only. */
function reasonOf(outcome: HttpExchange | Answer): string | undefined {
  if (outcome.kind === 'unanswered') return outcome.code;
  const answer = outcome.kind === 'answered' ? answerOf(outcome, false) : outcome;
  if (answer.kind === 'unavailable') return answer.why;
  return answer.kind === 'refused' ? answer.code : undefined;
}

/**
 * What a call to Graph came to. Of an error body only its code is kept: words of it reach neither people nor logs.
 * - done: it was carried out; `body` is undefined when there was none.
 * - absent: Graph knows that there is no such thing.
 * - refused: by status 400, 401, 403, 409 and their like; `code` is Graph's, such as `Authorization_RequestDenied`.
 * - unavailable: `sent` tells whether a write may have been carried out all the same; `after`, in milliseconds, when the
 *   other side said how long to stay away.
 */
export type Answer =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string }
  | { readonly kind: 'unavailable'; readonly why: Unavailable; readonly sent: boolean; readonly after?: number };

/**
 * throttled: asked too much · failing: it answers with its own fault · unreachable: the network · late: our time was up
 * · resting: it failed so often that nobody asks for a while · unreadable: not in the form it has to have · no-token:
 * the token service was not reached.
 */
export type Unavailable = 'throttled' | 'failing' | 'unreachable' | 'late' | 'resting' | 'unreadable' | 'no-token';

const errorBody = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z][\w.]{0,99}$/) }) });

/** @param sent whether the request was a write, which may have been done though the answer did not come */
function answerOf(reply: HttpExchange, sent: boolean): Answer {
  if (reply.kind === 'unanswered') {
    return { kind: 'unavailable', why: reply.code === 'given up' ? 'late' : 'unreachable', sent };
  }
  const { status, body, unreadable, after } = reply;
  const waiting = after === undefined ? {} : { after };
  if (status === 429) return { kind: 'unavailable', why: 'throttled', sent: false, ...waiting };
  if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
    return { kind: 'unavailable', why: 'failing', sent, ...waiting };
  }
  if (status < 300) return unreadable ? { kind: 'unavailable', why: 'unreadable', sent } : { kind: 'done', body };
  const code = errorBody.safeParse(body).data?.error.code;
  // A 404 without Graph's own error is a wrong address or something in between, and says nothing about the thing.
  if (status === 404) return code ? { kind: 'absent' } : { kind: 'unavailable', why: 'unreadable', sent: false };
  return { kind: 'refused', status, ...(code !== undefined && { code }) };
}

function answerWithoutToken(token: Extract<Token, { kind: 'no-token' }>): Answer {
  const { why, code } = token;
  if (why === 'rejected') return { kind: 'refused', status: 401, ...(code !== undefined && { code }) };
  return { kind: 'unavailable', why: why === 'late' ? 'late' : 'no-token', sent: false };
}
