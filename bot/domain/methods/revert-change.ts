import type { Person } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import type { BringBackOutcome, DisownOutcome } from '../enrolment/outcome.ts';
import { freeze, frozenUntil, hasFreshProof, longFreeze, provableBy } from '../enrolment/proof.ts';
import { withReminder } from '../enrolment/reminders.ts';
import { withoutChallenge } from '../enrolment/send-code.ts';
import { goneLetters, mergeLetters, withoutUndone } from '../outbox/change-notices.ts';
import { helpLetter } from '../outbox/person-letters.ts';
import type { Instant } from '../time.ts';
import { applyChange, formerAddresses, withMethod } from './apply-change.ts';
import { type Doubt, type HelpRequest, outOfUse, recentChanges } from './change.ts';
import { addressOf, type MethodName, setUp } from './method.ts';

/**
 * "It was not me": takes the change out of use, and everything that was changed after it, of every method; stops all changes
 * and calls for help. Needs no proof: whoever might have taken the methods over must not be the only one who could end
 * that. Therefore nothing comes back into use by it, either: see `restoreMethods`.
 */
export function revertChange(
  person: Person,
  changeId: string,
  now: Instant,
): { record: Person; outcome: DisownOutcome } {
  if (person.doubt?.changes.some(({ id }) => id === changeId))
    return { record: person, outcome: outcomeOf(person, now) };
  const known = recentChanges(person, now);
  const place = known.findIndex(({ id }) => id === changeId);
  const change = known[place];
  if (!change) return { record: person, outcome: { kind: 'change-unknown' } };
  const calm = withoutChallenge(person);
  const doubted = known.slice(place);
  const standing = known.slice(0, place);
  const touched = [...new Set(doubted.map(({ method }) => method))];
  const methods = touched.reduce((left, method) => withMethod(left, method, null), person.methods);
  const stopped = frozenUntil(person, now);
  const until = now + (Object.keys(methods).length > 0 ? freeze : longFreeze);
  const request: HelpRequest = {
    id: `${change.id}-not-me`,
    at: now,
    kind: 'not-me',
    urgent: true,
    method: change.method,
  };
  const losing = touched.flatMap((method) => addressOf(person.methods, method)?.address ?? []);
  // While changes are stopped the first word of it was told already.
  const told = goneLetters(person, 'disowned', change.id, now, { paid: stopped === null, losing });
  const record: Person = {
    ...calm,
    methods,
    former: formerAddresses(person, methods, now),
    changes: standing,
    doubt: doubtOf(person.doubt, { id: change.id, at: now, changes: doubted, left: setUp(methods) }),
    provedAt: null,
    provedBy: null,
    appSetup: null,
    frozenUntil: Math.max(until, stopped ?? until),
    requests: [...person.requests, request],
    // Who disowns what was done to them does not want to be forgotten.
    letters: mergeLetters(
      withoutUndone(calm.letters, standing).filter(({ kind }) => kind !== 'forget'),
      [helpLetter(request.id, now), ...told],
    ),
    audit: touched.reduce((audit, method) => appendAudit(audit, { act: 'taken-out', method }, now), person.audit),
  };
  return { record: withReminder(record, now), outcome: outcomeOf(record, now) };
}

function doubtOf(earlier: Doubt | null, doubt: Doubt): Doubt {
  if (!earlier) return doubt;
  const { changes } = doubt;
  // What was in doubt already came after all that was there then.
  // Also where the clock was set back before they were disowned.
  const until = Math.max(earlier.at, earlier.changes[0]?.at ?? earlier.at);
  const older = changes.filter((change) => change.at <= until);
  const newer = changes.filter((change) => change.at > until);
  const left = doubt.left.filter((method) => earlier.left.includes(method));
  return { ...doubt, changes: [...older, ...earlier.changes, ...newer], left };
}

function outcomeOf(person: Person, now: Instant): DisownOutcome {
  const methods = [...new Set(person.doubt?.changes.map(({ method }) => method))];
  const waits = outOfUse(person.doubt).size > 0;
  const back = !waits ? 'nothing' : methodsLeftAlone(person).length > 0 ? 'by-proof' : 'by-it';
  return { kind: 'taken-out', methods, until: frozenUntil(person, now) ?? now, back };
}

/** Methods by which somebody shows that what is out of use may come back: those that the changes in doubt left alone. */
export function methodsLeftAlone(person: Person): readonly MethodName[] {
  return provableBy(person).filter((method) => person.doubt?.left.includes(method));
}

/** What was there before the changes in doubt comes back, by a proof that was given since with a method they left alone. */
export function restoreByProof(
  person: Person,
  id: string,
  now: Instant,
): { record: Person; outcome: BringBackOutcome } {
  if (outOfUse(person.doubt).size === 0) return { record: person, outcome: { kind: 'nothing-waits' } };
  const { provedBy } = person;
  const by = methodsLeftAlone(person);
  if (by.length === 0) return { record: person, outcome: { kind: 'it-brings-back' } };
  if (!provedBy || !by.includes(provedBy) || !hasFreshProof(person, now)) {
    return { record: person, outcome: { kind: 'proof-needed' } };
  }
  return restoreMethods(person, provedBy, id, now);
}

/** The same by IT: it ends the stop of changes as well. What is in doubt since is another doubt, and stays. */
export function restoreByIt(person: Person, doubtId: string, by: string, id: string, now: Instant): Person {
  if (person.doubt?.id !== doubtId) return person;
  if (outOfUse(person.doubt).size === 0) return stopEnded(person, by, id, now);
  return { ...restoreMethods(person, by, id, now).record, frozenUntil: null };
}

/**
 * IT lets go of what waits: it does not come back, the stop of changes ends, and every address is told. It is a change like any
 * other: whoever disowns it makes that wait again.
 */
export function letGoByIt(person: Person, doubtId: string, by: string, id: string, now: Instant): Person {
  if (person.doubt?.id !== doubtId) return person;
  if (outOfUse(person.doubt).size === 0) return stopEnded(person, by, id, now);
  let record = person;
  for (const method of outOfUse(person.doubt).keys()) {
    const next = applyChange(record, method, null, `${id}-${method}`, now, 'let-go');
    record = { ...next, audit: appendAudit(next.audit, { act: 'let-go', method, by }, now) };
  }
  return { ...record, doubt: null, frozenUntil: null };
}

/** Nothing waited: only the stop of changes ends. */
function stopEnded(person: Person, by: string, id: string, now: Instant): Person {
  const letters = mergeLetters(person.letters, goneLetters(person, 'stop-ended', id, now, { paid: true }));
  const audit = appendAudit(person.audit, { act: 'stop-ended', by }, now);
  return { ...person, doubt: null, frozenUntil: null, letters, audit };
}

/** @param by the method it was shown with, or the directory ids of the supporters */
function restoreMethods(
  person: Person,
  by: string,
  id: string,
  now: Instant,
): { record: Person; outcome: BringBackOutcome } {
  const methods: MethodName[] = [];
  let record = person;
  for (const [method, value] of outOfUse(person.doubt)) {
    const next = applyChange(record, method, value, `${id}-${method}`, now, 'brought-back');
    record = { ...next, audit: appendAudit(next.audit, { act: 'brought-back', method, by }, now) };
    methods.push(method);
  }
  return { record: { ...record, doubt: null }, outcome: { kind: 'brought-back', methods } };
}
