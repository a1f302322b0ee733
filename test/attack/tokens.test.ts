import assert from 'node:assert/strict';
import { createHmac, createPublicKey, sign } from 'node:crypto';
import { after, before, test } from 'node:test';
import { day, minute, second } from '../../bot/domain/time.ts';
import type { GateRefusal } from '../../bot/http/refusal.ts';
import { createSigningKeys } from '../../bot/http/signing-keys.ts';
import { createTokenGate } from '../../bot/http/token-gate.ts';
import { type OpenId, openId, type SigningPair, signingPair, tokenOf } from '../support/openid.ts';
import { rawHttp } from '../support/raw-http.ts';
import { type Served, serve } from '../support/serve.ts';
import { teamsMessage } from '../support/teams-message.ts';

const appId = '0a1b2c3d-0000-4000-8000-0123456789ab';
const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const tenant = '11111111-2222-4333-8444-555555555555';
const otherTenant = '99999999-2222-4333-8444-555555555555';
const beginning = 1_772_000_000_000;

const pairs: Record<'own' | 'unendorsed' | 'webchat' | 'foreign', SigningPair> = {
  own: signingPair('own'),
  unendorsed: signingPair('unendorsed', []),
  webchat: signingPair('webchat', ['webchat']),
  foreign: { ...signingPair('own') },
};
const { own, foreign } = pairs;
let document: OpenId;
before(async () => {
  document = await openId(own, pairs.unendorsed, pairs.webchat);
});
after(() => document.close());

const claims = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: at(-minute), exp: at(60 * minute) };
const message = () => teamsMessage(serviceUrl, tenant);

