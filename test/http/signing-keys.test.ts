import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hour, minute } from '../../bot/domain/time.ts';
import { createSigningKeys } from '../../bot/http/signing-keys.ts';
import { type OpenId, openId, type SigningPair, signingPair } from '../support/openid.ts';

let first: SigningPair;
let second: SigningPair;
before(() => {
  first = signingPair('first');
  second = signingPair('second');
});

async function keysOf(t: { after(work: () => Promise<void>): void }, ...pairs: readonly SigningPair[]) {
  const document: OpenId = await openId(...pairs);
  t.after(() => document.close());
  const time = { now: 1_000_000_000_000 };
  const keys = createSigningKeys(document.url, () => time.now);
  return { document, time, find: async (id: string) => (await keys(id)).kind };
}

test('keys are read once and kept', async (t) => {
  const { document, time, find } = await keysOf(t, first);
  for (let count = 0; count < 5; count += 1) assert.equal(await find('first'), 'found');
  time.now += 23 * hour;
  assert.equal(await find('first'), 'found');
  assert.equal(document.reads(), 1);
});

test('many turns at once share one read', async (t) => {
  const { document, find } = await keysOf(t, first);
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 50 }, () => find('first')))), new Set(['found']));
  assert.equal(document.reads(), 1);
});

test('tokens that name unknown keys can not make us read again and again', async (t) => {
  const { document, time, find } = await keysOf(t, first);
  for (let count = 0; count < 50; count += 1) assert.equal(await find(`made-up-${count}`), 'unknown-key');
  assert.equal(document.reads(), 1);
  time.now += minute;
  assert.equal(await find('made-up'), 'unknown-key');
  assert.equal(document.reads(), 2);
});

test('a new key is found a little after it was published, without waiting for the day to end', async (t) => {
  const { document, time, find } = await keysOf(t, first);
  assert.equal(await find('first'), 'found');
  document.publish(first, second);
  time.now += minute;
  assert.equal(await find('second'), 'found');
});

test('a key that was withdrawn stops working within a day', async (t) => {
  const { document, time, find } = await keysOf(t, first, second);
  assert.equal(await find('first'), 'found');
  document.publish(second);
  time.now += 24 * hour;
  assert.equal(await find('first'), 'unknown-key');
  assert.equal(await find('second'), 'found');
});

for (const how of ['fail', 'babble', 'hang'] as const) {
  test(`known keys go on working while the metadata ${how}s, and strangers stay out`, async (t) => {
    const { document, time, find } = await keysOf(t, first);
    assert.equal(await find('first'), 'found');
    document.behave(how);
    time.now += 25 * hour;
    assert.equal(await find('first'), 'found');
    assert.equal(await find('second'), 'unknown-key');
    document.publish(first, second);
    document.behave('well');
    time.now += minute;
    assert.equal(await find('second'), 'found');
  });
}

test('an empty set of keys is taken for a mistake, not for the truth', async (t) => {
  const { document, time, find } = await keysOf(t, first);
  assert.equal(await find('first'), 'found');
  document.publish();
  time.now += 25 * hour;
  assert.equal(await find('first'), 'found');
});

test('nobody is let in before the metadata was read, and everybody soon after', async (t) => {
  const { document, time, find } = await keysOf(t, first);
  document.behave('fail');
  assert.equal(await find('first'), 'metadata-down');
  document.behave('well');
  assert.equal(await find('first'), 'metadata-down');
  time.now += minute;
  assert.equal(await find('first'), 'found');
});

test('keys that are no RSA signing keys are left out', async (t) => {
  const odd: SigningPair = { ...second, kid: 'odd', published: { kty: 'oct', kid: 'odd', k: 'c2VjcmV0' } };
  const forEncryption: SigningPair = { ...second, published: { ...second.published, kid: 'enc', use: 'enc' } };
  const { find } = await keysOf(t, first, odd, forEncryption);
  assert.equal(await find('first'), 'found');
  assert.equal(await find('odd'), 'unknown-key');
  assert.equal(await find('enc'), 'unknown-key');
});
