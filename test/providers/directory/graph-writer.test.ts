import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WriteOutcome } from '../../../bot/domain/ports/method-writer.ts';
import type { Slot } from '../../../bot/domain/reset-service/slots.ts';
import { graphForm } from '../../../bot/providers/directory/graph/methods.ts';
import type { GraphFault, GraphGot } from '../../support/fake-graph.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import {
  given,
  goodPerson,
  goodTenant,
  helpdeskRole,
  kim,
  phone,
  roleGroup,
  type Tenant,
  type TenantPerson,
} from '../../support/graph-tenant.ts';

const nothing = { values: [], recent: [] };
const reporting = (...methodsRegistered: readonly string[]) => ({ ...goodPerson().report, methodsRegistered });
const newest = (more: Partial<TenantPerson> = {}) => ({ phones: [], email: null, report: reporting(), ...more });

const writes = ({ method }: GraphGot) => method !== 'GET';
const error = (status: number): GraphFault => ({ status, body: { error: { code: 'someCode', message: 'words' } } });

/** A person to write for, with what to do and what to look at. */
async function open(t: Parameters<typeof graphBench>[0], more: Partial<TenantPerson> = {}) {
  const person = goodPerson(newest(more));
  const bench = await graphBench(t, goodTenant(person));
  const set = (slot: Slot, value: string | null, ...shown: readonly string[]): Promise<WriteOutcome> =>
    bench.writer.set(kim, slot, value, { values: shown, recent: [] }, never());
  const sent = () => bench.graph.got.filter(writes);
  return { ...bench, person, set, sent };
}

test('a first number is added, in the form Graph takes', async (t) => {
  const { set, sent, person } = await open(t);
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'written' });
  assert.deepEqual(
    sent().map(({ method, body }) => [method, body]),
    [['POST', { phoneNumber: '+46 701234567', phoneType: 'mobile' }]],
  );
  assert.equal(person.phones[0]?.phoneNumber, '+46 701234567');
});

test('a number that was there is replaced, and a first address added', async (t) => {
  const { set, sent, person } = await open(t, { phones: [phone('mobile', '+46 700000000')] });
  assert.deepEqual(await set('mobile', '+46701234567', '+46 700000000'), { kind: 'written' });
  assert.deepEqual(await set('email', 'kim@home.example', '+46701234567'), { kind: 'written' });
  assert.deepEqual(await set('email', 'new@home.example', 'kim@home.example'), { kind: 'written' });
  assert.deepEqual(
    sent().map(({ method }) => method),
    ['PATCH', 'POST', 'PATCH'],
  );
  assert.equal(person.email, 'new@home.example');
});

for (const [number, form] of [
  ['+46701234567', '+46 701234567'],
  ['+12133734253', '+1 2133734253'],
  ['+390612345678', '+39 0612345678'],
  ['+358401234567', '+358 401234567'],
  ['+442079460000', '+44 2079460000'],
] as const) {
  test(`${number} is written as ${form}`, () => assert.equal(graphForm('mobile', number), form));
}

test('what the employee has shown is removed, and nothing else', async (t) => {
  const { set, sent, person } = await open(t, {
    phones: [phone('mobile', '+46 701234567')],
    email: 'kim@home.example',
  });
  assert.deepEqual(await set('mobile', null), { kind: 'already-there' });
  assert.deepEqual(await set('mobile', null, 'kim@home.example'), { kind: 'already-there' });
  assert.deepEqual(sent(), []);
  assert.deepEqual(await set('mobile', null, '+46701234567'), { kind: 'written' });
  assert.deepEqual(await set('mobile', null, '+46701234567'), { kind: 'already-there' });
  assert.deepEqual(await set('email', null, 'kim@home.example'), { kind: 'written' });
  assert.deepEqual(
    sent().map(({ method, body }) => [method, body]),
    [
      ['DELETE', undefined],
      ['DELETE', undefined],
    ],
  );
  assert.deepEqual([person.phones, person.email], [[], null]);
});

test('a number that the directory keeps because another leans on it is told as not accepted', async (t) => {
  const phones = [phone('mobile', '+46 701234567'), phone('alternateMobile', '+46 709999999')];
  const { set, person } = await open(t, { phones });
  assert.deepEqual(await set('mobile', null, '+46701234567'), { kind: 'not-accepted' });
  assert.equal(person.phones.length, 2);
});

