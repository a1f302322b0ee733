import { second } from '../../../domain/time.ts';
import type { HttpExchange } from '../../http.ts';

/** A wait longer than this is no use in a turn: whoever asked is told at once how long it would be. */
const longestPause = 1.5 * second;
const firstPause = 200;
/** Tries of one call, the first included. */
const mostTries = 4;

/** Whether the service, and not our request, is what went wrong. */
export function failing(reply: HttpExchange): boolean {
  return reply.kind === 'unanswered' || reply.status >= 500 || (reply.status >= 300 && reply.status < 400);
}

/**
 * How long to wait before the same call again, in milliseconds; undefined: it is not tried again. Reads are tried again
 * whenever the service is at fault. Writes only after 429 and a 503 that says when to come back: both mean that nothing
 * was done; everything else is looked at first. Graph may answer 429 without Retry-After.
 * Source: Microsoft Learn, "Microsoft Graph throttling guidance".
 * @param chance in [0, 1)
 */
export function pauseAfter(reply: HttpExchange, read: boolean, tries: number, chance: number): number | undefined {
  if (tries >= mostTries) return undefined;
  const own = firstPause * 2 ** (tries - 1) * (0.5 + chance);
  if (reply.kind === 'unanswered') return read && reply.code !== 'given up' ? own : undefined;
  const { status, after } = reply;
  const untouched = status === 429 || (status === 503 && after !== undefined);
  if (!untouched && !(read && status >= 500 && status !== 501)) return undefined;
  const wait = after === undefined ? own : Math.max(after, own / 2);
  return wait <= longestPause ? wait : undefined;
}
