import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountFacts } from '../../../bot/domain/account/facts.ts';
import { combineFacts } from '../../../bot/domain/diagnosis/collect-facts.ts';
import { diagnose } from '../../../bot/domain/diagnosis/diagnose.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { minute } from '../../../bot/domain/time.ts';
import { authorizationPolicy } from '../../../bot/providers/directory/graph/organisation.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import {
  type AuditEntry,
  goodPerson,
  goodTenant,
  helpdeskRole,
  kim,
  phone,
  type Tenant,
} from '../../support/graph-tenant.ts';

async function factsOf(t: Parameters<typeof graphBench>[0], tenant: Tenant = goodTenant()): Promise<AccountFacts> {
  const { directory } = await graphBench(t, tenant);
  return directory.facts(kim, never());
}

const seen = <T>(value: T) => ({ kind: 'seen', value }) as const;

test('an account in good order is seen as one', async (t) => {
  const facts = await factsOf(t);
  assert.deepEqual(facts, {
    account: seen({
      disabled: false,
      guest: 'no',
      source: 'cloud',
      passwordChangedAt: Date.parse('2026-05-01T08:00:00Z'),
      signInIsMail: false,
      filledIn: { mobile: '070-123 45 67', office: '+46 8 505 123 45', email: 'kim@home.example' },
    }),
    signIn: seen('managed'),
    writeback: seen('none'),
    license: seen('premium'),
    administrator: seen(false),
    administratorsMayReset: seen(true),
    report: seen({
      at: Date.parse('2026-11-23T04:00:00Z'),
      enabled: true,
      registered: true,
      capable: true,
      administrator: false,
      methods: ['mobilePhone'],
    }),
    methods: { phones: seen({ mobile: '+46 701234567' }), email: seen(null) },
    methodPolicy: seen({
      text: true,
      call: true,
      officePhone: true,
      email: true,
      app: true,
      alone: true,
      reconfirmDays: null,
    }),
    attempts: seen([]),
    registrationChanged: seen(null),
  } satisfies AccountFacts);
});

test('the first situation: the password is kept on-premises and may not be written back', async (t) => {
  const person = goodPerson();
  person.user.onPremisesSyncEnabled = true;
  const tenant = goodTenant(person);
  tenant.synchronisation = [{ id: 'b1f4b1b2', configuration: null, features: { passwordWritebackEnabled: false } }];
  const facts = await factsOf(t, tenant);
  assert.ok(facts.account.kind === 'seen' && facts.account.value.source === 'on-premises');
  assert.deepEqual(facts.writeback, seen('off'));
  tenant.synchronisation = [{ id: 'b1f4b1b2', configuration: null, features: { passwordWritebackEnabled: true } }];
  assert.deepEqual((await factsOf(t, tenant)).writeback, seen('on'));
});

test('the second situation: reset is not switched on, or nothing covers it', async (t) => {
  const person = goodPerson({ licenses: [] });
  Object.assign(person.report ?? {}, { isSsprEnabled: false, isSsprCapable: false });
  const facts = await factsOf(t, goodTenant(person));
  assert.ok(facts.report.kind === 'seen' && !facts.report.value.enabled);
  assert.deepEqual(facts.license, seen('none'));
});

test('the third situation: switched on, but too few methods', async (t) => {
  const person = goodPerson({ phones: [] });
  Object.assign(person.report ?? {}, { isSsprRegistered: false, isSsprCapable: false, methodsRegistered: [] });
  const facts = await factsOf(t, goodTenant(person));
  assert.ok(facts.report.kind === 'seen' && facts.report.value.enabled && !facts.report.value.registered);
  assert.deepEqual(facts.methods.phones, seen({}));
});

test('every phone has its place, and the e-mail method is told', async (t) => {
  const phones = [
    phone('office', '+46 850512345'),
    phone('alternateMobile', '+46 709999999'),
    phone('mobile', '+46 701234567'),
  ];
  const facts = await factsOf(t, goodTenant(goodPerson({ phones, email: 'kim@home.example' })));
  assert.deepEqual(facts.methods, {
    phones: seen({ mobile: '+46 701234567', alternate: '+46 709999999', office: '+46 850512345' }),
    email: seen('kim@home.example'),
  });
});

