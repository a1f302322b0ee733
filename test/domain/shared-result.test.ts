import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { shared } from '../../bot/domain/shared-result.ts';
import { minute } from '../../bot/domain/time.ts';
import { handClock } from '../support/clock.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';

const fresh = 10 * minute;

function bench() {
  const disk = new Map<string, Entry>();
  const clock = handClock();
  const processes = Array.from({ length: 4 }, () => openMemoryStore({ disk, clock, pause: yielded }));
  let made = 0;
  const make = async () => {
    made += 1;
    await yielded();
    return { made };
  };
  const [store = assert.fail()] = processes;
  return { clock, processes, store, make, made: () => made };
}

test('of many processes that want it at once one makes it, and all get the same', async () => {
  const { clock, processes, make, made } = bench();
  const work = { name: 'count', fresh, make };
  const wanted = [...processes, ...processes].map((store) => shared(store, clock, work));
  assert.deepEqual(new Set((await Promise.all(wanted)).map((one) => one.made)), new Set([1]));
  clock.turn(fresh - 1);
  for (const store of processes) assert.deepEqual(await shared(store, clock, work), { made: 1 });
  assert.equal(made(), 1);
});

test('when it is old it is made anew, and whoever asks meanwhile gets the old one without waiting', async () => {
  const { clock, processes, store, make } = bench();
  await shared(store, clock, { name: 'count', fresh, make });
  clock.turn(fresh);
  const { promise, resolve: end } = Promise.withResolvers<{ made: number }>();
  const slow = shared(store, clock, { name: 'count', fresh, make: () => promise });
  await yielded();
  for (const other of processes.slice(1)) {
    assert.deepEqual(
      await shared(other, clock, { name: 'count', fresh, make: async () => assert.fail('it was there') }),
      { made: 1 },
    );
  }
  end({ made: 7 });
  assert.deepEqual(await slow, { made: 7 });
  assert.deepEqual(
    await shared(store, clock, { name: 'count', fresh, make: async () => assert.fail('it was there') }),
    { made: 7 },
  );
});

test('one that failed is not kept: the next look makes it', async () => {
  const { clock, store, make } = bench();
  const failing = async () => Promise.reject(new RangeError('no'));
  await assert.rejects(shared(store, clock, { name: 'count', fresh, make: failing }), RangeError);
  assert.deepEqual(await shared(store, clock, { name: 'count', fresh, make }), { made: 1 });
});

test('one that a clock far ahead has made is made anew', async () => {
  const { clock, store, make } = bench();
  clock.turn(24 * 60 * minute);
  await shared(store, clock, { name: 'count', fresh, make });
  clock.turn(-24 * 60 * minute);
  assert.deepEqual(await shared(store, clock, { name: 'count', fresh, make }), { made: 2 });
});
