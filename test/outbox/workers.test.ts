import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { type Letter, lease } from '../../bot/domain/outbox/letter.ts';
import { takeDue } from '../../bot/domain/outbox/person-letters.ts';
import type { TicketLetter } from '../../bot/domain/outbox/ticket-letter.ts';
import { claimTime } from '../../bot/domain/ports/store.ts';
import { day, second } from '../../bot/domain/time.ts';
import { asker, employee, phone } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { posting } from '../support/posting.ts';
import { request } from '../support/tickets.ts';
import { ticketPosting } from '../support/tickets-posting.ts';

const kim = employee(1);

test('two workers on the same records send every code once', async () => {
  const { bench, outbox, another, sent } = posting({ pause: yielded });
  const numbers = Array.from({ length: 40 }, (_, at) => at);
  for (const number of numbers) await bench.enrolment.begin(asker(number), phone(number));
  const workers = [outbox, another(), another()];
  for (let rounds = 0; rounds < 4; rounds += 1) await Promise.all(workers.map((worker) => worker.round()));
  assert.deepEqual(sent.map(({ to }) => to).sort(), numbers.map((number) => phone(number).address).sort());
});

test('while a worker has a letter, no other takes it; when the worker dies, another does after the lease', async () => {
  const { bench, outbox, sent, round } = posting();
  await bench.enrolment.begin(asker(1), phone());
  const code = await bench.code(kim);
  await bench.store.update('person', personId(kim), (person) =>
    person ? takeDue(person, bench.clock()) : { record: person, outcome: [] },
  );
  await outbox.round();
  await round(lease - 1);
  assert.equal(sent.length, 0);
  await round(1);
  assert.deepEqual(
    sent.map(({ text }) => text.slice(0, 6)),
    [code],
  );
});

test('a provider that breaks its promise and throws does not stop the others, and its letter is tried again', async () => {
  const { bench, outbox, sent, during, round } = posting();
  during.push(async () => {
    throw new TypeError('fetch failed');
  });
  await bench.enrolment.begin(asker(1), phone(1));
  await bench.enrolment.begin(asker(2), phone(2));
  await outbox.round();
  assert.equal(sent.length, 2);
  await round(lease);
  assert.deepEqual(
    sent.map(({ to }) => to),
    [phone(1).address, phone(2).address, phone(1).address],
  );
});

test('what waited longest is sent first, and nobody is left out when there is more than one round’s work', async () => {
  const { bench, outbox, sent } = posting();
  for (let number = 0; number < 40; number += 1) {
    await bench.enrolment.begin(asker(number), phone(number));
    bench.clock.turn(second);
  }
  let rounds = 0;
  while ((await outbox.round()) > 0) rounds += 1;
  assert.deepEqual(
    sent.map(({ to }) => to),
    Array.from({ length: 40 }, (_, at) => phone(at).address),
  );
  assert.ok(rounds > 1);
});

/** How many rounds are under way at once in a process. */
const rounds = 8;

test('however many processes send, each record is asked for once for each of its letters', async () => {
  const letters = amount(240, 1_600);
  const told: string[] = [];
  let worst = 0;
  for (const processes of [1, 2, 4]) {
    const { bench, another, sent, disk } = posting({ pause: yielded });
    for (let number = 0; number < letters; number += 1) await bench.enrolment.begin(asker(number), phone(number));
    let served = 0;
    const outboxes = Array.from({ length: processes }, () => {
      const store = openMemoryStore({ disk, pause: yielded, clock: bench.clock });
      return another({
        store: {
          ...store,
          async claim(...asked) {
            const ids = await store.claim(...asked);
            served += ids.length;
            return ids;
          },
        },
      });
    });
    const work = outboxes.flatMap((outbox) =>
      Array.from({ length: rounds }, async () => {
        while ((await outbox.round()) > 0);
      }),
    );
    await Promise.all(work);
    assert.deepEqual(new Set(sent.map(({ to }) => to)).size, letters);
    assert.equal(sent.length, letters);
    worst = Math.max(worst, served / letters);
    told.push(`${processes}: ${served}`);
  }
  const met = worst <= 1.05;
  figure({
    test: 'records asked for',
    measured: `${letters} letters, sent by so many processes, were asked for ${told.join(', ')} times`,
    target: 'at most 1.05 for each letter',
    met,
  });
  assert.ok(met, told.join(', '));
});

test('a letter of a kind that a newer program writes is left to it, whole, and holds nobody up', async () => {
  const { bench, outbox, sent, round } = posting();
  const { store, clock } = bench;
  const newer = { kind: 'postcard', motif: ['moose', { at: 'dawn' }], id: 'p', due: clock() - day, dies: clock() - 1 };
  const unknown = { ...newer, tries: [], between: 3 } as unknown as Letter;
  await store.update('person', personId(kim), () => ({
    record: { ...newPerson(kim), letters: [unknown] },
    outcome: undefined,
  }));
  assert.equal(await outbox.round(), 0);
  assert.deepEqual(await store.claim('person', clock(), 9), [], 'the newer program gets it when the claim is over');
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  assert.equal(sent.length, 1, 'the code beside it is sent');
  assert.equal(await round(second), 0);
  assert.deepEqual((await bench.person(kim)).letters, [unknown]);
  clock.turn(claimTime);
  assert.deepEqual(await store.claim('person', clock(), 9), [personId(kim)]);
});

test('so is one in a ticket, and the ticket goes on', async () => {
  const { tickets, store, cards, mails, settle } = ticketPosting();
  const { ticket } = await tickets.raise(request());
  const unknown = { kind: 'pigeon', loft: 7, id: 'p', due: 0, dies: null, tries: [] } as unknown as TicketLetter;
  await store.update('ticket', ticket.id, (record) => ({
    record: record && { ...record, letters: [unknown, ...record.letters] },
    outcome: undefined,
  }));
  await settle();
  assert.deepEqual([cards.board.size, cards.chat.size, mails.length], [1, 1, 1]);
  assert.deepEqual((await tickets.read(ticket.id))?.letters, [unknown]);
});
