import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file of the page, ready to send; `tag` changes with the content. */
export interface TabFile {
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
  readonly tag: string;
}

/** A file of the page. It is asked for each time, and sent only when it has changed. */
export function sendFile(
  { type, body, zipped, tag }: TabFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
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
