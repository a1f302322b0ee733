import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | undefined;
}

export interface Relay {
  readonly port: number;
  readonly mails: readonly Mail[];
  stop(): Promise<void>;
}

/** A mail server on loopback that keeps what it is given. Its certificate is the library's own: expired, self-signed. */
export async function startRelay(t: TestContext, options: SMTPServerOptions = {}, port = 0): Promise<Relay> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { envelope, secure, user } = session;
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from, to, secure, user, ...parsed(Buffer.concat(chunks).toString('latin1')) });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= new Promise((resolve) => server.close(() => resolve()));
    return stopped;
  };
  t.after(stop);
  return { port: (server.server.address() as AddressInfo).port, mails, stop };
}

/** What the relay says instead of yes. `response` begins with the enhanced code, if it has one. */
export function refusal(responseCode: number, response: string): Error {
  return Object.assign(new Error(response), { responseCode });
}

function parsed(raw: string): Pick<Mail, 'headers' | 'body' | 'raw'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
      return [name.toLowerCase(), words(value)] as const;
    });
  const encoding = headers.find(([name]) => name === 'content-transfer-encoding')?.[1];
  return { headers, body: decoded(rest.join('\r\n\r\n'), encoding), raw };
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return Buffer.from(encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body, 'latin1').toString();
}

/** Encoded words of a header (RFC 2047). */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : Buffer.from(quoted(text.replaceAll('_', ' ')), 'latin1').toString(),
    );
}

function quoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
