import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of Teams that bots call, as cheap as can be: what it costs is measured with every turn. */
export interface Connector {
  readonly url: string;
  /** Id and text of the newest card in a chat; empty before the first. */
  card(conversation: string): { readonly id: string; readonly text: string };
  close(): void;
}

const none = { id: '', text: '' };
const created = { 'content-type': 'application/json', connection: 'keep-alive' };

export async function startConnector(): Promise<Connector> {
  const cards = new Map<string, { id: string; text: string }>();
  let count = 0;
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      count += 1;
      const id = `m${count}`;
      const [, , , conversation = ''] = (request.url ?? '').split('/');
      if (request.method === 'POST' && text.includes('"AdaptiveCard"')) {
        cards.set(decodeURIComponent(conversation), { id, text });
      }
      response.writeHead(200, created).end(`{"id":"${id}"}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    card: (conversation) => cards.get(conversation) ?? none,
    close: () => void server.close().closeAllConnections(),
  };
}
