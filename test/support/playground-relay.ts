import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Relay {
  /** To be used as the bot's endpoint. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Stands between the Playground and the bot and changes one thing: the language the client says it speaks. The
 * Playground always says "en-US", whatever its configuration and the browser say.
 */
export async function startRelay(endpoint: string, locale: string): Promise<Relay> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await fetch(endpoint, await passedOn(request, locale));
      response.writeHead(answer.status, headersOf(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passedOn(request: IncomingMessage, locale: string): Promise<RequestInit> {
  const { method = 'GET', headers } = request;
  const bytes = await buffer(request);
  if (method !== 'POST') return { method };
  const kept = ['content-type', 'authorization'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  return { method, headers: kept, body: JSON.stringify(speaking(JSON.parse(bytes.toString()), locale)) };
}

interface Spoken {
  locale?: string;
  entities?: { type: string; locale?: string }[];
}

function speaking(activity: Spoken, locale: string): Spoken {
  const entities = activity.entities?.map((entity) => (entity.type === 'clientInfo' ? { ...entity, locale } : entity));
  return { ...activity, ...(activity.locale !== undefined && { locale }), ...(entities && { entities }) };
}

function headersOf(headers: Headers): Record<string, string> {
  const type = headers.get('content-type');
  return type === null ? {} : { 'content-type': type };
}
