import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../bot/domain/account/person.ts';
import { policyEffect } from '../../../bot/domain/campaigns/audience.ts';
import { type Account, type ReadinessLevel, readiness } from '../../../bot/domain/enrolment/readiness.ts';
import { type MethodName, methodNames } from '../../../bot/domain/methods/method.ts';
import { defaultPolicy, type Policy } from '../../../bot/domain/policy.ts';
import { unnamedMember } from '../../../bot/domain/ports/directory.ts';
import { day } from '../../../bot/domain/time.ts';
import { officePhone, personWith } from '../../support/person.ts';

const letters: Readonly<Record<string, MethodName>> = {
  P: 'authentication-phone',
  E: 'authentication-email',
  A: 'authenticator-app',
  Q: 'security-questions',
  O: 'office-phone',
};
const named = (text: string) => [...text].flatMap((letter) => letters[letter] ?? []);

/** Everything is allowed; the numbers are what a reset takes. */
const need2: Policy = { ...defaultPolicy, questions: { ...defaultPolicy.questions, allowed: true } };
const need1: Policy = { ...need2, methodsRequired: 1 };
const employee: Account = { administrator: false, officePhone };
const administrator: Account = { ...employee, administrator: true };

/** Letters of what is proven, level, methods required, methods to spare. Each was thought out by hand. */
type Row = readonly [proven: string, level: ReadinessLevel, required: number, spare: number];

const whereOneIsEnough: readonly Row[] = [
  ['', 'none', 1, 0],
  ['P', 'ready', 1, 0],
  ['E', 'ready', 1, 0],
  // The app is never the only one.
  ['A', 'partly', 2, 0],
  ['Q', 'ready', 1, 0],
  ['O', 'ready', 1, 0],
  ['PE', 'resilient', 1, 1],
  // One phone, two methods.
  ['PA', 'ready', 1, 0],
  ['PQ', 'resilient', 1, 1],
  ['PO', 'resilient', 1, 1],
  // Without the mailbox, the app would be the only one.
  ['EA', 'ready', 1, 0],
  ['EQ', 'resilient', 1, 1],
  ['EO', 'resilient', 1, 1],
  ['AQ', 'ready', 1, 0],
  ['AO', 'ready', 1, 0],
  ['QO', 'resilient', 1, 1],
  ['PEA', 'resilient', 1, 1],
  ['PEQ', 'resilient', 1, 2],
  ['PEO', 'resilient', 1, 2],
  ['PAQ', 'resilient', 1, 1],
  ['PAO', 'resilient', 1, 1],
  ['PQO', 'resilient', 1, 2],
  ['EAQ', 'resilient', 1, 2],
  ['EAO', 'resilient', 1, 2],
  ['EQO', 'resilient', 1, 2],
  ['AQO', 'resilient', 1, 2],
  ['PEAQ', 'resilient', 1, 2],
  ['PEAO', 'resilient', 1, 2],
  ['PEQO', 'resilient', 1, 3],
  ['PAQO', 'resilient', 1, 2],
  ['EAQO', 'resilient', 1, 3],
  ['PEAQO', 'resilient', 1, 3],
];

const whereTwoAreNeeded: readonly Row[] = [
  ['', 'none', 2, 0],
  ['P', 'partly', 2, 0],
  ['E', 'partly', 2, 0],
  ['A', 'partly', 2, 0],
  ['Q', 'partly', 2, 0],
  ['O', 'partly', 2, 0],
  ['PE', 'ready', 2, 0],
  ['PA', 'ready', 2, 0],
  ['PQ', 'ready', 2, 0],
  ['PO', 'ready', 2, 0],
  ['EA', 'ready', 2, 0],
  ['EQ', 'ready', 2, 0],
  ['EO', 'ready', 2, 0],
  ['AQ', 'ready', 2, 0],
  ['AO', 'ready', 2, 0],
  ['QO', 'ready', 2, 0],
  // Losing the phone takes two of the three.
  ['PEA', 'ready', 2, 0],
  ['PEQ', 'resilient', 2, 1],
  ['PEO', 'resilient', 2, 1],
  ['PAQ', 'ready', 2, 0],
  ['PAO', 'ready', 2, 0],
  ['PQO', 'resilient', 2, 1],
  ['EAQ', 'resilient', 2, 1],
  ['EAO', 'resilient', 2, 1],
  ['EQO', 'resilient', 2, 1],
  ['AQO', 'resilient', 2, 1],
  ['PEAQ', 'resilient', 2, 1],
  ['PEAO', 'resilient', 2, 1],
  ['PEQO', 'resilient', 2, 2],
  ['PAQO', 'resilient', 2, 1],
  ['EAQO', 'resilient', 2, 2],
  ['PEAQO', 'resilient', 2, 2],
];

/** Two methods whatever the policy says, and questions count for nothing. */
const forAdministrators: readonly Row[] = [
  ['', 'none', 2, 0],
  ['P', 'partly', 2, 0],
  ['Q', 'none', 2, 0],
  ['PQ', 'partly', 2, 0],
  ['PE', 'ready', 2, 0],
  ['PEQ', 'ready', 2, 0],
  ['PEO', 'resilient', 2, 1],
  ['EAQ', 'ready', 2, 0],
  ['PEAQO', 'resilient', 2, 1],
];

const tables: readonly (readonly [string, Policy, Account, readonly Row[]])[] = [
  ['where one is enough', need1, employee, whereOneIsEnough],
  ['where two are needed', need2, employee, whereTwoAreNeeded],
  ['an administrator where one is enough', need1, administrator, forAdministrators],
  ['an administrator where two are needed', need2, administrator, forAdministrators],
];