/** Every name the reference gives. Source: Microsoft Learn, userRegistrationDetails, methodsRegistered. */
const reported = [
  'email',
  'mobilePhone',
  'alternateMobilePhone',
  'officePhone',
  'securityQuestion',
  'fido2SecurityKey',
  'passKeyDeviceBound',
  'passKeyDeviceBoundAuthenticator',
  'passKeyDeviceBoundWindowsHello',
  'windowsHelloForBusiness',
  'microsoftAuthenticatorPush',
  'microsoftAuthenticatorPasswordless',
  'softwareOneTimePasscode',
  'hardwareOneTimePasscode',
  'temporaryAccessPass',
  'certificateBasedAuthentication',
  'externalAuthMethod',
  'macOsSecureEnclaveKey',
];

for (const [what, more] of [
  ['a mobile', { phones: [phone('mobile', '+46 708888888')] }],
  ['an alternate number', { phones: [phone('alternateMobile', '+46 708888888')] }],
  ['an office number', { phones: [phone('office', '+46 850512345')] }],
  ['a method nobody here has heard of', { report: reporting('somethingNewIn2027') }],
  ...reported.map((name) => [`what the report calls ${name}`, { report: reporting(name) }] as const),
] as const) {
  test(`nothing is added beside ${what} that was not shown: whoever holds an open session could`, async (t) => {
    const { set, sent } = await open(t, { ...more } as Partial<TenantPerson>);
    assert.deepEqual(await set('email', 'new@home.example', 'new@home.example'), { kind: 'not-shown' });
    assert.deepEqual(sent(), []);
  });
}

test('one registered method that was shown is enough to add another', async (t) => {
  const report = { ...goodPerson().report, methodsRegistered: ['microsoftAuthenticatorPush', 'mobilePhone'] };
  const { set } = await open(t, { phones: [phone('mobile', '+46 701234567')], report });
  assert.deepEqual(await set('email', 'kim@home.example', '+46701234567'), { kind: 'written' });
});

test('while nobody can see what else is registered, nothing is added', async (t) => {
  const { set, sent, graph } = await open(t);
  graph.missing.add('AuditLog.Read.All');
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-permitted' });
  graph.missing.clear();
  graph.fault = ({ path }) => (path.startsWith('/reports/') ? error(500) : undefined);
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'try-later' });
  assert.deepEqual(sent(), []);
});

test('for who stands in no report yet nothing is added: nobody can tell what they have', async (t) => {
  const { set, sent, person } = await open(t, { report: null });
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-listed', after: 3_600_000 });
  assert.deepEqual(sent(), []);
  person.phones.push(phone('mobile', '+46 701234567'));
  assert.deepEqual(await set('email', 'kim@home.example', '+46701234567'), { kind: 'written' });
});

for (const [name, filledIn, shown] of [
  ['mobilePhone', { mobilePhone: '070-123 45 67', usageLocation: 'SE' }, '+46701234567'],
  ['officePhone', { businessPhones: ['+46 (0)8 505 123 45 x105'] }, '+46850512345'],
  ['email', { otherMails: ['Kim@Home.example'] }, 'kim@home.example'],
] as const) {
  test(`${name} in the report is no secret method where the filled-in value was shown`, async (t) => {
    const { set, sent, person } = await open(t, { report: reporting(name) });
    person.user = { ...person.user, mobilePhone: null, businessPhones: [], otherMails: [], ...filledIn };
    const add = () =>
      set(name === 'email' ? 'mobile' : 'email', name === 'email' ? '+46701234567' : 'kim@home.example', shown);
    person.report = reporting(name, 'fido2SecurityKey');
    assert.deepEqual(await add(), { kind: 'not-shown' }, 'it explains its own name only');
    person.report = reporting(name);
    assert.deepEqual(await set('email', 'other@home.example', '+46700000000'), { kind: 'not-shown' });
    assert.deepEqual(sent(), []);
    assert.deepEqual(await add(), { kind: 'written' });
  });
}

test('a name of the report that the bot itself made true or untrue a moment ago is not held against anybody', async (t) => {
  const { writer, person } = await open(t, { report: reporting('mobilePhone') });
  person.user = { ...person.user, mobilePhone: null };
  const set = (recent: readonly Slot[]) =>
    writer.set(kim, 'email', 'kim@home.example', { values: ['kim@home.example'], recent }, never());
  assert.deepEqual(await set([]), { kind: 'not-shown' });
  assert.deepEqual(await set(['email']), { kind: 'not-shown' });
  assert.deepEqual(await set(['mobile']), { kind: 'written' });
});