test('an account in a federated domain, a guest and a closed account are told apart', async (t) => {
  const tenant = goodTenant();
  tenant.domains['example.org'] = 'Federated';
  assert.deepEqual((await factsOf(t, tenant)).signIn, seen('federated'));
  for (const [more, expected] of [
    [{ userType: 'Guest' }, { guest: 'organisation', disabled: false }],
    [
      { userType: 'Guest', identities: [{ signInType: 'federated', issuer: 'MicrosoftAccount' }] },
      { guest: 'personal' },
    ],
    [
      { userType: 'Guest', identities: [{ signInType: 'federated', issuer: 'ExternalAzureAD' }] },
      { guest: 'organisation' },
    ],
    [{ accountEnabled: false }, { guest: 'no', disabled: true }],
    [{ mail: 'KIM@example.org' }, { signInIsMail: true }],
  ] as const) {
    const person = goodPerson({ report: null });
    Object.assign(person.user, more);
    const facts = await factsOf(t, goodTenant(person));
    assert.ok(facts.account.kind === 'seen');
    assert.partialDeepStrictEqual(facts.account.value, expected);
    assert.deepEqual(facts.report, { kind: 'unseen', why: 'not-there' }, 'the report leaves closed accounts out');
  }
});

test('the log tells when methods were last registered', async (t) => {
  const activityDisplayName = 'Security info saved for self-service password reset';
  const audits = [audit(1, 'a', '', { activityDisplayName }), audit(7, 'b', '', { activityDisplayName })];
  const facts = await factsOf(t, goodTenant(goodPerson({ audits })));
  assert.deepEqual(facts.registrationChanged, seen(Date.parse('2026-11-23T08:07:00Z')));
});

test('who holds a role is an administrator by either source', async (t) => {
  assert.deepEqual((await factsOf(t, goodTenant(goodPerson({ roles: [helpdeskRole] })))).administrator, seen(true));
  const reported = goodPerson();
  Object.assign(reported.report ?? {}, { isAdmin: true });
  assert.deepEqual((await factsOf(t, goodTenant(reported))).administrator, seen(true));
  const { directory, graph } = await graphBench(t);
  graph.missing.add('RoleManagement.Read.Directory');
  assert.deepEqual((await directory.facts(kim, never())).administrator, { kind: 'unseen', why: 'permission-missing' });
});

const without: readonly [permission: string, unseen: (facts: AccountFacts) => readonly { readonly kind: string }[]][] =
  [
    ['User.Read.All', (facts) => [facts.account, facts.signIn]],
    ['RoleManagement.Read.Directory', (facts) => [facts.administrator]],
    ['UserAuthMethod-Phone.Read.All', (facts) => [facts.methods.phones]],
    ['UserAuthMethod-Email.Read.All', (facts) => [facts.methods.email]],
    ['LicenseAssignment.Read.All', (facts) => [facts.license]],
    ['AuditLog.Read.All', (facts) => [facts.report, facts.attempts, facts.registrationChanged]],
    ['OnPremDirectorySynchronization.Read.All', (facts) => [facts.writeback]],
    ['Domain.Read.All', (facts) => [facts.signIn]],
    ['Policy.Read.AuthenticationMethod', (facts) => [facts.methodPolicy]],
    ['Policy.Read.All', (facts) => [facts.administratorsMayReset]],
  ];

for (const [permission, unseen] of without) {
  test(`without ${permission} just that is unseen, with the reason`, async (t) => {
    const { directory, graph } = await graphBench(t);
    graph.missing.add(permission);
    const facts = await directory.facts(kim, never());
    const dark = unseen(facts);
    for (const one of dark) assert.deepEqual(one, { kind: 'unseen', why: 'permission-missing' });
    const { methods, looking, ...others } = facts;
    assert.equal(looking, undefined);
    const all = [...Object.values(others), methods.phones, methods.email];
    assert.equal(all.filter(({ kind }) => kind === 'unseen').length, dark.length);
  });
}

