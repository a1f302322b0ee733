import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTickets } from '../../bot/domain/tickets/tickets.ts';
import { second } from '../../bot/domain/time.ts';
import { startBot } from '../support/bot.ts';
import { startFake } from '../support/fake-http.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';
import { somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';
import { request } from '../support/tickets.ts';
import { asksFor, saysTo, withPhone } from '../support/tickets-asked.ts';
import { supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';
import { rightlySigned, signedHeaders, webhookSecret } from '../support/webhooks.ts';

const theirs = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const path = '/delivery/tickets/status';

/** Of the Playground: in local mode the ticket system is told of its tickets. */
const tenantId = '7e57ed00-0000-4000-8000-000000000000';

/** The whole bot with a support channel and a ticket system that hears of tickets and speaks of them. */
async function office(t: TestContext) {
  const clock = turnedClock();
  const disk = new Map<string, Entry>();
  const system = await startFake(t, () => ({ status: 204, body: '' }));
  const env = {
    TICKETS_NAME: 'ServiceNow',
    TICKETS_URL: `${system.origin}/hook`,
    TICKETS_SECRET: webhookSecret,
    TICKETS_STATUS_SECRET: theirs,
  };
  const scene = await supportScene({ clock, env, tenantId, records: openMemoryStore({ disk }) });
  t.after(() => scene.stop());
  const post = (
    body: string,
    { id = 'msg_1', at = clock(), secret = theirs, url = scene.running.url, headers = {} } = {},
  ) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signedHeaders(id, at, body, secret), ...headers },
      body,
    }).then(({ status }) => status);
  return { clock, disk, system, env, scene, post };
}

const status = (number: string, status: string, note?: string) =>
  JSON.stringify({ type: 'ticket.status', data: { number, status, ...(note && { note }) } });
const note = (number: string, words: string, audience = 'supporters') =>
  JSON.stringify({ type: 'ticket.note', data: { number, note: words, for: audience } });

test('what the ticket system does stands on the employee’s card and on the supporters’, and it hears of what we do', async (t) => {
  const { clock, system, scene, post } = await office(t);
  const one = await withPhone(scene, clock, somebody(scene.running, { tenantId }));
  const { number } = await asksFor(one, 'Reset fails with SSPR_0010.');
  await scene.shows(new RegExp(number));
  await until('it hears of the ticket', () => system.got.some(({ body }) => body.includes(number)));
  const [created] = system.got;
  assert.ok(created && rightlySigned(created.headers, created.body));
  assert.equal(JSON.parse(created.body).type, 'ticket.created');

  assert.equal(await post(status(number, 'claimed'), { id: 'm1' }), 204);
  await scene.shows(new RegExp(`${number}[^]*Claimed by ServiceNow`));
  await saysTo(one, /IT support took it on /);
  assert.equal(await post(note(number, 'Line two looks.'), { id: 'm2' }), 204);
  await scene.shows(/note by ServiceNow[\s\S]*Line two looks\./);
  assert.equal(await post(note(number, 'We are **on** it.', 'employee'), { id: 'm3' }), 204);
  await saysTo(one, /IT support writes: We are \*\*on\*\* it\./);
  await scene.shows(/ServiceNow wrote to the employee[\s\S]*We are/);
  const before = (await scene.running.records.scan('person', 10)).entries;
  assert.equal(await post(status(number, 'resolved', 'Writeback is on.'), { id: 'm4' }), 204);
  await saysTo(one, /Does it work now\?[\s\S]*IT support writes: Writeback is on\./);
  await scene.shows(new RegExp(`${number}[^]*resolved by ServiceNow`));
  assert.ok(!one.chat.texts().join().includes('Line two looks'), 'a note among supporters stays among them');
  assert.ok(!wordsOf(one.chat.cards().map(({ content }) => content)).includes('Line two looks'));
  assert.deepEqual((await scene.running.records.scan('person', 10)).entries, before, 'nobody’s own record changed');
  assert.deepEqual(
    system.got.map(({ body }) => JSON.parse(body).type),
    ['ticket.created'],
    'it is not told what it said',
  );
});

