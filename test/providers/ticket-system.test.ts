import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { systemMessage } from '../../bot/domain/tickets/ticket-system.ts';
import { webhookHeaders } from '../../bot/providers/standard-webhooks.ts';
import { ticketSystem } from '../../bot/providers/ticket-system/ticket-system.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { type Reply, startFake } from '../support/fake-http.ts';
import { after, maja, monday, ticket } from '../support/tickets.ts';
import { until } from '../support/until.ts';
import { rightlySigned, webhookSecret } from '../support/webhooks.ts';

const old = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const settings = {
  TICKETS_NAME: 'ServiceNow',
  TICKETS_SECRET: `${webhookSecret},${old}`,
  TICKETS_HEADER: 'X-Automation-Webhook-Token: token-of-a-rule',
};

/** A ticket system that takes everything, told by what the settings come to. */
async function told(t: TestContext, more: Record<string, string> = {}) {
  const fake = await startFake(t, () => ({ status: 200, body: { result: 'taken' } }));
  const read = readConfig({ ...settings, TICKETS_URL: `${fake.origin}/api/x_1/reset_ready`, ...more });
  assert.ok(read.ok, read.ok ? '' : read.problems.join());
  const out = read.config.ticketSystem?.out ?? assert.fail();
  let now = monday;
  const system = ticketSystem(out, 'tenant', () => now);
  const tell = (id = 'ticket-0-system', signal = new AbortController().signal) => {
    const message = systemMessage(ticket(), 0, system.shares) ?? assert.fail();
    return system.tell(id, message, signal);
  };
  return { fake, system, tell, pass: (ms: number) => (now += ms) };
}

