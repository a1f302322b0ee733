import { createHash, timingSafeEqual } from 'node:crypto';
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import restify from 'restify';
import type { Build } from '../domain/build.ts';
import type { Clock } from '../domain/ports/system.ts';
import { second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { answer, answerJson } from './answer.ts';
import { callerOf, fromThisMachine } from './caller.ts';
import type { Gate } from './gate.ts';
import { createMessages, type TakeTurn } from './messages.ts';

export interface ServerParts {
  readonly gate: Gate;
  readonly turn: TakeTurn;
  /** What the bot needs to do its work, by name; whoever sends it traffic asks whether all of it holds. */
  readonly ready: Readonly<Record<string, Condition>>;
  readonly build: Build;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly clock: Clock;
  /** What is posted to other paths, by path. Each sees to it who may. */
  readonly posts?: Readonly<Record<string, Handler>>;
  /** Adds routes. Nothing guards them but what they do themselves: see `fromThisMachine`. */
  readonly routes?: (server: restify.Server) => void;
  /** Bytes of a body, 256 KiB unless told. */
  readonly bodyLimit?: number;
  /** Milliseconds for a body to arrive, 10 s unless told; a whole request may take twice that. */
  readonly bodyPatience?: number;
  /** This machine alone unless told. */
  readonly metricsFor?: MetricsReaders;
}

export interface Server {
  /** Resolves with the port, which the system chose if 0 was asked for. Rejects when the port can't be had. */
  listen(host: string, port: number): Promise<{ readonly port: number }>;
  /** Takes no more requests, lets those under way end within `patience` milliseconds, then cuts what is left. */
  close(patience: number): Promise<void>;
}

/** One that throws does not hold. */
type Condition = () => boolean | Promise<boolean>;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The one HTTP server of the bot. Whatever a caller sends, it answers or hangs up; it never throws. */
export function createServer(parts: ServerParts): Server {
  const { metrics, log, build, bodyLimit = 256 * 1024, bodyPatience = 10 * second } = parts;
  const underWay = new Map<ServerResponse, Promise<void>>();
  let closing = false;

  // restify's own log would write whole requests.
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never });
  const http = server.server as HttpServer & { connectionsCheckingInterval: number };
  http.requestTimeout = 2 * bodyPatience;
  // Longer than the proxies in front of it keep theirs (60 s is common), or they would send into a closed one.
  http.keepAliveTimeout = 65 * second;
  http.connectionsCheckingInterval = Math.min(bodyPatience / 2, 5 * second);

  guardRestify(server);
  // It passes on errors of the server, and one that nobody listens for would end the process. A port that can't be had is
  // told to whoever called `listen`.
  server.on('error', (error: unknown) => http.listening && log.error('server failed', { error }));

  const handled = (handler: Handler) =>
    async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
      if (closing) {
        metrics.refused('closing');
        return answer(request, response, { status: 503, last: true });
      }
      const work = handler(request, response).catch((error: unknown) => {
        log.error('request failed', { error });
        answer(request, response, { status: 500 });
      });
      underWay.set(response, work);
      await work;
      underWay.delete(response);
    };

  server.post('/api/messages', handled(createMessages({ ...parts, bodyLimit, bodyPatience })));
  const live = handled(async (request, response) => answerJson(request, response, 200, { live: true, ...build }));
  const ready = handled(async (request, response) => {
    const checks = Object.entries(parts.ready).map(async ([name, check]) => ({
      name,
      met: await Promise.resolve()
        .then(check)
        .catch(() => false),
    }));
    const unmet = (await Promise.all(checks)).filter(({ met }) => !met).map(({ name }) => name);
    const ready = unmet.length === 0;
    answerJson(request, response, ready ? 200 : 503, { ready, ...(!ready && { unmet }), ...build });
  });
  // Some balancers ask with HEAD; Node leaves the body out of the answer.
  for (const [path, handler] of [
    ['/health/live', live],
    ['/health/ready', ready],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
  server.get(
    '/metrics',
    handled(async (request, response) => {
      if (!metricsAllowed(request, parts.metricsFor ?? 'this-machine'))
        return answer(request, response, { status: 401, last: true });
      const { type, text } = await metrics.page();
      answer(request, response, { status: 200, type, body: text });
    }),
  );
  for (const [path, handler] of Object.entries(parts.posts ?? {})) server.post(path, handled(handler));
  parts.routes?.(server);

  return {
    listen(host, port) {
      const { promise, resolve, reject } = Promise.withResolvers<{ readonly port: number }>();
      http.once('error', reject);
      http.listen(port, host, () => {
        http.off('error', reject);
        const address = http.address();
        resolve({ port: typeof address === 'object' && address ? address.port : port });
      });
      return promise;
    },
    async close(patience) {
      closing = true;
      for (const response of underWay.keys()) response.shouldKeepAlive = false;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      const abandon = new AbortController();
      const late = delay(patience, undefined, { signal: abandon.signal }).catch(() => undefined);
      await Promise.race([Promise.all(underWay.values()), late]);
      await Promise.race([closed, late]);
      abandon.abort();
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Closes the holes restify 12 leaves open; each is proven in test/http/server.test.ts. */
function guardRestify(server: restify.Server): void {
  // A Host header that makes no URL throws outside every handler and ends the process.
  (server as unknown as { first(check: (request: IncomingMessage, response: ServerResponse) => boolean): void }).first(
    (request, response) => {
      const { url = '', headers } = request;
      const read = url.startsWith('/') ? URL.parse(`http://${headers.host || 'localhost'}${url}`) : null;
      // A path that means another once its dots are resolved: what lets prefixes through in front of us let in something else.
      if (read && read.pathname === url.replace(/[?#].*$/s, '')) return true;
      answer(request, response, { status: 400, last: true });
      return false;
    },
  );
  // It listens for upgrades and then does nothing: the socket would stay open for ever.
  server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.destroy());
  // Its own answers name the route, the method and the class of the error. Not calling back keeps it from sending them.
  server.on('restifyError', (request: IncomingMessage, response: ServerResponse, error: { statusCode?: number }) => {
    answer(request, response, { status: error.statusCode ?? 500 });
  });
}

/** Whoever brings this bearer token, whoever is on this machine (in local mode), or nobody. */
export type MetricsReaders = 'this-machine' | 'nobody' | (string & {});

/**
 * Behind a proxy everybody seems to be on this machine: a plain one adds no header that would tell. So where people come
 * from elsewhere, a token it is or nobody.
 */
function metricsAllowed(request: IncomingMessage, readers: MetricsReaders): boolean {
  const caller = callerOf(request);
  if (readers === 'nobody') return false;
  if (readers === 'this-machine') return fromThisMachine(caller);
  return timingSafeEqual(digest(caller.authorization ?? ''), digest(`Bearer ${readers}`));
}

/** Of one length whatever it is made from, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
