import { z } from 'zod';
import { second } from '../../../domain/instant.ts';
import type { Clock } from '../../../domain/ports/clock.ts';

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * - answered: `body` is what the JSON says, undefined when there is none, `unreadable` when it is no JSON or too long;
 *   `after` is Retry-After in milliseconds; `requestId` is Graph's name for the call.
 * - unanswered: the network failed or the signal aborted. `code` names nobody.
 */
export type Exchanged =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly unreadable: boolean;
      readonly requestId?: string;
      readonly after?: number;
    }
  | { readonly kind: 'unanswered'; readonly code: string };

/** Bytes of an answer that are read: a full page of the largest thing asked for is a tenth of it. */
const longestAnswer = 2 * 1024 * 1024;

/** One request and its answer. Never throws. Follows no redirect: it would carry the token to another place. */
export async function exchange(asked: Asked, signal: AbortSignal, clock: Clock): Promise<Exchanged> {
  const { method, url, headers, body } = asked;
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
    const text = await textOf(response);
    const read = jsonOf(text);
    const after = waitOf(response.headers.get('retry-after'), clock);
    const requestId = guid.safeParse(response.headers.get('request-id')).data;
    return {
      kind: 'answered',
      status: response.status,
      body: read?.value,
      unreadable: read === undefined,
      ...(after !== undefined && { after }),
      ...(requestId !== undefined && { requestId }),
    };
  } catch (error) {
    return { kind: 'unanswered', code: signal.aborted ? 'given up' : codeOf(error) };
  }
}

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

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

function jsonOf(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === '') return { value: undefined };
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function waitOf(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * second : Date.parse(header) - clock();
  return wait >= 0 ? wait : undefined;
}