for (const [registered, shown] of [
  ['+46 850512345x105', '+46850512345'],
  ['+46 (0)8 505 123 45', '+46850512345'],
  ['+46 0850512345', '+46850512345'],
  ['+46 850512345x105', '+46850512345x105'],
] as const) {
  test(`who has shown ${shown} has shown the registered ${registered}`, async (t) => {
    const { set } = await open(t, { phones: [phone('office', registered)] });
    assert.deepEqual(await set('mobile', '+46701234567', shown, '+46701234567'), { kind: 'written' });
  });
}

for (const [registered, shown] of [
  ['+46 850512345', '+46850512345x105'],
  ['+46 850512345x106', '+46850512345x105'],
  ['+46 850512346', '+46850512345'],
] as const) {
  test(`who has shown ${shown} has not shown the registered ${registered}`, async (t) => {
    const { set, sent } = await open(t, { phones: [phone('office', registered)] });
    assert.deepEqual(await set('mobile', '+46701234567', shown), { kind: 'not-shown' });
    assert.deepEqual(sent(), []);
  });
}

for (const spelled of ['+46 0701234567', '+46 (0)70 123 45 67', '+46-70-123 45 67']) {
  test(`a number registered as ${spelled} is the same number: it is there, it is removed, it is replaced`, async (t) => {
    const { set, sent, person } = await open(t, { phones: [phone('mobile', spelled)] });
    assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'already-there' });
    assert.deepEqual(sent(), []);
    assert.deepEqual(await set('mobile', '+46702222222', '+46701234567'), { kind: 'written' });
    person.phones = [phone('mobile', spelled)];
    assert.deepEqual(await set('mobile', null, '+46701234567'), { kind: 'written' });
  });
}

for (const [registered, shown] of [
  ['+46 701234567x12', '+46701234567'],
  ['+46 701234567', '+46701234567x12'],
  ['+46 701234567x12', '+46701234567x13'],
] as const) {
  test(`${registered} is neither replaced nor removed for who has shown ${shown}`, async (t) => {
    const { set, sent } = await open(t, { phones: [phone('mobile', registered)] });
    assert.deepEqual(await set('mobile', '+46702222222', shown), { kind: 'not-shown' });
    assert.deepEqual(await set('mobile', null, shown), { kind: 'already-there' });
    assert.deepEqual(sent(), []);
  });
}

test('writing the same again is harmless, however it was spelled', async (t) => {
  const { set, sent } = await open(t, { phones: [phone('mobile', '+46 701234567')], email: 'Kim@Home.example' });
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'already-there' });
  assert.deepEqual(await set('email', 'kim@home.example'), { kind: 'already-there' });
  assert.deepEqual(sent(), []);
});

test('nobody who holds a directory role is written for', async (t) => {
  const { set, sent } = await open(t, { roles: [helpdeskRole] });
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'administrator' });
  assert.deepEqual(sent(), []);
});

test('nor is whoever the report calls an administrator, though no role shows', async (t) => {
  const report = { ...goodPerson().report, isAdmin: true };
  const { set, sent } = await open(t, { report });
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'administrator' });
  assert.deepEqual(sent(), []);
});

const scoped = '/administrativeUnits/5d107bba-d8e2-4e13-b6ae-884be90e5d1a';

for (const [what, change] of [
  ['could activate a role', (tenant: Tenant) => tenant.eligible.push(given(kim.objectId))],
  [
    'could activate a role for a part of the organisation',
    (tenant) => tenant.eligible.push(given(kim.objectId, scoped)),
  ],
  ['holds a role for a part of the organisation', (tenant) => tenant.assignments.push(given(kim.objectId, scoped))],
  ['holds a role through a group', (tenant) => tenant.assignments.push(given(roleGroup.id))],
  ['could activate a role through a group', (tenant) => tenant.eligible.push(given(roleGroup.id))],
  [
    'holds a role where no role can be activated',
    (tenant) => {
      tenant.privilegedIdentity = false;
      tenant.assignments.push(given(kim.objectId));
    },
  ],
] as const satisfies readonly (readonly [string, (tenant: Tenant) => unknown])[]) {
  test(`whoever ${what} is an administrator: nothing is written, and two methods are asked for`, async (t) => {
    const { set, sent, graph, person, directory } = await open(t);
    person.groups.push(roleGroup);
    assert.equal((await directory.entry(kim, never()))?.administrator, false);
    change(graph.tenant);
    assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'administrator' });
    assert.deepEqual(sent(), []);
    const fresh = await graphBench(t, goodTenant(person));
    change(fresh.graph.tenant);
    assert.equal((await fresh.directory.entry(kim, never()))?.administrator, true);
    const { administrator } = await fresh.directory.facts(kim, never());
    assert.deepEqual(administrator, { kind: 'seen', value: true });
  });
}

