import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../bot/domain/account/person.ts';
import {
  type Account,
  accountBy,
  hasEnough,
  type ReadinessLevel,
  readiness,
} from '../../../bot/domain/enrolment/readiness.ts';
import type { MethodName } from '../../../bot/domain/methods/method.ts';
import { defaultPolicy, type Policy } from '../../../bot/domain/policy.ts';
import { countsAt, dayRead, platformDates, startsAt } from '../../../bot/domain/reset-service/end-dates.ts';
import { day, type Instant } from '../../../bot/domain/time.ts';
import { officePhone, personWith } from '../../support/person.ts';

const letters: Readonly<Record<string, MethodName>> = {
  P: 'authentication-phone',
  E: 'authentication-email',
  A: 'authenticator-app',
  Q: 'security-questions',
  O: 'office-phone',
};
const named = (text: string) => [...text].flatMap((letter) => letters[letter] ?? []);
const at = (text: string): Instant => Date.parse(`${text}T00:00:00Z`);

const need2: Policy = { ...defaultPolicy, questions: { ...defaultPolicy.questions, allowed: true } };
const need1: Policy = { ...need2, methodsRequired: 1 };
const provider: Policy = { ...need2, phoneAfterRetirement: 'own-provider' };
const here: Account = { administrator: false, officePhone, registration: 'here' };
const there: Account = { ...here, registration: 'elsewhere' };
const global: Account = { ...there, administrator: true, globalAdministrator: true };

/**
 * What is set up · under which policy · of which account · when · level and what counts then · what is lost next, on
 * which day, how many are missing then and what cures it. Each was thought out by hand.
 */
type Row = readonly [string, Policy, Account, string, ReadinessLevel, string, string?];

const rows: readonly Row[] = [
  ['PE', need2, there, '2026-12-01', 'ready', 'PE', 'phone 2027-02-01 1 A'],
  ['PE', need2, there, '2027-01-31', 'ready', 'PE', 'phone 2027-02-01 1 A'],
  ['PE', need2, there, '2027-02-01', 'partly', 'E'],
  ['PO', need2, there, '2026-12-01', 'ready', 'PO', 'phone 2027-02-01 2 E'],
  ['PO', need2, there, '2027-02-01', 'none', ''],
  ['EA', need2, there, '2027-02-01', 'ready', 'EA'],
  ['PEA', need2, there, '2026-12-01', 'ready', 'PEA'],
  ['P', need1, there, '2026-12-01', 'ready', 'P', 'phone 2027-02-01 1 E'],
  ['PE', need1, there, '2026-12-01', 'resilient', 'PE'],
  // An app is never the only one.
  ['PA', need1, there, '2026-12-01', 'ready', 'PA', 'phone 2027-02-01 1 E'],
  ['P', need2, there, '2026-12-01', 'partly', 'P'],
  // Questions end a month after phones.
  ['EQ', need2, there, '2026-12-01', 'ready', 'EQ', 'questions 2027-03-01 1 A'],
  ['EQ', need2, there, '2027-02-28', 'ready', 'EQ', 'questions 2027-03-01 1 A'],
  ['EQ', need2, there, '2027-03-01', 'partly', 'E'],
  ['PEQ', need2, there, '2026-12-01', 'resilient', 'PEQ', 'questions 2027-03-01 1 A'],
  ['PEQ', need2, there, '2027-02-01', 'ready', 'EQ', 'questions 2027-03-01 1 A'],
  // Questions are answered for by phones where the organisation has a provider of its own.
  ['PE', provider, there, '2026-12-01', 'ready', 'PE'],
  ['PE', provider, there, '2027-02-01', 'ready', 'PE'],
  ['PQ', provider, there, '2026-12-01', 'ready', 'PQ', 'questions 2027-03-01 1 E'],
  // Where a reset asks the bot, the organisation's policy alone decides.
  ['PE', need2, here, '2026-12-01', 'ready', 'PE'],
  ['PQ', need2, here, '2028-01-01', 'ready', 'PQ'],
  // Global Administrators have until July; of another administrator the earlier date counts.
  ['PE', need2, global, '2027-02-01', 'ready', 'PE', 'phone 2027-07-01 1 A'],
  ['PE', need2, global, '2027-07-01', 'partly', 'E'],
  ['PE', need2, { ...there, administrator: true }, '2027-02-01', 'partly', 'E'],
  // Nothing that stays is allowed.
  [
    'PO',
    { ...need2, email: { allowed: false }, app: { allowed: false } },
    there,
    '2026-12-01',
    'ready',
    'PO',
    'phone 2027-02-01 2 -',
  ],
];

const lettersOf = (methods: readonly MethodName[]) =>
  Object.entries(letters)
    .filter(([, method]) => methods.includes(method))
    .map(([letter]) => letter)
    .join('');

