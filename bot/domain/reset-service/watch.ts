import type { Sight } from '../account/facts.ts';
import { newPerson, type Person, personId } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import type { Asker } from '../enrolment/enrolment.ts';
import { type Letter, postponeLetter } from '../outbox/letter.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Random } from '../ports/system.ts';
import { day, type Instant, minute } from '../time.ts';
import { type Glimpse, type SlotName, slotNames, type Watch } from './slots.ts';

/**
 * After how long it is looked again whether somebody has registered who was sent to the registration page: often while
 * they are at it, then as seldom as the registration report changes.
 */
const looks = [1, 2, 4, 7, 11, 16, 25, 40, 60, 120, 240, 480].map((minutes) => minutes * minute);
const daily = 3;

/** When to look for the next time; undefined: not any more. @param begun when they were sent there */
export function nextLook(begun: Instant, now: Instant): Instant | undefined {
  const all = [...looks, ...Array.from({ length: daily }, (_, index) => (index + 1) * day)];
  const next = all.find((after) => begun + after > now);
  return next === undefined ? undefined : begun + next;
}

export function glimpseOf({ report, methods: { phones, email } }: Sight): Glimpse {
  const [registered, reportAt] = report.kind === 'seen' ? [report.value.registered, report.value.at] : [null, null];
  if (phones.kind === 'unseen' && email.kind === 'unseen') return { registered, reportAt, methods: null };
  const set = phones.kind === 'seen' ? phones.value : {};
  const mail = email.kind === 'seen' && email.value !== null;
  const methods = slotNames.filter((slot) => (slot === 'email' ? mail : set[slot] !== undefined));
  return { registered, reportAt, methods };
}

/** What a look can tell. */
export type GlimpseComparison =
  /** As many as a reset takes, by the report. */
  | { readonly kind: 'registered'; readonly at: Instant | null }
  /** More than at the beginning; whether it is enough the report will tell, hours later. */
  | { readonly kind: 'more-than-before'; readonly methods: readonly SlotName[] }
  | { readonly kind: 'nothing-new' }
  /** Neither the methods nor a report that is newer than the beginning could be read. */
  | { readonly kind: 'can-not-see' };

/** Compares what is seen now with what was seen when they were sent to the page. */
export function compareGlimpses({ before, begun }: Watch, after: Glimpse): GlimpseComparison {
  if (after.registered && before.registered !== true) return { kind: 'registered', at: after.reportAt };
  if (!after.methods) return { kind: (after.reportAt ?? 0) >= begun ? 'nothing-new' : 'can-not-see' };
  const methods = before.methods ? after.methods.filter((one) => !before.methods?.includes(one)) : [];
  return methods.length > 0 ? { kind: 'more-than-before', methods } : { kind: 'nothing-new' };
}

/** The person after being sent to the registration page. Sent there again, the watch begins anew. @param id new */
function beginWatch(person: Person, before: Glimpse, id: string, now: Instant): Person {
  const due = nextLook(now, now) ?? now;
  const letter: Letter = { kind: 'watch', id, due, dies: null, tries: [] };
  return {
    ...person,
    watch: { begun: now, before },
    letters: [...person.letters.filter(({ kind }) => kind !== 'watch'), letter],
    audit: appendAudit(person.audit, { act: 'sent-to-register' }, now),
  };
}

/** The person after a look: what is new is told, and it is looked again until it is enough or three days have gone by. */
export function continueWatch(person: Person, letterId: string, after: Glimpse, now: Instant): Person {
  const { watch, letters } = person;
  const letter = letters.find(({ id }) => id === letterId);
  if (!watch || letter?.kind !== 'watch') return { ...person, letters: letters.filter(({ id }) => id !== letterId) };
  const others = letters.filter((one) => one !== letter);
  const look = compareGlimpses(watch, after);
  const news = look.kind === 'registered' ? [] : look.kind === 'more-than-before' ? look.methods : undefined;
  const state = { id: `${letterId}-${now}`, due: now, dies: now + day, tries: [] };
  const told: readonly Letter[] = news ? [{ kind: 'registered-told', methods: news, ...state }] : [];
  const next = look.kind === 'registered' ? undefined : nextLook(watch.begun, now);
  if (next === undefined) return { ...person, watch: null, letters: [...others, ...told] };
  const seen = look.kind === 'more-than-before' ? { ...watch.before, methods: after.methods } : watch.before;
  const again = postponeLetter(letter, next, look.kind);
  return { ...person, watch: { ...watch, before: seen }, letters: [...others, ...told, again] };
}

/** Sending people to the registration page, and watching for what they register there. */
export interface RegistrationWatch {
  begin(asker: Asker, before: Glimpse): Promise<void>;
}

export function createRegistrationWatch({
  store,
  clock,
  random,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}): RegistrationWatch {
  return {
    begin: ({ employee, language, timeZone, chat }, before) =>
      store.update('person', personId(employee), (current) => {
        const reachable = { ...(current ?? newPerson(employee)), language, timeZone, chat };
        const id = Buffer.from(random(16)).toString('hex');
        return { record: beginWatch(reachable, before, id, clock()), outcome: undefined };
      }),
  };
}
