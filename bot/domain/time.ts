/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How far apart the clocks of two machines, or of one before and after it was set, may be. */
const slack = minute;

/**
 * Whether a time was written by a clock that was ahead of ours. What such a time would allow (a code, a proof, a lease) counts
 * as too old: a clock that was set back must not stretch it.
 */
export function ahead(at: Instant, now: Instant): boolean {
  return at > now + slack;
}

/**
 * Whether what happened at a time still counts against somebody. A time ahead counts as well, lest a clock set back give new
 * tries; but no further ahead than it would count back, lest a clock that was wrong for a while shut anybody out for long.
 */
export function counts(at: Instant, span: number, now: Instant): boolean {
  return at > now - span && at < now + span;
}

/** What is left, as people are told: whole minutes, at least one. What began a moment after it was looked at is no minute more. */
export function minutesLeft(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / minute));
}
