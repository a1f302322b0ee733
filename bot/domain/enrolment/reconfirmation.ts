import { type EmployeeKey, newPerson, type Person, type PrefilledAnswer, personId } from '../account/person.ts';
import { withAnswer } from '../account/prefilled.ts';
import { appendAudit } from '../audit/trail.ts';
import type { AddressMethodName, MethodName } from '../methods/method.ts';
import type { Letter } from '../outbox/letter.ts';
import { helpLetter } from '../outbox/person-letters.ts';
import type { PolicyOf } from '../policies.ts';
import type { Policy } from '../policy.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Random } from '../ports/system.ts';
import { day, type Instant } from '../time.ts';
import type { ConfirmOutcome, DisputeOutcome } from './outcome.ts';
import { confirmBy } from './readiness.ts';

/** How long a reminder that was put off stays away. */
const snooze = 3 * day;
/** How much somebody can say of a wrong value, in UTF-16 units. */
export const longestDispute = 500;
/** Open disputes of one person; the newest ones stay. */
const disputes = 5;

type Answered = Pick<PrefilledAnswer, 'method' | 'address' | 'answer'>;

/** What people say of values that were there before them, and of their own as they age. Needs no proof: nothing changes by it. */
export interface Reconfirmation {
  /** Keeps what was said of pre-filled values. Those that are still right count once they are proven. */
  answerPrefilled(employee: EmployeeKey, answers: readonly Answered[]): Promise<void>;
  /** Proven methods are still right; all that are due when none is named. */
  confirm(employee: EmployeeKey, methods: readonly MethodName[] | 'all'): Promise<ConfirmOutcome>;
  /** A value that only an administrator can set is wrong. */
  dispute(employee: EmployeeKey, method: AddressMethodName, said: string): Promise<DisputeOutcome>;
  /** No reminder for three days. */
  snooze(employee: EmployeeKey): Promise<Instant>;
}

export interface ReconfirmationPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: PolicyOf;
}

export function createReconfirmation({ store, clock, random, policy }: ReconfirmationPorts): Reconfirmation {
  function change<O>(employee: EmployeeKey, step: (person: Person) => { record: Person; outcome: O }): Promise<O> {
    return store.update('person', personId(employee), (current) => step(current ?? newPerson(employee)));
  }

  return {
    answerPrefilled: (employee, answers) =>
      change(employee, (person) => ({ record: answerPrefilled(person, answers, clock()), outcome: undefined })),

    async confirm(employee, methods) {
      const decided = await policy(employee);
      return change(employee, (person) => confirmMethods(person, methods, decided, clock()));
    },

    dispute: (employee, method, said) => {
      const id = Buffer.from(random(16)).toString('hex');
      return change(employee, (person) => disputeValue(person, method, said, id, clock()));
    },

    snooze: (employee) =>
      change(employee, (person) => {
        const until = clock() + snooze;
        const audit = appendAudit(person.audit, { act: 'reminder-snoozed' }, clock());
        return { record: { ...person, snoozedUntil: until, audit }, outcome: until };
      }),
  };
}

function answerPrefilled(person: Person, answers: readonly Answered[], now: Instant): Person {
  let { prefilled, audit } = person;
  for (const { method, address, answer } of answers) {
    prefilled = withAnswer(prefilled, { method, address, answer, at: now });
    audit = appendAudit(audit, { act: 'prefilled-answered', method, answer }, now);
  }
  return { ...person, prefilled, audit };
}

/** Confirming what is not due yet is fine too: it counts from now on. */
export function confirmMethods(
  person: Person,
  methods: readonly MethodName[] | 'all',
  policy: Policy,
  now: Instant,
): { record: Person; outcome: ConfirmOutcome } {
  const set = Object.keys(person.methods) as MethodName[];
  const meant = methods === 'all' ? set : set.filter((method) => methods.includes(method));
  if (meant.length === 0) return { record: person, outcome: { kind: 'nothing-to-confirm' } };
  const dates = Object.fromEntries(meant.map((method) => [method, now]));
  const record = { ...person, confirmed: { ...person.confirmed, ...dates }, snoozedUntil: null };
  const next = Math.min(...set.map((method) => confirmBy(record, method, policy)));
  const audit = appendAudit(person.audit, { act: 'methods-confirmed', count: meant.length }, now);
  return {
    record: { ...record, audit },
    outcome: { kind: 'methods-confirmed', next: Number.isFinite(next) ? next : null },
  };
}

function disputeValue(
  person: Person,
  method: AddressMethodName,
  said: string,
  id: string,
  now: Instant,
): { record: Person; outcome: DisputeOutcome } {
  const words = said.toWellFormed().trim().slice(0, longestDispute);
  const others = person.requests.filter((one) => one.kind !== 'wrong-value');
  const earlier = person.requests.filter((one) => one.kind === 'wrong-value' && one.method !== method);
  const request = { id, at: now, kind: 'wrong-value', urgent: false, method, said: words } as const;
  const requests = [...others, ...earlier.slice(1 - disputes), request];
  // What is not asked any more needs no letter.
  const waits = (letter: Letter) => letter.kind !== 'help' || requests.some((one) => one.id === letter.request);
  return {
    record: {
      ...person,
      requests,
      letters: [...person.letters.filter(waits), helpLetter(id, now)],
      audit: appendAudit(person.audit, { act: 'value-disputed', method }, now),
    },
    outcome: { kind: 'value-disputed' },
  };
}
