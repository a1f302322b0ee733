import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A request as it came over the wire. */
export interface Got {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, unless it is text already. */
  readonly body?: unknown;
}

export interface FakeHttp {
  readonly origin: string;
  readonly got: readonly Got[];
  /** What the next requests get instead of the usual answer, in order. `hang`: nothing, ever. `cut`: the socket ends. */
  readonly next: (Reply | 'hang' | 'cut')[];
  /** From now on nobody answers the door. */
  stop(): Promise<void>;
}

/** A real HTTP server on loopback that keeps what it is asked, answered by `usual`. */
export async function startFake(t: TestContext, usual: (got: Got) => Reply): Promise<FakeHttp> {
  const got: Got[] = [];
  const next: (Reply | 'hang' | 'cut')[] = [];
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one: Got = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', origin),
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    };
    got.push(one);
    const special = next.shift();
    if (special === 'hang') return;
    const reply = typeof special === 'object' ? special : usual(one);
    // Its answer gets lost, but it has been done.
    if (special === 'cut') return void request.socket.destroy();
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? null);
    // Node's own Date is that of the machine; here it is the stated one.
    const date = new Date().toUTCString();
    // Not in one: restify, once loaded, makes writeHead give nothing back.
    response.writeHead(reply.status, { 'Content-Type': 'application/json', Date: date, ...reply.headers });
    response.end(body);
  }

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return stopped;
  };
  t.after(stop);
  return { origin, got, next, stop };
}
