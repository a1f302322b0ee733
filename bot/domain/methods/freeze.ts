import type { Person } from '../account/person.ts';
import { day, type Instant, minute } from '../time.ts';

/** How long nothing can be changed after a change was disowned, unless a supporter says so earlier. */
export const freeze = day;
/** The same where no method is left: nobody can show anything then, so the addresses that were told get time to answer. */
export const longFreeze = 7 * day;

/**
 * Until when nothing of this person's may be changed; null: it may. One that ends later than any may was written by a clock
 * that was ahead: it is over.
 */
export function frozenUntil({ frozenUntil: until }: Pick<Person, 'frozenUntil'>, now: Instant): Instant | null {
  return until !== null && now < until && until <= now + longFreeze + minute ? until : null;
}
