import { z } from 'zod';
import type { HttpExchange } from '../../http.ts';
import type { Token } from './token.ts';

/**
 * What a call to Graph came to. Of an error body only its code is kept: words of it reach neither people nor logs.
 * - done: it was carried out; `body` is undefined when there was none.
 * - absent: Graph knows that there is no such thing.
 * - refused: by status 400, 401, 403, 409 and their like; `code` is Graph's, such as `Authorization_RequestDenied`.
 * - unavailable: `sent` tells whether a write may have been carried out all the same; `after`, in milliseconds, when the
 *   other side said how long to stay away.
 */
export type Answer =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string }
  | { readonly kind: 'unavailable'; readonly why: Unavailable; readonly sent: boolean; readonly after?: number };

/**
 * throttled: asked too much · failing: it answers with its own fault · unreachable: the network · late: our time was up
 * · resting: it failed so often that nobody asks for a while · unreadable: not in the form it has to have · no-token:
 * the token service was not reached.
 */
export type Unavailable = 'throttled' | 'failing' | 'unreachable' | 'late' | 'resting' | 'unreadable' | 'no-token';

const errorBody = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z][\w.]{0,99}$/) }) });

/** @param sent whether the request was a write, which may have been done though the answer did not come */
export function answerOf(reply: HttpExchange, sent: boolean): Answer {
  if (reply.kind === 'unanswered') {
    return { kind: 'unavailable', why: reply.code === 'given up' ? 'late' : 'unreachable', sent };
  }
  const { status, body, unreadable, after } = reply;
  const waiting = after === undefined ? {} : { after };
  if (status === 429) return { kind: 'unavailable', why: 'throttled', sent: false, ...waiting };
  if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
    return { kind: 'unavailable', why: 'failing', sent, ...waiting };
  }
  if (status < 300) return unreadable ? { kind: 'unavailable', why: 'unreadable', sent } : { kind: 'done', body };
  const code = errorBody.safeParse(body).data?.error.code;
  // A 404 without Graph's own error is a wrong address or something in between, and says nothing about the thing.
  if (status === 404) return code ? { kind: 'absent' } : { kind: 'unavailable', why: 'unreadable', sent: false };
  return { kind: 'refused', status, ...(code !== undefined && { code }) };
}

export function answerWithoutToken(token: Extract<Token, { kind: 'no-token' }>): Answer {
  const { why, code } = token;
  if (why === 'rejected') return { kind: 'refused', status: 401, ...(code !== undefined && { code }) };
  return { kind: 'unavailable', why: why === 'late' ? 'late' : 'no-token', sent: false };
}