test('roles of others, and groups without a role, make nobody an administrator', async (t) => {
  const { set, graph, person } = await open(t);
  person.groups.push(roleGroup);
  graph.tenant.assignments.push(given('bbbbbbbb-0000-4000-8000-000000000009'));
  graph.tenant.eligible.push(given('bbbbbbbb-0000-4000-8000-000000000009'));
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'written' });
});

test('without a licence for roles that are activated there are none, and people are written for', async (t) => {
  const { set, graph } = await open(t);
  graph.tenant.privilegedIdentity = false;
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'written' });
});

for (const permission of ['RoleManagement.Read.Directory', 'GroupMember.Read.All']) {
  test(`without ${permission} everybody counts as an administrator`, async (t) => {
    const { set, sent, graph, directory } = await open(t);
    graph.missing.add(permission);
    assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'administrator' });
    assert.deepEqual(sent(), []);
    assert.equal((await directory.entry(kim, never()))?.administrator, true);
  });
}

for (const part of ['directoryRole', 'roleAssignments', 'roleEligibilityScheduleInstances', 'microsoft.graph.group']) {
  for (const [why, fault, outcome] of [
    ['refused', { status: 403, body: { error: { code: 'UnknownError', message: 'words' } } }, 'administrator'],
    ['not understood', { status: 200, body: { value: [{}] } }, 'try-later'],
    ['failing', error(500), 'try-later'],
    ['throttled', { status: 429, body: {} }, 'try-later'],
  ] as const) {
    test(`while ${part} is ${why}, nothing is written and everybody counts as an administrator`, async (t) => {
      const { set, sent, graph, directory } = await open(t);
      graph.fault = ({ path }) => (path.includes(part) ? fault : undefined);
      assert.deepEqual(await set('mobile', '+46701234567'), { kind: outcome });
      assert.deepEqual(sent(), []);
      assert.equal((await directory.entry(kim, never()))?.administrator, true);
    });
  }
}

test('a role given a moment ago counts: roles are never taken from what was read before', async (t) => {
  const { set, sent, directory, person } = await open(t);
  assert.equal((await directory.entry(kim, never()))?.administrator, false);
  person.roles.push(helpdeskRole);
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'administrator' });
  assert.deepEqual(sent(), []);
});

test('what the employee has not shown is left alone', async (t) => {
  const { set, sent } = await open(t, { phones: [phone('mobile', '+46 708888888')], email: 'other@home.example' });
  assert.deepEqual(await set('mobile', '+46701234567', '+46 700000000'), { kind: 'not-shown' });
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-shown' });
  assert.deepEqual(await set('email', 'kim@home.example', '+46 708888888'), { kind: 'not-shown' });
  assert.deepEqual(sent(), []);
});

test('a number added between our look and our write is found, not overwritten', async (t) => {
  const { set, person, graph } = await open(t);
  graph.meanwhile = (got) => {
    if (writes(got)) person.phones.push(phone('mobile', '+46 708888888'));
  };
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-shown' });
  assert.equal(person.phones[0]?.phoneNumber, '+46 708888888');
});

test('a number removed between our look and our write is found, too', async (t) => {
  const { set, person, graph } = await open(t, { phones: [phone('mobile', '+46 700000000')] });
  graph.meanwhile = (got) => {
    if (writes(got)) person.phones.length = 0;
  };
  assert.deepEqual(await set('mobile', '+46701234567', '+46 700000000'), { kind: 'not-shown' });
  assert.deepEqual(person.phones, []);
});

test('a number changed between our write and our look after it is not called ours', async (t) => {
  const { set, person, graph } = await open(t);
  let written = false;
  graph.meanwhile = (got) => {
    if (written && person.phones[0]) person.phones[0].phoneNumber = '+46 708888888';
    written ||= writes(got);
  };
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-shown' });
});

