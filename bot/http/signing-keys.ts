import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../domain/ports/system.ts';
import { hour, type Instant, minute, second } from '../domain/time.ts';
import { exchange } from '../providers/http.ts';
import type { GateRefusal } from './refusal.ts';

/** Keys are read anew after this: the Bot Framework asks for once a day. */
const maxAge = 24 * hour;
/** The least time between two reads, so that tokens naming keys of their own can't make us hammer the metadata. */
const cooldown = minute / 2;
/** How long one read may take; a turn waits for it. */
const patience = 3 * second;
/** Bytes of a document that are read: many times what a set of keys with its certificates takes. */
const longestDocument = 1024 * 1024;

export type SigningKey =
  | { readonly kind: 'found'; readonly key: CryptoKey; readonly endorsements: readonly string[] }
  | { readonly kind: Extract<GateRefusal, 'unknown-key' | 'metadata-down'> };

/** The key of that id. Never throws. */
export type SigningKeys = (id: string) => Promise<SigningKey>;

const metadataDocument = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).default([]),
});

/**
 * The keys that an OpenID metadata document points to. Known keys go on working while the document can't be read; a key
 * that has left it stops working at the next read that succeeds.
 */
export function createSigningKeys(metadataUrl: string, clock: Clock): SigningKeys {
  let known: ReadonlyMap<string, SigningKey> | undefined;
  let readAt: Instant = 0;
  let triedAt: Instant | undefined;
  let reading: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    try {
      known = await readKeys(metadataUrl, clock);
      readAt = clock();
    } catch {
      // Nothing to do about it here: the next token after the cooldown tries again.
    } finally {
      reading = undefined;
    }
  }

  return async (id) => {
    const now = clock();
    const wanting = !known?.has(id) || now - readAt >= maxAge;
    if (wanting && !reading && (triedAt === undefined || now - triedAt >= cooldown || now < triedAt)) {
      triedAt = now;
      reading = refresh();
    }
    if (wanting) await reading;
    return known?.get(id) ?? { kind: known ? 'unknown-key' : 'metadata-down' };
  };
}

async function readKeys(metadataUrl: string, clock: Clock): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(patience);
  const { jwks_uri: keysUrl } = metadataDocument.parse(await readDocument(metadataUrl, clock, signal));
  if (URL.parse(keysUrl)?.protocol !== URL.parse(metadataUrl)?.protocol) throw new Error('keys over another protocol');
  const { keys } = keySet.parse(await readDocument(keysUrl, clock, signal));
  const read = new Map<string, SigningKey>();
  for (const one of keys) {
    const jwk = rsaKey.safeParse(one);
    if (!jwk.success) continue;
    const { kid, kty, n, e, endorsements } = jwk.data;
    const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined);
    if (key && !(key instanceof Uint8Array)) read.set(kid, { kind: 'found', key, endorsements });
  }
  if (read.size === 0) throw new Error('no keys');
  return read;
}

async function readDocument(url: string, clock: Clock, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json' };
  const answer = await exchange({ method: 'GET', url, headers }, signal, clock, longestDocument);
  if (answer.kind === 'unanswered') throw new Error(answer.code);
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  return answer.body;
}