/** Seconds, as tokens count them. */
function at(fromBeginning: number): number {
  return (beginning + fromBeginning) / second;
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A token put together by hand, for what no library would sign. */
function forged(header: Record<string, unknown>, signature: (input: string) => Buffer): string {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signature(input).toString('base64url')}`;
}

async function without(claim: keyof typeof claims): Promise<string> {
  const { [claim]: _left, ...rest } = claims;
  return tokenOf(own, rest);
}

async function good(): Promise<string> {
  return tokenOf(own, claims);
}

interface Attack {
  /** The whole header; undefined sends none. */
  readonly authorization?: () => Promise<string | undefined>;
  readonly token?: () => Promise<string> | string;
  readonly activity?: Record<string, unknown>;
  readonly reason: GateRefusal;
}

const publicPem = createPublicKey(own.privateKey).export({ type: 'spki', format: 'pem' });
const { conversation, channelData } = message();

const attacks: Record<string, Attack> = {
  'no header': { authorization: async () => undefined, reason: 'no-token' },
  'an empty header': { authorization: async () => '', reason: 'no-token' },
  'a bearer of nothing': { authorization: async () => 'Bearer ', reason: 'no-token' },
  'another scheme': { authorization: async () => `Basic ${await good()}`, reason: 'no-token' },
  'a token without a scheme': { authorization: good, reason: 'no-token' },
  'a token and something after it': { authorization: async () => `Bearer ${await good()} x`, reason: 'no-token' },
  'two tokens': { authorization: async () => `Bearer ${await good()}, Bearer ${await good()}`, reason: 'no-token' },
  garbage: { token: () => 'not.a.token', reason: 'bad-token' },
  'a huge token': { token: () => `${'a'.repeat(3_000)}.${'b'.repeat(8_000)}.c`, reason: 'no-token' },
  'an empty signature': { token: async () => (await good()).replace(/[^.]*$/, ''), reason: 'no-token' },
  'a cut signature': { token: async () => (await good()).slice(0, -4), reason: 'bad-token' },
  'alg none': { token: () => `${part({ alg: 'none' })}.${part(claims)}.`, reason: 'no-token' },
  'alg none with a signature': {
    token: () => forged({ alg: 'none', kid: 'own' }, () => Buffer.from('x')),
    reason: 'bad-token',
  },
  'HS256 with the public key': {
    token: () =>
      forged({ alg: 'HS256', kid: 'own' }, (input) => createHmac('sha256', publicPem).update(input).digest()),
    reason: 'bad-token',
  },
  RS384: { token: () => tokenOf(own, claims, { alg: 'RS384' }), reason: 'bad-token' },
  RS512: { token: () => tokenOf(own, claims, { alg: 'RS512' }), reason: 'bad-token' },
  PS256: { token: () => tokenOf(own, claims, { alg: 'PS256' }), reason: 'bad-token' },
  'RS256 claimed, signed as RS512': {
    token: () => forged({ alg: 'RS256', kid: 'own' }, (input) => sign('sha512', Buffer.from(input), own.privateKey)),
    reason: 'bad-token',
  },
  'a foreign key under our name': { token: () => tokenOf(foreign, claims), reason: 'bad-token' },
  'a foreign key in the header': {
    token: () => tokenOf(foreign, claims, { jwk: foreign.published }),
    reason: 'bad-token',
  },
  'a foreign key by address': {
    token: () => tokenOf(foreign, claims, { jku: 'http://127.0.0.1:9/keys', x5u: 'http://127.0.0.1:9/cert' }),
    reason: 'bad-token',
  },
  'an unknown key id': { token: () => tokenOf({ ...own, kid: 'unknown' }, claims), reason: 'unknown-key' },
  'no key id': { token: () => tokenOf(own, claims, { kid: undefined }), reason: 'unknown-key' },
  'a critical extension': {
    token: () =>
      forged({ alg: 'RS256', kid: 'own', crit: ['exp'], exp: 1 }, (input) =>
        sign('sha256', Buffer.from(input), own.privateKey),
      ),
    reason: 'bad-token',
  },
  'a tampered payload': {
    token: async () => {
      const [header, , signature] = (await good()).split('.');
      return `${header}.${part({ ...claims, exp: at(day) })}.${signature}`;
    },
    reason: 'bad-token',
  },
  'no exp': { token: () => without('exp'), reason: 'bad-token' },
  'no nbf': { token: () => without('nbf'), reason: 'bad-token' },
  'no audience': { token: () => without('aud'), reason: 'bad-token' },
  'no issuer': { token: () => without('iss'), reason: 'bad-token' },
  'exp that is no number': { token: () => tokenOf(own, { ...claims, exp: 'never' }), reason: 'bad-token' },
  expired: { token: () => tokenOf(own, { ...claims, exp: at(-5 * minute - second) }), reason: 'expired' },
  'not yet valid': { token: () => tokenOf(own, { ...claims, nbf: at(5 * minute + second) }), reason: 'not-yet-valid' },
  'another audience': { token: () => tokenOf(own, { ...claims, aud: `${appId}0` }), reason: 'other-audience' },
  'another issuer': { token: () => tokenOf(own, { ...claims, iss: `${issuer}/` }), reason: 'other-issuer' },
  'the issuer of emulators': {
    token: () => tokenOf(own, { ...claims, iss: `https://sts.windows.net/${tenant}/`, appid: appId, ver: '1.0' }),
    reason: 'other-issuer',
  },
  'a token for another service address': {
    token: () => tokenOf(own, { ...claims, serviceurl: 'https://smba.trafficmanager.net/amer/' }),
    reason: 'other-service-url',
  },
  'a token for no service address': { token: () => without('serviceurl'), reason: 'other-service-url' },
  'a token reused for another service address': {
    activity: { serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/' },
    reason: 'other-service-url',
  },
  'a service address that is not of Teams': {
    token: () => tokenOf(own, { ...claims, serviceurl: 'https://smba.trafficmanager.net.example/' }),
    activity: { serviceUrl: 'https://smba.trafficmanager.net.example/' },
    reason: 'foreign-service-url',
  },
  'a service address without encryption': {
    token: () => tokenOf(own, { ...claims, serviceurl: 'http://smba.trafficmanager.net/emea/' }),
    activity: { serviceUrl: 'http://smba.trafficmanager.net/emea/' },
    reason: 'foreign-service-url',
  },
  'a service address on loopback': {
    token: () => tokenOf(own, { ...claims, serviceurl: 'https://localhost/' }),
    activity: { serviceUrl: 'https://localhost/' },
    reason: 'foreign-service-url',
  },
  'another channel': { activity: { channelId: 'directline' }, reason: 'other-channel' },
  'a channel that lets people choose who they are': {
    token: () => tokenOf(pairs.webchat, claims),
    activity: { channelId: 'webchat' },
    reason: 'other-channel',
  },
  'a key that is endorsed for another channel': { token: () => tokenOf(pairs.webchat, claims), reason: 'not-endorsed' },
  'a key that is endorsed for nothing': { token: () => tokenOf(pairs.unendorsed, claims), reason: 'not-endorsed' },
  'another tenant': {
    activity: teamsMessage(serviceUrl, otherTenant),
    reason: 'other-tenant',
  },
  'another tenant in the conversation only': {
    activity: { conversation: { ...(conversation as object), tenantId: otherTenant } },
    reason: 'other-tenant',
  },
  'another tenant in the channel data only': {
    activity: { channelData: { ...(channelData as object), tenant: { id: otherTenant } } },
    reason: 'other-tenant',
  },
  'no tenant': { activity: { conversation: { id: 'a' }, channelData: {} }, reason: 'other-tenant' },
};

