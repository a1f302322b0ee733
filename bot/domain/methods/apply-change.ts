import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import type { RemoveOutcome } from '../enrolment/outcome.ts';
import { stopsChanges } from '../enrolment/proof.ts';
import { withReminder } from '../enrolment/reminders.ts';
import { withoutChallenge } from '../enrolment/send-code.ts';
import { changeNotices, mergeLetters } from '../outbox/change-notices.ts';
import { day, type Instant } from '../time.ts';
import { type Doubt, disownable, type FormerAddress, type MethodChange, outOfUse, recentChanges } from './change.ts';
import { changesRest } from './change-limit.ts';
import { addressMethodNames, type MethodName, type Methods, type ProvenMethod } from './method.ts';

/** After so many changes within a day they are told by mail and in Teams only. */
const paidNotices = 10;

/**
 * The person with a method set, brought back, or removed or let go (`after` null): the change is kept to be disowned, and every address
 * that was a method lately is told of it, the old value of this very method included.
 * @param id unguessable, new
 */
export function applyChange(
  person: Person,
  method: MethodName,
  after: ProvenMethod | null,
  id: string,
  now: Instant,
  as?: 'brought-back' | 'let-go',
): Person {
  const present = person.methods[method] ?? null;
  const before = present ?? outOfUse(person.doubt).get(method) ?? null;
  const what = as ?? (after === null ? 'removed' : present ? 'replaced' : 'added');
  const lately = recentChanges(person, now);
  const paid = lately.filter((one) => one.paid && one.at > now - day).length < paidNotices;
  const change: MethodChange = { id, at: now, method, what, before, paid };
  const methods = withMethod(person.methods, method, after);
  const next = {
    ...(proves(person, method) ? withoutChallenge(person) : person),
    methods,
    former: formerAddresses(person, methods, now),
    // What is set anew does not wait to come back any more, nor vouch for what does; disowning it makes it wait again.
    doubt: withoutMethod(person.doubt, method),
    changes: [...lately, change],
  };
  return withReminder({ ...next, letters: mergeLetters(next.letters, changeNotices(person, change, now)) }, now);
}

/** A code is on its way to the method itself: whoever answers it has shown nothing of what will be there. */
function proves({ challenge }: Person, method: MethodName): boolean {
  return challenge !== null && challenge.purpose !== 'register' && challenge.method === method;
}

export function withMethod(methods: Methods, method: MethodName, value: ProvenMethod | null): Methods {
  const { [method]: _, ...others } = methods;
  return value ? { ...others, [method]: value } : others;
}

/** The addresses that were methods lately, with those that are none any more from now on. */
export function formerAddresses({ methods, former }: Person, next: Methods, now: Instant): readonly FormerAddress[] {
  const leaving = addressMethodNames.flatMap((method): readonly FormerAddress[] => {
    const proven = methods[method];
    if (!proven || proven.address === next[method]?.address) return [];
    return [{ address: proven.address, channel: proven.channel, left: now }];
  });
  const known = former.filter(({ address, left }) => {
    return left > now - disownable && leaving.every((one) => one.address !== address);
  });
  return [...known, ...leaving];
}

function withoutMethod(doubt: Doubt | null, method: MethodName): Doubt | null {
  const changes = doubt?.changes.filter((change) => change.method !== method) ?? [];
  const left = doubt?.left.filter((one) => one !== method) ?? [];
  return doubt && changes.length > 0 ? { ...doubt, changes, left } : null;
}

/** Takes a method away, with a fresh proof. */
export function removeMethod(
  person: Person,
  method: MethodName,
  id: string,
  now: Instant,
): { record: Person; outcome: RemoveOutcome } {
  const stopped = stopsChanges(person, now) ?? changesRest(person, now, method);
  if (stopped) return { record: person, outcome: stopped };
  if (!person.methods[method]) return { record: person, outcome: { kind: 'not-set-up' } };
  const record = applyChange(person, method, null, id, now);
  const audit = appendAudit(person.audit, { act: 'method-removed', method }, now);
  return { record: { ...record, audit }, outcome: { kind: 'method-removed', method } };
}
