import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { driftOf, type Observed } from '../../bot/doctor/drift.ts';
import { lookForDrift } from '../../bot/doctor/drift-watch.ts';
import { type CheckFinding, exitCode, printed } from '../../bot/doctor/examination.ts';
import { checkGraph } from '../../bot/doctor/graph-checks.ts';
import { compareGrants, permissionsFor } from '../../bot/doctor/permissions.ts';
import { ruleDrift } from '../../bot/doctor/rule-checks.ts';
import type { MethodPolicy } from '../../bot/domain/account/facts.ts';
import { type DecidedPolicy, defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { policyOfEverybody } from '../../bot/domain/policy-rules.ts';
import { hour } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { compareDrift } from '../../bot/monitoring/periodic-checks.ts';
import type { TokenSource } from '../../bot/providers/directory/graph/token.ts';
import { grantedIn } from '../../bot/providers/directory/graph/token.ts';
import { handClock } from '../support/clock.ts';
import { graphBench, never } from '../support/graph-parts.ts';
import { goodPerson, goodTenant, type Tenant } from '../support/graph-tenant.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';

const seen = <T>(value: T) => ({ kind: 'seen', value }) as const;
const everything: MethodPolicy = {
  text: true,
  call: true,
  officePhone: true,
  email: true,
  app: true,
  alone: true,
  reconfirmDays: null,
};
const agreeing: Observed = {
  methodPolicy: seen(everything),
  administratorsMayReset: seen(true),
  writeback: seen('none'),
  notEnabled: seen({ count: 0, more: false }),
};

function ids(findings: readonly CheckFinding[]): readonly string[] {
  return findings.map(({ id }) => id);
}

test('where policy and directory agree there is no drift, nor where nothing can be seen', () => {
  assert.deepEqual(driftOf(defaultPolicy, agreeing), []);
  const dark = { kind: 'unseen', why: 'permission-missing' } as const;
  const unseen: Observed = { methodPolicy: dark, administratorsMayReset: dark, writeback: dark, notEnabled: dark };
  assert.deepEqual(driftOf(defaultPolicy, unseen), []);
});

const drifts: readonly [what: string, observed: Partial<Observed>, found: readonly string[]][] = [
  ['texts', { methodPolicy: seen({ ...everything, text: false }) }, ['drift-text-off']],
  ['calls', { methodPolicy: seen({ ...everything, call: false }) }, ['drift-call-off']],
  ['office phones', { methodPolicy: seen({ ...everything, officePhone: false }) }, ['drift-office-phone-off']],
  ['e-mail', { methodPolicy: seen({ ...everything, email: false }) }, ['drift-email-off']],
  ['apps', { methodPolicy: seen({ ...everything, app: false }) }, ['drift-app-off']],
  ['days', { methodPolicy: seen({ ...everything, reconfirmDays: 90 }) }, ['drift-reconfirm-days']],
  ['older policies', { methodPolicy: seen({ ...everything, alone: false }) }, ['drift-older-policies']],
  ['people', { notEnabled: seen({ count: 3, more: false }) }, ['drift-not-enabled']],
  ['writeback', { writeback: seen('off') }, ['drift-writeback-off']],
  ['administrators', { administratorsMayReset: seen(false) }, ['drift-administrators-off']],
];

for (const [what, observed, found] of drifts) {
  test(`drift about ${what} is found, and nothing else is`, () => {
    assert.deepEqual(ids(driftOf(defaultPolicy, { ...agreeing, ...observed })), found);
  });
}

test('what the policy does not offer can not drift', () => {
  const policy: Policy = {
    ...defaultPolicy,
    phone: { allowed: true, channels: ['text'] },
    email: { allowed: false },
    app: { allowed: false },
    officePhone: { allowed: false },
  };
  const observed = { ...everything, call: false, officePhone: false, email: false, app: false };
  assert.deepEqual(ids(driftOf({ ...policy, methodsRequired: 1 }, { ...agreeing, methodPolicy: seen(observed) })), []);
});

test('a policy that nobody can meet is a problem, not a warning', () => {
  const observed = { ...everything, email: false, app: false, officePhone: false };
  const policy = { ...defaultPolicy, questions: { ...defaultPolicy.questions, allowed: false } };
  const found = driftOf(policy, { ...agreeing, methodPolicy: seen(observed) });
  assert.ok(found.some(({ id, verdict }) => id === 'drift-too-few-methods' && verdict === 'problem'));
});

test('while older policies still count, a method that is off is a note only', () => {
  const observed = { ...everything, alone: false, email: false, text: false, app: false, officePhone: false };
  const found = driftOf(defaultPolicy, { ...agreeing, methodPolicy: seen(observed) });
  assert.deepEqual(new Set(found.map(({ verdict }) => verdict)), new Set(['note']));
});

test('everything that is wrong says what to do, in sentences', () => {
  const off = Object.fromEntries(Object.keys(everything).map((name) => [name, false])) as unknown as MethodPolicy;
  for (const alone of [true, false]) {
    const methodPolicy = seen({ ...off, alone, reconfirmDays: 7 });
    const observed: Observed = {
      methodPolicy,
      administratorsMayReset: seen(false),
      writeback: seen('off'),
      notEnabled: seen({ count: 100, more: true }),
    };
    for (const one of driftOf(defaultPolicy, observed)) {
      assert.match(one.says, /^[A-Z].*\.$/s, one.says);
      if (one.verdict !== 'note') assert.ok(one.fix, one.id);
      assert.match(one.id, /^drift-[a-z-]+$/);
    }
  }
});

function tokenWith(roles: readonly string[]): string {
  return `x.${Buffer.from(JSON.stringify({ roles })).toString('base64url')}.x`;
}

function tokensWith(roles: readonly string[]): TokenSource {
  return { get: async () => ({ kind: 'token', token: tokenWith(roles) }), refuse: () => undefined };
}

const link = permissionsFor({ mode: 'link', mailSender: undefined }).map(({ name }) => name);

test('each mode takes its own permissions and no more', () => {
  const installs = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
  assert.deepEqual(
    link.filter((name) => /ReadWrite|Send/.test(name)),
    [installs],
  );
  const write = permissionsFor({ mode: 'write', mailSender: 'bot@example.org' }).map(({ name }) => name);
  assert.deepEqual(
    write.filter((name) => /ReadWrite|Send/.test(name)),
    ['UserAuthMethod-Phone.ReadWrite.All', 'UserAuthMethod-Email.ReadWrite.All', installs, 'Mail.Send'],
  );
  assert.ok(!write.includes('UserAuthMethod-Phone.Read.All'), 'writing holds reading');
});

test('a broader permission will do, and one that could change things is too much', () => {
  const needed = permissionsFor({ mode: 'link', mailSender: undefined });
  assert.deepEqual(compareGrants(needed, link), { missing: [], tooMuch: [] });
  const broad = [...link.filter((name) => name !== 'User.Read.All'), 'Directory.ReadWrite.All'];
  assert.deepEqual(compareGrants(needed, broad), { missing: [], tooMuch: ['Directory.ReadWrite.All'] });
  const { missing } = compareGrants(needed, []);
  assert.deepEqual(
    missing.map(({ name }) => name),
    link,
  );
});

test('a token in another form tells nothing, and breaks nothing', () => {
  for (const token of ['', 'opaque', 'a.b.c', `x.${Buffer.from('7').toString('base64url')}.x`]) {
    const given = grantedIn(token);
    assert.ok(given === undefined || given.length === 0, token);
  }
  assert.deepEqual(grantedIn(tokenWith(['B', 'A'])), ['A', 'B']);
});

async function examined(
  t: Parameters<typeof graphBench>[0],
  {
    tenant,
    tokens = tokensWith(link),
    missing = [],
    policy = defaultPolicy,
  }: {
    tenant?: Tenant;
    tokens?: TokenSource;
    missing?: readonly string[];
    policy?: DecidedPolicy;
  } = {},
) {
  const { graph, reader, time } = await graphBench(t, tenant, tokens);
  for (const one of missing) graph.missing.add(one);
  const settings = { mode: 'link', mailSender: undefined } as const;
  const findings = await Array.fromAsync(checkGraph({ settings, tokens, reader, time, policy }, never()));
  return { findings, graph, code: exitCode(findings), text: findings.map(printed).join('\n') };
}

test('a good set-up has nothing to do, and nothing is changed by looking', async (t) => {
  const { findings, code, graph } = await examined(t);
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict !== 'good').map(({ id, verdict }) => [id, verdict]),
    [['phone-ends', 'note']],
  );
  assert.equal(code, 0);
  assert.ok(graph.got.every(({ method }) => method === 'GET'));
});

