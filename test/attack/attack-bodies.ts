import { Agent, request } from 'node:http';
import { rawHttp } from '../support/raw-http.ts';
import { type Seeded, seeded } from '../support/seeded.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { type BrokenBody, brokenBody } from './broken-bodies.ts';

export interface BodyAttack {
  /** Where the bot listens: http://127.0.0.1:port. */
  readonly url: string;
  /** Where it answers to. */
  readonly serviceUrl: string;
  readonly count: number;
  readonly seed: number;
}

export interface BodyAttackResult {
  /** How many of each status came back; 0 stands for a connection that ended without an answer. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What was answered otherwise than it should have been, the first few of each kind. */
  readonly wrong: readonly string[];
  readonly wrongCount: number;
}

const atOnce = 24;

/**
 * Sends broken bodies, over HTTP and over bare sockets. Any 4xx is right for a broken one, and 200 for one that has
 * stayed an activity; a status that a breakage must lead to has to be that one.
 */
export async function attackBodies({ url, serviceUrl, count, seed }: BodyAttack): Promise<BodyAttackResult> {
  const chance = seeded(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const statuses: Record<string, number> = {};
  const wrong: string[] = [];
  let wrongCount = 0;
  let left = count;

  const note = (kind: string, status: number, wanted: number | undefined, body: string) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    const right = wanted === undefined ? status === 200 || (status >= 400 && status < 500) : status === wanted;
    if (right) return;
    wrongCount += 1;
    if (wrong.length < 10)
      wrong.push(`${kind}: ${status} instead of ${wanted ?? '200 or 4xx'}: ${body.slice(0, 2_000)}`);
  };

  async function sendSome(): Promise<void> {
    while (left > 0) {
      left -= 1;
      if (left % 200 === 0) {
        const { kind, parts, statuses: allowed } = brokenRequest(chance, serviceUrl);
        const { status } = await rawHttp(Number(new URL(url).port), ...parts);
        note(kind, status, allowed.includes(status) ? status : allowed[0], '');
      } else {
        const broken = brokenBody(chance, serviceUrl);
        note(broken.kind, await post(agent, url, broken), broken.status, broken.body.toString('latin1'));
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome));
  agent.destroy();
  return { statuses, wrong, wrongCount };
}

function post(agent: Agent, url: string, { body, headers }: BrokenBody): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const length = String(body.length);
  const sending = request(`${url}/api/messages`, {
    method: 'POST',
    agent,
    headers: { ...headers, 'Content-Length': length },
  });
  sending.on('response', (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? 0));
  });
  sending.on('error', () => resolve(0));
  sending.end(body);
  return promise;
}

interface BrokenRequest {
  readonly kind: string;
  readonly parts: readonly string[];
  readonly statuses: readonly number[];
}

/** What no HTTP client would send: lengths that lie, bodies that never end, framing that contradicts itself. */
function brokenRequest(chance: Seeded, serviceUrl: string): BrokenRequest {
  const body = JSON.stringify(teamsMessage(serviceUrl, 'tenant'));
  const first = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const length = (bytes: number | string) => `Content-Length: ${bytes}\r\n`;
  const chunked = 'Transfer-Encoding: chunked\r\n';
  return chance.pick<BrokenRequest>([
    {
      kind: 'longer than it is',
      parts: [first, length(body.length + 1 + chance.below(90)), '\r\n', body],
      statuses: [408],
    },
    { kind: 'slow', parts: [first, length(body.length), '\r\n', body.slice(0, chance.below(20))], statuses: [408] },
    { kind: 'shorter than it is', parts: [first, length(10), '\r\n', body], statuses: [400] },
    { kind: 'negative length', parts: [first, length(-1), '\r\n', body], statuses: [400] },
    { kind: 'two lengths', parts: [first, length(1), length(body.length), '\r\n', body], statuses: [400] },
    { kind: 'length and chunks', parts: [first, length(body.length), chunked, '\r\n', body], statuses: [400] },
    { kind: 'chunks that are none', parts: [first, chunked, '\r\n', body], statuses: [400] },
    { kind: 'chunks that never end', parts: [first, chunked, '\r\n', '5\r\n{"a":\r\n'], statuses: [408] },
    { kind: 'huge length', parts: [first, length('9'.repeat(30)), '\r\n', body], statuses: [400, 413] },
    { kind: 'large length', parts: [first, length(10_000_000_000), '\r\n', body], statuses: [413] },
  ]);
}
