import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstBroken } from '../../bot/domain/audit/trail.ts';
import { lease } from '../../bot/domain/outbox/letter.ts';
import { ticketDueAt } from '../../bot/domain/outbox/ticket-letters.ts';
import type { Delivered } from '../../bot/domain/ports/delivery.ts';
import { systemLife } from '../../bot/domain/tickets/schedule.ts';
import type { SystemMessage, SystemWord, TicketSystem } from '../../bot/domain/tickets/ticket-system.ts';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { kim, request, sam } from '../support/tickets.ts';
import { ticketPosting } from '../support/tickets-posting.ts';

/** A ticket system that does what it is told; untold, it takes everything. */
function listening(tenantId = 'tenant') {
  const taken: { readonly id: string; readonly message: SystemMessage }[] = [];
  const fates: (Delivered | 'died')[] = [];
  const weather: { now: Delivered } = { now: { kind: 'accepted', reference: '' } };
  const tries: string[] = [];
  const system: TicketSystem = {
    tenantId,
    shares: ['words'],
    async tell(id, message) {
      tries.push(id);
      const fate = fates.shift() ?? weather.now;
      if (fate === 'died') throw new Error('the worker died');
      if (fate.kind === 'accepted') taken.push({ id, message });
      return fate;
    },
  };
  const events = (number?: string) =>
    taken
      .filter(({ message }) => number === undefined || message.number === number)
      .map(({ message }) => message.event);
  return { system, taken, fates, weather, tries, events };
}

const down: Delivered = { kind: 'retry', reason: 'down' };

test('created, claimed, answered and resolved are told, each once and in this order', async () => {
  const { system, taken, events } = listening();
  const { tickets, settle } = ticketPosting({}, system);
  const { ticket } = await tickets.raise(request());
  await tickets.support(ticket.id, sam, { kind: 'claim', over: null }, 1);
  await tickets.support(ticket.id, sam, { kind: 'ask', words: 'Which page?' }, 2);
  await tickets.ask(ticket.id, kim, { kind: 'say', words: 'The blue one.' }, 3);
  await tickets.support(ticket.id, sam, { kind: 'note', words: 'Among us.' }, 4);
  await tickets.support(ticket.id, sam, { kind: 'resolve', words: 'Try now.' }, 5);
  await settle();
  assert.deepEqual(events(), ['created', 'claimed', 'answered', 'resolved']);
  assert.deepEqual(
    taken.map(({ message }) => [message.sequence, message.by, message.words]),
    [
      [0, 'employee', 'My reset fails.'],
      [1, 'supporter', ''],
      [3, 'employee', 'The blue one.'],
      [5, 'supporter', 'Try now.'],
    ],
  );
});

test('what it does not take waits, with everything after it, and no round is spent on what stands behind', async () => {
  const { system, weather, tries, events } = listening();
  const { tickets, settle, clock, mails, pass } = ticketPosting({}, system);
  weather.now = down;
  const { ticket } = await tickets.raise(request());
  await settle();
  await tickets.support(ticket.id, sam, { kind: 'claim', over: null }, 1);
  await settle();
  assert.equal(tries.length, 1, 'nothing overtakes');
  assert.equal(mails.length, 2, 'mails do not wait for it');
  const waiting = (await tickets.read(ticket.id)) ?? assert.fail();
  assert.ok((ticketDueAt(waiting) ?? 0) > clock(), 'nothing is due before its time');
  await pass(hour, 30 * second);
  weather.now = { kind: 'accepted', reference: '' };
  await pass(20 * minute, minute);
  assert.deepEqual(events(), ['created', 'claimed']);
  assert.equal(new Set(tries).size, 2, 'every try of a message has the same id');
});

test('killed while telling: another worker tells it, under the same id', async () => {
  const { system, fates, tries, taken } = listening();
  const { tickets, settle, clock, another } = ticketPosting({}, system);
  fates.push('died');
  await tickets.raise(request());
  await settle();
  assert.equal(taken.length, 0);
  clock.turn(lease);
  await another().round();
  assert.equal(taken.length, 1);
  assert.deepEqual([tries.length, new Set(tries).size], [2, 1]);
});

test('four workers at once tell each act once', async () => {
  const { system, taken } = listening();
  const { tickets, another } = ticketPosting({}, system);
  for (let at = 0; at < 12; at += 1)
    await tickets.raise(request({ id: `r${at}`, employee: { ...kim, objectId: `k${at}` } }));
  const workers = [another(), another(), another(), another()];
  for (let rounds = 0; rounds < 6; rounds += 1) await Promise.all(workers.map((one) => one.round()));
  assert.deepEqual([taken.length, new Set(taken.map(({ id }) => id)).size], [12, 12]);
});

test('after a week it is given up, counted, and what came later is told', async () => {
  const { system, weather, events } = listening();
  const { tickets, settle, pass, clock, metrics } = ticketPosting(
    { unclaimed: { normal: 40_000, urgent: 40_000 } },
    system,
  );
  weather.now = down;
  const { ticket } = await tickets.raise(request());
  await settle();
  clock.turn(systemLife - hour);
  await tickets.support(ticket.id, sam, { kind: 'claim', over: null }, 1);
  await pass(2 * hour, 10 * minute);
  weather.now = { kind: 'accepted', reference: '' };
  await pass(30 * minute, 10 * minute);
  assert.deepEqual(events(), ['claimed']);
  const { text } = await metrics.page();
  assert.ok(text.split('\n').includes('bot_letters_total{kind="ticket-system",result="refused"} 1'));
});

