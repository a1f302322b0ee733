import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { triesPerCode } from '../../enrolment/rate-limit.ts';
import { type Stored, storedObject } from '../../stored-shape.ts';
import { counts, day, type Instant } from '../../time.ts';
import { type QuestionId, questionIdSchema } from './policy.ts';

/** How often one draw may be tried in 24 hours: as often as a code. */
export const triesPerDraw = triesPerCode;

/**
 * The questions somebody is asked. They stay the same until they are answered rightly: drawing again after a wrong
 * answer would let a stranger wait for the ones they know (OWASP). Ended by a right answer, never by age.
 */
export const questionDrawSchema = storedObject({
  /** 128 random bits, hexadecimal: what ends a draw names it, so that only one of two right answers does. */
  id: z.string(),
  questions: z.array(questionIdSchema),
  drawnAt: z.number(),
  /** When it was tried in the last 24 hours. Times only: a print of a wrong answer could be guessed back. */
  tries: z.array(z.number()),
});
export type QuestionDraw = Stored<typeof questionDrawSchema>;

/**
 * `count` of the registered questions, each set as likely as any other, the same ones for the same seed; undefined when
 * fewer are registered.
 * @param seed 16 random bytes
 */
export function drawQuestions(
  registered: readonly QuestionId[],
  count: number,
  seed: Uint8Array,
): readonly QuestionId[] | undefined {
  const lots = [...new Set(registered)].map((id) => ({ id, lot: createHmac('sha256', seed).update(id).digest('hex') }));
  lots.sort((one, other) => (one.lot < other.lot ? -1 : 1));
  return lots.length < count ? undefined : lots.slice(0, count).map(({ id }) => id);
}

/** A draw stands as long as its questions are registered and as many are asked for. */
export function drawStands(draw: QuestionDraw, registered: readonly QuestionId[], count: number): boolean {
  return draw.questions.length === count && draw.questions.every((id) => registered.includes(id));
}

function recent(draw: QuestionDraw, now: Instant): readonly Instant[] {
  return draw.tries.filter((at) => counts(at, day, now));
}

export function drawTriesLeft(draw: QuestionDraw, now: Instant): number {
  return Math.max(0, triesPerDraw - recent(draw, now).length);
}

export type DrawTry =
  | { readonly kind: 'may-try'; readonly draw: QuestionDraw; readonly left: number }
  /** No more tries before `until`; the questions stay. */
  | { readonly kind: 'questions-resting'; readonly until: Instant };

/**
 * Counts a try before the answers are looked at: looking takes a while, and however many come at once, no more
 * than `triesPerDraw` are looked at.
 */
export function withTry(draw: QuestionDraw, now: Instant): DrawTry {
  const tries = recent(draw, now);
  const oldest = tries.at(-triesPerDraw);
  if (oldest !== undefined) return { kind: 'questions-resting', until: oldest + day };
  const tried = { ...draw, tries: [...tries, now] };
  return { kind: 'may-try', draw: tried, left: drawTriesLeft(tried, now) };
}
