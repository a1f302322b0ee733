import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clockFinding } from '../../bot/doctor/identity-checks.ts';
import { permissionsFor } from '../../bot/doctor/permissions.ts';
import { freeDisk } from '../../bot/doctor/place-checks.ts';
import { policyFindings } from '../../bot/doctor/policy-checks.ts';
import { ofRules } from '../../bot/doctor/rule-checks.ts';
import { botItself, endFinding, tokenFinding } from '../../bot/doctor/token-checks.ts';
import { type DecidedPolicy, defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { policyOfEverybody } from '../../bot/domain/policy-rules.ts';
import { day, minute, second } from '../../bot/domain/time.ts';
import { parsePolicy, setPolicy } from '../../bot/settings/policy-file.ts';
import {
  appId,
  botSecret,
  channelAt,
  directorySettings,
  doctor,
  type FakeEntra,
  key,
  newFolder,
  soundPolicy,
  startEntra,
  teamsSettings,
} from '../support/doctor-set-up.ts';
import { accessKey, startAcs } from '../support/fake-acs.ts';
import { startGraph } from '../support/fake-graph.ts';
import { startFake } from '../support/fake-http.ts';
import { accountSid, startTwilio } from '../support/fake-twilio.ts';
import { share } from '../support/figure.ts';
import { goodTenant, kim, tenantId } from '../support/graph-tenant.ts';
import { openRecords } from '../support/records.ts';
import { startRelay } from '../support/relay.ts';
import { seedOfRun } from '../support/seeded.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';

const roles = permissionsFor({ mode: 'link', mailSender: undefined }).map(({ name }) => name);
const authToken = 'ab'.repeat(16);

interface SetUp {
  readonly folder: string;
  readonly entra: FakeEntra;
  readonly settings: Record<string, string>;
}

/** Everything there is, and all of it well. */
async function setUp(t: TestContext): Promise<SetUp> {
  const [folder, entra, graph] = await Promise.all([newFolder(t), startEntra(t, roles), startGraph(t)]);
  const twilio = await startFake(t, ({ method, url, headers }) => {
    const right = headers.authorization === `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    if (!right) return { status: 401, body: { code: 20003 } };
    return method === 'GET' && url.pathname === `/2010-04-01/Accounts/${accountSid}.json`
      ? { status: 200, body: { sid: accountSid, status: 'active' } }
      : { status: 405 };
  });
  const relay = await startRelay(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'bot' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('no')),
  });
  const policy = join(folder, 'policy.json');
  await writeFile(policy, JSON.stringify(soundPolicy));
  const settings = {
    ...teamsSettings(entra),
    ...directorySettings(entra, graph.base),
    POLICY_FILE: policy,
    SMTP_URL: `smtp://bot:p%40ss@127.0.0.1:${relay.port}`,
    MAIL_FROM: 'bot@example.org',
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_TEXT_FROM: '+46730000001',
    TWILIO_CALL_FROM: '+46730000002',
    TWILIO_URL: twilio.origin,
  };
  return { folder, entra, settings };
}

/** After this some of the dates the bot goes by are due to be looked at again. */
const datesLookedAt = Date.parse('2027-01-15');

test('a bot that can work has nothing to do, and looking makes and changes nothing', async (t) => {
  const { folder, settings } = await setUp(t);
  const { code, findings, text, ids, of } = await doctor(folder, settings, '--json');
  // What Microsoft has ended by the date of the run, and that nobody has looked since: no fault of the bot's.
  const byNow = ids('warning').filter((id) => /^platform-date-|-ends?$/.test(id) && Date.now() > datesLookedAt);
  assert.deepEqual([ids('problem'), ids('warning'), code], [[], byNow, byNow.length > 0 ? 1 : 0], text);
  for (const id of ['bot-token', 'openid', 'clock', 'smtp', 'twilio', 'token', 'support', 'ways', 'port', 'disk'])
    assert.equal(of(id).verdict, 'good', id);
  assert.equal(findings.at(-1)?.id, 'secret-end', 'the secrets are looked at last');
  assert.deepEqual(await readdir(folder), ['policy.json']);
  for (const secret of [botSecret, key, authToken, 'p@ss', 'p%40ss']) assert.ok(!text.includes(secret), secret);
});

test('a bot that can not work is red at each place, with where and how to mend it', async (t) => {
  const { folder, entra, settings } = await setUp(t);
  entra.ahead = -2.01 * 60 * minute;
  const other = '99999999-0000-4000-8000-000000000000';
  const { code, of, findings, text } = await doctor(
    folder,
    {
      ...settings,
      MicrosoftAppPassword: 'wrong',
      TENANTS: other,
      SMTP_URL: settings.SMTP_URL?.replace('p%40ss', 'nonsense'),
      TWILIO_AUTH_TOKEN: 'cd'.repeat(16),
      HOST: '192.0.2.1',
      SMTPURL: 'smtp://x',
      GRAPH_TENANTID: tenantId,
      PLAYGROUND_PORT: '1234',
    },
    '--json',
  );
  assert.equal(code, 2);
  const expected: Readonly<Record<string, readonly [verdict: string, says: RegExp, where: RegExp]>> = {
    'bot-token': [
      'problem',
      /The bot is not let in: the client secret is not the right one \(AADSTS7000215\)/,
      /^MicrosoftAppPassword$/,
    ],
    'tenants-foreign': ['problem', /everybody there is turned away/, /TENANTS/],
    smtp: ['problem', /does not take user and password \(smtp EAUTH/, /^SMTP_URL \(127\.0\.0\.1:\d+\)$/],
    twilio: ['problem', /does not let the bot in/, /TWILIO_AUTH_TOKEN/],
    port: ['problem', /192\.0\.2\.1:0: this machine has no such address \(EADDRNOTAVAIL\)/, /^HOST/],
    clock: ['problem', /2 hours ahead: messages of Teams are turned away/, /clock/],
    'setting-unknown': [
      'warning',
      /There is no setting SMTPURL.*Did you mean SMTP_URL\?/,
      /SMTPURL in the environment/,
    ],
    'setting-unused': ['warning', /PLAYGROUND_PORT does nothing/, /^PLAYGROUND_PORT$/],
  };
  for (const [id, [verdict, says, where]] of Object.entries(expected)) {
    const found = of(id);
    assert.equal(found.verdict, verdict, id);
    assert.match(found.says, says);
    assert.match(found.where ?? '', where);
  }
  assert.ok(findings.some(({ says }) => /GRAPH_TENANTID.*Did you mean GRAPH_TENANT_ID/.test(says)));
  for (const { id, verdict, where, fix } of findings)
    if (verdict === 'problem' || verdict === 'warning') assert.ok(where && fix, `${id} says where and how to mend it`);
  assert.doesNotMatch(text, /nonsense|cdcd/);
});

const refusals: readonly (readonly [code: string, says: RegExp, where: RegExp])[] = [
  ['AADSTS7000222', /the client secret has expired/, /MicrosoftAppPassword/],
  ['AADSTS90002', /there is no such directory/, /MicrosoftAppTenantId/],
  ['AADSTS700016', /the directory does not know the app/, /MicrosoftAppId, MicrosoftAppTenantId/],
  ['AADSTS7000112', /the app is switched off/, /MicrosoftAppId/],
  ['AADSTS50076', /it does not take our proof/, /MicrosoftAppId/],
];

test('what the token service says of the bot itself is said in plain words, with its code', async (t) => {
  for (const [code, says, where] of refusals) {
    const found = tokenFinding({ kind: 'no-token', why: 'rejected', code }, botItself);
    assert.match(found.says, says);
    assert.ok(found.says.includes(`(${code})`));
    assert.match(found.where ?? '', where);
    assert.doesNotMatch(found.fix ?? '', /GRAPH_/, 'it is about the bot, not the directory');
  }
  const { folder, entra, settings } = await setUp(t);
  entra.refusal = 7000222;
  const missing = {
    GRAPH_MANAGED_IDENTITY: undefined,
    GRAPH_CLIENT_ID: appId,
    GRAPH_CLIENT_SECRET_FILE: '/nowhere/secret',
  };
  const { of } = await doctor(folder, { ...settings, ...missing }, '--json');
  assert.match(of('bot-token').says, /^The bot is not let in: the client secret has expired \(AADSTS7000222\)\.$/);
  assert.match(of('token').says, /the file of GRAPH_CLIENT_SECRET_FILE is not there \(ENOENT\)/);
});

/** Takes away what has stand-ins of its own. */
const nothingElse = {
  SMTP_URL: undefined,
  MAIL_FROM: undefined,
  TWILIO_ACCOUNT_SID: undefined,
  TWILIO_AUTH_TOKEN: undefined,
  TWILIO_TEXT_FROM: undefined,
  TWILIO_CALL_FROM: undefined,
  TWILIO_URL: undefined,
  DIRECTORY: undefined,
  GRAPH_URL: undefined,
  GRAPH_MANAGED_IDENTITY: undefined,
};

test('Graph refused, cut, unknown or hanging: every other finding is told, and Graph is said to be away', async (t) => {
  const { folder, settings } = await setUp(t);
  const hanging = createServer(() => undefined);
  const cutting = createServer((request) => request.socket.destroy());
  const addresses = await Promise.all(
    [hanging, cutting].map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      t.after(() => {
        server.close();
        server.closeAllConnections();
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
    }),
  );
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const bases = ['http://127.0.0.1:1/v1.0', 'https://graph.invalid/v1.0', ...addresses];
  for (const base of share(bases, 4, seed)) {
    const { code, of, text } = await doctor(folder, { ...settings, GRAPH_URL: base }, '--json');
    assert.equal(code, 2, base);
    assert.match(of('graph-look-people-up').says, /Graph (is not reached|did not answer in time)/, base);
    assert.equal(of('twilio').verdict, 'good');
    assert.equal(of('secret-end').verdict, 'note', 'it went on to its end');
    assert.doesNotMatch(text, /Policy and directory agree|unsettled/);
  }
});

test('a token service and keys of Teams that are not there, or talk nonsense, are problems', async (t) => {
  const { folder, settings } = await setUp(t);
  const babble = await startFake(t, () => ({ status: 200, body: '<html>' }));
  for (const origin of ['http://127.0.0.1:1', babble.origin]) {
    const away = { ...settings, ...nothingElse, ...channelAt(origin) };
    const { of, code } = await doctor(folder, away, '--json');
    assert.match(of('bot-token').says, /The token service was not reached/);
    assert.match(of('openid').says, /every message will be turned away/);
    assert.equal(code, 2);
  }
});

test('Azure and a gateway are tried by what changes nothing, and what can not be tried is said', async (t) => {
  const { folder, settings } = await setUp(t);
  const acs = await startAcs(t);
  const gateway = await startFake(t, () => ({ status: 200 }));
  const phones = {
    ...settings,
    ...nothingElse,
    AZURE_SMS_FROM: '+46730000003',
    GATEWAY_URL: `${gateway.origin}/send`,
    GATEWAY_HEADER: 'Authorization: Bearer x',
  };
  const connection = (secret: string) => `endpoint=${acs.origin};accesskey=${secret}`;
  const well = await doctor(folder, { ...phones, AZURE_SMS_CONNECTION: connection(accessKey) }, '--json');
  assert.equal(well.of('azure').verdict, 'good', well.text);
  assert.match(well.of('gateway').says, /only a real code can tell/);
  assert.deepEqual([acs.taken, gateway.got], [[], []], 'nothing was sent');
  const wrong = Buffer.alloc(64, 7).toString('base64');
  const away = { ...phones, AZURE_SMS_CONNECTION: connection(wrong), GATEWAY_URL: 'http://127.0.0.1:1/send' };
  const ill = await doctor(folder, away, '--json');
  assert.match(ill.of('azure').says, /access key is not the right one/);
  assert.match(ill.of('gateway').says, /is not reached \(ECONNREFUSED\)/);
});

test('a Twilio API key is tried on what it may see, and a suspended account is a problem', async (t) => {
  const { folder, settings } = await setUp(t);
  const twilio = await startTwilio(t);
  const byKey = { ...settings, DIRECTORY: undefined, GRAPH_URL: undefined, GRAPH_MANAGED_IDENTITY: undefined };
  const sid = `SK${'0b'.repeat(16)}`;
  const keyed = await doctor(
    folder,
    { ...byKey, TWILIO_API_KEY: sid, TWILIO_API_SECRET: 'x', TWILIO_URL: twilio.origin },
    '--json',
  );
  assert.match(keyed.of('twilio').where ?? '', /TWILIO_API_KEY, TWILIO_API_SECRET/);
  assert.deepEqual(
    twilio.got.map(({ method, url }) => [method, url.pathname.split('/').at(-1)]),
    [['GET', 'Messages.json']],
  );
  const closed = await startFake(t, () => ({ status: 200, body: { status: 'suspended' } }));
  const suspended = await doctor(folder, { ...byKey, TWILIO_URL: closed.origin }, '--json');
  assert.match(suspended.of('twilio').says, /account is suspended/);
});

test('where the directory may be asked, the end of the secret that is ours is told; else that nobody can tell', async (t) => {
  const { folder, entra, settings } = await setUp(t);
  const soon = new Date(Date.now() + 3.5 * day).toISOString();
  const secrets = {
    [appId]: [
      { hint: 'old', endDateTime: '2020-01-01T00:00:00Z' },
      { hint: 'the', endDateTime: soon },
    ],
  };
  const graph = await startGraph(t, { ...goodTenant(), secrets });
  const asking = { ...settings, GRAPH_URL: graph.base };
  const dark = await doctor(folder, asking, '--json');
  assert.match(dark.of('secret-end').says, /can not be seen/);
  entra.roles = [...roles, 'Application.Read.All'];
  const { of, code } = await doctor(folder, asking, '--json');
  assert.match(of('secret-end').says, /^MicrosoftAppPassword ends on .*, in 3 days; then nobody is served any more/);
  assert.equal(of('secret-end').verdict, 'problem');
  assert.equal(code, 2);
});

test('mails through Graph: whether the permission and the mailbox are there', async (t) => {
  const { folder, entra, settings } = await setUp(t);
  const mailing = { ...settings, SMTP_URL: undefined, MAIL_FROM: undefined, GRAPH_MAIL_SENDER: 'nobody@example.org' };
  const away = await doctor(folder, mailing, '--json');
  assert.match(away.of('grant-Mail.Send').says, /Unless it was given in Exchange/);
  assert.match(away.of('mail-sender').says, /is not in the directory/);
  assert.equal(away.code, 2);
  entra.roles = [...roles, 'Mail.Send'];
  const there = await doctor(folder, { ...mailing, GRAPH_MAIL_SENDER: kim.objectId }, '--json');
  assert.equal(
    there.findings.some(({ id }) => id === 'grant-Mail.Send'),
    false,
  );
  assert.equal(there.of('mail-sender').verdict, 'good', there.text);
});

test('nothing to send with, and nobody to help: red, in so many words', async (t) => {
  const { folder, settings } = await setUp(t);
  await writeFile(settings.POLICY_FILE ?? '', '{}');
  const { of, code } = await doctor(folder, { ...settings, ...nothingElse, PUBLIC_HOST: undefined }, '--json');
  assert.match(of('no-way').says, /There is no way to send a code/);
  assert.match(of('ways-too-few').says, /only 1 can be registered: nobody can get ready/);
  assert.match(
    of('support-nobody').says,
    /A request for help reaches nobody: no support channel is chosen, and support.tiers names no mailbox/,
  );
  assert.equal(of('own-domains').verdict, 'problem');
  assert.equal(of('public-host').verdict, 'warning');
  assert.equal(code, 2);
});

test('before the first start the policy file is judged; later it is told where file and policy in force differ', async (t) => {
  const { folder, settings } = await setUp(t);
  const alone = { ...settings, ...nothingElse };
  const file = settings.POLICY_FILE ?? '';
  await writeFile(file, '{"methodsRequired": 3,\n "adviceSpare": true}');
  const broken = await doctor(folder, alone, '--json');
  assert.deepEqual(
    broken.findings.filter(({ id }) => id === 'policy-file').map(({ says }) => says),
    [
      'The policy file has a mistake. methodsRequired: must be 1 or 2; it is 3',
      'The policy file has a mistake. adviceSpare: is not a field of the policy; did you mean adviseSpare?',
    ],
  );
  assert.equal(broken.code, 2);

  const store = await openRecords(join(folder, 'data'), [{ version: 1, key: Buffer.from(key, 'base64') }]);
  await setPolicy(store, parsePolicy(JSON.stringify({ ...soundPolicy, methodsRequired: 1 })), 'test', 0);
  await store.close();
  await writeFile(file, JSON.stringify({ ...soundPolicy, contact: { name: 'Somebody', address: 'else' } }));
  const { of } = await doctor(folder, alone, '--json');
  const { says, fix } = of('policy-differs');
  assert.match(says, /: methodsRequired \(file 2, in force 1\); contact\.name; contact\.address\.$/);
  assert.match(fix ?? '', /npm run policy -- use .*policy\.json/);
});

test('a folder that can not be used, a wrong key and newer records are named, and nothing is written', async (t) => {
  const { folder, settings } = await setUp(t);
  const alone = { ...settings, ...nothingElse };
  const inFile = await doctor(folder, { ...alone, DATA_DIR: settings.POLICY_FILE }, '--json');
  assert.match(inFile.of('data-dir-refused').says, /is a file, not a folder/);

  const data = join(folder, 'data');
  const store = await openRecords(data, [{ version: 1, key: Buffer.from(key, 'base64') }]);
  await setPolicy(store, defaultPolicy, 'test', 0);
  await store.close();
  const other = Buffer.from(key, 'base64').reverse().toString('base64');
  const wrong = await doctor(folder, { ...alone, KEYS: `1:${other},2:${key}` }, '--json');
  assert.match(wrong.of('keys').says, /^There are 2 keys; version 2 seals\.$/);
  assert.match(wrong.of('keys-wrong').says, /KEYS does not open these records; key 1 sealed them/);
  assert.equal(wrong.code, 2);

  const file = join(data, 'records', 'format.json');
  const mark = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...mark, written: 9, readable: 8 }));
  const newer = await doctor(folder, alone, '--json');
  assert.match(newer.of('store-newer').says, /written by a newer version/);
  await rm(file);
  assert.equal((await doctor(folder, alone, '--json')).of('store').verdict, 'good');
  assert.equal(existsSync(file), false, 'looking leaves no mark');
});

