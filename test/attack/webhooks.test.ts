import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { runtimeFindings } from '../../bot/doctor/setup-checks.ts';
import { systemEvents } from '../../bot/domain/outbox/ticket-letter.ts';
import { systemLife } from '../../bot/domain/tickets/schedule.ts';
import { systemActed, type TicketSystem } from '../../bot/domain/tickets/ticket-system.ts';
import { day, hour, second } from '../../bot/domain/time.ts';
import { gatewayStatus } from '../../bot/providers/delivery/gateway/status.ts';
import { genuineWebhook, webhookSecrets } from '../../bot/providers/standard-webhooks.ts';
import { ticketSystemStatus } from '../../bot/providers/ticket-system/status.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { teller } from '../../bot/texts/tell.ts';
import { statusCard } from '../../cards/tickets/status.ts';
import { supportCard } from '../../cards/tickets/support.ts';
import { monday, request, sam, ticket } from '../support/tickets.ts';
import { ticketPosting } from '../support/tickets-posting.ts';
import { signedHeaders, webhookSecret } from '../support/webhooks.ts';
import { checkCard } from './card-words.ts';
import { hostileWords } from './hostile-words.ts';

const key = Buffer.from(webhookSecret.slice(6), 'base64');
const old = Buffer.alloc(32, 7);
const body = '{"type":"ticket.status","data":{"number":"R-0427","status":"claimed"}}';
const good = signedHeaders('msg_1', monday, body);
const right = good['webhook-signature'] ?? '';

function takes(headers: Readonly<Record<string, string>>, at = monday, text = body, secrets = [key, old]): boolean {
  return genuineWebhook({ query: '', headers, body: Buffer.from(text) }, secrets, () => at);
}

test('of several signatures one is enough, by any secret that holds; none of another scheme, secret, order or alphabet', () => {
  const byOld = signedHeaders('msg_1', monday, body, `whsec_${old.toString('base64')}`)['webhook-signature'];
  const hex = createHmac('sha256', key).update(`msg_1.${good['webhook-timestamp']}.${body}`).digest('hex');
  const with_ = (signatures: string) => takes({ ...good, 'webhook-signature': signatures });
  for (const signatures of [right, byOld ?? '', `v1a,AAAA v2,BBBB ${right}`, `${right} ${right}`, `v1,AAAA  ${byOld}`])
    assert.equal(with_(signatures), true, signatures);
  const bare = right.slice(3);
  for (const signatures of [
    '',
    'v1,',
    bare,
    `v1a,${bare}`,
    `V1,${bare}`,
    `v1,${hex}`,
    `v1,${bare.replaceAll('+', '-').replaceAll('/', '_')}`.replace(/=$/, ''),
    `v1,${bare},${bare}`,
    right.slice(0, -1),
    `${right}A`,
    `${right}\u0000`,
    `${'v1,AAAA '.repeat(10)}${right}`,
  ])
    assert.equal(with_(signatures), false, signatures);
});

test('a time is whole seconds within five minutes, to the second; whatever else it may be read as, it is refused', () => {
  for (const ms of [-300, 300]) assert.equal(takes(good, monday + ms * second), true);
  for (const ms of [-301, 301, 86_400, -86_400]) assert.equal(takes(good, monday + ms * second), false);
  const seconds = `${monday / second}`;
  for (const time of [
    '',
    'NaN',
    'Infinity',
    `+${seconds}`,
    ` ${seconds}`,
    `${seconds}.0`,
    `${seconds}000`,
    '0x6a',
    '-1',
    `${seconds}e0`,
  ]) {
    const mac = createHmac('sha256', key).update(`msg_1.${time}.${body}`).digest('base64');
    assert.equal(takes({ ...good, 'webhook-timestamp': time, 'webhook-signature': `v1,${mac}` }), false, time);
  }
});

