import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountFacts } from '../../../bot/domain/account/facts.ts';
import type { Person, PrefilledAnswer } from '../../../bot/domain/account/person.ts';
import { combineFacts } from '../../../bot/domain/diagnosis/collect-facts.ts';
import { isReady, type ReadinessLevel } from '../../../bot/domain/enrolment/readiness.ts';
import { defaultPolicy, type Policy } from '../../../bot/domain/policy.ts';
import { readinessAnywhere } from '../../../bot/domain/reset-service/readiness.ts';
import { nothingSeen } from '../../../bot/providers/directory/graph/account-facts.ts';
import { personWith } from '../../support/person.ts';

const now = 1_000_000;
const unseen = nothingSeen('late');
const account = { administrator: false, officePhone: null, registration: 'written' } as const;

interface There {
  readonly mobile?: string;
  readonly office?: string;
  readonly email?: string;
  /** By the report, in the directory's words. */
  readonly listed?: readonly string[];
  readonly filledIn?: { readonly mobile?: string; readonly office?: string };
}

function thatSees({ email, listed = [], filledIn = {}, ...numbers }: There): AccountFacts {
  const more = { disabled: false, guest: 'no', source: 'cloud', passwordChangedAt: null, signInIsMail: false } as const;
  const report = { at: now - 1, enabled: true, registered: true, capable: true, administrator: false };
  return {
    ...unseen,
    account: { kind: 'seen', value: { ...more, filledIn } },
    report: { kind: 'seen', value: { ...report, methods: [...listed] } },
    methods: { phones: { kind: 'seen', value: numbers }, email: { kind: 'seen', value: email ?? null } },
  };
}

function readinessOf(person: Person, seen: AccountFacts, policy: Policy = defaultPolicy) {
  const changedAt = person.changes.at(-1)?.at ?? null;
  const facts = combineFacts({ seen, at: now, policy, own: null, changedAt });
  return readinessAnywhere({ person, policy, account, now }, async () => ({ seen, facts }));
}

const phone = '+46 701234567';
const mail = 'kim@home.example';
const nobody = personWith();
const withMail: Person = {
  ...personWith('authentication-email'),
  writings: { 'authentication-email': { state: 'there', since: 0, ours: [] } },
};
const said = (answer: PrefilledAnswer['answer']): Person => ({
  ...nobody,
  prefilled: [{ method: 'authentication-phone', address: '+46701234567', answer, at: 0 }],
});
const takenOut: Person = {
  ...nobody,
  writings: { 'authentication-phone': { state: 'on-its-way', since: 0, ours: [] } },
};
const need1: Policy = { ...defaultPolicy, methodsRequired: 1 };
const withoutPhones: Policy = { ...defaultPolicy, phone: { ...defaultPolicy.phone, allowed: false } };

/** What is so · who · what the reset service has · level · how many count · how many of them were never shown. */
const rows: readonly [string, Person, There, ReadinessLevel, number, number, Policy?][] = [
  ['nothing anywhere', nobody, {}, 'none', 0, 0],
  ['a phone there', nobody, { mobile: phone }, 'partly', 1, 1],
  ['phone and e-mail there', nobody, { mobile: phone, email: mail }, 'ready', 2, 2],
  ['e-mail here, a phone there', withMail, { mobile: phone, email: mail }, 'ready', 2, 1],
  ['an app by the report', nobody, { email: mail, listed: ['softwareOneTimePasscode'] }, 'ready', 2, 2],
  ['an app alone, where one is enough', nobody, { listed: ['softwareOneTimePasscode'] }, 'partly', 1, 1, need1],
  ['an office phone there', nobody, { office: phone, email: mail }, 'ready', 2, 2],
  [
    'an office phone shown before it was written',
    personWith('office-phone'),
    { office: phone, email: mail },
    'ready',
    2,
    2,
  ],
  ['an office phone shown and not there', personWith('office-phone'), { email: mail }, 'partly', 1, 1],
  ['a number only filled in', nobody, { filledIn: { mobile: phone }, email: mail }, 'partly', 1, 1],
  ['a phone that is still theirs', said('still-mine'), { mobile: phone, email: mail }, 'ready', 2, 2],
  ['a phone that is not theirs', said('not-mine'), { mobile: phone, email: mail }, 'partly', 1, 1],
  ['a phone that shall be another', said('change'), { mobile: phone, email: mail }, 'partly', 1, 1],
  ['a phone that is being taken out', takenOut, { mobile: phone, email: mail }, 'partly', 1, 1],
  ['a phone where phones are not allowed', nobody, { mobile: phone, email: mail }, 'partly', 1, 1, withoutPhones],
];