test('without Entra ID P1 the reports are dark for that reason', async (t) => {
  const facts = await factsOf(t, { ...goodTenant(), premium: false });
  assert.deepEqual(facts.report, { kind: 'unseen', why: 'license-missing' });
  assert.deepEqual(facts.attempts, { kind: 'unseen', why: 'license-missing' });
});

let entries = 0;
function audit(minute: number, flow: string | null, reason: string, more: Partial<AuditEntry> = {}): AuditEntry {
  entries += 1;
  return {
    id: `SSGM_${entries}`,
    category: 'UserManagement',
    correlationId: flow,
    result: 'success',
    resultReason: reason,
    activityDisplayName: 'Self-service password reset flow activity progress',
    activityDateTime: `2026-11-23T08:${`${minute}`.padStart(2, '0')}:00Z`,
    ...more,
  };
}

async function attemptsOf(t: Parameters<typeof graphBench>[0], ...audits: AuditEntry[]) {
  const { attempts } = await factsOf(t, goodTenant(goodPerson({ audits })));
  assert.ok(attempts.kind === 'seen');
  return attempts.value.map(({ at, end, reason }) => [new Date(at).getUTCMinutes(), end, reason]);
}

test('the entries of one try become one attempt, newest first', async (t) => {
  const attempts = await attemptsOf(
    t,
    audit(1, 'a', 'User submitted their user ID'),
    audit(2, 'a', 'User was presented with verification options'),
    audit(3, 'a', 'User started the mobile SMS verification option'),
    audit(4, 'a', 'User abandoned after starting the mobile SMS verification option'),
    audit(20, 'b', 'User submitted their user ID'),
    audit(21, 'b', "User's password is managed on-premises. You can enable Password Writeback…", { result: 'failure' }),
  );
  assert.deepEqual(attempts, [
    [21, 'failed', 'managed-on-premises'],
    [4, 'abandoned', null],
  ]);
});

test('a try that ends well has succeeded, though a password was refused on the way', async (t) => {
  const attempts = await attemptsOf(
    t,
    audit(1, 'a', 'User submitted a new password'),
    audit(2, 'a', 'FuzzyPolicyViolationInvalidPassword', { result: 'failure' }),
    audit(3, 'a', 'Successfully completed reset.', { activityDisplayName: 'Reset password (self-service)' }),
  );
  assert.deepEqual(attempts, [[3, 'succeeded', null]]);
});

test('"blocked" is written as a success, and is none', async (t) => {
  const activityDisplayName = 'Blocked from self-service password reset';
  const reason = 'User entered too many invalid SMS verification codes';
  assert.deepEqual(await attemptsOf(t, audit(1, 'a', reason, { activityDisplayName })), [
    [1, 'blocked', 'too-many-texts'],
  ]);
  assert.deepEqual(await attemptsOf(t, audit(1, 'a', 'Something new', { activityDisplayName })), [
    [1, 'blocked', null],
  ]);
});

const words: readonly [words: string, end: string, reason: string | null][] = [
  ['Password reset is not enabled for this user. …', 'failed', 'not-enabled'],
  ['User does not have a license for …', 'failed', 'not-licensed'],
  ['USER’S ACCOUNT HAS INSUFFICIENT AUTHENTICATION METHODS DEFINED. …', 'failed', 'too-few-methods'],
  ['We could not reach your on-premises password reset service. …', 'failed', 'on-premises-unreachable'],
  ["We encountered a problem while resetting the user's on-premises password. …", 'failed', 'on-premises-problem'],
  ['This user is not a member of the password reset users group. …', 'failed', 'not-in-group'],
  ['Password reset has been disabled entirely for this tenant. …', 'failed', 'disabled-for-organisation'],
  ['User tried to reset from a device without cookies enabled', 'failed', 'no-cookies'],
  ['User tried mobile phone voice verification too many times', 'blocked', 'too-many-calls'],
  ['User tried to answer security questions too many times', 'blocked', 'too-many-answers'],
  ['User tried to verify a phone number too many times', 'blocked', 'too-many-numbers'],
  ['PasswordDoesnotComplyFuzzyPolicy', 'password-refused', 'password-too-common'],
  ['OnPremisesPolicyViolation', 'password-refused', 'password-against-rules'],
  ['User cancelled before passing the required authentication methods', 'cancelled', null],
  ['User contacted an admin after trying the mobile SMS verification option', 'asked-administrator', null],
  ['Words that nobody knows yet', 'failed', null],
];

