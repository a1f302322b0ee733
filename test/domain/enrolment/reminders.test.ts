import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../bot/domain/account/person.ts';
import { afterReminder, decideReminder } from '../../../bot/domain/enrolment/reminders.ts';
import { defaultPolicy, type Policy } from '../../../bot/domain/policy.ts';
import { day, hour, type Instant } from '../../../bot/domain/time.ts';
import { personWith } from '../../support/person.ts';

const end = Date.UTC(2027, 1, 1);
const never: Policy = { ...defaultPolicy, reconfirmDays: 0 };
const there = { state: 'there', since: 0, ours: [] } as const;

/** Ready by a phone and a mailbox that the bot has put into the reset service. */
const ready: Person = {
  ...personWith('authentication-phone', 'authentication-email'),
  writings: { 'authentication-phone': there, 'authentication-email': there },
};

/** Every reminder from a time on for so long, as day and hour with what it is about, when nobody ever answers. */
function reminders(first: Person, policy: Policy, from: Instant, until: Instant, registration: 'here' | 'written') {
  const told: string[] = [];
  let person = first;
  for (let now = from; now < until; now += hour) {
    const found = decideReminder(person, policy, now, registration);
    if (found.kind !== 'remind') continue;
    told.push(`${new Date(now).toISOString().slice(0, 13)} ${found.about} ${found.reminded.daysBefore}`);
    person = afterReminder(person, found.reminded, found.about, true, now);
  }
  return told;
}

test('who will not be ready any more is told two weeks before, three days before and on the day, in working hours', () => {
  assert.deepEqual(reminders(ready, never, Date.UTC(2027, 0, 1), Date.UTC(2027, 2, 1), 'written'), [
    '2027-01-18T09 lapse 14',
    '2027-01-29T09 lapse 3',
    '2027-02-01T09 lapse 0',
  ]);
});

test('nobody is told who stays ready, who never was, whose organisation has its own provider, or where a reset asks the bot', () => {
  const [from, until] = [Date.UTC(2027, 0, 1), Date.UTC(2027, 2, 1)];
  const onePhone: Person = { ...personWith('authentication-phone'), writings: { 'authentication-phone': there } };
  const provider: Policy = { ...never, phoneAfterRetirement: 'own-provider' };
  assert.deepEqual(reminders(onePhone, never, from, until, 'written'), [], 'was never ready');
  assert.deepEqual(reminders(ready, { ...never, methodsRequired: 1 }, from, until, 'written'), [], 'stays ready');
  assert.deepEqual(reminders(ready, provider, from, until, 'written'), []);
  assert.deepEqual(reminders(ready, never, from, until, 'here'), []);
});

test('an end that is near comes before methods that are due; one that is far does not', () => {
  const overdue: Person = { ...ready, confirmed: {} };
  const policy: Policy = { ...defaultPolicy, reconfirmDays: 30 };
  const far = decideReminder(overdue, policy, end - 60 * day + 10 * hour, 'written');
  assert.ok(far.kind === 'remind' && far.about === 'methods');
  const near = decideReminder(overdue, policy, Date.UTC(2027, 0, 20, 10), 'written');
  assert.ok(near.kind === 'remind' && near.about === 'lapse' && near.reminded.due === end);
});

test('whoever can not be reached in Teams gets a mail that says the same', () => {
  const reminded = { due: end, daysBefore: 14 } as const;
  const [mail] = afterReminder(ready, reminded, 'lapse', false, end - 14 * day).letters;
  assert.ok(mail?.kind === 'reminder-mail' && mail.about === 'lapse');
});
