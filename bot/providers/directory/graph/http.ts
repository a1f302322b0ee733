import { z } from 'zod';
import type { Clock } from '../../../domain/ports/system.ts';
import { codeOf, textOf, waitOf } from '../../response.ts';

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
    const text = await textOf(response, longestAnswer);
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

function jsonOf(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === '') return { value: undefined };
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
