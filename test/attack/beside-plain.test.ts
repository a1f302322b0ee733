import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Child, start } from '../bench/child.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { demoTenant } from '../support/teams-client.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { attackBodies } from './attack-bodies.ts';

/*
 * What the SDK's samples do with the same attacks: the reason for much of our own wiring. Should a newer SDK withstand
 * one, its test fails, and the wiring against it can go.
 */

let connector: Connector;
before(async () => {
  connector = await startConnector();
});
after(() => connector.close());

const plain = () => start('../support/plain-bot.ts');

async function post(url: string, body: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) }).then(
    ({ status }) => status,
    () => 0,
  );
}

async function alive(url: string): Promise<boolean> {
  await delay(200);
  return fetch(url).then(
    () => true,
    () => false,
  );
}

const message = (id: number) => ({ ...teamsMessage(connector.url, demoTenant), id: `1485983${id}`, text: 'hi' });

/** The highest count the plain bot has told anybody. */
function highest(): number {
  return Math.max(
    0,
    ...connector.posted.map(({ activity }) => Number(/^count (\d+)$/.exec(activity.text ?? '')?.[1] ?? 0)),
  );
}

async function withPlain(work: (bot: Child) => Promise<void>): Promise<void> {
  const bot = await plain();
  try {
    await work(bot);
  } finally {
    // One that has ended can't be ended again.
    if (await alive(bot.url)) await bot.stop();
  }
}

test('one empty object ends a process wired like the samples, and not ours', async () => {
  const ours = await startBotProcess();
  const status = await post(ours.url, {});
  assert.equal(await alive(ours.url), true);
  await ours.clear();
  let dead = false;
  await withPlain(async ({ url }) => {
    await post(url, {});
    dead = !(await alive(url));
  });
  assert.equal(dead, true);
  const measured = `answered ${status}, process alive`;
  figure({ test: 'one POST {} without a token', measured, target: 'alive', met: true, plain: 'process ended' });
});

test('of 50 messages at once, a state kept as the samples keep it counts a few', async () => {
  await withPlain(async ({ url }) => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => post(url, message(100 + at))));
    await post(url, message(200));
    const counted = highest();
    assert.ok(counted < 51, `${counted}`);
    figure({
      test: '50 turns at once in one chat, each counted',
      measured: 'all (two turns at once, codes tried at once: see the tests of those names)',
      target: 'all',
      met: true,
      plain: `${counted} of 51`,
    });
  });
});

test('a message that comes twice is done twice', async () => {
  await withPlain(async ({ url }) => {
    await post(url, message(300));
    await post(url, message(300));
    const before = highest();
    await post(url, message(301));
    assert.equal(highest() - before, 1);
    const twice = connector.posted.filter(({ activity }) => activity.text === 'count 2').length > 0;
    assert.equal(twice, true);
    figure({ test: 'the same activity twice', measured: 'done once', target: 'once', met: true, plain: 'done twice' });
  });
});

test('mutated bodies end a process wired like the samples again and again', async () => {
  const seed = seedOfRun();
  let [deaths, sent] = [0, 0];
  for (let round = 0; round < 5; round += 1) {
    await withPlain(async ({ url }) => {
      await attackBodies({ url, serviceUrl: connector.url, count: 100, seed: seed + round });
      sent += 100;
      deaths += (await alive(url)) ? 0 : 1;
    });
  }
  assert.ok(deaths > 0);
  const test = 'mutated bodies, 100 at a time to 5 processes';
  figure({
    test,
    measured: 'see 100,000 mutated bodies',
    target: 'alive',
    met: true,
    plain: `${deaths} of 5 processes ended`,
    seed,
  });
  assert.equal(sent, 500);
});
