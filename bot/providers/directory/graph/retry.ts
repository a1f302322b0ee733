import type { Clock } from '../../../domain/ports/system.ts';
import { type Instant, minute, second } from '../../../domain/time.ts';
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

/** Failures in a row after which nobody is asked for a while. */
const patience = 5;
/** The first rest; each probe that fails doubles it, up to the longest. */
const firstRest = 15 * second;
const longestRest = 2 * minute;
/** How long others wait for what a probe comes to. */
const probing = 5 * second;

/**
 * Keeps calls away from something that is down, so that people do not wait for it again and again.
 * closed → (5 failures in a row) → resting → (time is up: one call as a probe) → closed, or resting twice as long.
 */
export interface Breaker {
  /** Milliseconds this call would have to stay away; 0: it may go, and must say what it heard. */
  enter(): number;
  /** well: it answers · badly: it fails or hangs · nothing: the call was given up by us. */
  heard(what: 'well' | 'badly' | 'nothing'): void;
  /** The other side asked to be left alone for so many milliseconds. */
  hold(milliseconds: number): void;
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let until: Instant = 0;
  let probe = false;

  return {
    enter() {
      const now = clock();
      if (now < until) return until - now;
      if (failures >= patience) {
        probe = true;
        until = now + probing;
      }
      return 0;
    },
    heard(what) {
      if (what === 'well') {
        // What was on its way when the other side asked for quiet does not end the quiet.
        if (failures >= patience) until = 0;
        failures = 0;
      } else if (what === 'nothing') {
        if (probe) until = 0;
      } else if (probe || clock() >= until) {
        failures += 1;
        if (failures >= patience) until = clock() + Math.min(firstRest * 2 ** (failures - patience), longestRest);
      }
      probe = false;
    },
    hold(milliseconds) {
      until = Math.max(until, clock() + Math.min(milliseconds, longestRest));
    },
  };
}
