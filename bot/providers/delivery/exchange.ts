import { second } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Delivered } from '../../domain/ports/delivery.ts';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * - answered: `body` is what the JSON says, undefined when it is none or too long; `after` is Retry-After in milliseconds.
 * - unanswered: `received` tells whether the other side may have got the request all the same. `reason` names nobody.
 */
export type Exchanged =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly after?: number }
  | { readonly kind: 'unanswered'; readonly reason: string; readonly received: boolean };

/** Bytes of an answer that are read. The ones we ask for are a few hundred long. */
const longestAnswer = 64 * 1024;
/** No provider can put us off for longer: letters are looked at again at least this often. */
const longestWait = 600 * second;

/** One request and its answer. Never throws. Follows no redirect: it would carry secrets and codes to another place. */
export async function exchange(asked: Asked, signal: AbortSignal, clock: Clock): Promise<Exchanged> {
  const { method, url, headers, body } = asked;
  if (signal.aborted) return { kind: 'unanswered', reason: 'given up', received: false };
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
    const after = waitOf(response.headers.get('retry-after'), clock);
    const text = await textOf(response);
    return { kind: 'answered', status: response.status, body: jsonOf(text), ...(after !== undefined && { after }) };
  } catch (error) {
    if (signal.aborted) return { kind: 'unanswered', reason: 'given up', received: true };
    const code = codeOf(error);
    return { kind: 'unanswered', reason: code, received: !neverConnected.has(code) };
  }
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Of the error or what caused it. Never its words, which may quote the address of the request. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : 'no connection';
}

async function textOf(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > longestAnswer) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function waitOf(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * second : Date.parse(header) - clock();
  return wait > 0 ? Math.min(wait, longestWait) : undefined;
}

/** What is left to say when the other side did not take a message for a reason that passes. */
export function retry(reason: string, after?: number): Delivered {
  return { kind: 'retry', reason, ...(after !== undefined && { after }) };
}

/**
 * Whether a status is about how things stand now, not about this message: asked too slowly, too early or too often
 * (RFC 9110 §15.5.9, RFC 8470, RFC 6585), a fault of theirs, or a redirect, which is a setting of ours gone stale.
 */
export function passes(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400) || [408, 425, 429].includes(status) || status >= 500;
}
