import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { minute } from '../../bot/domain/time.ts';
import { watchDue } from '../../bot/outbox/due-writes.ts';
import { handClock } from '../support/clock.ts';
import { employee } from '../support/enrolling.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { ticket } from '../support/tickets.ts';

const someone = employee(1);
const id = personId(someone);

function bench() {
  const clock = handClock();
  const { store, came } = watchDue(openMemoryStore({ clock }), clock);
  const letter = (due: number) => ({ kind: 'refresh', id: 'one', due, dies: null, tries: [] }) as const;
  const write = (due: number | undefined) =>
    store.update('person', id, () => {
      const letters = due === undefined ? [] : [letter(due)];
      return { record: { ...newPerson(someone), letters }, outcome: 'written' };
    });
  return { clock, store, came, write };
}

test('what is due now is heard of once, what is due later when its time has come', async () => {
  const { clock, came, write } = bench();
  assert.equal(came('person'), false);
  assert.equal(await write(clock()), 'written');
  assert.deepEqual([came('ticket'), came('person'), came('person')], [false, true, false]);
  await write(clock() + minute);
  await write(clock() + 3 * minute);
  assert.equal(came('person'), false);
  clock.turn(minute);
  assert.equal(came('person'), true);
  await write(undefined);
  assert.equal(came('person'), false);
});

test('what was not written, or was only looked at, makes nobody look', async () => {
  const { clock, store, came, write } = bench();
  await write(clock());
  assert.ok(came('person'));
  await store.update('person', id, (record) => ({ record, outcome: undefined }));
  await assert.rejects(
    store.update('person', id, () => {
      throw new Error('decided against');
    }),
  );
  await store.remove('person', id);
  assert.equal(came('person'), false);
  const asked = ticket({}, { wakes: clock() });
  await store.update('ticket', asked.id, () => ({ record: asked, outcome: undefined }));
  assert.deepEqual([came('person'), came('ticket')], [false, true]);
});