test('names in .env that are no settings are told, and what is none of ours in the environment is not', async (t) => {
  const folder = await newFolder(t);
  await writeFile(join(folder, '.env'), 'POLICYFILE=x\nSOMETHING=1\nHTTPS_PROXY=http://127.0.0.1:1\n');
  await mkdir(join(folder, 'data'));
  const { findings, code } = await doctor(
    folder,
    {
      HOME: folder,
      LANG: 'C',
      MAIL: 'x',
      GATEWAY_SERVICE_HOST: '10.0.0.1',
      GATEWAY_PORT_80_TCP: 'x',
      APPSETTING_KEYS: 'x',
    },
    '--json',
  );
  assert.deepEqual(
    findings.filter(({ id }) => id === 'setting-unknown').map(({ where }) => where),
    ['POLICYFILE in .env', 'SOMETHING in .env'],
  );
  assert.equal(code, 1);
});

test('every mistake in the settings is a line of its own, without its value', async (t) => {
  const folder = await newFolder(t);
  const entra = await startEntra(t, roles);
  const broken = { ...teamsSettings(entra), KEYS: 'secret-nonsense', DIRECTORY: 'admin', PORT: 'x' };
  const { code, text } = await doctor(folder, broken);
  assert.match(text, /PROBLEM +KEYS must be .*\n +Where: KEYS\n +Fix: /);
  assert.match(text, /PROBLEM +PORT must be/);
  assert.match(text, /PROBLEM +DIRECTORY must be one of/);
  assert.doesNotMatch(text, /secret-nonsense/);
  assert.equal(code, 2);
});

