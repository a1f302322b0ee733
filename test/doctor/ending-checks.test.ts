import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEndings, questions, staleLines } from '../../bot/doctor/ending-checks.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { platformDates } from '../../bot/domain/reset-service/end-dates.ts';
import { day } from '../../bot/domain/time.ts';
import type { Reader } from '../../bot/providers/directory/graph/reader.ts';
import { never } from '../support/graph-parts.ts';
import { handTime } from '../support/hand-time.ts';

const looked = Math.min(...Object.values(platformDates).map(({ lookedAt }) => lookedAt));

test('a line of the table that nobody looked at for 90 days is a warning that says what, since when, and where to look', () => {
  assert.deepEqual(staleLines(looked + 90 * day), []);
  const stale = staleLines(looked + 91 * day);
  assert.equal(stale.length, Object.keys(platformDates).length);
  for (const { verdict, says, fix } of stale) {
    assert.equal(verdict, 'warning');
    assert.match(says, /^Nobody has looked since 2026-11-28 whether this still holds: .*\.$/);
    assert.match(fix ?? '', /Microsoft Learn/);
  }
});

const withQuestions: Policy = { ...defaultPolicy, questions: { ...defaultPolicy.questions, allowed: true } };
const holder = (...methodsRegistered: string[]) => ({ isAdmin: false, methodsRegistered });

test('the doctor says how many depend on questions: those who could not reset without', () => {
  const holders = [
    holder('securityQuestion', 'email'),
    holder('securityQuestion', 'email', 'mobilePhone'),
    holder('securityQuestion', 'softwareOneTimePasscode', 'microsoftAuthenticatorPush'),
    holder('securityQuestion'),
    { isAdmin: true, methodsRegistered: ['securityQuestion', 'email'] },
    { isAdmin: null, methodsRegistered: null },
  ];
  const [found] = questions(defaultPolicy, holders);
  assert.match(found?.says ?? '', /6 people have them registered; 2 of those could not reset their password without/);
  assert.match(found?.says ?? '', /in 2027-03 \(it names no day/);
  assert.equal(found?.verdict, 'warning');
  const one: Policy = { ...defaultPolicy, methodsRequired: 1 };
  assert.match(
    questions(one, holders)[0]?.says ?? '',
    /; 2 of those/,
    'questions alone, and an app that is left alone',
  );
});

test('nothing is said of questions where nobody has them and the policy allows none; allowed, they are a warning', () => {
  assert.deepEqual(questions(defaultPolicy, []), []);
  assert.deepEqual(questions(defaultPolicy, null), []);
  assert.equal(questions(withQuestions, [])[0]?.verdict, 'warning');
  assert.match(questions(withQuestions, null)[0]?.says ?? '', /could not be read/);
});

test('one request by the documented filter finds who has questions; when it can not be read, nothing breaks', async () => {
  const asked: string[] = [];
  const answers = [
    { kind: 'read', value: [holder('securityQuestion', 'email')] },
    { kind: 'unread', why: 'permission' },
  ];
  const reader = {
    all: async ({ call }: { readonly call: { readonly path: string } }) => {
      asked.push(decodeURIComponent(call.path));
      return answers[asked.length - 1];
    },
  } as unknown as Reader;
  const parts = { reader, time: handTime(), policy: defaultPolicy };
  const ids = async (policy: Policy) => (await checkEndings({ ...parts, policy }, never())).map(({ id }) => id);
  assert.deepEqual(await ids(defaultPolicy), ['phone-ends', 'questions-end']);
  assert.deepEqual(await ids({ ...defaultPolicy, phoneAfterRetirement: 'own-provider' }), []);
  const filter = "$filter=methodsRegistered/any(m:m eq 'securityQuestion')";
  assert.equal(asked[0], `/reports/authenticationMethods/userRegistrationDetails?${filter}`);
});
