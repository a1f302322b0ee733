import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Config, readConfig } from '../../bot/settings/config.ts';
import { settings } from '../../bot/settings/settings.ts';

const key = (fill: number) =>
  Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + fill) % 256)).toString('base64');
const tenant = '11111111-2222-4333-8444-555555555555';

const teams = {
  MicrosoftAppId: '0A1B2C3D-0000-4000-8000-0123456789AB',
  MicrosoftAppPassword: 'not-a-real-one',
  MicrosoftAppTenantId: tenant,
  TENANTS: tenant,
  KEYS: `1:${key(1)}`,
};

function accepted(env: Record<string, string | undefined>): Config {
  const read = readConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return read.config;
}

function problems(env: Record<string, string | undefined>): readonly string[] {
  const read = readConfig(env);
  assert.ok(!read.ok, 'was accepted');
  return read.problems;
}

test('every setting says in one line what it is for', () => {
  for (const [name, setting] of Object.entries(settings.shape)) {
    assert.match(setting.description ?? '', /^[^\n]{10,120}\.$|^[^\n]{10,120}…\.$/, name);
  }
});

test('an empty environment is local mode on loopback, with the Playground', () => {
  assert.deepEqual(accepted({}), {
    mode: 'local',
    host: '127.0.0.1',
    port: 3978,
    dataDir: 'data',
    database: undefined,
    format: undefined,
    policyFile: undefined,
    logLevel: 'info',
    metricsToken: undefined,
    mail: undefined,
    ticketSystem: undefined,
    keys: [],
    graph: undefined,
    phones: {
      publicUrl: undefined,
      routes: undefined,
      limits: {},
      twilio: undefined,
      azure: undefined,
      gateway: undefined,
    },
    playground: { start: true, port: 56150 },
    supportChannel: {
      channel: 'channel-support',
      team: 'team-example',
      tenantId: '7e57ed00-0000-4000-8000-000000000000',
      serviceUrl: 'http://127.0.0.1:56150/_connector',
    },
  });
});

test('empty, blank and unknown settings count as not set', () => {
  assert.deepEqual(accepted({ PORT: '', KEYS: '  ', MicrosoftAppId: '', SOMETHING: 'else' }), accepted({}));
});

test('an app id makes it Teams mode, with everything in lower case and Teams as the only place to answer to', () => {
  const config = accepted({ ...teams, TENANTS: ` ${tenant.toUpperCase()}, ${teams.MicrosoftAppId} ` });
  assert.ok(config.mode === 'teams');
  assert.deepEqual(config.app, {
    type: 'SingleTenant',
    id: teams.MicrosoftAppId.toLowerCase(),
    tenantId: tenant,
    password: teams.MicrosoftAppPassword,
  });
  assert.deepEqual(config.tenants, [tenant, teams.MicrosoftAppId.toLowerCase()]);
  assert.ok(config.cloud.serviceHosts.includes('smba.trafficmanager.net'));
  assert.equal(config.cloud.openIdMetadata, 'https://login.botframework.com/v1/.well-known/openidconfiguration');
  assert.equal(config.cloud.tokenIssuer, 'https://api.botframework.com');
});

const channel = { SUPPORT_CHANNEL: '19:support@thread.tacv2', SUPPORT_TEAM: '19:general@thread.tacv2' };
const gccHost = 'smba.infra.gcc.teams.microsoft.com';

test('GCC is the public cloud with a Teams host of its own, also for the support channel', () => {
  const env = { ...teams, ...channel, PUBLIC_HOST: 'bot.example' };
  const [usual, gcc] = [accepted(env), accepted({ ...env, CLOUD: 'GCC' })];
  assert.ok(usual.mode === 'teams' && gcc.mode === 'teams');
  assert.equal(usual.supportChannel?.serviceUrl, 'https://smba.trafficmanager.net/teams/');
  assert.equal(gcc.supportChannel?.serviceUrl, `https://${gccHost}/teams/`);
  const other = accepted({ ...env, CLOUD: 'gcc', SUPPORT_SERVICE_URL: 'https://smba.trafficmanager.net/amer/' });
  assert.equal(other.supportChannel?.serviceUrl, 'https://smba.trafficmanager.net/amer/');
  assert.deepEqual(
    [usual, gcc].map(({ cloud }) => cloud.serviceHosts.includes(gccHost)),
    [false, true],
  );
  const { serviceHosts: _, serviceUrl: __, ...shared } = usual.cloud;
  assert.deepEqual({ ...gcc.cloud, ...shared }, gcc.cloud, 'everything else is shared');
  assert.deepEqual([usual.tab, accepted({ ...env, CLOUD: 'public' })], [gcc.tab, usual]);
});

