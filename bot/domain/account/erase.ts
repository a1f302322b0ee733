import { forgetLetter } from '../audit/archive.ts';
import { appendAudit } from '../audit/trail.ts';
import type { EraseOutcome } from '../enrolment/outcome.ts';
import { stopsChanges } from '../enrolment/proof.ts';
import { withoutChallenge } from '../enrolment/send-code.ts';
import { applyChange } from '../methods/apply-change.ts';
import { disownable, recentChanges } from '../methods/change.ts';
import { setUp } from '../methods/method.ts';
import { goneLetters, mergeLetters } from '../outbox/change-notices.ts';
import type { Letter } from '../outbox/letter.ts';
import { day, type Instant } from '../time.ts';
import { newPerson, type Person } from './person.ts';

/** What is under way when somebody is forgotten, and has to come to its end. */
const underWay: ReadonlySet<Letter['kind']> = new Set([
  'notice',
  'chat-notice',
  'gone',
  'write',
  'write-told',
  'help',
  'trail',
]);

interface Erased {
  readonly record: Person | undefined;
  readonly outcome: EraseOutcome;
}

/**
 * "Forget me": no method counts any more. What has to be undone if it was somebody else who said so stays for as long as a
 * change can be disowned: the changes, what tells of them, what brings the reset service to the same. Then that goes too.
 * @param id unguessable, new
 */
export function erasePerson(person: Person, id: string, now: Instant): Erased {
  const stopped = stopsChanges(person, now);
  if (stopped) return { record: person, outcome: stopped };
  // Being forgotten must not be a way to get more codes than others: the counts stay for their day.
  const sends = person.sends.filter((send) => send.at > now - day);
  const gone = setUp(person.methods).reduce(
    (left, method) => applyChange(left, method, null, `${id}-${method}`, now),
    withoutChallenge(person),
  );
  const letters = mergeLetters(
    person.letters.filter(({ kind }) => underWay.has(kind)),
    tellings(person, gone, id, now),
  );
  const changes = recentChanges(gone, now);
  const blank = newPerson(person.employee);
  if (changes.length === 0 && letters.length === 0) {
    const archives = forgetLetter(person, now);
    const kept = sends.length > 0 || archives.length > 0 ? { ...blank, sends, letters: archives } : undefined;
    return { record: kept, outcome: { kind: 'erased', until: null } };
  }
  const until = now + disownable;
  const { language, timeZone, chat, former, doubt, writings, requests, provedAt, provedBy } = gone;
  const kept = { language, timeZone, chat, former, doubt, writings, requests, provedAt, provedBy };
  const audit = appendAudit(person.audit, { act: 'erased' }, now);
  const forget: Letter = { kind: 'forget', id: `${id}-forget`, due: until, dies: null, tries: [] };
  const record = { ...blank, ...kept, sends, changes, letters: [...letters, forget], audit };
  return { record, outcome: { kind: 'erased', until } };
}

/** Each address hears once that everything was deleted, and Teams shows one way to disown all of it. */
function tellings(person: Person, gone: Person, id: string, now: Instant): readonly Letter[] {
  const [first] = setUp(person.methods);
  const change = first && gone.changes.find((one) => one.id === `${id}-${first}`);
  const state = { due: now, dies: now + disownable, tries: [] };
  const inTeams: readonly Letter[] = change
    ? [{ kind: 'chat-notice', id: `${change.id}-chat`, change: change.id, ...state }]
    : [];
  return [...goneLetters(person, 'erased', id, now, { paid: true }), ...inTeams];
}

/** The person when what was kept of them has served: gone, unless they have begun anew. */
export function forgetPerson(person: Person, letterId: string, now: Instant): Person | undefined {
  const letter = person.letters.find(({ id }) => id === letterId);
  if (!letter) return person;
  const letters = person.letters.filter((one) => one !== letter);
  if (setUp(person.methods).length > 0 || person.challenge) return { ...person, letters };
  // They had begun anew, and what they had went again: that can be disowned for as long as any change.
  const newest = recentChanges(person, now).at(-1);
  if (newest) return { ...person, letters: [...letters, { ...letter, due: newest.at + disownable, tries: [] }] };
  const sends = person.sends.filter((send) => send.at > now - day);
  const left = [...letters.filter(({ kind }) => kind === 'help'), ...forgetLetter(person, now)];
  const { employee, requests } = person;
  if (sends.length === 0 && left.length === 0) return undefined;
  return { ...newPerson(employee), sends, letters: left, requests: left.length > 0 ? requests : [] };
}