for (const [reason, end, known] of words) {
  test(`"${reason}" is read as ${end}${known ? `, ${known}` : ''}`, async (t) => {
    assert.deepEqual(await attemptsOf(t, audit(1, 'a', reason, { result: 'failure' })), [[1, end, known]]);
  });
}

test('registrations, an administrator’s reset and what is two months old are no attempts', async (t) => {
  const attempts = await attemptsOf(
    t,
    audit(1, 'a', '', { activityDisplayName: 'User registered for self-service password reset' }),
    audit(2, 'b', '', { activityDisplayName: 'Security info saved for self-service password reset' }),
    audit(3, 'c', '', { activityDisplayName: 'Reset password (by admin)' }),
    audit(4, 'd', 'User does not have a license', { activityDateTime: '2026-10-10T08:00:00Z' }),
  );
  assert.deepEqual(attempts, []);
});

test('entries without a flow stand for themselves, and a strange one hides no other', async (t) => {
  const { directory, graph } = await graphBench(t);
  const known = audit(1, null, 'User does not have a license', { result: 'failure' });
  graph.fault = ({ path }) =>
    path.startsWith('/auditLogs')
      ? { status: 200, body: { value: [known, 7, { activityDateTime: 'soon' }, known] } }
      : undefined;
  const { attempts } = await directory.facts(kim, never());
  assert.equal(attempts.kind === 'seen' && attempts.value.length, 2);
});

test('a methods policy that does not stand alone, with methods switched off, is seen as that', async (t) => {
  const tenant = goodTenant();
  tenant.methodsPolicy = {
    id: 'authenticationMethodsPolicy',
    policyMigrationState: 'preMigration',
    reconfirmationInDays: 90,
    authenticationMethodConfigurations: [
      { '@odata.type': '#microsoft.graph.smsAuthenticationMethodConfiguration', id: 'Sms', state: 'disabled' },
      {
        '@odata.type': '#microsoft.graph.voiceAuthenticationMethodConfiguration',
        id: 'Voice',
        state: 'enabled',
        isOfficePhoneAllowed: false,
      },
    ],
  };
  assert.deepEqual((await factsOf(t, tenant)).methodPolicy, {
    kind: 'seen',
    value: { text: false, call: true, officePhone: false, email: false, app: false, alone: false, reconfirmDays: 90 },
  });
});

async function situationsOf(t: Parameters<typeof graphBench>[0], tenant: Tenant): Promise<readonly string[]> {
  const seenNow = await factsOf(t, tenant);
  const at = Date.UTC(2026, 10, 23, 9);
  const facts = combineFacts({ seen: seenNow, at, policy: defaultPolicy, own: null, changedAt: null });
  return diagnose(facts, at)
    .filter(({ certainty }) => certainty === 'proven')
    .map(({ situation }) => situation);
}

test('the three situations are told by what Graph says alone', async (t) => {
  const kept = goodPerson({ email: 'kim@home.example' });
  kept.user.onPremisesSyncEnabled = true;
  const first = goodTenant(kept);
  first.synchronisation = [{ id: 'x', configuration: null, features: { passwordWritebackEnabled: false } }];
  assert.ok((await situationsOf(t, first)).includes('kept-on-premises'));

  const off = goodPerson({ email: 'kim@home.example' });
  Object.assign(off.report ?? {}, { isSsprEnabled: false, isSsprCapable: false });
  assert.ok((await situationsOf(t, goodTenant(off))).includes('not-enabled'));

  const empty = goodPerson({ phones: [] });
  Object.assign(empty.user, { mobilePhone: null, businessPhones: [], otherMails: [] });
  Object.assign(empty.report ?? {}, { isSsprRegistered: false, isSsprCapable: false, methodsRegistered: [] });
  assert.deepEqual(await situationsOf(t, goodTenant(empty)), ['not-registered']);

  assert.deepEqual(await situationsOf(t, goodTenant(goodPerson({ email: 'kim@home.example' }))), []);
});

