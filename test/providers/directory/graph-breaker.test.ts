import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '../../../bot/providers/directory/graph/client.ts';
import { createBreaker } from '../../../bot/providers/directory/graph/retry.ts';
import { userOf } from '../../../bot/providers/directory/graph/user.ts';
import { handClock } from '../../support/clock.ts';
import { figure } from '../../support/figure.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { kim } from '../../support/graph-tenant.ts';

function broken() {
  const clock = handClock();
  const breaker = createBreaker(clock);
  const fail = () => {
    assert.equal(breaker.enter(), 0);
    breaker.heard('badly');
  };
  for (let count = 0; count < 5; count += 1) fail();
  return { clock, breaker, fail };
}

test('after five failures in a row nobody asks for fifteen seconds', () => {
  const { clock, breaker } = broken();
  assert.equal(breaker.enter(), 15_000);
  clock.turn(14_999);
  assert.equal(breaker.enter(), 1);
  clock.turn(1);
  assert.equal(breaker.enter(), 0);
});

test('failures that are not in a row do not count together', () => {
  const breaker = createBreaker(handClock());
  for (let count = 0; count < 20; count += 1) {
    assert.equal(breaker.enter(), 0);
    breaker.heard(count % 5 === 4 ? 'well' : 'badly');
  }
});

test('one call goes first when the rest is over, and the others wait for what it hears', () => {
  const { clock, breaker } = broken();
  clock.turn(15_000);
  assert.equal(breaker.enter(), 0);
  assert.ok(breaker.enter() > 0);
  breaker.heard('well');
  assert.equal(breaker.enter(), 0);
  assert.equal(breaker.enter(), 0);
});

test('each probe that fails doubles the rest, up to two minutes', () => {
  const { clock, breaker, fail } = broken();
  const rests = [];
  for (let count = 0; count < 5; count += 1) {
    const rest = breaker.enter();
    rests.push(rest);
    clock.turn(rest);
    fail();
  }
  assert.deepEqual(rests, [15_000, 30_000, 60_000, 120_000, 120_000]);
});

test('a probe that we gave up ourselves lets the next one try', () => {
  const { clock, breaker } = broken();
  clock.turn(15_000);
  assert.equal(breaker.enter(), 0);
  breaker.heard('nothing');
  assert.equal(breaker.enter(), 0);
});

test('many calls that fail at once make one rest, not a longer one each', () => {
  const clock = handClock();
  const breaker = createBreaker(clock);
  for (let count = 0; count < 30; count += 1) breaker.enter();
  for (let count = 0; count < 30; count += 1) breaker.heard('badly');
  assert.equal(breaker.enter(), 15_000);
});

test('while Graph is down turns stop waiting for it, and find it when it is up again', async (t) => {
  const { client, graph, time } = await graphBench(t);
  const call: Call = { ...userOf(kim.objectId).call, method: 'GET' };
  graph.fault = () => ({ status: 502, words: '' });
  await client.call(call, never());
  await client.call(call, never());
  const asked = graph.got.length;
  assert.equal(asked, 5, 'four tries, then one that opens the breaker');
  for (let count = 0; count < 20; count += 1) {
    const answer = await client.call(call, never());
    assert.ok(answer.kind === 'unavailable' && answer.why === 'resting');
  }
  assert.equal(graph.got.length, asked);
  graph.fault = () => undefined;
  time.turn(15_000);
  assert.equal((await client.call(call, never())).kind, 'done');
  assert.equal((await client.call(call, never())).kind, 'done');
});

test('answers that are our own fault do not open the breaker', async (t) => {
  const { client, graph } = await graphBench(t);
  const call: Call = { ...userOf(kim.objectId).call, method: 'GET' };
  for (const status of [400, 403, 404, 409, 429]) {
    graph.fault = () => ({ status, body: { error: { code: 'x', message: 'x' } } });
    for (let count = 0; count < 3; count += 1) await client.call(call, never());
  }
  graph.fault = () => undefined;
  assert.equal((await client.call(call, never())).kind, 'done');
});

test('calls that we gave up ourselves do not open the breaker', async (t) => {
  const { client, graph } = await graphBench(t);
  const call: Call = { ...userOf(kim.objectId).call, method: 'GET' };
  graph.fault = () => 'hang';
  for (let count = 0; count < 8; count += 1) {
    const control = new AbortController();
    const asked = graph.asked(() => true);
    const answer = client.call(call, control.signal);
    await asked;
    control.abort();
    assert.equal((await answer).kind, 'unavailable');
  }
  graph.fault = () => undefined;
  assert.equal((await client.call(call, never())).kind, 'done');
});

for (const [how, fault] of [
  ['answers 503', { status: 503, words: '' }],
  ['breaks the line', 'cut'],
] as const) {
  test(`directory down: two hundred lookups while Graph ${how} each end within three seconds of the clock`, async (t) => {
    const { directory, graph, time } = await graphBench(t);
    graph.fault = () => fault;
    let longest = 0;
    const timed = async (lookup: () => Promise<unknown>) => {
      const begun = time.now();
      await lookup();
      longest = Math.max(longest, time.now() - begun);
    };
    for (let turn = 0; turn < 100; turn += 1) {
      await timed(() => assert.rejects(directory.entry(kim, never())));
      await timed(async () => assert.equal((await directory.facts(kim, never())).account.kind, 'unseen'));
    }
    // Pauses that are made at the same time add up on this clock, so the real wait is shorter.
    const met = longest <= 3_000 && graph.got.length <= 200;
    figure({
      test: `directory down (Graph ${how})`,
      measured: `200 lookups: the longest waited ${longest} ms, ${graph.got.length} requests in all`,
      target: 'each ≤ 3,000 ms, fewer requests than lookups',
      met,
    });
    assert.ok(met);
  });
}