test('the border between id, time and body can not be moved to make something else that counts', () => {
  const signed = signedHeaders(`a.${monday / second}.b`, monday, body);
  const moved = { ...signed, 'webhook-id': 'a', 'webhook-timestamp': `${monday / second}` };
  const text = `b.${monday / second}.${body}`;
  assert.equal(takes(moved, monday, text), true, 'the bytes are the same');
  const reading = ticketSystemStatus([key], () => monday).read({ query: '', headers: moved, body: Buffer.from(text) });
  assert.deepEqual(reading, { kind: 'nothing' });
});

test('what goes out, sent back, means nothing, also where both ways and the gateway have one secret', () => {
  const sources = [ticketSystemStatus([key], () => monday), gatewayStatus([key], () => monday)];
  for (const event of Object.values(systemEvents)) {
    const out = JSON.stringify({
      type: `ticket.${event}`,
      timestamp: '',
      data: { number: 'R-0427', sequence: 0, words: 'x' },
    });
    for (const source of sources) {
      const call = { query: '', headers: signedHeaders('m', monday, out), body: Buffer.from(out) };
      assert.deepEqual(source.read(call), { kind: 'nothing' });
    }
  }
  const [, gateway] = sources;
  const call = { query: '', headers: good, body: Buffer.from(body) };
  assert.deepEqual(gateway?.read(call), { kind: 'nothing' }, 'a word of the ticket system at the gateway’s door');
});

test('a secret that lost a character on its way is said to be none, and not taken for a shorter one', () => {
  const whole = Buffer.alloc(24, 5).toString('base64');
  assert.ok('value' in webhookSecrets(`whsec_${whole}`));
  assert.ok('value' in webhookSecrets(`whsec_${old.toString('base64')}, whsec_${whole}`));
  for (const broken of [
    `${whole}A`,
    `${whole}=`,
    `${whole}==`,
    old.toString('base64').slice(0, -1),
    old.toString('base64').replace('=', 'A='),
    old.toString('base64url').replace(/^./, '-'),
    Buffer.alloc(23, 5).toString('base64'),
    `${whole}\n`.repeat(2),
    '',
  ])
    assert.ok('problem' in webhookSecrets(`whsec_${broken}`), broken);
  assert.ok('problem' in webhookSecrets(`whsec_${whole},`), 'an empty one beside it');
});

test('an address with a name and password in it is refused at the start: it could never be reached, and would be shown', () => {
  const settings = { TICKETS_NAME: 'Desk', TICKETS_SECRET: webhookSecret };
  for (const url of ['https://bot:hunter2@tickets.example/', 'https://hunter2@tickets.example/']) {
    const read = readConfig({ ...settings, TICKETS_URL: url });
    const problems = read.ok ? [] : read.problems;
    assert.ok(
      problems.some((one) => one.startsWith('TICKETS_URL')),
      url,
    );
    assert.doesNotMatch(problems.join(), /hunter2/);
  }
  for (const url of [
    'http://127.0.0.1.tickets.example/',
    'http://localhost.tickets.example/',
    'http://[::2]/',
    'ftp://localhost/',
    '//tickets.example/',
  ]) {
    const read = readConfig({ ...settings, TICKETS_URL: url });
    assert.ok(!read.ok && read.problems.some((one) => one.startsWith('TICKETS_URL')), url);
  }
});

test('certificates that are not checked are a problem for the doctor, whoever switched that off', () => {
  assert.deepEqual(runtimeFindings({}), []);
  assert.deepEqual(runtimeFindings({ NODE_TLS_REJECT_UNAUTHORIZED: '1' }), []);
  assert.equal(runtimeFindings({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })[0]?.verdict, 'problem');
});

test('whoever says "later" can not put it off for years: the ticket system is asked again, hears all in order, or is given up after a week', async () => {
  const taken: string[] = [];
  let later: number | undefined = 999_999_999 * second;
  const system: TicketSystem = {
    tenantId: 'tenant',
    shares: [],
    async tell(_, { event }) {
      if (later !== undefined) return { kind: 'retry', reason: 'ticket system 503', after: later };
      taken.push(event);
      return { kind: 'accepted', reference: '' };
    },
  };
  const quiet = { unclaimed: { normal: 40_000, urgent: 40_000 }, silent: { normal: 40_000, urgent: 40_000 } };
  const { tickets, settle, pass } = ticketPosting(quiet, system);
  const { ticket: raised } = await tickets.raise(request());
  await settle();
  await tickets.support(raised.id, sam, { kind: 'claim', over: null }, 1);
  await settle();
  later = undefined;
  await pass(day, hour);
  assert.deepEqual(taken, ['created', 'claimed']);
  assert.ok(day < systemLife);
});

