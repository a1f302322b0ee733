import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { createLog } from '../../bot/log.ts';
import { startWorker, type Worker } from '../../bot/outbox/worker.ts';

const log = createLog('silent');
const second = 1_000;
let worker: Worker;

beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
afterEach(async () => {
  await worker.stop();
  mock.timers.reset();
});

/** An outbox whose rounds end when they are told to, with so many letters. */
function rounds() {
  const under: PromiseWithResolvers<number>[] = [];
  let begun = 0;
  return {
    outbox: {
      round() {
        begun += 1;
        const round = Promise.withResolvers<number>();
        under.push(round);
        return round.promise;
      },
    },
    begun: () => begun,
    async end(at: number, taken = 0) {
      under.splice(at, 1)[0]?.resolve(taken);
      await yielded();
    },
    async fail(at: number) {
      under.splice(at, 1)[0]?.reject(new Error('the disk is gone'));
      await yielded();
    },
    async endAll() {
      for (const round of under.splice(0)) round.resolve(0);
      await yielded();
    },
  };
}

test('what becomes due while a round waits for something slow goes out within a second', async () => {
  const { outbox, begun, end, endAll } = rounds();
  worker = startWorker(outbox, log, 3);
  worker.nudge();
  assert.equal(begun(), 1);
  worker.nudge();
  assert.equal(begun(), 1, 'a round that has just begun may still find it');
  mock.timers.tick(second);
  assert.equal(begun(), 2);
  await end(1, 1);
  assert.equal(begun(), 3, 'what was put in while the second was under way');
  await endAll();
  await endAll();
});

test('no more rounds are under way at once than it was told, and nothing is missed for it', async () => {
  const { outbox, begun, end, endAll } = rounds();
  worker = startWorker(outbox, log, 2);
  for (let seconds = 0; seconds < 5; seconds += 1) mock.timers.tick(second);
  assert.equal(begun(), 2);
  await end(0);
  assert.equal(begun(), 3, 'it was called while both were busy');
  await endAll();
  await endAll();
});

test('a round that fails is not the last one', async () => {
  const { outbox, begun, fail, endAll } = rounds();
  worker = startWorker(outbox, log, 1);
  worker.nudge();
  await fail(0);
  mock.timers.tick(second);
  assert.equal(begun(), 2);
  await endAll();
});

test('stopping waits for the rounds under way and begins none', async () => {
  const { outbox, begun, end } = rounds();
  worker = startWorker(outbox, log, 2);
  worker.nudge();
  let stopped = false;
  const stop = worker.stop().then(() => {
    stopped = true;
  });
  worker.nudge();
  mock.timers.tick(second);
  await yielded();
  assert.deepEqual([begun(), stopped], [1, false]);
  await end(0, 1);
  await stop;
  assert.equal(begun(), 1);
});
