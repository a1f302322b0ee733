import type { Delivered } from '../../domain/ports/delivery.ts';
import type { Clock } from '../../domain/ports/system.ts';
import { second } from '../../domain/time.ts';
import { codeOf, textOf, waitOf } from '../response.ts';

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
    const asked = waitOf(response.headers.get('retry-after'), clock);
    const after = asked ? { after: Math.min(asked, longestWait) } : {};
    const text = await textOf(response, longestAnswer);
    return { kind: 'answered', status: response.status, body: jsonOf(text), ...after };
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

function jsonOf(text: string | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
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
