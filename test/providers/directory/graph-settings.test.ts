import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGraphSettings } from '../../../bot/providers/directory/graph/settings.ts';
import { clouds } from '../../../bot/settings/clouds.ts';
import { graphOf } from '../../../bot/settings/config.ts';

const readSettings = (env: Readonly<Record<string, string>>) => readGraphSettings(env, graphOf(clouds.public));

const id = '22222222-2222-4222-8222-222222222222';
const tenant = '11111111-1111-4111-8111-111111111111';
const good = { DIRECTORY: 'link', MicrosoftAppId: id, MicrosoftAppTenantId: tenant, GRAPH_CLIENT_SECRET: 'shhh' };

test('without DIRECTORY no directory is connected', () => {
  assert.deepEqual(readSettings({}), { kind: 'embedded' });
  assert.deepEqual(readSettings({ DIRECTORY: 'embedded' }), { kind: 'embedded' });
});

test('the app and tenant of the bot registration are taken unless others are named', () => {
  const read = readSettings(good);
  assert.deepEqual(read, {
    kind: 'graph',
    settings: {
      mode: 'link',
      base: 'https://graph.microsoft.com/v1.0',
      identity: {
        tenantId: tenant,
        proof: { kind: 'secret', id, secret: 'shhh' },
        authority: 'https://login.microsoftonline.com',
      },
      mailSender: undefined,
    },
  });
  const other = readSettings({ ...good, GRAPH_CLIENT_ID: tenant, GRAPH_TENANT_ID: id });
  assert.ok(other.kind === 'graph' && other.settings.identity.tenantId === id);
});

for (const [name, value, proof] of [
  ['GRAPH_CLIENT_SECRET_FILE', '/run/secrets/graph', { kind: 'secret-file', id, file: '/run/secrets/graph' }],
  ['GRAPH_CERTIFICATE_FILE', '/run/app.pem', { kind: 'certificate', id, file: '/run/app.pem' }],
  ['GRAPH_TOKEN_FILE', '/var/run/token', { kind: 'workload-identity', id, file: '/var/run/token' }],
  ['GRAPH_MANAGED_IDENTITY', 'system', { kind: 'managed-identity' }],
  ['GRAPH_MANAGED_IDENTITY', tenant, { kind: 'managed-identity', id: tenant }],
] as const) {
  test(`${name}=${value} is a way to prove which app it is`, () => {
    const { GRAPH_CLIENT_SECRET: _, ...rest } = good;
    const read = readSettings({ ...rest, [name]: value });
    assert.deepEqual(read.kind === 'graph' && read.settings.identity.proof, proof);
  });
}

const mistakes: readonly [what: string, more: Readonly<Record<string, string>>, problem: RegExp][] = [
  ['a mode nobody knows', { DIRECTORY: 'admin' }, /DIRECTORY must be one of/],
  ['two proofs', { GRAPH_TOKEN_FILE: '/x' }, /Exactly one of .*; set are GRAPH_CLIENT_SECRET, GRAPH_TOKEN_FILE/],
  ['no proof', { GRAPH_CLIENT_SECRET: '' }, /Exactly one of .*; none is set/],
  ['no tenant', { MicrosoftAppTenantId: '' }, /GRAPH_TENANT_ID is missing/],
  ['no app', { MicrosoftAppId: '' }, /GRAPH_CLIENT_ID is missing/],
  ['a plain address', { GRAPH_URL: 'http://graph.microsoft.com/v1.0' }, /GRAPH_URL must be/],
  ['an address without version', { GRAPH_URL: 'https://graph.microsoft.com' }, /GRAPH_URL must be/],
  ['a plain token service', { GRAPH_AUTHORITY: 'http://login.example' }, /GRAPH_AUTHORITY must be/],
  ['a sender that is none', { GRAPH_MAIL_SENDER: 'the bot' }, /GRAPH_MAIL_SENDER must be/],
];

for (const [what, more, problem] of mistakes) {
  test(`${what} is named, and no value is repeated`, () => {
    const read = readSettings({ ...good, ...more });
    assert.ok(read.kind === 'problems');
    assert.match(read.problems.join('\n'), problem);
    assert.ok(!read.problems.join().includes('shhh'));
  });
}

test('settings of a directory that is not connected are a mistake, not ignored', () => {
  const read = readSettings({ GRAPH_CLIENT_SECRET: 'shhh', GRAPH_URL: 'https://graph.microsoft.com/v1.0' });
  assert.equal(read.kind === 'problems' && read.problems.length, 2);
});

test('a national cloud brings its token service along', () => {
  const read = readSettings({ ...good, GRAPH_URL: 'https://graph.microsoft.us/v1.0/' });
  assert.ok(read.kind === 'graph');
  assert.equal(read.settings.base, 'https://graph.microsoft.us/v1.0');
  assert.equal(read.settings.identity.authority, 'https://login.microsoftonline.us');
});

test('without GRAPH_URL it is the Graph of the cloud, with the token service of that', () => {
  const cloud = { ...clouds.gcc, graph: 'https://graph.cloud.example/v1.0', authority: 'https://login.cloud.example' };
  const read = readGraphSettings(good, graphOf(cloud));
  assert.ok(read.kind === 'graph');
  assert.equal(read.settings.base, cloud.graph);
  assert.equal(read.settings.identity.authority, cloud.authority);
});
