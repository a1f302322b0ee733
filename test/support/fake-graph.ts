import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Clock } from '../../bot/domain/ports/system.ts';
import { judgeAnswer, judgeRequest, offersSelect } from '../judges/graph-judge.ts';
import { answerOf, type GraphReply, problem } from './graph-answers.ts';
import { goodTenant, type Tenant } from './graph-tenant.ts';

/** A request as it came over the wire; the path is below the version segment. */
export interface GraphGot {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/**
 * What goes wrong with a request: another answer · hang: none, ever · cut: the line breaks after the work was done ·
 * undefined: nothing. `words` is a body that is no JSON.
 */
export type GraphFault = (GraphReply & { readonly words?: string }) | 'hang' | 'cut' | undefined;

export interface FakeGraph {
  /** With the version segment. */
  readonly base: string;
  readonly tenant: Tenant;
  readonly got: readonly GraphGot[];
  /** Decides about each request before it is carried out. */
  fault: (got: GraphGot) => GraphFault;
  /** Runs before a request is carried out: what others do in the tenant meanwhile. */
  meanwhile: (got: GraphGot) => void;
  /** Permissions the app does not have: requests that need one are answered with 403. */
  readonly missing: Set<string>;
  /** Tokens that are let in; any is when there are none. */
  readonly tokens: Set<string>;
  /** The clock by which the real limits are kept. None: none are. */
  limitsBy: Clock | undefined;
  /** How many requests were over the limit. */
  readonly throttled: () => number;
  /** How many roles come at once. */
  page: number;
  /** Waits for the next request of which this is true. */
  asked(which: (got: GraphGot) => boolean): Promise<GraphGot>;
  stop(): Promise<void>;
}

/**
 * How often one may ask. Source: Microsoft Learn, "Microsoft Graph service-specific throttling limits", identity and access
 * reports, identity and access; "Exchange Online limits", message rate limit.
 */
const limits = [
  { path: /^\/(reports|auditLogs)\//, method: /./, most: 5, per: 10_000 },
  { path: /\/sendMail$/, method: /POST/, most: 30, per: 60_000 },
  { path: /\/teamwork\/installedApps/, method: /GET/, most: 30, per: 1_000 },
  { path: /\/teamwork\/installedApps/, method: /POST/, most: 30, per: 1_000 },
  { path: /\/authentication\/(phone|email)Methods/, method: /POST|PATCH|DELETE/, most: 3_000, per: 150_000 },
] as const;

/** Which permission each read and write takes. Source: Microsoft Learn, the reference page of each. */
const needs: readonly (readonly [path: RegExp, method: RegExp, permission: string])[] = [
  [/^\/users\/[^/]+\/transitiveMemberOf\/microsoft.graph.directoryRole/, /GET/, 'RoleManagement.Read.Directory'],
  [/^\/roleManagement\//, /GET/, 'RoleManagement.Read.Directory'],
  [/^\/users\/[^/]+\/authentication\/phoneMethods/, /GET/, 'UserAuthMethod-Phone.Read.All'],
  [/^\/users\/[^/]+\/authentication\/emailMethods/, /GET/, 'UserAuthMethod-Email.Read.All'],
  [/^\/users\/[^/]+\/authentication\/phoneMethods/, /./, 'UserAuthMethod-Phone.ReadWrite.All'],
  [/^\/users\/[^/]+\/authentication\/emailMethods/, /./, 'UserAuthMethod-Email.ReadWrite.All'],
  [/^\/users\/[^/]+\/sendMail/, /./, 'Mail.Send'],
  [/^\/users\/[^/]+\/teamwork\//, /./, 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  [/^\/appCatalogs\//, /./, 'AppCatalog.Read.All'],
  [/^\/groups\//, /./, 'GroupMember.Read.All'],
  [/^\/users\/[^/]+\/licenseDetails/, /./, 'LicenseAssignment.Read.All'],
  [/^\/users(\/[^/]+)?$/, /./, 'User.Read.All'],
  [/^\/applications$/, /./, 'Application.Read.All'],
  [/^\/(reports|auditLogs)\//, /./, 'AuditLog.Read.All'],
  [/^\/directory\/onPremises/, /./, 'OnPremDirectorySynchronization.Read.All'],
  [/^\/domains(\/|$)/, /./, 'Domain.Read.All'],
  [/^\/policies\/authenticationMethodsPolicy/, /./, 'Policy.Read.AuthenticationMethod'],
  [/^\/policies\/authorizationPolicy/, /./, 'Policy.Read.All'],
];

/**
 * A tenant behind a real server on loopback. Each request, and each answer it gives of itself, is judged by the published
 * description; what the judge has to say fails the test.
 */
export async function startGraph(t: TestContext, tenant: Tenant = goodTenant()): Promise<FakeGraph> {
  const got: GraphGot[] = [];
  const complaints: string[] = [];
  const waiting = new Set<{ which: (one: GraphGot) => boolean; found: (one: GraphGot) => void }>();
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    const path = url.startsWith('/v1.0/') ? url.slice('/v1.0'.length) : `/not-below-the-version${url}`;
    const one: GraphGot = {
      method,
      path,
      headers: headers as GraphGot['headers'],
      body: text ? JSON.parse(text) : undefined,
    };
    got.push(one);
    const complained = [...judgeRequest(one), ...ourRules(one)];
    complaints.push(...complained.map((words) => `${method} ${path}: ${words}`));
    for (const waiter of waiting) if (waiter.which(one)) waiter.found(one);
    const fault = fake.fault(one) ?? overLimit(one);
    if (fault === 'hang') return;
    fake.meanwhile(one);
    const reply = typeof fault === 'object' ? fault : complained.length > 0 ? problem(400, 'badRequest') : usual(one);
    if (fault === 'cut') return void request.socket.destroy();
    const broken = typeof fault === 'object';
    if (!broken) complaints.push(...judgeAnswer(one, reply.status, reply.body));
    const body = broken && fault.words !== undefined ? fault.words : reply.body && JSON.stringify(reply.body);
    const requestId = `cccccccc-0000-4000-8000-${`${got.length}`.padStart(12, '0')}`;
    const own = { 'Content-Type': 'application/json', 'request-id': requestId, Date: new Date().toUTCString() };
    response.writeHead(reply.status, { ...own, ...reply.headers });
    response.end(body);
  }

  const counted = limits.map((limit) => ({ ...limit, times: [] as number[] }));
  let throttled = 0;

  /** Refused requests count, too. The fraction of the seconds as in the sample of "Microsoft Graph throttling guidance". */
  function overLimit({ path, method }: GraphGot): GraphFault {
    const now = fake.limitsBy?.();
    const limit = counted.find((one) => one.path.test(path) && one.method.test(method));
    if (now === undefined || !limit) return undefined;
    const { times, most, per } = limit;
    const recent = times.filter((at) => at > now - per);
    times.push(now);
    if (recent.length < most) return undefined;
    throttled += 1;
    const wait = ((recent.at(-most) ?? now) + per - now) / 1_000;
    return { ...problem(429, 'TooManyRequests'), headers: { 'retry-after': wait.toFixed(1) } };
  }

  function usual(one: GraphGot): GraphReply {
    const token = one.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (fake.tokens.size > 0 && !fake.tokens.has(token)) return problem(401, 'InvalidAuthenticationToken');
    const url = new URL(one.path, 'http://graph');
    const missing = needs.find(([path, method]) => path.test(url.pathname) && method.test(one.method));
    if (missing && fake.missing.has(missing[2])) return problem(403, 'Authorization_RequestDenied');
    return answerOf(tenant, base, fake.page, { method: one.method, url, body: one.body, blind: fake.missing });
  }

  let stopped: Promise<void> | undefined;
  const fake: FakeGraph = {
    base,
    tenant,
    got,
    fault: () => undefined,
    meanwhile: () => undefined,
    missing: new Set(),
    tokens: new Set(),
    limitsBy: undefined,
    throttled: () => throttled,
    page: 100,
    asked(which) {
      const { promise, resolve } = Promise.withResolvers<GraphGot>();
      const waiter = {
        which,
        found: (one: GraphGot) => {
          waiting.delete(waiter);
          resolve(one);
        },
      };
      waiting.add(waiter);
      return promise;
    },
    stop() {
      stopped ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return stopped;
    },
  };
  t.after(async () => {
    await fake.stop();
    assert.deepEqual(complaints, []);
  });
  return fake;
}

/** What our own client has to keep beside what Graph asks for. */
function ourRules({ method, path, headers }: GraphGot): readonly string[] {
  const rules: string[] = [];
  // By the newer reference the list of registrations takes a filter and nothing else.
  const filterAlone = path.startsWith('/reports/authenticationMethods/userRegistrationDetails?$filter=isSsprCapable');
  // By the reference the authorization policy takes no query options; the description offers one all the same.
  const whole = path === '/policies/authorizationPolicy';
  const reads = method === 'GET' && offersSelect(method, path) && !filterAlone && !whole;
  if (reads && !new URL(path, 'http://graph').searchParams.has('$select')) rules.push('reads all properties');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(headers['client-request-id'] ?? '')) rules.push('has no id');
  if (!headers.authorization?.startsWith('Bearer ')) rules.push('has no token');
  return rules;
}