for (const [what, person, there, level, counts, neverShown, policy] of rows) {
  test(`where the bot writes, ${what}: ${level}, ${counts} of which ${neverShown} only registered`, async () => {
    const { proven, registered, ...ready } = await readinessOf(person, thatSees(there), policy);
    assert.deepEqual([ready.level, proven.length, registered.length], [level, counts, neverShown]);
  });
}

const end = Date.UTC(2027, 1, 1);

test('where the bot writes, phones that are only registered end as others do, and until then it is known', async () => {
  const seen = thatSees({ mobile: phone, email: mail });
  const at = (then: number) =>
    readinessAnywhere({ person: nobody, policy: defaultPolicy, account, now: then }, async () => ({
      seen,
      facts: combineFacts({ seen, at: then, policy: defaultPolicy, own: null, changedAt: null }),
    }));
  const before = await at(end - 1);
  assert.deepEqual([before.level, before.lapse?.date.when, before.lapse?.cure], ['ready', end, 'authenticator-app']);
  const after = await at(end);
  assert.deepEqual(
    [after.level, after.proven, after.ended],
    ['partly', ['authentication-email'], ['authentication-phone']],
  );
});

test('on Microsoft’s page alone, what the report calls enough is enough, but not against what is seen to be there now', async () => {
  const there = { administrator: false, officePhone: null, registration: 'elsewhere' } as const;
  const of = (numbers: There, then: number, policy = defaultPolicy) => {
    const seen = thatSees(numbers);
    const facts = combineFacts({ seen, at: then, policy, own: null, changedAt: null });
    return readinessAnywhere({ person: nobody, policy, account: there, now: then }, async () => ({ seen, facts }));
  };
  const [phones, all] = [await of({ mobile: phone }, end - 1), await of({ mobile: phone, email: mail }, end - 1)];
  assert.deepEqual([phones.level, phones.lapse], ['partly', null], 'one of two is there');
  assert.deepEqual([all.level, all.lapse?.missing, all.lapse?.cure], ['ready', 1, 'authenticator-app']);
  assert.equal((await of({}, end - 1)).lapse, null, 'nobody knows what it is that is enough');
});

test('an e-mail here that did not get there counts neither as shown nor as registered', async () => {
  const refused: Person = {
    ...withMail,
    writings: { 'authentication-email': { state: 'not-shown', since: 0, ours: [] } },
  };
  const { level, proven } = await readinessOf(refused, thatSees({ mobile: phone, email: mail }));
  assert.deepEqual([level, proven], ['partly', ['authentication-phone']]);
});

test('a report that a change has overtaken tells of no apps', async () => {
  const seen = thatSees({ email: mail, listed: ['softwareOneTimePasscode'] });
  const changed: AccountFacts = { ...seen, registrationChanged: { kind: 'seen', value: now } };
  assert.equal((await readinessOf(nobody, changed)).level, 'partly');
});

test('what can not be seen counts as not there, and takes nothing from who is ready with the bot', async () => {
  assert.equal((await readinessOf(withMail, unseen)).level, 'partly');
  const whole: Person = {
    ...personWith('authentication-email', 'authentication-phone'),
    writings: {
      'authentication-email': { state: 'there', since: 0, ours: [] },
      'authentication-phone': { state: 'on-its-way', since: 0, ours: [] },
    },
  };
  const ready = await readinessOf(whole, unseen);
  assert.ok(isReady(ready));
  assert.equal(ready.proven.length, 2);
});

test('enough methods are no readiness where something else stops a reset, and nothing then is about to lapse', async () => {
  const seen = thatSees({ mobile: phone, email: mail });
  const off = { ...seen, writeback: { kind: 'seen', value: 'off' } } as const;
  const { account: known } = seen;
  assert.ok(known.kind === 'seen');
  const kept: AccountFacts = { ...off, account: { kind: 'seen', value: { ...known.value, source: 'on-premises' } } };
  const ready = await readinessOf(nobody, kept);
  assert.deepEqual([ready.level, isReady(ready), ready.lapse], ['ready', false, null]);
  assert.deepEqual(
    ready.obstacles.map(({ situation }) => situation),
    ['kept-on-premises'],
  );
});
