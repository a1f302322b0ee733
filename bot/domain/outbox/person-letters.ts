import type { Person } from '../account/person.ts';
import { trailLetter } from '../audit/archive.ts';
import { appendAudit } from '../audit/trail.ts';
import { type Challenge, codeUsable, diesAt } from '../enrolment/challenge.ts';
import type { Delivered } from '../ports/delivery.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import type { Instant } from '../time.ts';
import { afterReport, furthest, type StatusReport } from './delivery-status.ts';
import { isDue, knowsLetter, type Letter, leaseLetter, postponeLetter } from './letter.ts';

/** Earliest time at which a letter of this person is due. */
export function dueAt(person: Person): Instant | undefined {
  const letters = waiting(person);
  return letters.length > 0 ? Math.min(...letters.map((letter) => letter.due)) : undefined;
}

function waiting(person: Person): readonly Letter[] {
  const trail = trailLetter(person);
  return trail ? [...person.letters, trail] : person.letters;
}

export interface TakenFromPerson {
  readonly record: Person;
  /** The letters now on lease to whoever took them, the try that begins included. */
  readonly outcome: readonly Letter[];
}

/** Takes the letters that are due; the dead ones fall away. */
export function takeDue(person: Person, now: Instant): TakenFromPerson {
  const kept = waiting(person).filter((letter) => worthSending(person, letter, now));
  const due = kept.filter((letter) => knowsLetter(letter) && isDue(letter, now));
  if (due.length === 0 && kept.length === person.letters.length) return { record: person, outcome: [] };
  const letters = kept.map((letter) => (due.includes(letter) ? leaseLetter(letter, now) : letter));
  return { record: { ...person, letters }, outcome: letters.filter((letter) => !kept.includes(letter)) };
}

function worthSending(person: Person, letter: Letter, now: Instant): boolean {
  if (!knowsLetter(letter)) return true;
  if (letter.dies !== null && now >= letter.dies) return false;
  return letter.kind !== 'code' || challengeOf(person, letter, now) !== undefined;
}

/** The challenge a code letter belongs to, while its code can still be used. */
export function challengeOf(person: Person, letter: Letter & { kind: 'code' }, now: Instant): Challenge | undefined {
  const { challenge } = person;
  const same = challenge?.id === letter.challenge && challenge.send === letter.send;
  return same && !challenge.silent && codeUsable(challenge, now) ? challenge : undefined;
}

/** The person after a try to send a code. A refusal is told to them by refreshing the card that waits for the code. */
export function codeTried(person: Person, letterId: string, delivered: Delivered, next: Instant, now: Instant): Person {
  const letter = person.letters.find((one) => one.id === letterId);
  if (letter?.kind !== 'code') return person;
  const others = person.letters.filter((one) => one !== letter);
  if (delivered.kind === 'retry')
    return { ...person, letters: [...others, postponeLetter(letter, next, delivered.reason)] };
  const challenge = challengeOf(person, letter, now);
  if (!challenge) return { ...person, letters: others };
  const state = delivered.kind === 'accepted' ? 'accepted' : 'refused';
  // A report may have been here first.
  const delivery = furthest(challenge.delivery, state);
  const settled = { ...person, letters: others, challenge: { ...challenge, delivery } };
  if (state === 'accepted') return settled;
  const { method, channel } = challenge;
  const refresh: Letter = { kind: 'refresh', id: `${letter.id}-refused`, due: now, dies: letter.dies, tries: [] };
  const act = { act: 'delivery-refused', method, channel } as const;
  return { ...settled, letters: [...others, refresh], audit: appendAudit(person.audit, act, now) };
}

/**
 * The person after a report of their newest code; the very same when it tells nothing new. That it did not arrive is
 * told at once, by refreshing the card that waits for it; that it did, is not: a card must not change under the hands
 * of somebody who types.
 */
function codeReported(person: Person, report: StatusReport, now: Instant): Person {
  const { challenge } = person;
  const after = challenge && afterReport(challenge, report);
  if (!challenge || !after || after === challenge) return person;
  if (after.delivery !== 'not-arrived') return { ...person, challenge: after };
  const { method, channel } = after;
  const refresh: Letter = {
    kind: 'refresh',
    id: `${report.letter}-not-arrived`,
    due: now,
    dies: diesAt(after),
    tries: [],
  };
  const act = { act: 'not-arrived', method, channel, why: after.notArrived ?? 'unknown' } as const;
  return {
    ...person,
    challenge: after,
    letters: [...person.letters, refresh],
    audit: appendAudit(person.audit, act, now),
  };
}

/** The person after a try to send any other letter: it is done with, unless it has to be tried again. */
export function personLetterTried(person: Person, letterId: string, delivered: Delivered, next: Instant): Person {
  const letter = person.letters.find((one) => one.id === letterId);
  if (!letter) return person;
  const others = person.letters.filter((one) => one !== letter);
  const again = delivered.kind === 'retry' ? [postponeLetter(letter, next, delivered.reason)] : [];
  return { ...person, letters: [...others, ...again] };
}

/**
 * The person out of an older copy: whatever was due by then may have been sent since. Codes and cards of that time are worth
 * nothing; everything else is sent once more, as one that was tried, so that a gateway that knows it says so.
 */
export function afterRestore(person: Person, since: Instant): Person {
  const letters = person.letters.flatMap((letter) => {
    if (letter.due > since || !knowsLetter(letter)) return [letter];
    if (letter.kind === 'code' || letter.kind === 'refresh') return [];
    return letter.tries.length > 0 ? [letter] : [{ ...letter, tries: [{ at: letter.due, result: 'restored' }] }];
  });
  const same = letters.length === person.letters.length && letters.every((one, at) => one === person.letters[at]);
  return same ? person : { ...person, letters };
}

/** The person whose request has become a ticket. */
export function helped(person: Person, letter: Letter & { kind: 'help' }): Person {
  return {
    ...person,
    requests: person.requests.filter(({ id }) => id !== letter.request),
    letters: person.letters.filter(({ id }) => id !== letter.id),
  };
}

/** The letter by which a request becomes a ticket. */
export function helpLetter(request: string, now: Instant): Letter {
  return { kind: 'help', id: `${request}-help`, request, due: now, dies: null, tries: [] };
}

/** noted: it changed what is known · known: late, twice or out of order · not-ours: nobody's newest message. */
export type Noted = 'noted' | 'known' | 'not-ours';

/** Writes what a provider told of a message into the record of the person it was for. */
export function createStatusTracker(store: Store, clock: Clock): (report: StatusReport) => Promise<Noted> {
  return async (report) => {
    const { ids } = await store.find('person', { field: 'letter', equals: report.letter, limit: 1 });
    const [id] = ids;
    if (id === undefined) return 'not-ours';
    return store.update('person', id, (person) => {
      const after = person && codeReported(person, report, clock());
      return { record: after, outcome: after === person ? 'known' : 'noted' };
    });
  };
}
