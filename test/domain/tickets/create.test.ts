import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { personId } from '../../../bot/domain/account/person.ts';
import { createTickets } from '../../../bot/domain/tickets/tickets.ts';
import { handClock } from '../../support/clock.ts';
import { type Entry, openMemoryStore } from '../../support/memory-store.ts';
import { seededRandom } from '../../support/random.ts';
import { kim, request, sam } from '../../support/tickets.ts';

/** Several processes on the same records, with races. */
function bench(processes = 1) {
  const disk = new Map<string, Entry>();
  const store = openMemoryStore({ disk, pause: () => delay(0) });
  const clock = handClock();
  const all = Array.from({ length: processes }, (_, at) =>
    createTickets({ store, clock, random: seededRandom(at + 1) }),
  );
  const [tickets = assert.fail()] = all;
  return { tickets, all, store, clock };
}

test('fifty employees who ask at once in four processes get fifty numbers, none of them twice', async () => {
  const { all } = bench(4);
  const raised = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      all[at % 4]?.raise(request({ id: `r${at}`, employee: { ...kim, objectId: `kim-${at}` } })),
    ),
  );
  const numbers = raised.map((one) => one?.ticket.number);
  assert.equal(new Set(numbers).size, 50);
  assert.equal(new Set(raised.map((one) => one?.ticket.id)).size, 50);
  for (const one of raised) assert.match(one?.ticket.id ?? '', /^[0-9a-f]{32}$/);
});

test('twenty requests of one employee at once make one ticket, with every word in it', async () => {
  const { all, tickets } = bench(2);
  const asks = Array.from({ length: 20 }, (_, at) => request({ id: `r${at}`, plea: { said: `Words ${at}.` } }));
  const kinds = await Promise.all(asks.map((one, at) => all[at % 2]?.raise(one).then(({ kind }) => kind)));
  assert.equal(kinds.filter((kind) => kind === 'raised').length, 1);
  const [one, ...others] = await tickets.open(kim);
  assert.deepEqual(others, []);
  const said = JSON.stringify(one);
  for (const { plea } of asks) assert.ok(said.includes(plea.said), plea.said);
});

test('the same request sent again is the same ticket, even after it has ended', async () => {
  const { tickets } = bench();
  const first = await tickets.raise(request());
  assert.equal((await tickets.raise(request())).ticket.id, first.ticket.id);
  await tickets.ask(first.ticket.id, kim, { kind: 'withdraw' }, 1);
  assert.equal((await tickets.raise(request())).ticket.id, first.ticket.id);
  assert.deepEqual(await tickets.open(kim), []);
  const next = await tickets.raise(request({ id: 'another' }));
  assert.deepEqual([next.kind, next.ticket.number > first.ticket.number], ['raised', true]);
});

test('a request that two processes make at once is one ticket, also when the lock was lost', async () => {
  const { store, clock, all } = bench();
  // Nobody waits for anybody.
  const lockless = {
    ...store,
    lock: <T>(_: string, __: number, work: (lost: AbortSignal) => Promise<T>) => work(new AbortController().signal),
  };
  const processes = [
    ...all,
    ...[7, 8, 9].map((seed) => createTickets({ store: lockless, clock, random: seededRandom(seed) })),
  ];
  const raised = await Promise.all(processes.flatMap((one) => [one.raise(request()), one.raise(request())]));
  assert.equal(new Set(raised.map(({ ticket }) => ticket.id)).size, 1);
  assert.equal((await store.find('ticket', { field: 'every', equals: 1, limit: 9 })).ids.length, 1);
});

test('another thing is another ticket, and colleagues never join', async () => {
  const { tickets } = bench();
  await tickets.raise(request());
  const kinds = [
    request({ id: 'a', cause: { kind: 'not-me', method: 'authentication-phone' } }),
    request({ id: 'b', cause: { kind: 'wrong-value', method: 'office-phone' } }),
    request({ id: 'c', employee: { ...kim, objectId: 'eve' } }),
    request({ id: 'd', employee: { ...kim, tenantId: 'other' } }),
  ];
  for (const one of kinds) assert.equal((await tickets.raise(one)).kind, 'raised');
  assert.equal((await tickets.raise(request({ id: 'e', cause: { kind: 'help', colleague: '' } }))).kind, 'joined');
  assert.deepEqual(
    (await tickets.open(kim)).map(({ cause }) => cause.kind),
    ['wrong-value', 'not-me', 'help'],
  );
});

test('fifty claims at once have one winner', async () => {
  const { all, tickets } = bench(2);
  const { ticket } = await tickets.raise(request());
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, at) => {
      const actor = { ...sam, employee: { ...sam.employee, objectId: `sam-${at}` } };
      return all[at % 2]?.support(ticket.id, actor, { kind: 'claim', over: null }, 1);
    }),
  );
  assert.equal(outcomes.filter((one) => one?.kind === 'done').length, 1);
  assert.equal(outcomes.filter((one) => one?.kind === 'late').length, 49);
});

test('a ticket nobody knows is unknown to everybody', async () => {
  const { tickets } = bench();
  const none = { kind: 'unknown-ticket' };
  assert.deepEqual(await tickets.support('0'.repeat(32), sam, { kind: 'claim', over: null }, 0), none);
  assert.deepEqual(await tickets.ask('0'.repeat(32), kim, { kind: 'works' }, 0), none);
});

test('what is stored has exactly the fields of a ticket, found by employee and number', async () => {
  const { tickets, store } = bench();
  const { ticket } = await tickets.raise(request());
  assert.deepEqual(await store.read('ticket', ticket.id), ticket);
  const by = async (field: string, equals: string | number) =>
    (await store.find('ticket', { field, equals, limit: 9 })).ids;
  assert.deepEqual(await by('employee', personId(kim)), [ticket.id]);
  assert.deepEqual(await by('number', 1), [ticket.id]);
  assert.deepEqual(await by('open', 'tenant'), [ticket.id]);
  await tickets.ask(ticket.id, kim, { kind: 'withdraw' }, 1);
  assert.deepEqual(await by('open', 'tenant'), []);
});
