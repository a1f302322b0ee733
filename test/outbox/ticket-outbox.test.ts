import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lease } from '../../bot/domain/outbox/letter.ts';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { figure } from '../support/figure.ts';
import { kim, request, sam } from '../support/tickets.ts';
import { type Fate, ticketPosting } from '../support/tickets-posting.ts';

test('a ticket arrives as one card, one mail and one card for its employee, and then all is quiet', async () => {
  const { tickets, cards, mails, settle, outbox } = ticketPosting();
  const { ticket } = await tickets.raise(request());
  await settle();
  assert.deepEqual([cards.board.size, cards.chat.size, mails.length], [1, 1, 1]);
  assert.equal((await tickets.read(ticket.id))?.letters.length, 0);
  assert.equal(await outbox.round(), 0);
});

test('the employee’s first card already says how the request travels', async () => {
  const { tickets, cards, settle } = ticketPosting();
  await tickets.raise(request());
  await settle();
  const [shown] = [...cards.chat.values()];
  assert.ok(shown?.board.place);
  assert.equal(shown.mailed, true);
});

test('every act changes the one card, and IT hears of it in the one thread', async () => {
  const { tickets, cards, mails, settle } = ticketPosting();
  const { ticket } = await tickets.raise(request());
  await settle();
  await tickets.support(ticket.id, sam, { kind: 'claim', over: null }, 1);
  await tickets.support(ticket.id, sam, { kind: 'resolve', words: 'Try now.' }, 2);
  await settle();
  assert.equal(cards.board.size, 1);
  assert.deepEqual(
    [...cards.board.values()].map(({ state }) => state),
    ['resolved'],
  );
  assert.equal(mails.length, 3);
  assert.deepEqual(mails.at(-1)?.thread, [mails[0]?.letter, mails[1]?.letter]);
});

/** How the support channel fails. */
const troubles: readonly (readonly [what: string, fate: Fate])[] = [
  ['that passes', 'retry'],
  ['because the bot is not in it', 'unreachable'],
  ['and says 500 although it took the card', 'lost'],
];

for (const [what, fate] of troubles) {
  for (const down of [30 * second, hour, day]) {
    test(`a channel that fails ${what}, for ${down / second} s: every ticket arrives, as one card and one thread`, async () => {
      const { tickets, cards, mails, weather, pass, settle } = ticketPosting({
        unclaimed: { normal: 10_000, urgent: 9_000 },
      });
      weather.board = fate;
      const raised = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          tickets.raise(request({ id: `r${at}`, employee: { ...kim, objectId: `kim-${at}` } })),
        ),
      );
      await settle();
      assert.equal(mails.length, 10, 'the mail does not wait for the channel');
      await pass(down, Math.max(second, down / 200));
      weather.board = 'shown';
      await pass(2 * hour, minute);
      const shown = [...cards.board.values()].map(({ number }) => number).sort();
      const numbers = raised.map(({ ticket }) => ticket.number).sort();
      assert.deepEqual(shown, numbers);
      assert.deepEqual(new Set(mails.map(({ letter }) => letter)).size, 10);
      figure({
        test: 'support channel down',
        measured: `${what}, ${down / second} s: ${shown.length} cards and ${mails.length} mails of 10 tickets`,
        target: 'each once, none lost',
        met: shown.length === 10 && mails.length === 10,
      });
    });
  }
}

test('a worker killed between taking and sending: another one sends it, once', async () => {
  const { tickets, cards, mails, fates, settle, clock, another } = ticketPosting();
  fates.board.push('died');
  await tickets.raise(request());
  await settle();
  assert.equal(cards.board.size, 0);
  clock.turn(lease);
  await another().round();
  assert.deepEqual([cards.board.size, mails.length], [1, 1]);
});

test('while both are down nothing is lost, and the employee is told that it is kept', async () => {
  const { tickets, cards, mails, weather, pass, settle } = ticketPosting();
  weather.board = 'retry';
  weather.mail = { kind: 'retry', reason: 'down' };
  await tickets.raise(request());
  await settle();
  const [first] = [...cards.chat.values()];
  assert.deepEqual([first?.board.place, first?.mailed], [null, false]);
  await pass(hour, 30 * second);
  assert.equal(mails.length, 0);
  Object.assign(weather, { board: 'shown', mail: { kind: 'accepted', reference: '' } });
  await pass(20 * minute, minute);
  assert.deepEqual([cards.board.size, mails.length], [1, 1]);
  const last = [...cards.chat.values()].at(-1);
  assert.ok(last?.board.place && last.mailed, 'and then how it went');
});

test('four workers at once send each letter once', async () => {
  const { tickets, cards, mails, another } = ticketPosting();
  for (let at = 0; at < 12; at += 1)
    await tickets.raise(request({ id: `r${at}`, employee: { ...kim, objectId: `k${at}` } }));
  const workers = [another(), another(), another(), another()];
  for (let rounds = 0; rounds < 6; rounds += 1) await Promise.all(workers.map((one) => one.round()));
  assert.deepEqual([cards.board.size, cards.chat.size, mails.length], [12, 12, 12]);
});

test('unclaimed it is said again in the channel and by mail, then the next tier hears of it', async () => {
  const { tickets, mails, voices, settle, pass } = ticketPosting();
  await tickets.raise(request());
  await settle();
  await pass(4 * hour, 10 * minute);
  assert.deepEqual(voices, [1, 2]);
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['it@example.org', 'it@example.org', 'it@example.org', 'lead@example.org'],
  );
});

test('every act is counted once, however many workers there are and however often its letters are tried', async () => {
  const { tickets, metrics, weather, another, settle, pass, clock } = ticketPosting();
  weather.board = 'retry';
  const { ticket } = await tickets.raise(request());
  clock.turn(10 * minute);
  await tickets.support(ticket.id, sam, { kind: 'claim', over: null }, 1);
  await Promise.all([another(), another(), another()].map((one) => one.round()));
  await tickets.support(ticket.id, sam, { kind: 'resolve', words: 'Try now.' }, 2);
  await settle();
  await pass(hour, minute);
  const { text } = await metrics.page();
  for (const line of [
    'bot_tickets_total{cause="help",situation="K5"} 1',
    'bot_ticket_acts_total{act="claimed"} 1',
    'bot_ticket_acts_total{act="resolved"} 1',
    'bot_ticket_claim_seconds_sum{cause="help"} 600',
    'bot_ticket_resolve_seconds_count{cause="help"} 1',
  ]) {
    assert.ok(text.split('\n').includes(line), line);
  }
});
