import type { Person } from '../account/person.ts';
import { proofLife } from '../enrolment/proof.ts';
import { disownable, type MethodChange, outOfUse, recentChanges } from '../methods/change.ts';
import { addressMethodNames, type ProvenAddress, type ProvenMethod } from '../methods/method.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Instant } from '../time.ts';
import type { End, Letter } from './letter.ts';

interface NotifiedAddress {
  readonly address: string;
  readonly channel: Channel;
}

/**
 * Every address that is a method now, was one within the last seven days, or waits to come back, however long; each once.
 * What was there before a change is among them also where an older program made that change.
 */
function notifiedAddresses(person: Person, now: Instant): readonly NotifiedAddress[] {
  const { methods, former, doubt } = person;
  const present = addressMethodNames.flatMap((method) => methods[method] ?? []);
  const lately = former.filter(({ left }) => left > now - disownable);
  const before = [...recentChanges(person, now).map((change) => change.before), ...outOfUse(doubt).values()];
  const known = new Map<string, NotifiedAddress>();
  for (const { address, channel } of [...present, ...lately, ...before.filter(hasAddress)]) {
    if (!known.has(address)) known.set(address, { address, channel });
  }
  return [...known.values()];
}

function hasAddress(value: ProvenMethod | null): value is ProvenAddress {
  return value !== null && 'address' in value;
}

/**
 * One letter to each address that is or was a method lately, and a message in Teams. Somebody's very first method has nobody
 * to tell, and while the first methods are set up in one go, the cards themselves say what was added.
 * @param person before the change
 */
export function changeNotices(person: Person, change: MethodChange, now: Instant): readonly Letter[] {
  const state = { change: change.id, due: now, dies: now + disownable, tries: [] };
  // It loses its place: as the method that was there, or as what waited to come back there.
  const replaced = hasAddress(change.before) ? change.before.address : undefined;
  const letters = notifiedAddresses(person, now).flatMap(({ address: to, channel }, at): readonly Letter[] => {
    // Somebody who changes something over and over does not make others pay for a text each time.
    if (!change.paid && channel !== 'email' && to !== replaced) return [];
    return [{ kind: 'notice', id: `${change.id}-${at}`, since: change.at, channel, to, ...state }];
  });
  if (change.what === 'added' && settingUp(person, now)) return letters;
  return [...letters, { kind: 'chat-notice', id: `${change.id}-chat`, ...state }];
}

/**
 * What waits, with new letters. For each address at most one of a kind waits: a new one takes the place of what waits or is on
 * its way, and tells of that as well.
 */
export function mergeLetters(waiting: readonly Letter[], fresh: readonly Letter[]): readonly Letter[] {
  const places = new Map(waiting.map((letter) => [placeOf(letter), letter]));
  for (const letter of fresh) {
    const place = placeOf(letter);
    const earlier = places.get(place);
    // Another place in the order as well: what is newest stands last.
    places.delete(place);
    places.set(place, earlier ? withEarlier(letter, earlier) : letter);
  }
  return [...places.values()];
}

/** Letters with the same place are one. */
function placeOf(letter: Letter): string {
  if (letter.kind === 'gone') return `gone ${letter.channel} ${letter.to}`;
  if (letter.kind === 'notice' && letter.since !== null) return `notice ${letter.channel} ${letter.to}`;
  return `id ${letter.id}`;
}

function withEarlier(letter: Letter, earlier: Letter): Letter {
  if (letter.kind === 'gone' && earlier.kind === 'gone') {
    const also = endsOf(earlier).filter((end) => end !== letter.why);
    return also.length > 0 ? { ...letter, also } : letter;
  }
  if (letter.kind !== 'notice' || earlier.kind !== 'notice') return letter;
  return { ...letter, since: Math.min(letter.since ?? letter.due, earlier.since ?? letter.due) };
}

/** All that such a letter tells of, the newest last. */
export function endsOf({ also = [], why }: Letter & { kind: 'gone' }): readonly End[] {
  return [...also, why];
}

/** The changes a letter tells of that can still be disowned, oldest first. Where none is left it has nothing to tell. */
export function changesTold(
  letter: Letter & { kind: 'notice' | 'chat-notice' },
  changes: readonly MethodChange[],
): readonly MethodChange[] {
  const since = letter.kind === 'notice' ? letter.since : null;
  return changes.filter((one) => one.id === letter.change || (since !== null && one.at >= since));
}

/** What waits, without what tells of changes that were undone alone: that they were is told by letters of its own. */
export function withoutUndone(waiting: readonly Letter[], changes: readonly MethodChange[]): readonly Letter[] {
  return waiting.filter(
    (letter) => (letter.kind !== 'notice' && letter.kind !== 'chat-notice') || changesTold(letter, changes).length > 0,
  );
}

/** They never had anything before what they have been adding for some minutes. */
function settingUp(person: Person, now: Instant): boolean {
  const begun = now - proofLife;
  const methods = Object.values(person.methods).every(({ provenAt }) => provenAt >= begun);
  const changes = recentChanges(person, now).every(({ what, at }) => what === 'added' && at >= begun);
  return methods && changes && person.former.length === 0 && person.doubt === null;
}

/**
 * Letters to every address that is or was a method lately: of what no change tells any more. They carry their language, for
 * the record may be gone by then.
 * @param paid by text and call as well; those that lose their place are always told
 */
export function goneLetters(
  person: Person,
  why: End,
  id: string,
  now: Instant,
  { paid, losing = [] }: { readonly paid: boolean; readonly losing?: readonly string[] },
): readonly Letter[] {
  const { language } = person;
  return notifiedAddresses(person, now).flatMap(({ address: to, channel }, at): readonly Letter[] => {
    if (!paid && channel !== 'email' && !losing.includes(to)) return [];
    const state = { due: now, dies: now + disownable, tries: [] };
    return [{ kind: 'gone', id: `${id}-gone-${at}`, why, channel, to, language, ...state }];
  });
}