const rules = {
  appId,
  issuer,
  tenants: [tenant],
  serviceHosts: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
};

function bot(t: Parameters<typeof serve>[0], time = { now: beginning }): Promise<Served> {
  const keys = createSigningKeys(document.url, () => time.now);
  return serve(t, { gate: createTokenGate(rules, keys, () => time.now) });
}

async function send(served: Served, attack: Partial<Attack> = {}): Promise<string> {
  const { authorization, token = good, activity } = attack;
  const header = authorization ? await authorization() : `Bearer ${await token()}`;
  const body = JSON.stringify({ ...message(), ...activity });
  const { text } = await rawHttp(
    served.port,
    'POST /api/messages HTTP/1.1\r\nHost: bot.example\r\nConnection: close\r\nContent-Type: application/json\r\n',
    `Content-Length: ${Buffer.byteLength(body)}\r\n`,
    header === undefined ? '\r\n' : `Authorization: ${header}\r\n\r\n`,
    body,
  );
  return text.replace(/^Date: .*\r\n/m, '');
}

const refusal = [
  'HTTP/1.1 401 Unauthorized',
  'Content-Length: 0',
  'Cache-Control: no-store',
  'X-Content-Type-Options: nosniff',
  'Connection: close',
  '\r\n',
].join('\r\n');

test('the right token is accepted, as often as the channel uses it and within five minutes of skew', async (t) => {
  const time = { now: beginning };
  const served = await bot(t, time);
  for (const now of [0, 0, -6 * minute, 65 * minute - second]) {
    time.now = beginning + now;
    assert.match(await send(served), /^HTTP\/1.1 200 OK\r\n/, String(now));
  }
  time.now = beginning + 65 * minute + second;
  assert.equal(await send(served), refusal);
});

for (const [name, attack] of Object.entries(attacks)) {
  test(`refused with the one 401: ${name}`, async (t) => {
    const served = await bot(t);
    assert.equal(await send(served, attack), refusal);
    assert.equal(await served.metric(`bot_requests_refused_total{reason="${attack.reason}"}`), 1, attack.reason);
  });
}

test('a stranger learns nothing from what is wrong with the body', async (t) => {
  const served = await bot(t);
  const nobody = { authorization: async () => undefined };
  assert.equal(await send(served, { ...nobody, activity: { type: 7 } }), refusal);
  assert.equal(await send(served, { ...nobody, activity: { text: 'x'.repeat(300_000) } }), refusal);
  assert.match(await send(served, { activity: { type: 7 } }), /^HTTP\/1.1 400 /);
});

test('a token is refused once its key was withdrawn, and the new key is accepted', async (t) => {
  const time = { now: beginning };
  const served = await bot(t, time);
  assert.match(await send(served), /^HTTP\/1.1 200 /);
  const next = signingPair('next');
  document.publish(next);
  t.after(() => document.publish(own, pairs.unendorsed, pairs.webchat));
  time.now += minute;
  assert.match(await send(served, { token: () => tokenOf(next, claims) }), /^HTTP\/1.1 200 /);
  assert.equal(await send(served), refusal);
});

test('while the metadata is down everybody is refused, unless their key is known already', async (t) => {
  const time = { now: beginning };
  const known = await bot(t, time);
  assert.match(await send(known), /^HTTP\/1.1 200 /);
  document.behave('fail');
  t.after(() => document.behave('well'));
  assert.equal(await send(await bot(t)), refusal);
  time.now += 30 * minute;
  assert.match(await send(known), /^HTTP\/1.1 200 /);
});