for (const [cloud, place] of [
  ['gcch', 'GCC High'],
  ['DoD', 'DoD'],
  ['china', 'China'],
] as const) {
  test(`a bot in ${place} does not start, and says what does not work there`, () => {
    const found = problems({ ...teams, CLOUD: cloud });
    assert.equal(found.length, 1);
    assert.match(found.join(), new RegExp(`^CLOUD must be public or gcc: .* ${place} .*token.*sign-in and keys.*tab`));
  });
}

for (const cloud of ['azure', 'constructor', 'gcc,public']) {
  test(`there is no cloud ${cloud}`, () => {
    assert.deepEqual(problems({ ...teams, CLOUD: cloud }), ['CLOUD must be public or gcc.']);
  });
}

test('a managed identity needs no password', () => {
  const config = accepted({ ...teams, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: undefined });
  assert.ok(config.mode === 'teams');
  assert.equal(config.app.type, 'UserAssignedMSI');
});

test('the configuration can not be changed', () => {
  const config = accepted(teams);
  assert.ok(config.mode === 'teams');
  assert.throws(() => Object.assign(config, { mode: 'local' }), TypeError);
  assert.throws(() => (config.tenants as string[]).push('other'), TypeError);
});

test('keys come with their versions and as 32 bytes', () => {
  const { keys } = accepted({ ...teams, KEYS: `2:${key(2)}, 1:${key(1)}` });
  assert.deepEqual(
    keys.map((one) => [one.version, one.key.length]),
    [
      [2, 32],
      [1, 32],
    ],
  );
});

test('the bot serves the tenant it is registered in unless others are named', () => {
  const config = accepted({ ...teams, TENANTS: '', MicrosoftAppTenantId: tenant.toUpperCase() });
  assert.ok(config.mode === 'teams');
  assert.deepEqual(config.tenants, [tenant]);
});

for (const missing of ['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'KEYS']) {
  test(`Teams mode without ${missing} is refused`, () => {
    const found = problems({ ...teams, [missing]: '' });
    assert.deepEqual(found, [`${missing} is missing: MicrosoftAppId needs it.`]);
  });
}

for (const [name, value] of Object.entries({
  ...teams,
  CLOUD: 'gcc',
})) {
  if (name === 'MicrosoftAppId' || name === 'KEYS') continue;
  test(`${name} without an app id is refused, so that a forgotten id does not switch authentication off`, () => {
    assert.match(problems({ [name]: value }).join(), new RegExp(`^${name} is set but MicrosoftAppId is missing`));
  });
}

for (const host of ['0.0.0.0', '::', '192.168.1.7', 'bot.example', '127.0.0.1.bot.example', '128.0.0.1']) {
  test(`local mode does not listen on ${host}`, () => {
    assert.match(problems({ HOST: host }).join(), /^HOST must be a loopback address/);
    assert.equal(accepted({ ...teams, HOST: host }).host, host);
  });
}

for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost']) {
  test(`local mode listens on ${host}`, () => assert.equal(accepted({ HOST: host }).host, host));
}

const malformed: readonly (readonly [string, string])[] = [
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PLAYGROUND', 'maybe'],
  ['PLAYGROUND_PORT', '0'],
  ['LOG_LEVEL', 'chatty'],
  ['METRICS_TOKEN', 'short'],
  ['MicrosoftAppId', 'my-bot'],
  ['MicrosoftAppType', 'MultiTenant'],
  ['MicrosoftAppTenantId', 'contoso.example'],
  ['TENANTS', 'common'],
  ['TENANTS', `${tenant};${tenant}`],
  ['TENANTS', ','],
  ['SUPPORT_SERVICE_URL', 'http://smba.trafficmanager.net/teams/'],
  ['SUPPORT_SERVICE_URL', 'https://smba example'],
  ['SMTP_URL', 'mail.example:25'],
  ['SMTP_URL', 'https://mail.example'],
  ['MAIL_FROM', 'the bot'],
  ['MAIL_FROM', 'bot@bot.example\r\nBcc: all@bot.example'],
  ['KEYS', key(1)],
  ['KEYS', `0:${key(1)}`],
  ['KEYS', `1:${key(1).slice(4)}`],
  ['KEYS', `1:${key(1)},1:${key(2)}`],
  ['KEYS', `1:${key(1)},2:${key(1)}`],
  ['KEYS', `1:${Buffer.alloc(32).toString('base64')}`],
  ['KEYS_NEWEST', '2'],
  ['FORMAT', '1'],
];
for (const [name, value] of malformed) {
  test(`${name} can not be ${JSON.stringify(value)}, and is not repeated in the answer`, () => {
    const found = problems({ ...teams, SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'bot@bot.example', [name]: value });
    assert.equal(found.length, 1, found.join('\n'));
    assert.ok(found[0]?.startsWith(`${name} `));
    if (value.length > 5) assert.ok(!found[0]?.includes(value));
  });
}

