import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** In front of several bots, on loopback: hands each request to one of them, and to another when that one is gone. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

export interface Balancing {
  /** Where the bots listen. */
  readonly bots: readonly string[];
  /** Which of them a request goes to first; one after the other unless told. Several: to each at once, the first answer counts. */
  readonly choose?: () => readonly number[];
  readonly port?: number;
}

export async function startBalancer({ bots, choose = inTurn(bots.length), port = 0 }: Balancing): Promise<Balancer> {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request;
    if (url === '/local/inbox.json') return answer(response, 200, await everyMessage());
    if (url === '/local/inbox/events') return events(request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = choose().map((first) => forwarded(request, Buffer.concat(chunks), first));
    const { status, headers, body } = await Promise.race(sent);
    // Whoever acts acts again when all have answered.
    await Promise.all(sent);
    response.writeHead(status, headers);
    response.end(body);
  }

  /** As Teams does, a request that came to nothing is sent again, with the same id. */
  async function forwarded(request: IncomingMessage, body: Buffer, first: number) {
    const end = performance.now() + 15_000;
    for (let bot = first; ; bot += 1) {
      try {
        const answered = await fetch(`${bots[bot % bots.length]}${request.url}`, {
          method: request.method ?? 'GET',
          headers: { 'content-type': request.headers['content-type'] ?? 'application/json', ...languageOf(request) },
          ...(body.length > 0 && { body }),
        });
        const text = Buffer.from(await answered.arrayBuffer());
        const kept = ['content-type', 'content-security-policy', 'cache-control'];
        const headers = Object.fromEntries(
          kept.flatMap((name) => {
            const value = answered.headers.get(name);
            return value === null ? [] : [[name, value]];
          }),
        );
        return { status: answered.status, headers, body: text };
      } catch {
        if (performance.now() > end) return { status: 502, headers: {}, body: Buffer.alloc(0) };
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Each bot has what it sent itself. */
  async function everyMessage(): Promise<string> {
    const lists = await Promise.all(
      bots.map((bot) =>
        fetch(`${bot}/local/inbox.json`)
          .then((one) => one.json() as Promise<readonly { readonly at: number }[]>)
          .catch(() => []),
      ),
    );
    return JSON.stringify(lists.flat().sort((one, other) => one.at - other.at));
  }

  /** The page asks again at each; a second is soon enough. */
  function events(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const timer = setInterval(() => response.write('data: changed\n\n'), 1_000);
    request.on('close', () => clearInterval(timer));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => answer(response, 502, ''));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function inTurn(count: number): () => readonly number[] {
  let next = 0;
  return () => [next++ % count];
}

function languageOf(request: IncomingMessage): Readonly<Record<string, string>> {
  const wanted = request.headers['accept-language'];
  return wanted === undefined ? {} : { 'accept-language': wanted };
}

function answer(response: ServerResponse, status: number, body: string): void {
  // restify, in the same process, makes writeHead return nothing: no chaining.
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body);
}
