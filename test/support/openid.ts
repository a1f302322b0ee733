import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

/** A pair of keys such as the Bot Framework signs with, and what it publishes of it. */
export interface SigningPair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly published: Record<string, unknown>;
}

export function signingPair(kid: string, endorsements: readonly string[] = ['msteams']): SigningPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const published = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements };
  return { kid, privateKey, published };
}

/** A token of these claims, signed as the Bot Framework does unless the header says otherwise. */
export function tokenOf(
  pair: SigningPair,
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: pair.kid, ...header })
    .sign(pair.privateKey);
}

export interface OpenId {
  readonly url: string;
  /** Puts other keys in the published set. */
  publish(...pairs: readonly SigningPair[]): void;
  /** How the documents are answered: as they should, with an error, with nonsense, or not at all. */
  behave(how: 'well' | 'fail' | 'babble' | 'hang'): void;
  /** How often the keys were asked for. */
  readonly reads: () => number;
  close(): Promise<void>;
}

/** By path, what lies on login.botframework.com, for a stand-in that its name leads to. */
export function publicOpenId(keys: unknown): Readonly<Record<string, unknown>> {
  const at = '/v1/.well-known';
  const metadata = {
    issuer: 'https://api.botframework.com',
    jwks_uri: `https://login.botframework.com${at}/keys`,
  };
  return { [`${at}/openidconfiguration`]: metadata, [`${at}/keys`]: keys };
}

/** An OpenID metadata document and the keys it points to, on loopback. */
export async function openId(...pairs: readonly SigningPair[]): Promise<OpenId> {
  let published = pairs;
  let behaviour: 'well' | 'fail' | 'babble' | 'hang' = 'well';
  let reads = 0;
  const server = createServer((request, response) => {
    if (request.url === '/keys') reads += 1;
    if (behaviour === 'hang') return;
    if (behaviour === 'fail') response.statusCode = 503;
    if (behaviour !== 'well') return void response.end('<html>');
    const keys = { keys: published.map((pair) => pair.published) };
    const documents: Record<string, unknown> = {
      '/openid': { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` },
      '/keys': keys,
      ...publicOpenId(keys),
    };
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Date', new Date().toUTCString());
    response.end(JSON.stringify(documents[request.url ?? '']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/openid`,
    publish: (...others) => {
      published = others;
    },
    behave: (how) => {
      behaviour = how;
    },
    reads: () => reads,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