test('nothing that the ticket system says is more than plain words, whoever’s card it stands on', () => {
  const tell = teller('en', 'UTC');
  for (const [at, word] of hostileWords.entries()) {
    for (const act of [
      { kind: 'note', words: word, forEmployee: true },
      { kind: 'return', words: word },
      { kind: 'resolve', words: word },
    ] as const) {
      const { record } = systemActed(ticket(), { id: `${at}`, number: 427, act }, 'Desk', monday);
      checkCard(statusCard(tell, record, monday), word);
      checkCard(supportCard(tell, record, monday), word);
      const said = JSON.stringify(record.story.map((one) => ('words' in one ? one.words : '')));
      assert.doesNotMatch(said, /\\u0000|\\ud[89a-f]/i, 'what no store would take is not kept');
    }
  }
});

test('a ticket system that answers all it hears with all it can say is answered no more than people act', async () => {
  const taken: string[] = [];
  const system: TicketSystem = {
    tenantId: 'tenant',
    shares: [],
    async tell(id, { event, number }) {
      taken.push(event);
      for (const act of [
        { kind: 'claim', over: null },
        { kind: 'note', words: `heard ${event}`, forEmployee: true },
        { kind: 'return', words: 'And now?' },
        { kind: 'resolve', words: 'Done.' },
      ] as const) {
        const word = { id: `${id}-${act.kind}`, number: Number(number.slice(2)), act };
        for (const again of [word, word]) await tickets.hear('tenant', again, 'Echo');
      }
      return { kind: 'accepted', reference: '' };
    },
  };
  const { tickets, pass, settle } = ticketPosting({}, system);
  const { ticket: raised } = await tickets.raise(request());
  await pass(day, hour);
  for (let round = 1; round <= 3; round += 1) {
    const seen = (await tickets.read(raised.id))?.story.length ?? 0;
    await tickets.ask(raised.id, raised.employee, { kind: 'reopen', words: `No, ${round}.` }, seen);
    await settle();
  }
  await pass(5 * day, hour);
  assert.deepEqual(taken, ['created', 'reopened', 'reopened', 'reopened']);
  const { story, state } = (await tickets.read(raised.id)) ?? assert.fail();
  assert.equal(state, 'resolved');
  assert.ok(story.length < 40, `${story.length} acts`);
});

test('of a request that is withdrawn or gone nothing is opened again, and nobody else’s is touched', async () => {
  const { tickets, store, pass } = ticketPosting();
  const [one, other] = [
    await tickets.raise(request()),
    await tickets.raise(request({ id: 'r2', employee: { tenantId: 'tenant', objectId: 'other' } })),
  ];
  await tickets.ask(one.ticket.id, one.ticket.employee, { kind: 'withdraw' }, 1);
  const say = (kind: 'claim' | 'return' | 'resolve', at: number) =>
    tickets.hear(
      'tenant',
      {
        id: `${kind}${at}`,
        number: one.ticket.number,
        act: kind === 'claim' ? { kind, over: null } : { kind, words: 'x' },
      },
      'Desk',
    );
  for (const kind of ['claim', 'return', 'resolve'] as const) assert.equal(await say(kind, 0), 'known');
  assert.equal((await tickets.read(one.ticket.id))?.state, 'withdrawn');
  await pass(91 * day, day);
  assert.equal(await tickets.read(one.ticket.id), undefined);
  for (const kind of ['claim', 'return', 'resolve'] as const) assert.equal(await say(kind, 1), 'not-ours');
  assert.equal(await store.read('ticket', one.ticket.id), undefined);
  assert.equal((await tickets.read(other.ticket.id))?.state, 'open');
});
