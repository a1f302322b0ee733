import { audited } from './audit.ts';
import type { Change, HelpRequest } from './change.ts';
import { changesRest } from './change-limit.ts';
import { day, type Instant } from './instant.ts';
import type { Letter } from './letter.ts';
import { addressMethodNames, type MethodName, type Methods, type ProvenMethod } from './methods.ts';
import type { RemoveOutcome } from './outcome.ts';
import type { Person } from './person.ts';
import { helpLetter } from './posting.ts';
import { withReminder } from './reminding.ts';
import { proofLife, stopsChanges, withoutChallenge } from './sending.ts';

/** How long a change can be disowned. */
const disownable = 7 * day;
/** After so many changes within a day they are told by mail and in Teams only. */
const paidNotices = 10;
/** How long nothing can be changed after a change was disowned, unless a supporter says so earlier. */
export const freeze = day;
/** The same where no method is left: nobody has to show anything then, so the addresses that were told get time to answer. */
const longFreeze = 7 * day;

/**
 * The person with a method set, or removed (`after` null): the change is kept to be disowned, and everything that was
 * proven before is told of it, the old value of this very method included.
 * @param id unguessable, new
 */
export function changed(
  person: Person,
  method: MethodName,
  after: ProvenMethod | null,
  id: string,
  now: Instant,
): Person {
  const before = person.methods[method] ?? null;
  const what = after === null ? 'removed' : before ? 'replaced' : 'added';
  const change: Change = { id, at: now, method, what, before };
  const next = {
    ...person,
    methods: withMethod(person.methods, method, after),
    changes: [...recentChanges(person, now), change],
    letters: [...person.letters, ...notices(person, change, now)],
  };
  return withReminder(next, now);
}

function withMethod(methods: Methods, method: MethodName, value: ProvenMethod | null): Methods {
  const { [method]: _, ...others } = methods;
  return value ? { ...others, [method]: value } : others;
}

function recentChanges(person: Person, now: Instant): readonly Change[] {
  return person.changes.filter((change) => change.at > now - disownable);
}

/**
 * One letter to each address that was there before, and a message in Teams. Somebody's very first method has nobody to
 * tell, and while the first methods are set up in one go, the cards themselves say what was added.
 */
function notices(person: Person, change: Change, now: Instant): readonly Letter[] {
  const state = { change: change.id, due: now, dies: now + disownable, tries: [] };
  // Somebody who changes something over and over does not make others pay for a text each time.
  const free = recentChanges(person, now).filter(({ at }) => at > now - day).length >= paidNotices;
  const settled = Object.values(person.methods).some((proven) => proven.provenAt < now - proofLife);
  const inTeams: Letter = { kind: 'chat-notice', id: `${change.id}-chat`, ...state };
  const letters = addressMethodNames.flatMap((method): readonly Letter[] => {
    const proven = person.methods[method];
    if (!proven) return [];
    const { address: to, channel } = proven;
    if (free && channel !== 'email' && method !== change.method) return [];
    const id = `${change.id}-${method}`;
    return [{ kind: 'notice', id, channel, to, ...state }];
  });
  return settled || change.what !== 'added' ? [...letters, inTeams] : letters;
}

/**
 * Letters to every address that is a method now: of what no change tells any more. They carry their language, for the
 * record may be gone by then.
 * @param paid by text and call as well
 */
export function goneLetters(
  { methods, language }: Person,
  why: 'erased' | 'disowned',
  id: string,
  now: Instant,
  paid = true,
): readonly Letter[] {
  return addressMethodNames.flatMap((method): readonly Letter[] => {
    const proven = methods[method];
    if (!proven) return [];
    const { address: to, channel } = proven;
    if (!paid && channel !== 'email') return [];
    // Nothing of somebody who was forgotten is kept for longer than a day.
    const state = { due: now, dies: now + (why === 'erased' ? day : disownable), tries: [] };
    return [{ kind: 'gone', id: `${id}-gone-${method}`, why, channel, to, language, ...state }];
  });
}

/** Takes a method away, with a fresh proof. */
export function removed(
  person: Person,
  method: MethodName,
  id: string,
  now: Instant,
): { record: Person; outcome: RemoveOutcome } {
  const stopped = stopsChanges(person, now) ?? changesRest(person, now, method);
  if (stopped) return { record: person, outcome: stopped };
  if (!person.methods[method]) return { record: person, outcome: { kind: 'not-set-up' } };
  const record = changed(person, method, null, id, now);
  const audit = audited(person.audit, { act: 'method-removed', method }, now);
  return { record: { ...record, audit }, outcome: { kind: 'method-removed', method } };
}

export type DisownOutcome =
  /** What was there before is there again, nothing can be changed until `until`, and supporters are called. */
  | { readonly kind: 'change-undone'; readonly method: MethodName; readonly until: Instant }
  /** No such change, or too long ago: a person has to look at it. */
  | { readonly kind: 'change-unknown' };

/**
 * "It wasn't me": undoes the change and every later one of the same method, freezes the rest and calls for help. Needs no
 * proof: whoever might have taken the methods over must not be the only one who could undo it.
 * @param changeId undefined: the newest change
 */
export function disowned(
  person: Person,
  changeId: string | undefined,
  now: Instant,
): { record: Person; outcome: DisownOutcome } {
  const known = recentChanges(person, now);
  const change = changeId === undefined ? known.at(-1) : known.find((one) => one.id === changeId);
  if (!change) return { record: person, outcome: { kind: 'change-unknown' } };
  const { method, before } = change;
  const methods = withMethod(person.methods, method, before);
  const until = now + (Object.keys(methods).length > 0 ? freeze : longFreeze);
  const calm = withoutChallenge(person);
  // While changes are stopped the first word of it was told already.
  const first = (person.frozenUntil ?? 0) <= now;
  const request: HelpRequest = { id: `${change.id}-not-me`, at: now, kind: 'not-me', urgent: true, method };
  const record: Person = {
    ...calm,
    methods,
    changes: known.filter((one) => one.method !== method || one.at < change.at),
    provedAt: null,
    appSetup: null,
    frozenUntil: until,
    requests: [...person.requests, request],
    letters: [...calm.letters, helpLetter(request.id, now), ...goneLetters(person, 'disowned', change.id, now, first)],
    audit: audited(person.audit, { act: 'change-disowned', method }, now),
  };
  return { record: withReminder(record, now), outcome: { kind: 'change-undone', method, until } };
}
