import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import type { Urgency } from '../../../bot/domain/ports/budget.ts';
import { minute } from '../../../bot/domain/time.ts';
import { createHeldBudget, createSharedBudget } from '../../../bot/providers/budget/in-records.ts';
import { never } from '../../support/graph-parts.ts';
import { handTime } from '../../support/hand-time.ts';
import { type Access, type Entry, openMemoryStore } from '../../support/memory-store.ts';

const quota = { most: 5, per: 10_000, background: 2 };

/** Processes that keep one budget, and when each of their requests went. */
function processes(count: number, watch: (access: Access) => void = () => {}) {
  const disk = new Map<string, Entry>();
  const time = handTime();
  const parts = () => ({ store: openMemoryStore({ disk, pause: yielded, clock: time.now, watch }), time, quota });
  const budgets = Array.from({ length: count }, () => createSharedBudget({ ...parts(), name: 'reports' }));
  const went: { readonly at: number; readonly urgency: Urgency }[] = [];
  const come = async (at: number, urgency: Urgency = 'person', answered = true) => {
    const place = await budgets[at % count]?.enter(urgency, never());
    went.push({ at: time.now(), urgency });
    if (answered) place?.done();
  };
  const heard = async () => {
    for (let turn = 0; turn < 200; turn += 1) await yielded();
  };
  const pass = async (seconds: number) => {
    await heard();
    for (let one = 0; one < seconds; one += 1) {
      time.turn(1_000);
      await heard();
    }
  };
  return { budgets, time, went, come, pass, parts };
}

function mostWithin(went: readonly { readonly at: number }[]): number {
  return Math.max(0, ...went.map(({ at }) => went.filter((one) => one.at >= at && one.at < at + quota.per).length));
}

test('three processes together never go oftener than may be, and all get their turn', async () => {
  const { went, come, pass } = processes(3);
  for (let at = 0; at < 24; at += 1) void come(at);
  await pass(60);
  assert.equal(went.length, 24);
  assert.ok(mostWithin(went) <= quota.most, `${mostWithin(went)} in one span`);
});

test('each by itself they would', async () => {
  const { went, come, pass } = processes(3, () => {
    throw new Error('the store is gone');
  });
  for (let at = 0; at < 24; at += 1) void come(at);
  await pass(60);
  assert.equal(went.length, 24, 'without the store each goes on by what it knows');
  assert.ok(mostWithin(went) > quota.most);
});

test('what the bot does by itself has no more than its share, over all processes', async () => {
  const { went, come, pass } = processes(3);
  for (let at = 0; at < 12; at += 1) void come(at, 'background');
  await pass(15);
  for (let at = 0; at < 3; at += 1) void come(at, 'person');
  await pass(60);
  assert.ok(mostWithin(went.filter(({ urgency }) => urgency === 'background')) <= quota.background);
  assert.equal(went.length, 15);
});

test('the requests of a process that dies are given back', async () => {
  const { went, come, pass } = processes(2);
  for (let at = 0; at < 5; at += 1) void come(0, 'person', false);
  await pass(1);
  void come(1);
  await pass(60);
  assert.equal(went.length, 5, 'they may still be under way');
  await pass(90);
  assert.equal(went.length, 6);
});

test('what one is told to hold holds for all', async () => {
  const { budgets, went, come, pass, time, parts } = processes(2);
  budgets[0]?.hold(30_000);
  await pass(1);
  void come(1);
  await pass(20);
  assert.equal(went.length, 0);
  assert.ok((budgets[1]?.line('person').wait ?? 0) > 5_000);
  await pass(10);
  assert.equal(went.length, 1);

  const [one, other] = [1, 2].map(() => createHeldBudget({ ...parts(), name: 'identity' }));
  one?.hold(minute);
  await pass(6);
  const begun = time.now();
  let entered = 0;
  void other?.enter('person', never()).then(() => (entered = time.now()));
  await pass(60);
  assert.ok(entered - begun >= 53_000, `${entered - begun} ms`);
});

test('who gives up while others have the budget gets none, and holds none', async () => {
  const { budgets, come, pass, went } = processes(2);
  for (let at = 0; at < 5; at += 1) void come(0);
  await pass(1);
  const giving = new AbortController();
  const entered = budgets[1]?.enter('person', giving.signal);
  await pass(2);
  giving.abort();
  assert.equal(await entered, undefined);
  await pass(12);
  for (let at = 0; at < 5; at += 1) void come(1);
  await pass(1);
  assert.equal(went.length, 10);
});
