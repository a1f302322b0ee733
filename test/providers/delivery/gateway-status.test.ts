import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { StatusCall } from '../../../bot/domain/ports/status-source.ts';
import { gatewayStatus } from '../../../bot/providers/delivery/gateway/status.ts';

const now = Date.parse('2021-02-25T15:02:10Z');
/** Of the example that Standard Webhooks' own libraries are tested with. */
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const source = gatewayStatus([secret, Buffer.alloc(24, 7)], () => now);

function call(body: string, { at = now, id = 'msg_1', key = secret }: { at?: number; id?: string; key?: Buffer } = {}) {
  const timestamp = `${Math.floor(at / 1000)}`;
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
  return { query: '', headers, body: Buffer.from(body) } satisfies StatusCall;
}

test('the example of the standard is genuine', () => {
  const example: StatusCall = {
    query: '',
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    body: Buffer.from('{"test": 2432232314}'),
  };
  assert.deepEqual(source.read(example), { kind: 'nothing' });
  assert.deepEqual(source.read({ ...example, body: Buffer.from('{"test": 2432232315}') }), { kind: 'not-genuine' });
});

for (const [body, report] of [
  ['{"letter":"aa11","status":"sent"}', { kind: 'on-way', letter: 'aa11' }],
  ['{"letter":"aa11","status":"delivered","more":1}', { kind: 'arrived', letter: 'aa11' }],
  ['{"letter":"aa11","status":"failed"}', { kind: 'not-arrived', letter: 'aa11', why: 'unknown' }],
  ['{"letter":"aa11","status":"failed","reason":"no-texts"}', { kind: 'not-arrived', letter: 'aa11', why: 'no-texts' }],
  ['{"letter":"aa11","status":"failed","reason":"eaten"}', { kind: 'not-arrived', letter: 'aa11', why: 'unknown' }],
] as const) {
  test(`${body} is ${report.kind}`, () => {
    assert.deepEqual(source.read(call(body)), { kind: 'report', report });
  });
}

test('what is genuine and says nothing we know is nothing', () => {
  for (const body of ['', '{', '[]', '"sent"', '{"status":"sent"}', '{"letter":"a","status":"read"}', '{"letter":1}']) {
    assert.deepEqual(source.read(call(body)), { kind: 'nothing' }, body);
  }
});

test('signatures may be several, and secrets too while one is being changed', () => {
  const good = call('{"letter":"a","status":"sent"}');
  const list = `v1,bm90aGluZw== v1a,xyz ${good.headers['webhook-signature']}`;
  assert.equal(source.read({ ...good, headers: { ...good.headers, 'webhook-signature': list } }).kind, 'report');
  assert.equal(source.read(call('{"letter":"a","status":"sent"}', { key: Buffer.alloc(24, 7) })).kind, 'report');
});

test('what is old, early, or changed on the way is a forgery', () => {
  const body = '{"letter":"aa11","status":"delivered"}';
  const good = call(body);
  const other = (headers: Record<string, string>): StatusCall => ({
    ...good,
    headers: { ...good.headers, ...headers },
  });
  assert.equal(source.read(call(body, { at: now - 299_000 })).kind, 'report');
  const forged: readonly StatusCall[] = [
    call(body, { at: now - 301_000 }),
    call(body, { at: now + 302_000 }),
    call(body, { key: Buffer.alloc(24, 8) }),
    other({ 'webhook-id': 'msg_2' }),
    other({ 'webhook-timestamp': `${now / 1000 + 1}` }),
    other({ 'webhook-timestamp': 'NaN' }),
    other({ 'webhook-signature': '' }),
    other({ 'webhook-signature': `${good.headers['webhook-signature']}`.replace('v1,', 'v2,') }),
    { ...good, headers: {} },
    { ...good, body: Buffer.from(body.replace('aa11', 'bb22')) },
  ];
  for (const one of forged) assert.deepEqual(source.read(one), { kind: 'not-genuine' });
  assert.equal(gatewayStatus([], () => now).read(good).kind, 'not-genuine');
});