test('broken set-up 1: an expired secret ends the examination with the reason and the cure', async (t) => {
  const tokens: TokenSource = {
    get: async () => ({ kind: 'no-token', why: 'rejected', code: 'AADSTS7000222' }),
    refuse: () => undefined,
  };
  const { findings, code, text } = await examined(t, { tokens });
  assert.deepEqual(ids(findings), ['token']);
  assert.match(text, /secret has expired \(AADSTS7000222\)\.\n +Where: GRAPH_CLIENT_SECRET\n +Fix: make a new one/);
  assert.equal(code, 2);
});

const stores = 'bbbbbbbb-0000-4000-8000-00000000000a';
const ruled: DecidedPolicy = {
  ...defaultPolicy,
  app: { allowed: false },
  rules: [{ name: 'Stores', rank: 1, for: { groups: [stores], countries: [] }, app: { allowed: true } }],
};

test('the groups of rules are looked up: there and read, not there, or not to be read', async (t) => {
  const good = await examined(t, { tenant: { ...goodTenant(), members: { [stores]: [] } }, policy: ruled });
  assert.ok(good.findings.some(({ id, verdict }) => id === 'rule-groups' && verdict === 'good'));
  assert.equal(good.code, 0);
  const gone = await examined(t, { tenant: { ...goodTenant(), members: {} }, policy: ruled });
  assert.match(gone.text, /PROBLEM +The rule "Stores" names a group that the directory does not have/);
  assert.match(gone.text, new RegExp(`Where: rules \\("Stores"\\) in the policy: for\\.groups, ${stores}`));
  assert.equal(gone.code, 2);
  const open = { groupTypes: ['Unified'], visibility: 'Public' };
  for (const [groups, verdict] of [
    [open, 'problem'],
    [{ ...open, visibility: 'Private' }, 'good'],
    [{ ...open, groupTypes: [] }, 'good'],
  ] as const) {
    const tenant = { ...goodTenant(), members: { [stores]: [] }, groups: { [stores]: groups } };
    const { findings, text } = await examined(t, { tenant, policy: ruled });
    assert.equal(findings.find(({ id }) => id.startsWith('rule-group'))?.verdict, verdict);
    if (verdict === 'problem') assert.match(text, /Anybody may join a group of the rule "Stores"/);
  }
  const blind = await examined(t, {
    tenant: { ...goodTenant(), members: { [stores]: [] } },
    policy: ruled,
    missing: ['GroupMember.Read.All'],
  });
  assert.match(
    blind.text,
    /Who is in a group of the rule "Stores" can not be read \(permission\): everybody's policy holds/,
  );
});

