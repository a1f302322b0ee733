import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BudgetSlot, Urgency } from '../../../bot/domain/ports/budget.ts';
import { createLog } from '../../../bot/log.ts';
import { createBudget } from '../../../bot/providers/budget/in-process.ts';
import { createGraphClient } from '../../../bot/providers/directory/graph/client.ts';
import { ownBudgets } from '../../../bot/providers/directory/graph/graph.ts';
import { waitOf } from '../../../bot/providers/http.ts';
import { startGraph } from '../../support/fake-graph.ts';
import { alwaysToken, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, kim } from '../../support/graph-tenant.ts';
import { handTime } from '../../support/hand-time.ts';

const quota = { most: 5, per: 10_000, background: 2 };

/** A line in which everybody is answered at once, and what came of it. */
function lineOf() {
  const time = handTime();
  const budget = createBudget(time, quota);
  const went: { readonly who: string; readonly at: number }[] = [];
  const begun = time.now();
  const come = async (who: string, urgency: Urgency, signal = never()) => {
    const place = await budget.enter(urgency, signal);
    if (place) went.push({ who, at: time.now() - begun });
    place?.done();
  };
  /** Second by second, with time for everybody to hear that it is their turn. */
  const heard = () => new Promise((resolve) => setImmediate(resolve));
  const pass = async (seconds: number) => {
    await heard();
    for (let one = 0; one < seconds; one += 1) {
      time.turn(1_000);
      await heard();
    }
  };
  return { time, budget, went, come, pass };
}

test('never more go than may in any span, and who came first goes first', async () => {
  const { come, went, pass } = lineOf();
  const all = Array.from({ length: 23 }, (_, at) => `p${at}`);
  for (const who of all) void come(who, 'person');
  await pass(60);
  assert.deepEqual(
    went.map(({ who }) => who),
    all,
  );
  for (const { at } of went) {
    const within = went.filter((one) => one.at >= at && one.at < at + quota.per);
    assert.ok(within.length <= quota.most, `${within.length} from ${at} on`);
  }
  assert.equal(went.at(-1)?.at, 40_000);
});

test('a place is free again a whole span after its answer, however slow that was', async () => {
  const { budget, time, come, went, pass } = lineOf();
  const places: (BudgetSlot | undefined)[] = [];
  for (let one = 0; one < 5; one += 1) places.push(await budget.enter('person', never()));
  void come('next', 'person');
  await pass(30);
  assert.deepEqual(went, [], 'nothing has been answered yet');
  for (const one of places) one?.done();
  await pass(9);
  assert.deepEqual(went, []);
  await pass(1);
  assert.deepEqual(went, [{ who: 'next', at: 40_000 }]);
  assert.equal(time.alarms(), 0, 'no timer is left behind');
});

test('people go before what the bot does by itself, which has its share all the same', async () => {
  const { come, went, pass } = lineOf();
  for (let one = 0; one < 20; one += 1) void come('bot', 'background');
  await pass(1);
  assert.equal(went.length, 2, 'three places are left for people who come at once');
  for (let one = 0; one < 20; one += 1) void come('person', 'person');
  await pass(60);
  const people = went.filter(({ who }) => who === 'person');
  assert.equal(people.length, 20);
  assert.ok((people.at(-1)?.at ?? 0) <= 50_000, `${people.at(-1)?.at}`);
  const own = went.filter(({ who, at }) => who === 'bot' && at > 0 && at < 40_000);
  assert.ok(own.length >= 3, 'the bot goes on meanwhile');
});

test('who gives up leaves the line, and the place in it is told', async () => {
  const { budget, come, went, pass } = lineOf();
  for (let one = 0; one < 5; one += 1) void come('first', 'person');
  await pass(1);
  assert.deepEqual(budget.line('person'), { ahead: 0, wait: 10_000 });
  const control = new AbortController();
  const gone = come('gone', 'person', control.signal);
  for (let one = 0; one < 7; one += 1) void come('then', 'person');
  assert.deepEqual(budget.line('person'), { ahead: 8, wait: 20_000 });
  control.abort();
  await gone;
  assert.equal(budget.line('person').ahead, 7);
  await pass(20);
  assert.deepEqual([...new Set(went.map(({ who }) => who))], ['first', 'then']);
});

test('when the other side says it was too much, nobody goes until then', async () => {
  const { budget, come, went, pass } = lineOf();
  budget.hold(3_500);
  void come('one', 'person');
  await pass(3);
  assert.deepEqual(went, []);
  assert.equal(budget.line('person').wait, 500);
  await pass(1);
  assert.equal(went.length, 1);
});

test('a Retry-After with a fraction of a second is waited for', () => {
  assert.equal(
    waitOf('2.128', () => 0),
    2_128,
  );
  assert.equal(
    waitOf('10', () => 0),
    10_000,
  );
  assert.equal(
    waitOf('-1.5', () => Date.UTC(2026, 10, 23)),
    undefined,
  );
});

test('three thousand changes of methods go in 150 seconds, and the next waits', async () => {
  const time = handTime();
  const { writes } = ownBudgets(time);
  assert.ok(writes);
  for (let one = 0; one < 3_000; one += 1) (await writes.enter('person', never()))?.done();
  assert.deepEqual(writes.line('person'), { ahead: 0, wait: 150_000 });
  time.turn(150_000);
  assert.equal(writes.line('person').wait, 0);
});

test('changes of methods stand in their own line as well; looking at them does not', async (t) => {
  const graph = await startGraph(t, goodTenant(goodPerson({})));
  const time = handTime();
  const writes = createBudget(time, { most: 1, per: 150_000, background: 1 });
  const methods = createBudget(time, { most: 100, per: 10_000, background: 50 });
  const client = createGraphClient({
    base: graph.base,
    tokens: alwaysToken,
    time,
    log: createLog('silent'),
    newId: () => 'dddddddd-0000-4000-8000-000000000001',
    chance: () => 0.5,
    budgets: { methods, writes },
  });
  const path = `/users/${kim.objectId}/authentication/phoneMethods`;
  const call = (method: 'GET' | 'POST') =>
    client.call(
      {
        what: 'x',
        workload: 'methods',
        method,
        path,
        patience: 1_000,
        ...(method === 'POST' && { body: { phoneType: 'alternateMobile', phoneNumber: '+46 701234568' } }),
      },
      never(),
    );
  for (const one of ['GET', 'GET', 'POST'] as const) assert.notEqual((await call(one)).kind, 'unavailable', one);
  assert.deepEqual(await call('POST'), { kind: 'unavailable', why: 'late', sent: false, after: 150_000 });
  assert.notEqual((await call('GET')).kind, 'unavailable');
  assert.equal(graph.got.filter(({ method }) => method === 'POST').length, 1, 'what has to wait does not go out');
});

test('what the bot does by itself is told of its own share of the line', async () => {
  const { budget, come, pass } = lineOf();
  for (let one = 0; one < 2; one += 1) void come('bot', 'background');
  await pass(1);
  assert.equal(budget.line('person').wait, 0);
  assert.equal(budget.line('background').wait, 10_000);
});
