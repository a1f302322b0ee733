import { connect } from 'node:net';
import { inTheEnd } from './until.ts';

export interface RawAnswer {
  /** Everything that came back, headers and all. */
  readonly text: string;
  readonly status: number;
  /** Milliseconds until the other side hung up. */
  readonly took: number;
}

/** Sends bytes as they are and collects what comes back until the server hangs up; for requests no client would make. */
export function rawHttp(port: number, ...parts: readonly (string | Buffer)[]): Promise<RawAnswer> {
  const begun = performance.now();
  const { promise, resolve } = Promise.withResolvers<RawAnswer>();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (data) => {
    text += data.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    resolve({ text, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), took: performance.now() - begun });
  });
  for (const part of parts) socket.write(part);
  return inTheEnd('the server hangs up', promise);
}