test('whoever it is not, whatever is wrong: one 403, and nothing is done', async (t) => {
  const { clock, scene, post } = await office(t);
  const one = await withPhone(scene, clock, somebody(scene.running, { tenantId }));
  const { number } = await asksFor(one, 'It fails.');
  const body = status(number, 'resolved', 'Done.');
  const good = signedHeaders('m', clock(), body, theirs);
  const answers = await Promise.all([
    post(body, { secret: webhookSecret }),
    post(body, { at: clock() - 301 * second }),
    post(body, { at: clock() + 302 * second }),
    post(body, { headers: { 'webhook-signature': '' } }),
    post(body, { headers: { 'webhook-signature': good['webhook-signature']?.toLowerCase() ?? '' } }),
    post(body, { headers: { 'webhook-id': 'another' } }),
    post(body, { headers: { 'webhook-id': 'x'.repeat(300) } }),
    post(body, { headers: { 'Content-Encoding': 'gzip' } }),
    post(`${body} `, { headers: good }),
    post(note(number, 'x'.repeat(1024 * 1024))).catch(() => 403),
    post(body, { headers: { 'webhook-timestamp': '1e9' } }),
  ]);
  assert.deepEqual([...new Set(answers)], [403]);
  const [ticket] = await scene.tickets();
  assert.deepEqual([ticket?.state, ticket?.story.length], ['open', 1]);
});

test('what is genuine and means nothing gets the same 204, and changes nothing', async (t) => {
  const { clock, scene, post } = await office(t);
  const one = await withPhone(scene, clock, somebody(scene.running, { tenantId }));
  const { number } = await asksFor(one, 'It fails.');
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const nothing = [
    '',
    'null',
    '{',
    '[]',
    deep,
    '{"type":"ticket.status"}',
    `{"__proto__":{"type":"ticket.status"},"data":{"number":"${number}","status":"claimed"}}`,
    status(number, 'deleted'),
    status(number, 'resolved'),
    status(number, 'resolved', ' \n '),
    status(`${number}; DROP TABLE`, 'claimed'),
    status('R-999999', 'claimed'),
    JSON.stringify({ type: 'ticket.status', data: { number: { $gt: '' }, status: 'claimed' } }),
    JSON.stringify({ type: 'ticket.note', data: { number, note: ['a'] } }),
    JSON.stringify({ type: 'ticket.bring-back', data: { number, note: 'all of it' } }),
    JSON.stringify({ type: 'ticket.note', data: { number, note: 'x', for: 'everybody' } }),
  ];
  for (const [at, body] of nothing.entries()) assert.equal(await post(body, { id: `n${at}` }), 204, body.slice(0, 60));
  const [ticket] = await scene.tickets();
  assert.deepEqual([ticket?.state, ticket?.story.length], ['open', 1]);
});

test('another organisation’s ticket is no ticket at all', async (t) => {
  const { clock, scene, post } = await office(t);
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const elsewhere = createTickets({ store: scene.running.records, clock, random });
  const foreign = await elsewhere.raise(request({ employee: { tenantId: 'other-tenant', objectId: 'kim' } }));
  const own = await elsewhere.raise(request({ id: 'r2', employee: { tenantId, objectId: 'kim' } }));
  for (const [at, { ticket }] of [foreign, own].entries()) {
    assert.equal(await post(status(`${ticket.number}`, 'claimed'), { id: `f${at}` }), 204);
  }
  const states = (await scene.tickets()).map(({ employee, state }) => [employee.tenantId, state]);
  assert.deepEqual(states, [
    ['other-tenant', 'open'],
    [tenantId, 'claimed'],
  ]);
});

test('the same message at two bots at once, and again later, counts once', async (t) => {
  const { clock, disk, scene, post, env } = await office(t);
  const one = await withPhone(scene, clock, somebody(scene.running, { tenantId }));
  const { number } = await asksFor(one, 'It fails.');
  const { running } = scene;
  const { folder, connector, caught } = running;
  const second = await startBot({ clock, env, folder, connector, caught, records: openMemoryStore({ disk }) });
  t.after(() => second.bot.stop());
  const body = note(number, 'Once.');
  const twice = Array.from({ length: 6 }, (_, at) =>
    post(body, { id: 'same', url: at % 2 ? second.url : running.url }),
  );
  assert.deepEqual([...new Set(await Promise.all(twice))], [204]);
  assert.equal(await post(body, { id: 'same' }), 204);
  const [ticket] = await scene.tickets();
  assert.equal(ticket?.story.filter(({ act }) => act === 'noted').length, 1);
});