test('a port that another program has is a problem', async (t) => {
  const folder = await newFolder(t);
  const taken = await startFake(t, () => ({ status: 404 }));
  const { of } = await doctor(folder, { PORT: new URL(taken.origin).port }, '--json');
  assert.match(of('port').says, /another program listens there already \(EADDRINUSE\)/);
  assert.match(of('port').where ?? '', /^PORT/);
});

test('a bot that runs is no other program: its records are held and it answers; another one on its port is a problem', async (t) => {
  const { folder, settings } = await setUp(t);
  const bot = await startFake(t, () => ({ status: 200, body: { live: true } }));
  const alone = { ...settings, ...nothingElse, PORT: new URL(bot.origin).port };
  const store = await openRecords(join(folder, 'data'), [{ version: 1, key: Buffer.from(key, 'base64') }]);
  const running = await doctor(folder, alone, '--json');
  await store.close();
  assert.match(running.of('store').says, /the bot is running\. They are not looked into/);
  assert.match(running.of('port').says, /The bot runs and answers/);
  assert.equal(running.of('support-not-seen').verdict, 'note');
  const other = await doctor(folder, alone, '--json');
  assert.match(other.of('port').says, /another program listens there already/);
});

test('findings come as they are found, and whoever reads no more ends it without a word', async (t) => {
  const { folder, entra, settings } = await setUp(t);
  const hanging = createServer(() => undefined);
  hanging.listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  t.after(() => {
    hanging.close();
    hanging.closeAllConnections();
  });
  const base = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`;
  const program = fileURLToPath(new URL('../../bot/commands/doctor.ts', import.meta.url));
  const env = { DATA_DIR: join(folder, 'data'), ...settings, ...channelAt(entra.origin, base) };
  const child = spawn(process.execPath, [...statedImport, program], { cwd: folder, env: { ...statedEnv, ...env } });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const closed = once(child, 'close');
  const [first] = await once(child.stdout, 'data');
  assert.match(`${first}`, /^ok +The settings are valid/);
  assert.equal(child.exitCode, null, 'it still waits for the one that hangs');
  child.stdout.destroy();
  await closed;
  assert.equal(complaints, '');
});

test('a clock, a disk and a secret near its end are judged by how near', () => {
  const clock = (ahead: number) => clockFinding(ahead).verdict;
  assert.deepEqual([0, 29 * second, -31 * second, 4 * minute, -6 * minute].map(clock), [
    'good',
    'good',
    'warning',
    'warning',
    'problem',
  ]);
  assert.match(clockFinding(-day).says, /24 hours behind/);
  const mega = 1024 * 1024;
  assert.deepEqual(
    [5_000, 500, 50].map((free) => freeDisk(free * mega, '/data').verdict),
    ['good', 'warning', 'problem'],
  );
  assert.deepEqual(
    [40, 20, 3, -1].map((days) => endFinding('X', days * day, 0).verdict),
    ['good', 'warning', 'problem', 'problem'],
  );
  assert.match(endFinding('MicrosoftAppPassword', day * 1.5, 0).says, /ends on 1970-01-02, in 1 day;/);
});

test('a request for help reaches somebody by a channel, or by mail where mails go out, and by nothing else', () => {
  const all = ['text', 'call', 'email'] as const;
  const about = (more: object, channels: readonly (typeof all)[number][], supportChannel: 'there' | 'none') => {
    const policy = { ...defaultPolicy, support: { ...defaultPolicy.support, ...more } };
    const found = policyFindings({ policy, channels, supportChannel, registration: 'here' });
    return found.find(({ id }) => id.startsWith('support'))?.id;
  };
  const tiers = [['it@example.org']];
  assert.equal(about({}, all, 'none'), 'support-nobody');
  assert.equal(about({ supporters: [appId] }, all, 'none'), 'support-nobody');
  assert.equal(about({ tiers }, ['text'], 'none'), 'support-nobody');
  assert.equal(about({ tiers }, all, 'none'), 'support-no-supporter');
  assert.equal(about({ tiers, supporters: [appId] }, all, 'none'), 'support');
  assert.equal(about({}, all, 'there'), 'support');
});

test('a rule by which nobody could get ready, or whose way is not set up, is named', () => {
  const only: DecidedPolicy = {
    ...defaultPolicy,
    phone: { allowed: false, channels: ['text'] },
    officePhone: { allowed: false },
    methodsRequired: 1,
    rules: [{ name: 'Stores', rank: 1, for: { groups: [], countries: ['SE'] }, methodsRequired: 2 }],
  };
  const grounds = { channels: ['email'], supportChannel: 'there', registration: 'here' } as const;
  const find = (policy: Policy) => policyFindings({ ...grounds, policy: { ...policy, app: { allowed: false } } });
  const common = find(policyOfEverybody(only));
  assert.deepEqual(
    common.filter(({ verdict }) => verdict === 'problem'),
    [],
  );
  const [found, ...more] = ofRules(only, common, find);
  assert.equal(found?.id, 'ways-too-few');
  assert.match(found?.says ?? '', /^By the rule "Stores": A reset takes 2 methods, and by what is set up only 1/);
  assert.deepEqual(more, [], 'what is so for everybody is not said again');
});
