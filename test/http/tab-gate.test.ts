import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { decodeProtectedHeader, UnsecuredJWT } from 'jose';
import { day } from '../../bot/domain/time.ts';
import { signingPair } from '../support/openid.ts';
import {
  authority,
  goodClaims,
  kim,
  kimsRecord,
  monday,
  tabAppId,
  tabBench,
  tabHost,
  tenant,
} from '../support/tab-bench.ts';

const other = '0a1b2c3d-0000-4000-8000-00000000beef';
const seconds = monday / 1_000;
const teamsInBrowser = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const versionOne = {
  ver: '1.0',
  iss: `https://sts.windows.net/${tenant}/`,
  aud: `api://${tabHost}/botid-${tabAppId}`,
  azp: undefined,
  appid: goodClaims.azp,
};

for (const [what, change] of [
  ['version 2.0 with the app’s id as audience', {}],
  ['version 2.0 with the resource as audience', { aud: `api://${tabHost}/botid-${tabAppId}` }],
  ['version 1.0', versionOne],
  ['version 2.0 for Teams in a browser', { azp: teamsInBrowser }],
  ['version 1.0 for Teams in a browser', { ...versionOne, appid: teamsInBrowser.toUpperCase() }],
  ['several scopes', { scp: 'profile access_as_user openid' }],
  ['ids in capitals', { oid: kim.objectId.toUpperCase() }],
  ['a clock that is four minutes off', { exp: seconds - 240 }],
] as const) {
  test(`a token of ${what} opens the tab`, async (t) => {
    const bench = await tabBench(t, { people: [kimsRecord] });
    const response = await bench.ask('/tab/me', await bench.token(change));
    assert.equal(response.status, 200);
    assert.match(await response.text(), /k•••@example\.net/);
  });
}

/** Each is wrong in one thing only. */
const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['another app’s audience', { aud: other }],
  ['the audience of another host', { aud: `api://evil.example/botid-${tabAppId}` }],
  ['the audience of the bot’s channel', { aud: 'https://api.botframework.com' }],
  ['no audience', { aud: undefined }],
  ['several audiences, none of them ours', { aud: [other, 'https://graph.microsoft.com'] }],
  ['the tenant of somebody else', { tid: other, iss: `${authority}/${other}/v2.0` }],
  ['another tenant than its issuer', { tid: tenant, iss: `${authority}/${other}/v2.0` }],
  ['no tenant', { tid: undefined }],
  ['a tenant that is no id', { tid: 'common' }],
  ['an issuer of nobody’s', { iss: 'https://evil.example/v2.0' }],
  ['the bot channel’s issuer', { iss: 'https://api.botframework.com' }],
  ['the issuer of the other version', { iss: versionOne.iss }],
  ['no issuer', { iss: undefined }],
  ['an end that has passed', { exp: seconds - 301 }],
  ['no end', { exp: undefined }],
  ['an end that is no number', { exp: 'never' }],
  ['a beginning to come', { nbf: seconds + 301 }],
  ['no beginning', { nbf: undefined }],
  ['no person', { oid: undefined }],
  ['a person that is no id', { oid: '../../policy' }],
  ['a list of persons', { oid: [kim.objectId] }],
  ['no scope', { scp: undefined }],
  ['another scope', { scp: 'User.Read' }],
  ['a scope that only begins like ours', { scp: 'access_as_user_x' }],
  ['an app in the place of a person', { idtyp: 'app' }],
  ['another client of the same scope', { azp: other }],
  ['no client', { azp: undefined }],
  ['the client where version 1.0 has it', { azp: undefined, appid: goodClaims.azp }],
  ['version 1.0 and another client', { ...versionOne, appid: other }],
  ['version 1.0 and the client where version 2.0 has it', { ...versionOne, appid: undefined, azp: goodClaims.azp }],
  ['no version', { ver: undefined }],
  ['a version there is not', { ver: '3.0' }],
];

