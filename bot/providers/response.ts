import type { Clock } from '../domain/ports/system.ts';
import { second } from '../domain/time.ts';

/*
 * What every client of another service makes of an answer or a failure, so that none of its words get further.
 */

/** Of the error or what caused it. Never its words, which may quote the address of the request. */
export function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : 'no connection';
}

/** The body as text; undefined when it is longer than so many bytes. */
export async function textOf(response: Response, longest: number): Promise<string | undefined> {
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

/**
 * Retry-After in milliseconds: seconds or a date (RFC 9110 §10.2.3). Seconds may have a fraction, as in the sample of
 * Microsoft Learn, "Microsoft Graph throttling guidance".
 */
export function waitOf(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}(\.\d{1,9})?$/.test(header) ? Math.ceil(Number(header) * second) : Date.parse(header) - clock();
  return wait >= 0 ? wait : undefined;
}
