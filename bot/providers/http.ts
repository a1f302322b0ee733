import type { Clock } from '../domain/ports/system.ts';
import { second } from '../domain/time.ts';

/** A request to another service. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * - answered: `body` is what the JSON says, undefined when there is none; `unreadable`: it is no JSON, or too long; `after` is
 *   Retry-After in milliseconds.
 * - unanswered: `code` is `given up` when the signal aborted, else what the network says, such as `ECONNREFUSED`. It names
 *   nobody.
 */
export type HttpExchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
      readonly unreadable: boolean;
      readonly after?: number;
    }
  | { readonly kind: 'unanswered'; readonly code: string };

/** Bytes of an answer that are read. What most services are asked for is answered in a few hundred. */
const usualAnswer = 64 * 1024;

/**
 * One request and its answer. Never throws. Follows no redirect: it would carry tokens, secrets and codes to another place.
 * @param signal ends it, with its answer too: how long it may take
 * @param longest bytes of the answer that are read
 */
export async function exchange(
  { method, url, headers = {}, body }: HttpRequest,
  signal: AbortSignal,
  clock: Clock,
  longest = usualAnswer,
): Promise<HttpExchange> {
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
    const after = waitOf(response.headers.get('retry-after'), clock);
    const read = jsonOf(await textOf(response, longest));
    return {
      kind: 'answered',
      status: response.status,
      headers: response.headers,
      body: read?.value,
      unreadable: read === undefined,
      ...(after !== undefined && { after }),
    };
  } catch (error) {
    return { kind: 'unanswered', code: signal.aborted ? 'given up' : codeOf(error) };
  }
}

/** Of the error or what caused it. Never its words, which may quote the address of the request. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : 'no connection';
}

/** The body as text; undefined when it is longer than so many bytes. */
async function textOf(response: Response, longest: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > longest) return undefined;
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

/**
 * Retry-After in milliseconds: seconds or a date (RFC 9110 §10.2.3). Seconds may have a fraction, as in the sample of
 * Microsoft Learn, "Microsoft Graph throttling guidance".
 */
export function waitOf(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}(\.\d{1,9})?$/.test(header) ? Math.ceil(Number(header) * second) : Date.parse(header) - clock();
  return wait >= 0 ? wait : undefined;
}
