import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { gatewayDelivery } from '../../../bot/providers/delivery/gateway/gateway.ts';
import { type GatewaySettings, readTemplate } from '../../../bot/providers/delivery/gateway/settings.ts';
import { messageOn, namesNobody } from '../../contract/delivery.ts';
import { gatewaySecret, startGateway } from '../../support/fake-gateway.ts';
import { templateOf } from '../../support/gateway-template.ts';
import { seedOfRun } from '../../support/seeded.ts';
import { patience, until } from '../../support/until.ts';

const signal = () => AbortSignal.timeout(patience);

async function open(t: TestContext, more: Partial<GatewaySettings> = {}) {
  const fake = await startGateway(t);
  const settings = {
    url: `${fake.origin}/send?account=7`,
    header: { name: 'Authorization', value: gatewaySecret },
    channels: ['text', 'call'] as const,
    template: templateOf(),
    ...more,
  };
  return { fake, delivery: gatewayDelivery(settings, Date.now) };
}

test('a message has the fields of the template, and a key that is the same for each try', async (t) => {
  const template = templateOf(
    '{"messages":[{"recipient":"{to}","sender":"{from}","body":"[{channel}] {text}","lang":"{language}","ref":"{letter}"}],"version":2,"test":false,"x":null}',
  );
  const { fake, delivery } = await open(t, { template, senders: { SE: 'Reset Ready' } });
  await delivery.send(messageOn('text', { letter: 'aa11', text: 'Hej\r\n{to} "så"' }), signal());
  await delivery.send(messageOn('text', { letter: 'aa11' }), signal());
  const [got, again] = fake.got;
  assert.deepEqual(JSON.parse(got?.body ?? ''), {
    messages: [
      { recipient: '+46701234567', sender: 'Reset Ready', body: '[text] Hej {to} "så"', lang: 'sv', ref: 'aa11' },
    ],
    version: 2,
    test: false,
    x: null,
  });
  assert.equal(got?.url.search, '?account=7');
  assert.equal(got?.headers['idempotency-key'], 'aa11');
  assert.equal(again?.headers['idempotency-key'], 'aa11');
});

test('the reference is the id it gives, else the letter', async (t) => {
  const { fake, delivery } = await open(t);
  const references: unknown[] = [];
  for (const body of ['{"id":"m-1"}', '{"id":42}', '{"id":""}', '{"id":{}}', '"ok"', '', 'x'.repeat(1_000_000)]) {
    fake.next.push({ status: 200, body });
    const result = await delivery.send(messageOn('text', { letter: 'aa11' }), signal());
    references.push(result.kind === 'accepted' && result.reference);
  }
  assert.deepEqual(references, ['m-1', '42', 'aa11', 'aa11', 'aa11', 'aa11', 'aa11']);
});

const answers: readonly [status: number, verdict: string][] = [
  [200, 'accepted'],
  [201, 'accepted'],
  [204, 'accepted'],
  [301, 'retry'],
  [307, 'retry'],
  [400, 'refused'],
  [401, 'retry'],
  [403, 'refused'],
  [404, 'refused'],
  [407, 'retry'],
  [408, 'retry'],
  [422, 'refused'],
  [425, 'retry'],
  [429, 'retry'],
  [500, 'retry'],
  [503, 'retry'],
];

for (const [status, verdict] of answers) {
  test(`${status} is ${verdict}`, async (t) => {
    const { fake, delivery } = await open(t);
    const headers = { Location: `${fake.origin}/elsewhere`, 'Retry-After': '3' };
    fake.next.push({ status, headers, body: status === 204 ? '' : 'no: +46701234567, 123456' });
    const result = await delivery.send(messageOn('call'), signal());
    assert.equal(result.kind, verdict, JSON.stringify(result));
    namesNobody(result, messageOn('call'));
    assert.equal(fake.got.length, 1, 'no redirect is followed');
    if (status === 429) assert.ok(result.kind === 'retry' && result.after === 3_000);
  });
}

test('a channel it does not carry, a country without sender and what is no number are refused unsent', async (t) => {
  const { fake, delivery } = await open(t, { channels: ['text'], senders: { SE: 'Reset Ready' } });
  assert.deepEqual(delivery.channels, ['text']);
  for (const message of [
    messageOn('call'),
    messageOn('email'),
    messageOn('text', { to: '+12065550100' }),
    messageOn('text', { to: '+46701234567\n' }),
  ]) {
    assert.equal((await delivery.send(message, signal())).kind, 'refused');
  }
  assert.deepEqual(fake.got, []);
});

test('a letter can not begin another header', async (t) => {
  const { fake, delivery } = await open(t);
  await delivery.send(messageOn('text', { letter: 'x\r\nX-Evil: 1\r\n\r\nå' }), signal());
  assert.equal(fake.got[0]?.headers['idempotency-key'], 'xX-Evil1');
  assert.equal(fake.got[0]?.headers['x-evil'], undefined);
});

test('no secret is in a reason, and silence is given up when the signal says so', async (t) => {
  const { fake, delivery } = await open(t, { header: { name: 'Authorization', value: 'Bearer wrong-secret' } });
  const denied = await delivery.send(messageOn('text'), signal());
  assert.deepEqual(denied, { kind: 'retry', reason: 'gateway 401' });
  fake.next.push('hang');
  const giveUp = new AbortController();
  const sending = delivery.send(messageOn('text'), giveUp.signal);
  await until('it has been asked', () => fake.next.length === 0);
  giveUp.abort(new Error('wrong-secret'));
  assert.deepEqual(await sending, { kind: 'retry', reason: 'gateway given up' });
  await fake.stop();
  assert.deepEqual(await delivery.send(messageOn('text'), signal()), { kind: 'retry', reason: 'gateway ECONNREFUSED' });
});

for (const [template, problem] of [
  ['', 'must be JSON'],
  ['{to}{text}', 'must be JSON'],
  ['["{to}","{text}"]', 'must be a JSON object'],
  ['"{to}{text}"', 'must be a JSON object'],
  ['null', 'must be a JSON object'],
  ['{"to":"{to}"}', 'must use {to} and {text}'],
  ['{"{to}":1,"text":"{text}"}', 'must use {to} and {text}'],
  ['{"a":"{to}","b":"{text}","c":"{code}"}', 'may use {to} {from} {text} {channel} {language} {letter} only'],
] as const) {
  test(`the template ${template || '(empty)'} ${problem}`, () => {
    assert.deepEqual(readTemplate(template), { problem });
  });
}

test('words stay in their field, whatever signs they hold', () => {
  const seed = seedOfRun();
  const template = templateOf('{"a":"{to}","b":{"c":["{text}"]}}');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('{to}', '"},"a":"', '{text}', '\\'), (words, evil) => {
      const values = { to: '+1', from: '', text: evil + words, channel: 'text', language: 'sv', letter: 'l' };
      assert.deepEqual(JSON.parse(template(values)), { a: '+1', b: { c: [evil + words] } });
    }),
    { seed, numRuns: 500 },
  );
});