test('where a rule and the directory differ the rule is named, and what is so for everybody is said once', () => {
  const observed = { ...agreeing, methodPolicy: seen({ ...everything, app: false, text: false }) };
  const common = driftOf(policyOfEverybody(ruled), observed);
  assert.deepEqual(ids(common), ['drift-text-off']);
  const found = ruleDrift(ruled, common, observed);
  assert.deepEqual(ids(found), ['drift-app-off']);
  assert.match(found[0]?.says ?? '', /^By the rule "Stores": The bot offers/);
  assert.match(found[0]?.where ?? '', /^rules \("Stores"\) in the policy; /);
  const some = { ...agreeing, methodPolicy: seen({ ...everything, app: 'some' as const }) };
  assert.deepEqual(ruleDrift(ruled, [], some), [], 'a rule may be about those it is on for');
});

/** Needed by campaigns alone; nothing is installed to try it. */
const forCampaigns = ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'AppCatalog.Read.All'];

for (const permission of forCampaigns) {
  test(`without ${permission} the doctor says whom a campaign reaches, and the way without it`, async (t) => {
    const { findings, code, text } = await examined(t, {
      tokens: tokensWith(link.filter((name) => name !== permission)),
    });
    assert.ok(ids(findings).includes(`grant-${permission}`));
    assert.match(text, /reaches only people who have the app; a setup policy of Teams|does not find its own app/);
    assert.equal(code, 1);
  });
}

for (const permission of link.filter((name) => name !== 'User.Read.All' && !forCampaigns.includes(name))) {
  test(`broken set-up 2: without ${permission} the call that fails and the permission are named`, async (t) => {
    // The wider one of the two about policies holds the other.
    const tokens = tokensWith(link.filter((name) => name !== permission && name !== 'Policy.Read.All'));
    const { findings, code, text } = await examined(t, { tokens, missing: [permission] });
    assert.ok(ids(findings).includes(`grant-${permission}`));
    assert.ok(findings.some(({ id, fix }) => id.startsWith('graph-') && fix?.includes(permission)));
    // Without leave to read groups Graph refuses nothing: it leaves out what they are.
    assert.match(text, /Authorization_RequestDenied|limited information/);
    // The policy names no own mail domain either.
    const heavy = ['RoleManagement.Read.Directory', 'GroupMember.Read.All', 'Domain.Read.All'];
    assert.equal(code, heavy.includes(permission) ? 2 : 1);
  });
}