test('the example of the standard is signed as the standard signs it', () => {
  const key = Buffer.from(webhookSecret.slice(6), 'base64');
  const headers = webhookHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}', [key]);
  assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('an act is told in one message, signed with both secrets, with the header that system wants', async (t) => {
  const { fake, tell } = await told(t);
  assert.deepEqual(await tell(), { kind: 'accepted', reference: '' });
  const [got] = fake.got;
  assert.ok(got);
  assert.equal(got.url.pathname, '/api/x_1/reset_ready');
  assert.equal(got.headers['x-automation-webhook-token'], 'token-of-a-rule');
  assert.ok(rightlySigned(got.headers, got.body) && rightlySigned(got.headers, got.body, old));
  assert.equal(Number(got.headers['webhook-timestamp']) * 1000, monday);
  const { type, timestamp, data } = JSON.parse(got.body);
  assert.deepEqual([type, timestamp], ['ticket.created', new Date(monday).toISOString()]);
  assert.deepEqual(data, {
    number: 'R-0427',
    sequence: 0,
    by: 'employee',
    urgent: false,
    cause: 'help',
    situation: 'K5',
    raisedAt: new Date(monday).toISOString(),
    link: null,
  });
});

test('nothing of a person goes out but what the settings share, and never more than who asks and what was said', async (t) => {
  const person = /Kim|kim\.larsen|My reset fails|\+46|SSPR_0010|writeback|premium|managed|"tenant"/;
  const { fake, tell } = await told(t);
  await tell();
  assert.doesNotMatch(fake.got[0]?.body ?? 'Kim', person);
  const shared = await told(t, { TICKETS_SHARE: 'caller,words' });
  await shared.tell();
  const { data } = JSON.parse(shared.fake.got[0]?.body ?? '');
  assert.deepEqual(data.caller, { name: 'Kim Larsen', signInName: 'kim.larsen@example.org' });
  assert.equal(data.words, 'My reset fails.');
  assert.doesNotMatch(shared.fake.got[0]?.body ?? '+46', /\+46|writeback|premium|managed/);
  const noted = after(ticket(), [maja, { kind: 'note', words: 'Among us.' }, monday]);
  assert.equal(systemMessage(noted, 1, ['caller', 'words']), undefined, 'a note among supporters stays among them');
});

test('each try of a message has the same id and a time of its own; the id tells nothing of the ticket', async (t) => {
  const { fake, tell, pass } = await told(t);
  fake.next.push({ status: 500 });
  assert.equal((await tell('aabbccdd-0-system')).kind, 'retry');
  pass(60_000);
  assert.equal((await tell('aabbccdd-0-system')).kind, 'accepted');
  const [one, other] = fake.got.map(({ headers }) => headers);
  assert.equal(one?.['webhook-id'], other?.['webhook-id']);
  assert.match(one?.['webhook-id'] ?? '', /^msg_[0-9a-f]{32}$/);
  assert.equal(Number(other?.['webhook-timestamp']) - Number(one?.['webhook-timestamp']), 60);
});

for (const [answer, verdict] of [
  [
    { status: 204, body: '' },
    { kind: 'accepted', reference: '' },
  ],
  [{ status: 401 }, { kind: 'retry', reason: 'ticket system 401' }],
  [{ status: 404 }, { kind: 'retry', reason: 'ticket system 404' }],
  [{ status: 410 }, { kind: 'refused', reason: 'ticket system 410' }],
  [
    { status: 429, headers: { 'Retry-After': '7' } },
    { kind: 'retry', reason: 'ticket system 429', after: 7_000 },
  ],
  [
    { status: 503, body: 'x'.repeat(200_000) },
    { kind: 'retry', reason: 'ticket system 503' },
  ],
  ['cut', { kind: 'retry' }],
] as const satisfies readonly (readonly [Reply | 'cut', object])[]) {
  test(`${JSON.stringify(answer).slice(0, 60)} is ${verdict.kind}`, async (t) => {
    const { fake, tell } = await told(t);
    fake.next.push(answer);
    const { reason, ...rest } = { reason: undefined, ...(await tell()) };
    const { reason: said, ...expected } = { reason: undefined, ...verdict };
    assert.deepEqual(rest, expected);
    if (said !== undefined) assert.equal(reason, said);
  });
}

test('a redirect is not followed: what is signed for one place goes to no other', async (t) => {
  const elsewhere = await startFake(t, () => ({ status: 200 }));
  const { fake, tell } = await told(t);
  for (const status of [301, 302, 307, 308]) {
    fake.next.push({ status, headers: { Location: `${elsewhere.origin}/` } });
    assert.deepEqual(await tell(), { kind: 'retry', reason: `ticket system ${status}` });
  }
  assert.equal(elsewhere.got.length, 0);
});

test('one that hangs is given up in time', async (t) => {
  const { fake, tell } = await told(t);
  fake.next.push('hang');
  const patience = new AbortController();
  const telling = tell('a', patience.signal);
  await until('it hangs', () => fake.got.length === 1);
  patience.abort();
  assert.deepEqual(await telling, { kind: 'retry', reason: 'ticket system given up' });
});

for (const [given, problem] of [
  [{ TICKETS_URL: 'http://tickets.example/' }, 'TICKETS_URL must be an https:// address.'],
  [{ TICKETS_URL: 'file:///etc/passwd' }, 'TICKETS_URL must be an https:// address.'],
  [{ TICKETS_SECRET: 'whsec_short' }, 'TICKETS_SECRET must be whsec_ and at least 24 bytes in base64'],
  [{ TICKETS_NAME: '' }, 'TICKETS_NAME is missing: TICKETS_URL needs it.'],
  [{ TICKETS_SECRET: '' }, 'TICKETS_SECRET is missing: TICKETS_URL needs it.'],
  [{ TICKETS_SHARE: 'methods' }, 'TICKETS_SHARE must be caller, words or caller,words.'],
  [{ TICKETS_HEADER: 'A: b\nC: d' }, 'TICKETS_HEADER must be Name: value, on one line.'],
] as const) {
  test(`"${problem}" is said of settings that need it, and no secret with it`, () => {
    const read = readConfig({ TICKETS_URL: 'https://tickets.example/', ...settings, ...given });
    assert.ok(!read.ok);
    const said = read.problems.join('\n');
    assert.ok(said.includes(problem), said);
    assert.doesNotMatch(said, /MfKQ9r8|token-of-a-rule/);
  });
}
