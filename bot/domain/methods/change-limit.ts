import type { Person } from '../account/person.ts';
import { day, type Instant } from '../time.ts';
import type { MethodName } from './method.ts';

/**
 * How many changes of their methods one person can make in a day, and in the days for which each can be disowned. What was
 * there before is kept of each, and told to for as long, and registered answers are long. Those that were disowned count as well.
 */
const perDay = 12;
const perWeek = 13;
const ofQuestionsPerWeek = 3;
const week = 7 * day;

/** Why this method can't be set up, changed or removed now, if so much was changed lately. */
export function changesRest({ changes: standing, doubt }: Person, now: Instant, changing?: MethodName) {
  const changes = [...standing, ...(doubt?.changes ?? [])];
  const times = changes.map(({ at }) => at);
  const ofQuestions = changes.filter(({ method }) => method === 'security-questions').map(({ at }) => at);
  const until = Math.max(
    restAfter(times, perDay, day, now),
    restAfter(times, perWeek, week, now),
    changing === 'security-questions' ? restAfter(ofQuestions, ofQuestionsPerWeek, week, now) : now,
  );
  return until > now ? ({ kind: 'too-many-changes', until } as const) : undefined;
}

/** When fewer than `most` of these times are within a span; not after now: they are already. */
function restAfter(times: readonly Instant[], most: number, span: number, now: Instant): Instant {
  const recent = times.filter((at) => at > now - span).sort((a, b) => a - b);
  const first = recent.at(-most);
  return first === undefined ? now : first + span;
}
