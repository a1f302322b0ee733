import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { outOfUse } from '../methods/change.ts';
import { addressMethodNames } from '../methods/method.ts';
import { type Letter, postponeLetter } from '../outbox/letter.ts';
import type { ShownValues, WriteOutcome } from '../ports/method-writer.ts';
import { day, type Instant } from '../time.ts';
import { slots, type Writing, type WrittenMethod, writtenMethods } from './slots.ts';

/** How long the reset service is tried before the person is told that it does not answer. */
const patience = 2 * day;
/** More than anybody can set up within the seven days for which it can be disowned: what may stand there is never forgotten. */
const mostOurs = 41;
/** How long the reset service's report may tell the state before: up to a day and a half, and some hours for the way. */
const reportLag = 2 * day;

/**
 * The person after a change of their methods, with the letters that bring the reset service to the same. A letter names
 * the method alone: what is written is what the record says when it is sent, so the newest wishes win.
 * @param id new, unguessable
 */
export function withWritings(before: Person, after: Person, id: string, now: Instant): Person {
  let person = after;
  for (const method of writtenMethods) {
    const known = after.writings[method];
    const wanted = after.methods[method]?.address;
    const changed = before.methods[method] !== after.methods[method];
    const leaves = wanted === undefined && mayStandInDoubt(before, after, method);
    if (leaves || (changed && (wanted !== undefined || known))) person = withWriting(person, method, wanted, id, now);
  }
  return person;
}

/**
 * Whether something stands there that has just come into doubt, though it was no method any more: who was forgotten keeps
 * there what they had, and whoever forgot them may have put it there.
 */
function mayStandInDoubt(before: Person, after: Person, method: WrittenMethod): boolean {
  if (!after.doubt || after.doubt.id === before.doubt?.id) return false;
  if (!after.doubt.changes.some((change) => change.method === method)) return false;
  const waits = outOfUse(after.doubt).get(method);
  const ours = after.writings[method]?.ours ?? [];
  return ours.some((one) => !(waits && 'address' in waits && waits.address === one));
}

function withWriting(person: Person, method: WrittenMethod, wanted: string | undefined, id: string, now: Instant) {
  const before = person.writings[method]?.ours ?? [];
  const ours = [...new Set([...before, ...(wanted === undefined ? [] : [wanted])])].slice(-mostOurs);
  const letter: Letter = { kind: 'write', id: `${id}-${method}`, method, due: now, dies: null, tries: [] };
  return {
    ...person,
    writings: { ...person.writings, [method]: { state: 'on-its-way', since: now, ours } satisfies Writing },
    letters: [...person.letters.filter((one) => !about(one, method)), letter],
  };
}

function about(letter: Letter, method: WrittenMethod): boolean {
  return (letter.kind === 'write' || letter.kind === 'write-told') && letter.method === method;
}

/** Everything this person has shown to be theirs, or that the bot put into the reset service for them. */
export function shownValues({ methods, writings, written }: Person, now: Instant): ShownValues {
  const proven = addressMethodNames.flatMap((method) => methods[method]?.address ?? []);
  const recent = writtenMethods.filter((method) => now - (written[method] ?? Number.NEGATIVE_INFINITY) < reportLag);
  return {
    values: [...proven, ...Object.values(writings).flatMap(({ ours }) => ours)],
    recent: recent.map((method) => slots[method]),
  };
}

/**
 * The person after a try to write. What passes is tried again; everything else ends it and is told.
 * @param wanted what was to stand there; null: nothing
 */
export function recordWrite(
  person: Person,
  letterId: string,
  wanted: string | null,
  { kind }: WriteOutcome,
  next: Instant,
  now: Instant,
): Person {
  const letter = person.letters.find((one) => one.id === letterId);
  if (letter?.kind !== 'write') return person;
  const { method } = letter;
  const writing = person.writings[method];
  const others = person.letters.filter((one) => one !== letter);
  const told: Letter = { kind: 'write-told', id: `${letter.id}-told`, method, due: now, dies: null, tries: [] };
  // It was sent: whether it was carried out or not, the report may tell the state before.
  const sent = kind === 'written' || kind === 'not-sure';
  const after = sent ? { ...person, written: { ...person.written, [method]: now } } : person;
  const passes = kind === 'try-later' || kind === 'not-sure' || kind === 'not-listed';
  if (passes && now - (writing?.since ?? 0) < patience) {
    const again = { ...after, letters: [...others, postponeLetter(letter, next, kind)] };
    if (kind !== 'not-listed' || !writing || writing.unlisted) return again;
    // They are told once that it takes so long.
    const writings = { ...person.writings, [method]: { ...writing, unlisted: true } };
    return { ...again, writings, letters: [...again.letters, told] };
  }
  const settled = { ...after, letters: [...others, told] };
  if (kind === 'written' || kind === 'already-there') {
    const audit = appendAudit(person.audit, { act: 'method-written', method }, now);
    const { [method]: _, ...rest } = person.writings;
    if (wanted === null) return { ...settled, writings: rest, letters: others, audit };
    return { ...settled, writings: { ...rest, [method]: { state: 'there', since: now, ours: [wanted] } }, audit };
  }
  const state = kind === 'try-later' || kind === 'not-sure' ? 'silent' : kind;
  const audit = appendAudit(person.audit, { act: 'method-not-written', method, why: state }, now);
  const ours = writing?.ours ?? [];
  return { ...settled, writings: { ...person.writings, [method]: { state, since: now, ours } }, audit };
}