test('a write whose answer was lost is looked at, and found done', async (t) => {
  const { set, sent, graph } = await open(t);
  graph.fault = (got) => (writes(got) ? 'cut' : undefined);
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'written' });
  assert.equal(sent().length, 1);
});

for (const [what, fault, outcome] of [
  ['400', error(400), 'not-accepted'],
  ['409', error(409), 'not-accepted'],
  ['403', error(403), 'not-permitted'],
  ['401', error(401), 'not-permitted'],
  ['500', error(500), 'not-sure'],
] as const) {
  test(`a write that comes to ${what} and does not show is ${outcome}`, async (t) => {
    const { set, person, graph } = await open(t);
    graph.fault = (got) => (writes(got) ? fault : undefined);
    assert.deepEqual(await set('mobile', '+46701234567'), { kind: outcome });
    assert.deepEqual(person.phones, []);
  });
}

test('a write that was accepted and does not show yet is looked at a second time', async (t) => {
  const { set, graph, time } = await open(t);
  let looks = 0;
  graph.fault = (got) => {
    if (!got.path.endsWith('/phoneMethods') || writes(got)) return undefined;
    looks += 1;
    return looks === 2 ? { status: 200, body: { value: [] } } : undefined;
  };
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'written' });
  assert.deepEqual(time.pauses, [1_000]);
  graph.fault = (got) => (writes(got) ? { status: 201, body: {} } : undefined);
  assert.deepEqual(await set('email', 'kim@home.example', '+46701234567'), { kind: 'not-sure' });
});

test('too much asked: nothing was written, and how long to wait is told', async (t) => {
  const { set, sent, graph } = await open(t);
  graph.fault = (got) =>
    writes(got)
      ? { status: 429, headers: { 'retry-after': '60' }, body: { error: { code: 'x', message: 'x' } } }
      : undefined;
  assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'try-later', after: 60_000 });
  assert.equal(sent().length, 1);
});

for (const permission of ['UserAuthMethod-Phone.ReadWrite.All', 'UserAuthMethod-Phone.Read.All']) {
  test(`without ${permission} nothing is written and the reason is told`, async (t) => {
    const { set, person, graph } = await open(t);
    graph.missing.add(permission);
    assert.deepEqual(await set('mobile', '+46701234567'), { kind: 'not-permitted' });
    assert.deepEqual(person.phones, []);
  });
}

test('somebody the directory does not know, or of another organisation, is told apart', async (t) => {
  const { writer, graph } = await open(t);
  const stranger = { ...kim, objectId: 'aaaaaaaa-0000-4000-8000-00000000ffff' };
  assert.deepEqual(await writer.set(stranger, 'email', 'kim@home.example', nothing, never()), {
    kind: 'unknown-person',
  });
  const asked = graph.got.length;
  const other = { ...kim, tenantId: '22222222-2222-4222-8222-222222222222' };
  assert.deepEqual(await writer.set(other, 'email', 'kim@home.example', nothing, never()), { kind: 'unknown-person' });
  assert.equal(graph.got.length, asked);
});

test('an extension makes another number, even where the digits are the same', async (t) => {
  const same = await open(t, { phones: [phone('mobile', '+46 70123x4567')] });
  assert.deepEqual(await same.set('mobile', '+46701234567', '+46 70123x4567'), { kind: 'written' });
  const { set } = await open(t, { phones: [phone('mobile', '+46 701234567x12')] });
  assert.deepEqual(await set('mobile', '+46701234567', '+46 701234567'), { kind: 'not-shown' });
});

test('after a write the facts show the new number at once', async (t) => {
  const { set, directory } = await open(t);
  await directory.facts(kim, never());
  await set('mobile', '+46701234567');
  const { methods } = await directory.facts(kim, never());
  assert.deepEqual(methods.phones, { kind: 'seen', value: { mobile: '+46 701234567' } });
});

test('a directory that hangs is given up after fifteen seconds of the clock', async (t) => {
  const { set, graph, time } = await open(t);
  graph.fault = () => 'hang';
  const asked = Promise.all(
    ['directoryRole', 'phoneMethods', 'emailMethods', 'reports'].map((part) =>
      graph.asked(({ path }) => path.includes(part)),
    ),
  );
  const outcome = set('mobile', '+46701234567');
  await asked;
  time.turn(15_000);
  assert.deepEqual(await outcome, { kind: 'try-later' });
  assert.equal(time.alarms(), 0);
});