/** What somebody registered on Microsoft's page, as another service than the reset's logs it. */
const registered = (activityDisplayName: string, more: Partial<AuditEntry> = {}) =>
  audit(1, null, 'User registered Authenticator App with Notification and Code', {
    activityDisplayName,
    loggedByService: 'Authentication Methods',
    ...more,
  });

test('a registration that only “Authentication Methods” has logged overtakes the report, and is no try', async (t) => {
  const at = '2026-11-23T08:00:00Z';
  const person = goodPerson({ audits: [registered('User registered security info', { activityDateTime: at })] });
  const { directory } = await graphBench(t, goodTenant(person));
  const { attempts, registrationChanged } = await directory.facts(kim, never());
  assert.deepEqual(attempts, { kind: 'seen', value: [] });
  assert.deepEqual(registrationChanged, { kind: 'seen', value: Date.parse(at) });
});

for (const nothing of [
  registered('User started security info registration'),
  registered('User cancelled security info registration'),
  registered('User reviewed security info'),
  registered('User registered security info', { result: 'failure' }),
  registered('Get passkey creation options'),
]) {
  test(`“${nothing.activityDisplayName}” with ${nothing.result} is no change of what is registered`, async (t) => {
    const { directory } = await graphBench(t, goodTenant(goodPerson({ audits: [nothing] })));
    const { attempts, registrationChanged } = await directory.facts(kim, never());
    assert.deepEqual(
      [attempts, registrationChanged],
      [
        { kind: 'seen', value: [] },
        { kind: 'seen', value: null },
      ],
    );
  });
}

test('who does not ask about a reset costs no look into the log', async (t) => {
  const { directory, graph } = await graphBench(t);
  const { attempts } = await directory.facts(kim, never(), { log: 'leave' });
  assert.deepEqual(attempts, { kind: 'unseen', why: 'not-asked' });
  assert.ok(!graph.got.some(({ path }) => path.startsWith('/auditLogs')));
});

test('a watch reads phones and e-mail, and of the report only what the bot has read by itself', async (t) => {
  const { directory, graph, list, time } = await graphBench(t);
  const before = await directory.sight(kim, never());
  assert.deepEqual(before.report, { kind: 'unseen', why: 'not-asked' });
  assert.deepEqual(graph.got.map(({ path }) => path.split('/').at(-1)).sort(), ['emailMethods', 'phoneMethods']);
  assert.ok(graph.got.every(({ headers }) => headers['x-ms-throttle-priority'] === undefined));
  await list.look(never());
  assert.equal(list.readAt(), undefined, 'not at once: many may have been started together');
  time.turn(3 * minute);
  await list.look(never());
  const after = await directory.sight(kim, never());
  assert.equal(after.report.kind === 'seen' && after.report.value.registered, true);
  const reports = () => graph.got.filter(({ path }) => path.startsWith('/reports')).length;
  const once = reports();
  await directory.facts(kim, never(), { log: 'leave' });
  assert.equal(reports(), once, 'nor does anybody else ask for one line of it');
});

for (const [shape, of] of [
  ['plain', (answer: object) => answer],
  ['wrapped in value', (answer: object) => ({ value: answer })],
] as const) {
  test(`whether administrators may reset is read from an answer that is ${shape}, and asked for without query options`, async (t) => {
    const { graph, reader } = await graphBench(t, goodTenant());
    graph.fault = ({ path }) =>
      path.includes('authorizationPolicy')
        ? { status: 200, body: of({ id: 'authorizationPolicy', allowedToUseSSPR: false }) }
        : undefined;
    const read = await reader.one(authorizationPolicy(), never());
    assert.deepEqual(read.kind === 'read' && read.value.allowedToUseSSPR, false);
    assert.deepEqual(
      graph.got.map(({ path }) => path),
      ['/policies/authorizationPolicy'],
    );
  });
}
