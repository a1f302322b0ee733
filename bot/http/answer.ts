import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a caller who is still sending may go on after we have answered, in milliseconds. */
const lingering = 1_000;

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the connection with the answer. */
  readonly last?: boolean;
}

/**
 * The one place that answers. A request that isn't read to its end can't be followed by another, so its connection
 * ends; but only after the caller had a chance to read the answer, which a connection cut while they send would lose.
 */
export function answer(request: IncomingMessage, response: ServerResponse, given: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const { status, type = 'text/plain; charset=utf-8', body = '', headers = {} } = given;
  const last = given.last === true || !request.complete;
  response.writeHead(status, {
    ...(body !== '' && { 'Content-Type': type }),
    // RFC 9110 §8.6: never with a 204.
    ...(status !== 204 && { 'Content-Length': Buffer.byteLength(body) }),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    ...(last && { Connection: 'close' }),
  });
  if (request.complete) {
    response.end(body);
    return;
  }
  response.flushHeaders();
  if (body !== '') response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingering);
  request.once('end', end).once('close', end).resume();
}

export function answerJson(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  answer(request, response, {
    status,
    ...(body !== undefined && { type: 'application/json; charset=utf-8', body: JSON.stringify(body) }),
  });
}
