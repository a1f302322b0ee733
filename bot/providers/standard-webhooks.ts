import { createHmac } from 'node:crypto';
import type { StatusCall } from '../domain/ports/status-source.ts';
import type { Clock } from '../domain/ports/system.ts';
import { type Instant, minute, second } from '../domain/time.ts';
import type { ParsedSetting } from '../settings/parsers.ts';
import { anySame } from './status-call.ts';

/*
 * Webhooks as Standard Webhooks says (standardwebhooks.com, specification 1.0.0): `webhook-id`, `webhook-timestamp` and
 * `webhook-signature`, an HMAC-SHA256 in base64 over id, time and body. Libraries exist in every language.
 */

/** How old, or how far ahead of our clock, a signature may be, ms. */
const tolerance = 5 * minute;

/** Ids are short in every library; what is longer is none. */
const longestId = 256;

/** The signature of a message, without its version. @param timestamp whole seconds, as text */
function made(secret: Uint8Array, id: string, timestamp: string, body: string | Uint8Array): string {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

/**
 * The headers of a message of ours. It is signed with each secret, so that the other side can change from one to the next.
 * @param id the same for every try of the same message
 * @param at now: each try says when it was made
 */
export function webhookHeaders(
  id: string,
  at: Instant,
  body: string,
  secrets: readonly Uint8Array[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = `${Math.floor(at / second)}`;
  const signatures = secrets.map((secret) => `v1,${made(secret, id, timestamp, body)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Whether somebody who has one of the secrets has said this, and just now. @param secrets more than one while it is being changed */
export function genuineWebhook({ headers, body }: StatusCall, secrets: readonly Uint8Array[], clock: Clock): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  if (!id || id.length > longestId || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(clock() - Number(timestamp) * second) > tolerance) return false;
  return anySame(
    // Ten are more than any change of secrets needs.
    signatures.split(' ').slice(0, 10),
    secrets.map((secret) => `v1,${made(secret, id, timestamp, body)}`),
  );
}

/** Secrets as settings have them: `whsec_…`, or a comma list of such while one is changed for the other. */
export function webhookSecrets(text: string): ParsedSetting<readonly Uint8Array[]> {
  const secrets = text.split(',').map((one) => secretIn(one.trim()));
  return secrets.every((one) => one !== undefined)
    ? { value: secrets }
    : { problem: 'must be whsec_ and at least 24 bytes in base64, or a comma list of such' };
}

/** Base64 to its last sign: one that lost a character would be read as another secret here than on the other side. */
function secretIn(one: string): Uint8Array | undefined {
  const [, base64] = /^whsec_([A-Za-z0-9+/]{32,}={0,2})$/.exec(one) ?? [];
  const secret = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  return secret?.toString('base64') === base64 ? secret : undefined;
}
