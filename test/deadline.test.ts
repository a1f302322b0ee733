import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { inTime, within } from '../bot/deadline.ts';
import { handTime } from './support/hand-time.ts';

const forEver = new Promise<never>(() => undefined);
const name = (error: unknown) => (error instanceof Error ? error.name : error);

test('work that does not end in time is given up, whether it looks at its signal or not', async () => {
  const time = handTime();
  const given: AbortSignal[] = [];
  const deaf = within(time, 100, undefined, (signal) => {
    given.push(signal);
    return inTime(signal, forEver);
  }).catch(name);
  time.turn(99);
  assert.equal(given[0]?.aborted, false);
  time.turn(1);
  assert.equal(await deaf, 'TimeoutError');
});

test('work that ends takes its alarm with it, and its error', async () => {
  const time = handTime();
  const outer = new AbortController();
  assert.equal(await within(time, 100, outer.signal, (signal) => inTime(signal, Promise.resolve('done'))), 'done');
  const broken = within(time, 100, outer.signal, (signal) => inTime(signal, Promise.reject(new RangeError())));
  await assert.rejects(broken, RangeError);
  assert.equal(time.alarms(), 0);
  assert.deepEqual(getEventListeners(outer.signal, 'abort'), []);
});

test('an outer end is the end of what is within, for the same reason', async () => {
  const time = handTime();
  const outer = new AbortController();
  const waiting = within(time, 100, outer.signal, (signal) => inTime(signal, forEver)).catch(name);
  outer.abort('turn over');
  assert.equal(await waiting, 'turn over');
  const late = within(time, 100, outer.signal, async (signal) => signal.aborted);
  assert.equal(await late, true, 'also one that came before');
});