test('all mistakes are named at once, those of form and those of combination', () => {
  const found = problems({ HOST: '0.0.0.0', PORT: 'x', LOG_LEVEL: 'x', SMTP_URL: 'smtp://mail.example', TENANTS: 'x' });
  const named = found.map((problem) => problem.split(' ')[0]).sort();
  assert.deepEqual(named, ['HOST', 'LOG_LEVEL', 'MAIL_FROM', 'PORT', 'TENANTS', 'TENANTS']);
});

test('a sender without a mail server is refused too', () => {
  assert.match(problems({ MAIL_FROM: 'Reset <bot@bot.example>' }).join(), /^SMTP_URL is missing/);
});

test('the Playground is refused in Teams mode', () => {
  assert.match(problems({ ...teams, PLAYGROUND: 'on' }).join(), /^PLAYGROUND must be off/);
});

test('both modes of an organisation’s own directory are taken', () => {
  const graph = { GRAPH_TENANT_ID: someTenant, GRAPH_CLIENT_ID: someTenant, GRAPH_CLIENT_SECRET: 'shhh' };
  for (const mode of ['link', 'write']) assert.equal(accepted({ ...graph, DIRECTORY: mode }).graph?.mode, mode);
});

const someTenant = '7e57ed00-0000-4000-8000-000000000000';

const url = 'postgres://bot:se%2Fcret@db.example.org/reset_ready';

test('a database is reached by its URL, with its certificate checked everywhere but on this machine', () => {
  const { database } = accepted({ DATABASE_URL: url, KEYS: teams.KEYS, DATABASE_CA: 'ca.pem' });
  assert.deepEqual(database, {
    host: 'db.example.org',
    port: 5432,
    database: 'reset_ready',
    user: 'bot',
    secret: { kind: 'password', password: 'se/cret' },
    checked: true,
    authority: 'ca.pem',
  });
  const near = 'postgres://bot@127.0.0.1:6543/reset_ready';
  const local = accepted({ DATABASE_URL: near, KEYS: teams.KEYS, DATABASE_IDENTITY: 'system' });
  assert.deepEqual(
    { checked: local.database?.checked, secret: local.database?.secret },
    { checked: false, secret: { kind: 'identity', id: undefined } },
  );
  assert.equal(accepted({ DATABASE_URL: `${near}?sslmode=verify-full`, KEYS: teams.KEYS }).database?.checked, true);
});

test('a database without keys, with two ways to come in, or less than a checked certificate is refused', () => {
  const { KEYS } = teams;
  assert.deepEqual(problems({ DATABASE_URL: url }), ['KEYS is missing: DATABASE_URL needs it.']);
  assert.deepEqual(problems({ DATABASE_CA: 'ca.pem' }), ['DATABASE_URL is missing: DATABASE_CA needs it.']);
  assert.deepEqual(problems({ DATABASE_URL: url, KEYS, DATABASE_PASSWORD_FILE: 'p' }), [
    'DATABASE_PASSWORD_FILE and a password in DATABASE_URL are set: one of them is enough.',
  ]);
  for (const wrong of [
    'sslmode=require',
    'sslmode=no-verify',
    'options=-c%20a=b',
    'sslmode=verify-full&host=elsewhere',
  ]) {
    assert.match(problems({ DATABASE_URL: `${url}?${wrong}`, KEYS }).join(), /^DATABASE_URL may have nothing behind/);
  }
  for (const wrong of ['mysql://bot@host/db', 'postgres://host/db', 'postgres://bot@host', 'postgres://bot@host/a/b']) {
    assert.match(problems({ DATABASE_URL: wrong, KEYS }).join(), /^DATABASE_URL must be postgres:/);
  }
});
