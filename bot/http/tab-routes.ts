import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import type { EmployeeKey } from '../domain/account/person.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { answer, answerJson } from './answer.ts';
import { readBody } from './body.ts';
import { callerOf, fromThisMachine } from './caller.ts';
import type { TabGate } from './tab-gate.ts';

/** How a reader wants to read, as far as their client says. */
export interface TabReader {
  readonly language: string | null;
  readonly timeZone: string | null;
}

export interface TabParts {
  readonly gate: TabGate;
  /** Who may show the page in a frame, as a content security policy names them. */
  readonly hosts: readonly string[];
  /** The page, for the languages a browser says it takes. */
  readonly shell: (acceptLanguage: string) => string;
  readonly files: ReadonlyMap<string, TabFile>;
  readonly words: (reader: TabReader) => unknown;
  readonly mine: (employee: EmployeeKey, reader: TabReader) => Promise<unknown>;
  /** Undefined for whoever may not see it. */
  readonly organisation: (employee: EmployeeKey, reader: TabReader) => Promise<unknown>;
  /** As above; asking for names is written down. */
  readonly lapsing: (employee: EmployeeKey) => Promise<unknown>;
  /** Undefined for whoever may not, and for what there is not. */
  readonly desk: (
    name: string,
    employee: EmployeeKey,
    reader: TabReader,
    given: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** What is typed into a form, bytes, and how long it may take to arrive, ms. */
const formLimit = 32 * 1_024;
const formPatience = 5_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Signed = (employee: EmployeeKey, reader: TabReader, request: IncomingMessage) => Promise<unknown>;

/** Who may show the page in a frame in production. Source: Microsoft Learn, "Prerequisites of tabs": Teams, Microsoft 365 and Outlook. */
export const teamsHosts: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
];

/** Only what comes from here runs, loads or is asked. teams-js would fetch a list of hosts; without it, it takes its own. */
const policyFor = (hosts: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${hosts.join(' ')}`,
  ].join('; ');

const json = 'application/json; charset=utf-8';
const guards = { 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Resource-Policy': 'same-origin' };

/** GET /tab and its files · /tab/words · /tab/me · /tab/organisation; POST /tab/organisation/lapsing and /tab/desk/…. No other origin may read any. */
export function tabRoutes(parts: TabParts): (server: Server) => void {
  const { gate, metrics, log } = parts;
  const policy = policyFor(parts.hosts);

  /** For whoever Entra vouches for, by the token alone: nothing of the address or body says who it is. */
  const signed = (what: Signed): Handler =>
    caught(log, async (request, response) => {
      const caller = await gate(callerOf(request));
      if (caller.kind === 'refused') {
        metrics.refused(caller.reason);
        log.debug('request refused', { status: 401, reason: caller.reason });
        return answer(request, response, { status: 401, headers: guards, last: true });
      }
      const body = await what(caller.employee, readerOf(request), request);
      if (body instanceof BadForm) return answer(request, response, { status: body.status, headers: guards });
      if (body === undefined) return answer(request, response, { status: 403, headers: guards });
      answer(request, response, { status: 200, type: json, body: JSON.stringify(body), headers: guards });
    });

  /** What is asked for stands in the address, what was typed in the body: read only once it is known who asks. */
  const asked: Signed = async (employee, reader, request) => {
    const body = await readBody(request, formLimit, formPatience);
    if (body.kind === 'refused') return new BadForm(body.status);
    const name = URL.parse(request.url ?? '', 'http://localhost')?.pathname.slice('/tab/desk/'.length) ?? '';
    return parts.desk(name, employee, reader, body.value);
  };

  return (server) => {
    server.get(
      '/tab',
      caught(log, async (request, response) => {
        const body = parts.shell(request.headers['accept-language'] ?? '');
        const headers = {
          'Content-Security-Policy': policy,
          'Referrer-Policy': 'no-referrer',
          Vary: 'Accept-Language',
        };
        answer(request, response, { status: 200, type: 'text/html; charset=utf-8', body, headers });
      }),
    );
    for (const [path, file] of parts.files)
      server.get(
        path,
        caught(log, async (...exchange) => sendFile(file, ...exchange)),
      );
    server.get(
      '/tab/words',
      caught(log, async (request, response) => {
        const body = JSON.stringify(parts.words(readerOf(request)));
        answer(request, response, { status: 200, type: json, body, headers: guards });
      }),
    );
    server.get('/tab/me', signed(parts.mine));
    server.get('/tab/organisation', signed(parts.organisation));
    server.post('/tab/organisation/lapsing', signed(parts.lapsing));
    server.post('/tab/desk/:name', signed(asked));
  };
}

/** A body that is no form. */
class BadForm {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** Nothing of what went wrong reaches the reader but a reference. */
function caught(log: Log, handler: Handler): Handler {
  return async function handle(request, response) {
    try {
      await handler(request, response);
    } catch (error) {
      const reference = randomBytes(5).toString('hex');
      log.error('tab failed', { reference, error });
      if (response.headersSent) response.destroy();
      answerJson(request, response, 500, { reference });
    }
  };
}

function readerOf(request: IncomingMessage): TabReader {
  const asked = URL.parse(request.url ?? '', 'http://localhost')?.searchParams;
  const short = (name: string, most: number) => {
    const value = asked?.get(name) ?? '';
    return value !== '' && value.length <= most ? value : null;
  };
  return { language: short('language', 35), timeZone: short('timeZone', 64) };
}

/** Nothing but the tab itself, in a frame; the chat opens in a window of its own. */
const framePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GET /local/tab and its files: a page that stands in for Teams, for this machine only. */
export function localTabRoutes(page: (acceptLanguage: string) => string, files: ReadonlyMap<string, TabFile>) {
  return (server: Server): void => {
    server.get('/local/tab', async (request, response) => {
      if (!fromThisMachine(callerOf(request))) return answer(request, response, { status: 403 });
      const body = page(request.headers['accept-language'] ?? '');
      const headers = { 'Content-Security-Policy': framePolicy, 'Referrer-Policy': 'no-referrer' };
      answer(request, response, { status: 200, type: 'text/html; charset=utf-8', body, headers });
    });
    for (const [path, file] of files) {
      server.get(path, async (request, response) => {
        if (!fromThisMachine(callerOf(request))) return answer(request, response, { status: 403 });
        sendFile(file, request, response);
      });
    }
  };
}

/** A file of the page, ready to send; `tag` changes with the content. */
export interface TabFile {
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
  readonly tag: string;
}

/** A file of the page. It is asked for each time, and sent only when it has changed. */
function sendFile({ type, body, zipped, tag }: TabFile, request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const small = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const sent = small ? zipped : body;
  response.writeHead(200, {
    ...headers,
    'Content-Type': type,
    'Content-Length': sent.length,
    'X-Content-Type-Options': 'nosniff',
    ...(small && { 'Content-Encoding': 'gzip' }),
  });
  response.end(sent);
}
