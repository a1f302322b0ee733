import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { personId } from '../../bot/domain/account/person.ts';
import { lease } from '../../bot/domain/outbox/letter.ts';
import { takeDue } from '../../bot/domain/outbox/person-letters.ts';
import { second } from '../../bot/domain/time.ts';
import { asker, employee, phone } from '../support/enrolling.ts';
import { posting } from '../support/posting.ts';

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