test('broken set-up 3: nobody can be looked up', async (t) => {
  const { code, text } = await examined(t, { tokens: tokensWith([]), missing: ['User.Read.All'] });
  assert.match(text, /PROBLEM +The app may not look people up/);
  assert.equal(code, 2);
});

test('broken set-up 4: no Entra ID P1', async (t) => {
  const { code, text } = await examined(t, { tenant: { ...goodTenant(), premium: false } });
  assert.match(text, /WARNING +The app can not read the registration report: the organisation has no Entra ID P1/);
  assert.equal(code, 1);
});

test('broken set-up 5: the directory does not allow what the bot offers, and some have no reset', async (t) => {
  const person = goodPerson();
  Object.assign(person.report ?? {}, { isSsprEnabled: false });
  const tenant = goodTenant(person);
  tenant.synchronisation = [{ id: 'x', configuration: null, features: { passwordWritebackEnabled: false } }];
  tenant.methodsPolicy.authenticationMethodConfigurations = [];
  const { findings, code } = await examined(t, { tenant });
  const expected = ['drift-text-off', 'drift-email-off', 'drift-app-off', 'drift-not-enabled', 'drift-writeback-off'];
  for (const one of expected) assert.ok(ids(findings).includes(one), one);
  assert.equal(code, 2, 'nobody could get ready');
});

test('Graph being down is said as that, not as a missing permission', async (t) => {
  const { graph, reader, time } = await graphBench(t, undefined, tokensWith(link));
  await graph.stop();
  const settings = { mode: 'link', mailSender: undefined } as const;
  const parts = { settings, tokens: tokensWith(link), reader, time, policy: defaultPolicy };
  const findings = await Array.fromAsync(checkGraph(parts, never()));
  assert.ok(findings.some(({ says }) => /Graph is not reached/.test(says)));
  assert.ok(!findings.some(({ says }) => /may not/.test(says)));
});

test('no person and no token is named in what the doctor says', async (t) => {
  const { text } = await examined(t, { missing: link.filter((name) => name !== 'User.Read.All') });
  assert.doesNotMatch(text, /kim|aaaaaaaa|70123|words that nobody/i);
});

test('drift is told to the log by its name', async (t) => {
  const tenant = goodTenant();
  tenant.methodsPolicy.authenticationMethodConfigurations = [];
  const { reader } = await graphBench(t, tenant);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const found = await lookForDrift(reader, defaultPolicy, log, never());
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).kind),
    ids(found),
  );
  assert.ok(found.length > 3);
});

test('a running bot looks for the groups of its rules as well', async (t) => {
  const { reader } = await graphBench(t, { ...goodTenant(), members: {} });
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  assert.deepEqual(ids(await lookForDrift(reader, ruled, log, never())), ['rule-group-absent']);
  assert.match(lines.join('\n'), /policy and directory differ.*|rule-group-absent/);
  assert.equal(lines.length, 1);
});

test('of several processes one tells drift to the log, and each shows it', async (t) => {
  const tenant = goodTenant();
  tenant.methodsPolicy.authenticationMethodConfigurations = [];
  const { reader } = await graphBench(t, tenant);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const [disk, clock] = [new Map<string, Entry>(), handClock()];
  const processes = [1, 2, 3].map(() => ({
    store: openMemoryStore({ disk, clock, pause: yielded }),
    metrics: createMetrics(),
  }));
  const look = () =>
    Promise.all(
      processes.map(({ store, metrics }) =>
        compareDrift({ store, clock, reader, policy: async () => defaultPolicy, log, metrics }),
      ),
    );
  await look();
  const once = lines.length;
  assert.ok(once > 3);
  assert.equal(new Set(lines.map((line) => JSON.parse(line).kind)).size, once, 'each by its name, once');
  for (const { metrics } of processes) {
    assert.equal((await metrics.page()).text.match(/^bot_drift\{.*\} 1$/gm)?.length, once);
  }
  clock.turn(6 * hour);
  await look();
  assert.equal(lines.length, 2 * once, 'and again after six hours');
});
