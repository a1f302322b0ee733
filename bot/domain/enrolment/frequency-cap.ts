import type { Person } from '../account/person.ts';
import { day, type Instant } from '../time.ts';

/*
 * Reminders, notices of no urgency and messages of campaigns together: the bot begins to talk to somebody once a day at most.
 * What answers something they did, and what they have to know at once, is not counted.
 */

/** From when on somebody may be begun to. @param by which message it would be: the same one may be tried again */
export function mayBegin({ begun }: Pick<Person, 'begun'>, by: string): Instant {
  return begun === null || begun.by === by ? 0 : begun.at + day;
}

/**
 * Takes the one place of the day for a message, before it is sent: who reads the record next finds it taken. Somebody of whom
 * there is no record gets no other messages, and needs none.
 */
export function takeDay(
  person: Person | undefined,
  by: string,
  now: Instant,
): { record: Person | undefined; outcome: boolean } {
  if (!person) return { record: person, outcome: true };
  if (mayBegin(person, by) > now) return { record: person, outcome: false };
  return { record: { ...person, begun: { by, at: now } }, outcome: true };
}
