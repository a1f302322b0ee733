import type { AccountFacts } from '../account/facts.ts';
import type { Person } from '../account/person.ts';
import { openPrefilled, prefilledOf } from '../account/prefilled.ts';
import { methodNames, setUp } from '../methods/method.ts';
import type { Policy } from '../policy.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import { countsAt, endingOf, platformDates } from '../reset-service/end-dates.ts';
import type { Instant } from '../time.ts';
import { gather, type More } from './collect-facts.ts';
import { type Facts, known, notKnown } from './facts.ts';

export interface Looked {
  readonly person: Person;
  readonly entry: DirectoryEntry;
  readonly policy: Policy;
  readonly seen: AccountFacts;
}

/** All that is known now of why somebody's reset works or not: what the directory tells, and what the bot knows itself. */
export function factsAbout({ person, entry, policy, seen }: Looked, now: Instant): Facts {
  // The bot's own store is what a reset goes by, or the directory is.
  const ownCounts = (entry.registration ?? 'here') === 'here';
  const own = ownCounts ? setUp(person.methods) : null;
  const changedAt = person.changes.at(-1)?.at ?? null;
  const reportedSince = ownCounts ? 0 : lastEnd(entry, policy, now);
  const more = moreOf(person, entry, policy, now);
  const facts = gather({ seen, at: now, policy, own, changedAt, reportedSince, more });
  // Whoever registers with the bot alone stands in no report.
  return ownCounts ? { ...facts, registered: notKnown('not-asked'), capable: notKnown('not-asked') } : facts;
}

/** When something last ended that the report may have counted until then. */
function lastEnd(entry: DirectoryEntry, policy: Policy, now: Instant): Instant {
  const ends = methodNames.flatMap((method) => endingOf(method, policy, entry)?.date.when ?? []);
  return Math.max(...[platformDates['filled-in-ends'].when, ...ends].filter((when) => when <= now), 0);
}

function moreOf(person: Person, entry: DirectoryEntry, policy: Policy, now: Instant): More {
  const waiting = openPrefilled(person, prefilledOf(entry, policy, now)).map(({ method }) => method);
  const ended = methodNames.filter((method) => !countsAt(method, policy, entry, now));
  const { challenge } = person;
  const lost = challenge && ['refused', 'not-arrived'].includes(challenge.delivery);
  const undelivered = lost ? [{ channel: challenge.channel, at: challenge.sentAt }] : [];
  return {
    prefilled: known(waiting, 'bot', now),
    undelivered: known(undelivered, 'bot', now),
    ended: known(ended, 'bot', now),
    // Who leaves the policy as it is has not said that Microsoft sends the codes.
    ...(policy.phoneAfterRetirement === 'own-provider' && { ownProvider: known(true, 'policy') }),
  };
}
