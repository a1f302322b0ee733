import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEndingMethods, endingFindings, type Leaning } from '../../bot/doctor/ending-checks.ts';
import { checkGraph } from '../../bot/doctor/graph-checks.ts';
import { type DecidedPolicy, defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { graphBench, never } from '../support/graph-parts.ts';
import { goodPerson, goodTenant } from '../support/graph-tenant.ts';

const one: DecidedPolicy & Policy = { ...defaultPolicy, methodsRequired: 1 };
const two: Policy = { ...defaultPolicy, methodsRequired: 2 };
const line = (...methodsRegistered: readonly string[]) => ({ isAdmin: false, methodsRegistered });
const administrator = (...methodsRegistered: readonly string[]) => ({ isAdmin: true, methodsRegistered });

const leaning = (lines: readonly ReturnType<typeof line>[], more = false): Leaning => ({
  signInByText: false,
  ready: { lines, more },
});

/** Each was thought out by hand: the policy, one person, and what they would lose their reset with. */
const people: readonly (readonly [string, Policy, ReturnType<typeof line>, readonly string[]])[] = [
  ['a phone alone', one, line('mobilePhone'), ['phone']],
  ['an office phone alone', one, line('officePhone'), ['phone']],
  ['a phone and e-mail, one required', one, line('mobilePhone', 'email'), []],
  ['a phone and e-mail, two required', two, line('mobilePhone', 'email'), ['phone']],
  [
    'a phone and an app, one required: an app alone is not enough',
    one,
    line('mobilePhone', 'softwareOneTimePasscode'),
    ['phone'],
  ],
  ['e-mail and an app', two, line('email', 'microsoftAuthenticatorPush'), []],
  ['two kinds of one app count once', two, line('email', 'microsoftAuthenticatorPush', 'softwareOneTimePasscode'), []],
  ['questions alone', one, line('securityQuestion'), []],
  ['questions and a phone, two required', two, line('securityQuestion', 'mobilePhone'), ['phone']],
  ['a second number does not count', two, line('mobilePhone', 'alternateMobilePhone', 'email'), ['phone']],
  ['a passkey does not count', one, line('mobilePhone', 'fido2'), ['phone']],
  ['too few today already', two, line('mobilePhone'), []],
  ['an administrator, whatever the policy', one, administrator('mobilePhone', 'email'), ['phone']],
  [
    'an administrator, whose questions never counted',
    one,
    administrator('securityQuestion', 'email', 'softwareOneTimePasscode'),
    [],
  ],
];

for (const [name, policy, person, lost] of people) {
  test(`who would lose their reset: ${name}`, () => {
    const found = endingFindings(policy, leaning([person]));
    assert.deepEqual(
      found.filter(({ verdict }) => verdict !== 'good').map(({ id }) => id),
      lost.map((what) => `ending-${what}-depended-on`),
    );
  });
}

test('people are counted, nobody is named, and a page that is not the last is said', () => {
  const lines = [line('mobilePhone'), line('mobilePhone'), line('email')];
  const [all] = endingFindings(one, leaning(lines));
  assert.match(all?.says ?? '', /^2 of 3 people who can reset their password today could not without texts and calls/);
  assert.match(endingFindings(one, leaning(lines, true))[0]?.says ?? '', /^2 of the first 3 people/);
});

test('nobody depends on texts and calls of Microsoft where the organisation has a telephony provider of its own', () => {
  const policy: Policy = { ...one, phoneAfterRetirement: 'own-provider' };
  assert.deepEqual(
    endingFindings(policy, leaning([line('mobilePhone')])).map(({ id }) => id),
    ['ending'],
  );
});

test('what could not be read is no good news', () => {
  assert.deepEqual(endingFindings(one, { signInByText: undefined, ready: undefined }), []);
  assert.deepEqual(
    endingFindings(one, leaning([])).map(({ id }) => id),
    ['ending'],
  );
});

function tenantWith(isUsableForSignIn: boolean, state = 'enabled') {
  const target = { targetType: 'group', id: 'all_users', isRegistrationRequired: false, isUsableForSignIn };
  const sms = {
    '@odata.type': '#microsoft.graph.smsAuthenticationMethodConfiguration',
    id: 'Sms',
    state,
    excludeTargets: [],
    includeTargets: [target],
  };
  const tenant = goodTenant(goodPerson());
  tenant.methodsPolicy.authenticationMethodConfigurations = [sms];
  return tenant;
}

for (const [usable, state, noted] of [
  [true, 'enabled', true],
  [true, 'disabled', false],
  [false, 'enabled', false],
] as const) {
  test(`numbers as sign-in names are ${noted ? '' : 'not '}noted where SMS is ${state} and usable for sign-in: ${usable}`, async (t) => {
    const { reader, graph } = await graphBench(t, tenantWith(usable, state));
    const found = await checkEndingMethods(reader, one, never());
    assert.equal(
      found.some(({ id }) => id === 'ending-sign-in-by-text'),
      noted,
    );
    assert.ok(
      found.some(({ id }) => id === 'ending-phone-depended-on'),
      'Kim has a phone alone',
    );
    assert.ok(graph.got.every(({ method }) => method === 'GET'));
  });
}

test('the doctor tells it, with nothing but a page to look at and no name', async (t) => {
  const { reader, time } = await graphBench(t, tenantWith(true));
  const tokens = { get: async () => ({ kind: 'token', token: 'opaque' }) as const, refuse: () => undefined };
  const settings = { mode: 'link', mailSender: undefined } as const;
  const found: { readonly id: string; readonly says: string; readonly fix?: string }[] = [];
  for await (const finding of await checkGraph({ settings, tokens, reader, time, policy: one }, never()))
    found.push(finding);
  const ending = found.filter(({ id }) => id.startsWith('ending'));
  assert.deepEqual(
    ending.map(({ id }) => id),
    ['ending-sign-in-by-text', 'ending-phone-depended-on'],
  );
  for (const { says, fix } of ending) {
    assert.match(`${says} ${fix}`, /^[A-Z\d].*\.$/s);
    assert.doesNotMatch(says, /kim|70123|aaaaaaaa/i);
  }
});