for (const [set, policy, account, when, level, counted, loses] of rows) {
  const who = `${set} of a ${account.globalAdministrator ? 'Global Administrator' : account.administrator ? 'administrator' : 'person'}`;
  const where = `${account.registration}, ${policy.methodsRequired} needed, ${policy.phoneAfterRetirement}`;
  test(`${who} (${where}) on ${when}: ${level} by ${counted || 'nothing'}${loses ? `, loses it: ${loses}` : ''}`, () => {
    const found = readiness(personWith(...named(set)), policy, account, at(when));
    assert.equal(found.level, level);
    assert.equal(lettersOf(found.proven), counted);
    assert.equal(lettersOf(found.ended), [...set].filter((letter) => !counted.includes(letter)).join(''));
    const { lapse } = found;
    const day = lapse && new Date(lapse.date.when).toISOString().slice(0, 10);
    const said = lapse
      ? `${lapse.what} ${day} ${lapse.missing} ${lapse.cure ? lettersOf([lapse.cure]) : '-'}`
      : undefined;
    assert.equal(said, loses);
  });
}

test('whoever adds what cures it is ready on the day, and is told of no end any more', () => {
  for (const [set, policy, account, when] of rows) {
    let person: Person = personWith(...named(set));
    let { lapse } = readiness(person, policy, account, at(when));
    for (let steps = 0; lapse?.cure && steps < 3; steps += 1) {
      const { date } = lapse;
      person = personWith(...named(set), ...named('PEAQO').filter((one) => person.methods[one]), lapse.cure);
      lapse = readiness(person, policy, account, at(when)).lapse;
      if (!lapse) assert.match(readiness(person, policy, account, date.when).level, /ready|resilient/, set);
    }
    assert.equal(lapse?.cure ?? null, null, set);
  }
});

test('nobody starts with questions in their last 30 days, nor with a phone once it has ended; both count until then', () => {
  const questions = platformDates['questions-end'].when;
  const phones = platformDates['phone-ends'].when;
  assert.equal(startsAt('security-questions', need2, there, questions - 30 * day - 1), true);
  assert.equal(startsAt('security-questions', need2, there, questions - 30 * day), false);
  assert.equal(countsAt('security-questions', need2, there, questions - 1), true);
  assert.equal(startsAt('authentication-phone', need2, there, phones - 1), true);
  assert.equal(startsAt('authentication-phone', need2, there, phones), false);
  assert.equal(startsAt('security-questions', need2, here, questions), true);
  const open = (when: Instant) => readiness(personWith(), need2, there, when).open;
  assert.deepEqual(lettersOf(open(at('2027-01-29'))), 'PEAQO');
  assert.deepEqual(lettersOf(open(at('2027-01-30'))), 'PEAO');
  assert.deepEqual(lettersOf(open(at('2027-02-01'))), 'EA');
});

test('as of a date the same policy takes the reset from who needs a phone', () => {
  const [now, then] = [at('2026-12-01'), at('2027-02-02')];
  const ask = (set: string, registration: Account['registration'], policy: Policy = defaultPolicy) => {
    const person = personWith(...named(set));
    const account = accountBy(person, registration);
    const after = readiness(person, policy, account, then);
    if (!hasEnough(readiness(person, policy, account, now)) || hasEnough(after)) return undefined;
    return { proven: after.proven.length, required: after.required };
  };
  assert.deepEqual(ask('PE', 'elsewhere'), { proven: 1, required: 2 });
  assert.equal(ask('EA', 'elsewhere'), undefined);
  assert.equal(ask('PE', 'here'), undefined);
  assert.equal(ask('PE', 'elsewhere', { ...defaultPolicy, phoneAfterRetirement: 'own-provider' }), undefined);
});

test('in write mode an office phone counts once it is registered there, not because it stands in the directory', () => {
  const account: Account = { ...here, registration: 'written' };
  const writing = { state: 'there', since: 0, ours: [] } as const;
  const person: Person = { ...personWith(...named('EO')), writings: { 'authentication-email': writing } };
  const now = at('2026-12-01');
  assert.equal(readiness(person, defaultPolicy, account, now).level, 'partly');
  const both: Person = { ...person, writings: { ...person.writings, 'office-phone': writing } };
  assert.equal(readiness(both, defaultPolicy, account, now).level, 'ready');
});

test('the dates are those of the sources, and each line says where from and when somebody looked', () => {
  const days = Object.entries(platformDates).map(([id, line]) => [
    id,
    'when' in line
      ? `${new Date(line.when).toISOString().slice(0, 10)} by the ${line.named}`
      : `${line.lasts / 3_600_000} h`,
  ]);
  assert.deepEqual(Object.fromEntries(days), {
    'filled-in-ends': '2026-11-09 by the day',
    'phone-ends': '2027-02-01 by the day',
    'phone-ends-late': '2027-07-01 by the day',
    'questions-end': '2027-03-01 by the month',
    // The texts say "a day and a half".
    'report-lag': '36 h',
  });
  for (const { what, forWhom, source, lookedAt } of Object.values(platformDates)) {
    assert.ok(what && forWhom && source && lookedAt > at('2026-11-01'));
  }
});

test('a day is read as it is typed, and none that is not in the calendar', () => {
  assert.equal(dayRead('2027-02-02'), at('2027-02-02'));
  for (const text of [undefined, '', '2027-2-2', '2027-02-30', 'tomorrow', '2027-02-02T10:00']) {
    assert.equal(dayRead(text), undefined, text);
  }
});
