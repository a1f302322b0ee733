import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot sent or changed, in order. */
export interface Posted {
  readonly kind: 'sent' | 'updated';
  readonly conversation: string;
  readonly id: string;
  readonly activity: SentActivity;
}

export interface SentActivity {
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

export interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  /** The message arrives all the same; only the bot is told that it did not. */
  readonly arrives?: boolean;
}

/** The part of Teams that bots call: takes messages and changes of messages, and remembers them. */
export interface Connector {
  readonly url: string;
  readonly posted: readonly Posted[];
  /** Decides the answer to the next calls: an HTTP status instead of success, or undefined for success. May take its time. */
  fail: (posted: Omit<Posted, 'id'>) => Refusal | undefined | Promise<Refusal | undefined>;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const posted: Posted[] = [];
  let count = 0;
  const connector = {
    url: '',
    posted,
    fail: (() => undefined) as Connector['fail'],
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , conversation = '', , old] = (request.url ?? '')
      .replace(/^\/teams(?=\/)/, '')
      .split('/')
      .map(decodeURIComponent);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString() || '{}') as SentActivity;
    const kind = request.method === 'PUT' ? 'updated' : 'sent';
    const refusal = await connector.fail({ kind, conversation, activity });
    // restify, in the same process, makes writeHead return nothing: no chaining.
    response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json', ...refusal?.headers });
    if (refusal && !refusal.arrives) return void response.end(JSON.stringify(refusal.body ?? {}));
    count += 1;
    const id = kind === 'updated' ? (old ?? '') : `m${count}`;
    posted.push({ kind, conversation, id, activity });
    response.end(refusal ? '{}' : JSON.stringify({ id }));
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connector.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return connector;
}
