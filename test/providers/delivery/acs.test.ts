import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { azureDelivery, azureHeaders } from '../../../bot/providers/delivery/azure/azure.ts';
import type { AzureSettings } from '../../../bot/providers/delivery/azure/settings.ts';
import { messageOn, namesNobody } from '../../contract/delivery.ts';
import { accessKey, acsNumber, startAcs } from '../../support/fake-acs.ts';
import { patience, until } from '../../support/until.ts';

const signal = () => AbortSignal.timeout(patience);

async function open(t: TestContext, more: Partial<AzureSettings> = {}) {
  let now = Date.parse('2026-11-23T06:43:05Z');
  const fake = await startAcs(t);
  const settings = { endpoint: fake.origin, accessKey, texts: { '*': acsNumber }, ...more };
  return {
    fake,
    begun: now,
    delivery: azureDelivery(settings, () => now),
    another: () => azureDelivery(settings, () => now),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('a request is signed as the maker of the service signs it', () => {
  const url = new URL('https://contoso.communication.azure.com/sms?api-version=2021-03-07');
  const body = '{"from":"+18005550100","smsRecipients":[{"to":"+46701234567"}],"message":"Din kod är 123456 – åäö"}';
  // Made with @azure/communication-common 2.4.2 from the same key, address, body and time.
  assert.deepEqual(azureHeaders(accessKey, url, body, new Date('2026-11-23T06:43:05Z')), {
    'x-ms-date': 'Mon, 23 Nov 2026 06:43:05 GMT',
    'x-ms-content-sha256': '6m6gOcQ7tkPp1y8Wy+VbHpW2mQDGLCT6TNQbSCHvOHo=',
    Authorization:
      'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=BAhadCl7FKr32/NNYOMJRMQbQeDhYuRZcYsoO0ZfogM=',
  });
});

test('a text has its sender, its words on one line and its letter', async (t) => {
  const { fake, delivery } = await open(t, { texts: { SE: '+46730000009', '*': acsNumber } });
  await delivery.send(messageOn('text', { text: 'Hej\r\n"},{"to":"+4690', letter: 'aa11' }), signal());
  const [request] = fake.taken;
  assert.equal(request?.from, '+46730000009');
  assert.equal(request?.message, 'Hej "},{"to":"+4690');
  assert.equal(request?.smsRecipients.length, 1);
  assert.deepEqual(request?.smsSendOptions, { enableDeliveryReport: true, tag: 'aa11' });
});

test('each try of a letter is the same request, for as long as the service remembers; then it is a new one', async (t) => {
  const { fake, delivery, another, begun, wait } = await open(t);
  for (let minutes = 0; minutes < 6; minutes += 1) {
    fake.next.push('cut');
    // Every second try by a process that was started since.
    const sender = minutes % 2 === 0 ? delivery : another();
    await sender.send(messageOn('text', { first: begun }), signal());
    wait(60_000);
  }
  const tries = fake.taken.map(
    ({ smsRecipients: [{ repeatabilityRequestId: id, repeatabilityFirstSent: first }] }) => ({
      id,
      first,
    }),
  );
  assert.equal(tries.length, 6);
  const firsts = tries.map(({ first }) => Date.parse(first));
  assert.deepEqual(
    firsts.map((first) => (first - (firsts[0] ?? 0)) / 60_000),
    [0, 0, 0, 0, 4, 4],
  );
  assert.equal(new Set(tries.map(({ id, first }) => id + first)).size, 2);
  assert.equal(new Set(tries.map(({ id }) => id)).size, 2, 'an id never names two requests');
  for (const { id } of tries) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

const answers: readonly [where: 'request' | 'recipient', status: number, verdict: string][] = [
  ['recipient', 400, 'refused'],
  ['recipient', 422, 'refused'],
  ['recipient', 401, 'retry'],
  ['recipient', 403, 'retry'],
  ['recipient', 404, 'retry'],
  ['recipient', 409, 'retry'],
  ['recipient', 429, 'retry'],
  ['recipient', 500, 'retry'],
  ['request', 400, 'refused'],
  ['request', 401, 'retry'],
  ['request', 403, 'retry'],
  ['request', 404, 'retry'],
  ['request', 412, 'retry'],
  ['request', 429, 'retry'],
  ['request', 503, 'retry'],
  ['request', 307, 'retry'],
  ['request', 200, 'retry'],
];

for (const [where, status, verdict] of answers) {
  test(`${status} for the ${where} is ${verdict}`, async (t) => {
    const { fake, delivery } = await open(t);
    const errorMessage = '+46701234567 is not for 123456';
    const one = { to: '+46701234567', httpStatusCode: status, successful: false, errorMessage };
    const whole = { status, body: { error: { code: 'X', message: errorMessage } }, headers: { Location: '/sms' } };
    fake.next.push(where === 'request' ? whole : { status: 202, body: { value: [one] } });
    const result = await delivery.send(messageOn('text'), signal());
    assert.equal(result.kind, verdict, JSON.stringify(result));
    namesNobody(result, messageOn('text'));
    assert.equal(fake.got.length, 1, 'no redirect is followed');
  });
}

test('how long to wait is taken from the answer', async (t) => {
  const { fake, delivery } = await open(t);
  fake.next.push({ status: 429, headers: { 'Retry-After': '12' } });
  const result = await delivery.send(messageOn('text'), signal());
  assert.deepEqual(result, { kind: 'retry', reason: 'azure 429', after: 12_000 });
});

test('a wrong key is our fault, not the person’s, and is not told', async (t) => {
  const { delivery } = await open(t, { accessKey: Buffer.from('another key').toString('base64') });
  assert.deepEqual(await delivery.send(messageOn('text'), signal()), { kind: 'retry', reason: 'azure 401' });
});

test('an answer that names no message is retry', async (t) => {
  const { fake, delivery } = await open(t);
  const good = { to: '+46701234567', httpStatusCode: 202, successful: true, messageId: 'm' };
  for (const value of [[], [good, good], [{ ...good, messageId: '' }], undefined]) {
    fake.next.push({ status: 202, body: { value } });
    assert.equal((await delivery.send(messageOn('text'), signal())).kind, 'retry');
  }
});

test('calls and e-mail are not its business, nor is what is no phone number', async (t) => {
  const { fake, delivery } = await open(t, { texts: { SE: acsNumber } });
  assert.deepEqual(delivery.channels, ['text']);
  assert.equal((await delivery.send(messageOn('call'), signal())).kind, 'refused');
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'refused');
  for (const to of ['kim', '+46701234567\r\n', '+12065550100']) {
    assert.equal((await delivery.send(messageOn('text', { to }), signal())).kind, 'refused');
  }
  assert.deepEqual(fake.got, []);
});

test('silence is given up when the signal says so', async (t) => {
  const { fake, delivery } = await open(t);
  fake.next.push('hang');
  const giveUp = new AbortController();
  const sending = delivery.send(messageOn('text'), giveUp.signal);
  await until('it has been asked', () => fake.next.length === 0);
  giveUp.abort();
  assert.deepEqual(await sending, { kind: 'retry', reason: 'azure given up' });
});
