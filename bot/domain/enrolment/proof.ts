import type { Person } from '../account/person.ts';
import { disownable, outOfUse, recentChanges } from '../methods/change.ts';
import { type MethodName, type Purpose, setUp } from '../methods/method.ts';
import { ahead, day, type Instant, minute } from '../time.ts';
import type { Stopped } from './outcome.ts';

/** How old a proof may be to set up, change or remove a method (NIST SP 800-63B: at most 20 minutes). */
export const proofLife = 20 * minute;

/** Methods somebody can show with that it is still them. Answers alone do where there is nothing stronger. */
export function provableBy({ methods }: Person): readonly MethodName[] {
  const all = setUp(methods);
  const stronger = all.filter((method) => method !== 'security-questions');
  return stronger.length > 0 ? stronger : all;
}

/**
 * Methods by which a supporter may find out whether a caller is this employee: those that were there before the request and
 * for as long as a change can be disowned. What was set up since, nobody vouches for.
 * @param asked when the request was raised
 */
export function callerCheckMethods(person: Person, asked: Instant, now: Instant): readonly MethodName[] {
  const changed = recentChanges(person, now).map(({ method }) => method);
  return provableBy(person).filter((method) => {
    const since = person.methods[method]?.provenAt ?? now;
    return since < asked && since <= now - disownable && !changed.includes(method);
  });
}

/**
 * They had nothing lately that they could be asked to show, or that waits to come back; or IT, who had found out that it is
 * them, let go of the last of it.
 */
function hasNothingToShow(person: Person, now: Instant): boolean {
  const newest = recentChanges(person, now).at(-1);
  const none = setUp(person.methods).length === 0 && (newest === undefined || newest.what === 'let-go');
  return none && outOfUse(person.doubt).size === 0;
}

export function hasFreshProof(person: Person, now: Instant): boolean {
  const { provedAt } = person;
  const fresh = provedAt !== null && now - provedAt <= proofLife && !ahead(provedAt, now);
  return fresh || hasNothingToShow(person, now);
}

/**
 * What a proof opens. Who shows a supporter on the phone that it is them has shown it to nobody else, and a method that is new
 * shows nobody's identity: only where nothing was proven before does it begin a fresh proof.
 */
export function withProof(
  { methods, provedAt, provedBy }: Person,
  purpose: Purpose,
  method: MethodName,
  now: Instant,
): Pick<Person, 'provedAt' | 'provedBy'> {
  const opens = purpose === 'prove' || (purpose === 'register' && setUp(methods).length === 0);
  return opens ? { provedAt: now, provedBy: method } : { provedAt, provedBy };
}

/** Why nothing of this person's may be changed now, if so. */
export function stopsChanges(person: Person, now: Instant): Stopped | undefined {
  const until = frozenUntil(person, now);
  if (until !== null) return { kind: 'frozen', until };
  if (hasFreshProof(person, now)) return undefined;
  if (setUp(person.methods).length > 0) return { kind: 'proof-needed' };
  if (outOfUse(person.doubt).size > 0) return { kind: 'it-brings-back' };
  const newest = Math.max(...recentChanges(person, now).map(({ at }) => at));
  return { kind: 'no-method-left', until: newest + disownable };
}

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