for (const [who, policy, account, rows] of tables) {
  for (const [proven, level, required, spare] of rows) {
    test(`${who}, with ${proven || 'nothing'}: ${level}`, () => {
      const found = readiness(personWith(...named(proven)), policy, account, 0);
      assert.deepEqual([found.level, found.required, found.spare], [level, required, spare]);
      const questions = account.administrator ? 'Q' : '';
      assert.deepEqual(new Set(found.proven), new Set(named(proven.replace(questions, ''))));
      const rest = methodNames.filter((method) => !found.proven.includes(method));
      assert.deepEqual(found.open, questions ? rest.filter((method) => method !== letters.Q) : rest);
    });
  }
}

interface Case {
  readonly policy: Policy;
  readonly account?: Account;
  readonly proven: string;
  readonly level: ReadinessLevel;
  readonly open: string;
}

const noOffice: Account = { administrator: false, officePhone: null };

const cases: Readonly<Record<string, Case>> = {
  'a proven phone that the policy no longer allows': {
    policy: { ...need1, phone: { allowed: false, channels: ['text'] } },
    proven: 'P',
    level: 'none',
    open: 'EAQO',
  },
  'a phone that no channel reaches': {
    policy: { ...need1, phone: { allowed: true, channels: [] } },
    proven: 'PE',
    level: 'ready',
    open: 'AQO',
  },
  'a mailbox that the policy no longer allows': {
    policy: { ...need2, email: { allowed: false } },
    proven: 'PE',
    level: 'partly',
    open: 'AQO',
  },
  'an app that the policy no longer allows': {
    policy: { ...need2, app: { allowed: false } },
    proven: 'PA',
    level: 'partly',
    open: 'EQO',
  },
  'questions that the policy no longer allows': { policy: defaultPolicy, proven: 'EQ', level: 'partly', open: 'PAO' },
  'an office phone that the policy no longer allows': {
    policy: { ...need2, officePhone: { allowed: false } },
    proven: 'PO',
    level: 'partly',
    open: 'EAQ',
  },
  'an office phone that has another number now': {
    policy: need2,
    account: { administrator: false, officePhone: '+46850511111' },
    proven: 'PO',
    level: 'partly',
    open: 'EAQO',
  },
  'an office phone that the directory no longer has': {
    policy: need2,
    account: noOffice,
    proven: 'PO',
    level: 'partly',
    open: 'EAQ',
  },
  'nobody is offered an office phone they have not got': {
    policy: need2,
    account: noOffice,
    proven: 'PE',
    level: 'ready',
    open: 'AQ',
  },
  "a mailbox in the organisation's own domain is no spare": {
    policy: { ...need1, ownDomains: ['example.org'] },
    proven: 'PE',
    level: 'ready',
    open: 'AQO',
  },
  'nor is one in a domain below it': {
    policy: { ...need1, ownDomains: ['org'] },
    proven: 'PE',
    level: 'ready',
    open: 'AQO',
  },
  'a domain that only ends alike is another': {
    policy: { ...need1, ownDomains: ['ample.org'] },
    proven: 'PE',
    level: 'resilient',
    open: 'AQO',
  },
};

for (const [name, { policy, account = employee, proven, level, open }] of Object.entries(cases)) {
  test(`${name}: ${level}`, () => {
    const found = readiness(personWith(...named(proven)), policy, account, 0);
    assert.equal(found.level, level);
    assert.deepEqual(new Set(found.open), new Set(named(open)));
  });
}

test('methods are offered in one order, whatever order they were proven in', () => {
  const found = readiness(personWith(...named('OEP')), need2, employee, 0);
  assert.deepEqual(found.proven, named('PEO'));
  assert.deepEqual(found.open, named('AQ'));
});

const due = (person: Person, days: number, at: number) =>
  readiness(person, { ...need2, reconfirmDays: days }, employee, at).due;

test('a method is due when the days of the policy are over, and not a moment earlier', () => {
  const person = personWith(...named('PE'));
  assert.deepEqual(due(person, 180, 180 * day - 1), []);
  assert.deepEqual(due(person, 180, 180 * day), named('PE'));
});

test('what was confirmed is due later than what was not', () => {
  const person = { ...personWith(...named('PE')), confirmed: { 'authentication-phone': 100 * day } };
  assert.deepEqual(due(person, 180, 200 * day), named('E'));
  assert.deepEqual(due(person, 180, 280 * day), named('PE'));
});

test('with 0 days nothing is ever due', () => {
  assert.deepEqual(due(personWith(...named('PEAQO')), 0, 10_000 * day), []);
});

test('what the policy no longer allows is not asked about', () => {
  const person = personWith(...named('PE'));
  const policy: Policy = { ...need2, email: { allowed: false }, reconfirmDays: 30 };
  assert.deepEqual(readiness(person, policy, employee, 31 * day).due, named('P'));
});

test('going from one method to two takes the reset from those with one, and gives it to nobody', async () => {
  const effect = (set: string) => {
    const person = personWith(...named(set));
    const listed = { employee: person.employee, entry: unnamedMember, department: null, report: undefined };
    return policyEffect(listed, person, { policy: need1, at: 0 }, { policy: need2, at: 0 });
  };
  assert.deepEqual(await effect('P'), { kind: 'loses', proven: 1, required: 2 });
  assert.equal((await effect('PE')).kind, 'same');
  assert.equal((await effect('')).kind, 'same');
  assert.equal((await effect('A')).kind, 'same', 'could not reset before either');
});
