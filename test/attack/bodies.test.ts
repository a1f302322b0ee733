import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Activity, TeamsActivityHandler, TurnContext } from 'botbuilder';
import type { TakeTurn } from '../../bot/http/messages.ts';
import { TeamsAdapter } from '../../bot/teams/adapter.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { serve } from '../support/serve.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { attackBodies } from './attack-bodies.ts';

const megabyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / megabyte;
}

/** Calls the parts of the SDK that read the most of an activity, and answers what it leaves unanswered with 404. */
class Reader extends TeamsActivityHandler {
  protected override async onInvokeActivity(context: TurnContext) {
    const answer = await super.onInvokeActivity(context);
    return answer.status === 501 ? { status: 404 } : answer;
  }
}

function sdkTurn(): TakeTurn {
  const adapter = new TeamsAdapter(undefined, () => 0);
  const reader = new Reader();
  return async (activity) =>
    adapter.receive(activity as unknown as Activity, async (context) => {
      TurnContext.getConversationReference(context.activity);
      if (context.activity.text !== undefined) TurnContext.removeRecipientMention(context.activity);
      await reader.run(context);
    });
}

test('broken bodies get 4xx, the process lives on, and memory stays flat', async (t) => {
  const served = await serve(t, { turn: sdkTurn(), bodyPatience: 500 });
  const serviceUrl = 'http://localhost:9/';
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));

  const seed = seedOfRun();
  const count = amount(5_000, 100_000);
  t.diagnostic(`SEED=${seed}`);
  await attackBodies({ url: served.origin, serviceUrl, count: amount(1_000, 2_000), seed: seed + 1 });
  const before = heap();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss / megabyte);
  }, 50);
  const resident = process.memoryUsage().rss / megabyte;

  const { statuses, wrong, wrongCount } = await attackBodies({ url: served.origin, serviceUrl, count, seed });
  clearInterval(watch);
  const failures = served.log.filter((line) => line.includes('failed')).slice(0, 3);
  t.diagnostic(JSON.stringify(statuses));

  assert.equal(wrongCount, 0, [...wrong, ...failures].join('\n'));
  assert.deepEqual(unhandled, []);
  assert.ok((statuses['200'] ?? 0) > 500, 'some have to reach the SDK, or nothing is proven');
  assert.ok(heap() - before < 30, `heap from ${before} to ${heap()} MB`);
  // Half a gigabyte is what one gzip bomb takes where it is unpacked first.
  assert.ok(most - resident < 400, `resident from ${resident} to ${most} MB`);
  const response = await fetch(`${served.origin}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(teamsMessage(serviceUrl, 'tenant')),
  });
  assert.equal(response.status, 200);
  figure({
    test: 'mutated bodies',
    measured: `${count} bodies: ${JSON.stringify(statuses)}, process alive, heap ${(heap() - before).toFixed(0)} MB more, resident at most ${(most - resident).toFixed(0)} MB more`,
    target: 'only 200 and 4xx, process alive, memory flat',
    met: true,
    seed,
  });
});

test('one empty object for a body is refused, and the next message is read', async (t) => {
  const served = await serve(t, { turn: sdkTurn() });
  const post = async (body: unknown) =>
    (
      await fetch(`${served.origin}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;
  const status = await post({});
  assert.ok(status >= 400 && status < 500);
  assert.equal(await post(teamsMessage('http://localhost:9/', 'tenant')), 200);
  figure({
    test: 'one empty object for a body, without a token',
    measured: `answered ${status}, the next message 200`,
    target: 'process alive',
    met: true,
  });
});