test('of another tenant, or where there is no such system, nothing waits', async () => {
  const { system, tries } = listening('another');
  const { tickets, settle } = ticketPosting({}, system);
  const { ticket } = await tickets.raise(request());
  await settle();
  assert.deepEqual([tries.length, (await tickets.read(ticket.id))?.letters.length], [0, 0]);
});

test('what waits for a system that was taken out of the settings goes', async () => {
  const { system, weather } = listening();
  const before = ticketPosting({}, system);
  weather.now = down;
  const { ticket } = await before.tickets.raise(request());
  await before.settle();
  const waiting = await before.store.read('ticket', ticket.id);
  assert.deepEqual(
    waiting?.letters.map(({ kind }) => kind),
    ['system'],
  );
  const without = ticketPosting();
  await without.store.update('ticket', ticket.id, () => ({ record: waiting, outcome: undefined }));
  await without.pass(minute, 10 * second);
  assert.deepEqual((await without.tickets.read(ticket.id))?.letters, []);
});

/** What the ticket system says, under ids of its own. */
function speaking() {
  let said = 0;
  return (number: number, act: SystemWord['act'], id = `m${said++}`): SystemWord => ({ id, number, act });
}

test('what it says is an act of its own in the story, and is not told back', async () => {
  const { system, events } = listening();
  const { tickets, settle } = ticketPosting({}, system);
  const word = speaking();
  const { ticket } = await tickets.raise(request());
  await settle();
  const said = [
    word(ticket.number, { kind: 'claim', over: null }),
    word(ticket.number, { kind: 'note', words: 'Seen by the night shift.' }),
    word(ticket.number, { kind: 'note', words: 'We are on it.', forEmployee: true }),
    word(ticket.number, { kind: 'return', words: 'Which page was it?' }),
  ];
  for (const one of said) assert.equal(await tickets.hear('tenant', one, 'ServiceNow'), 'noted');
  const asked = (await tickets.read(ticket.id)) ?? assert.fail();
  await tickets.ask(ticket.id, kim, { kind: 'say', words: 'The blue one.' }, asked.story.length);
  const end = word(ticket.number, { kind: 'resolve', words: 'Writeback is on.' });
  assert.equal(await tickets.hear('tenant', end, 'ServiceNow'), 'noted');
  await settle();
  const now = (await tickets.read(ticket.id)) ?? assert.fail();
  assert.deepEqual(
    now.story.map(({ act, by, name }) => `${act} ${by} ${name}`.trim()),
    [
      'raised employee',
      'claimed outside ServiceNow',
      'noted outside ServiceNow',
      'noted outside ServiceNow',
      'returned outside ServiceNow',
      'answered employee',
      'resolved outside ServiceNow',
    ],
  );
  assert.equal(now.state, 'resolved');
  assert.equal(firstBroken(now.story), undefined, 'the chain holds');
  assert.deepEqual(events(), ['created', 'answered']);
});

test('said twice it counts once, also by two processes at once and after a day', async () => {
  const { system } = listening();
  const { tickets, clock, store } = ticketPosting({}, system);
  const word = speaking();
  const { ticket } = await tickets.raise(request());
  const note = word(ticket.number, { kind: 'note', words: 'Seen.' });
  const claim = word(ticket.number, { kind: 'claim', over: null });
  const both = await Promise.all([1, 2, 3, 4].map(() => tickets.hear('tenant', note, 'Jira')));
  assert.deepEqual(both.toSorted(), ['known', 'known', 'known', 'noted']);
  assert.equal(await tickets.hear('tenant', claim, 'Jira'), 'noted');
  clock.turn(day);
  // Whoever says again what was undone since undoes nothing by it.
  await store.update('ticket', ticket.id, (one) => ({
    record: one && { ...one, state: 'open', claimedBy: null },
    outcome: undefined,
  }));
  assert.equal(await tickets.hear('tenant', claim, 'Jira'), 'known');
  assert.equal((await tickets.read(ticket.id))?.state, 'open');
});

test('another tenant’s number and one that is nobody’s look the same, and change nothing', async () => {
  const { tickets, store } = ticketPosting();
  const word = speaking();
  const { ticket } = await tickets.raise(request());
  const before = await store.read('ticket', ticket.id);
  const act = { kind: 'resolve', words: 'Ours now.' } as const;
  assert.equal(await tickets.hear('another', word(ticket.number, act), 'Jira'), 'not-ours');
  assert.equal(await tickets.hear('tenant', word(4711, act), 'Jira'), 'not-ours');
  assert.deepEqual(await store.read('ticket', ticket.id), before);
});

test('what is said of a ticket that has ended is known, and a flood of notes ends', async () => {
  const { tickets } = ticketPosting();
  const word = speaking();
  const { ticket } = await tickets.raise(request());
  const note = (at: number) => word(ticket.number, { kind: 'note', words: `Note ${at}` });
  for (let at = 0; at < 230; at += 1) await tickets.hear('tenant', note(at), 'Jira');
  const full = (await tickets.read(ticket.id)) ?? assert.fail();
  assert.ok(full.story.length <= 200 && full.heard.length <= 100);
  assert.equal(await tickets.hear('tenant', word(ticket.number, { kind: 'resolve', words: 'Done.' }), 'Jira'), 'noted');
  assert.equal(await tickets.hear('tenant', word(ticket.number, { kind: 'claim', over: null }), 'Jira'), 'known');
  assert.equal((await tickets.read(ticket.id))?.state, 'resolved');
});