for (const [what, change] of wrong) {
  test(`a token with ${what} is refused, in one way and without a reason`, async (t) => {
    const bench = await tabBench(t, { people: [kimsRecord] });
    await refused(await bench.ask('/tab/me', await bench.token(change)));
  });
}

test('a token signed with a foreign key, none, a secret or another algorithm is refused', async (t) => {
  const bench = await tabBench(t, { people: [kimsRecord] });
  const stranger = signingPair('entra');
  const unknown = signingPair('unknown');
  const good = await bench.token();
  const [head = '', body = '', signature = ''] = good.split('.');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const byPublicKey = `${encoded({ alg: 'HS256', kid: bench.pair.kid })}.${body}`;
  const secret = JSON.stringify(bench.pair.published);
  for (const token of [
    await bench.token({}, {}, stranger),
    await bench.token({}, {}, unknown),
    await bench.token({}, { kid: undefined }),
    await bench.token({}, { jwk: stranger.published }, stranger),
    await bench.token({}, { jku: 'https://evil.example/keys' }, stranger),
    await bench.token({}, { alg: 'RS384' }),
    await bench.token({}, { alg: 'PS256' }),
    new UnsecuredJWT(goodClaims).encode(),
    `${byPublicKey}.${createHmac('sha256', secret).update(byPublicKey).digest('base64url')}`,
    `${head}.${encoded({ ...goodClaims, oid: other })}.${signature}`,
    `${head}.${body}.${'A'.repeat(signature.length)}`,
    `${head}.${body}.`,
    `${head}.${body}`,
    `${good}.${body}.x`,
    `${head}.${'A'.repeat(13_000)}.${signature}`,
    'not-a-token',
    '',
  ]) {
    await refused(await bench.ask('/tab/me', token));
  }
  assert.equal(decodeProtectedHeader(good).alg, 'RS256');
});

test('without a Bearer header nobody is let in, whatever else is sent', async (t) => {
  const bench = await tabBench(t, { people: [kimsRecord] });
  const token = await bench.token();
  await refused(await bench.ask('/tab/me', undefined));
  for (const authorization of [
    'Basic a2ltOmtpbQ==',
    `bearer ${token}`,
    `Bearer  ${token}`,
    token,
    `Bearer ${token}, Bearer ${token}`,
  ]) {
    await refused(await bench.ask('/tab/me', undefined, { headers: { authorization } }));
  }
  await refused(await bench.ask(`/tab/me?access_token=${token}`, undefined));
  await refused(await bench.ask('/tab/me', undefined, { headers: { cookie: `token=${token}` } }));
});

test('an end that comes later counts from then on', async (t) => {
  let now = monday;
  const bench = await tabBench(t, { people: [kimsRecord], clock: () => now });
  const token = await bench.token();
  assert.equal((await bench.ask('/tab/me', token)).status, 200);
  now += day;
  await refused(await bench.ask('/tab/me', token));
});

test('nobody is let in while Entra’s keys can’t be read, and everybody soon after', async (t) => {
  let now = monday;
  const bench = await tabBench(t, { people: [kimsRecord], clock: () => now });
  bench.keys.behave('fail');
  const token = await bench.token();
  await refused(await bench.ask('/tab/me', token));
  bench.keys.behave('well');
  now += 60_000;
  assert.equal((await bench.ask('/tab/me', token)).status, 200);
});

test('refusals are counted by their reason, and the log has no part of a token', async (t) => {
  const bench = await tabBench(t);
  const token = await bench.token({ tid: other });
  await bench.ask('/tab/me', token);
  assert.equal(await bench.served.metric('bot_requests_refused_total{reason="other-tenant"}'), 1);
  assert.ok(!bench.served.log.join().includes(token.slice(0, 20)));
});

async function refused(response: Response): Promise<void> {
  assert.equal(response.status, 401);
  assert.equal(await response.text(), '');
  assert.equal(response.headers.get('www-authenticate'), null);
}
