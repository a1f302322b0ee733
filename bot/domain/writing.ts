import { audited } from './audit.ts';
import { day, type Instant } from './instant.ts';
import { type Letter, postponed } from './letter.ts';
import { addressMethodNames } from './methods.ts';
import type { Person } from './person.ts';
import type { WriteOutcome } from './ports/method-writer.ts';
import { type Writing, type WrittenMethod, writtenMethods } from './reset-service.ts';

/** How long the reset service is tried before the person is told that it does not answer. */
const patience = 2 * day;
const mostOurs = 10;

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
    if (changed && (wanted !== undefined || known)) person = withWriting(person, method, wanted, id, now);
  }
  return person;
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
export function shownBy({ methods, writings }: Person): readonly string[] {
  const proven = addressMethodNames.flatMap((method) => methods[method]?.address ?? []);
  return [...proven, ...Object.values(writings).flatMap(({ ours }) => ours)];
}

/**
 * The person after a try to write. What passes is tried again; everything else ends it and is told.
 * @param wanted what was to stand there; null: nothing
 */
export function writeTried(
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
  const passes = kind === 'try-later' || kind === 'not-sure';
  if (passes && now - (writing?.since ?? 0) < patience) {
    return { ...person, letters: [...others, postponed(letter, next, kind)] };
  }
  const told: Letter = { kind: 'write-told', id: `${letter.id}-told`, method, due: now, dies: null, tries: [] };
  const settled = { ...person, letters: [...others, told] };
  if (kind === 'written' || kind === 'already-there') {
    const audit = audited(person.audit, { act: 'method-written', method }, now);
    const { [method]: _, ...rest } = person.writings;
    if (wanted === null) return { ...settled, writings: rest, letters: others, audit };
    return { ...settled, writings: { ...rest, [method]: { state: 'there', since: now, ours: [wanted] } }, audit };
  }
  const state = passes ? 'silent' : kind;
  const audit = audited(person.audit, { act: 'method-not-written', method, why: state }, now);
  const ours = writing?.ours ?? [];
  return { ...settled, writings: { ...person.writings, [method]: { state, since: now, ours } }, audit };
}
