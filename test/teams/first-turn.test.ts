import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { PNG } from 'pngjs';
import { warmUp } from '../../bot/compose/warm-up.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { TeamsAdapter } from '../../bot/teams/adapter.ts';
import type { BotIdentity } from '../../bot/teams/authentication.ts';
import { person, type RunningBot, startBot } from '../support/bot.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { startConnector } from '../support/connector.ts';
import { figure } from '../support/figure.ts';
import type { Watched } from '../support/loop-watch.ts';
import { teamsClient, wordsOf } from '../support/teams-client.ts';

async function started(t: TestContext): Promise<RunningBot> {
  const running = await startBot();
  t.after(() => running.stop());
  return running;
}

/** Says whether the bot is alive, and whether it is ready. */
async function health(url: string): Promise<readonly [number, number]> {
  const [live, ready] = await Promise.all(['live', 'ready'].map((of) => fetch(`${url}/health/${of}`)));
  return [live?.status ?? 0, ready?.status ?? 0];
}

test('a bot that listens lives, and is ready only when it is warm', async (t) => {
  const { bot, url } = await started(t);
  assert.deepEqual(await health(url), [200, 503]);
  await bot.warmUp();
  assert.deepEqual(await health(url), [200, 200]);
});

test('the warm-up takes one turn of the event loop a piece, so that others are answered in between', async (t) => {
  const { bot } = await started(t);
  let turns = 0;
  let warm = false;
  const count = () => {
    turns += 1;
    if (!warm) setImmediate(count);
  };
  count();
  await bot.warmUp();
  warm = true;
  assert.ok(turns > 20, `${turns} turns`);
});

test('whoever writes while it warms goes before what is left of that', async () => {
  const events: string[] = [];
  const { promise: answered, resolve } = Promise.withResolvers<void>();
  // Far more turns of the event loop than there are pieces.
  const answer = (left: number): void => {
    if (left > 0) return void setImmediate(answer, left - 1);
    events.push('answered');
    resolve();
  };
  answer(500);
  await warmUp({
    policy: async () => undefined,
    clock: () => Date.UTC(2026, 10, 23),
    underWay: () => [answered],
    others: [async () => void events.push('last piece')],
  });
  assert.deepEqual(events, ['answered', 'last piece']);
});

test('once it is warm, the first turn and the first sentence read no file, parse no text and draw no picture', async (t) => {
  const running = await started(t);
  await running.bot.warmUp();
  const drawn = t.mock.method(PNG.sync, 'write');
  const parsed = t.mock.method(IntlMessageFormat as unknown as { __parse(): unknown }, '__parse');
  const read = t.mock.method(fs, 'readFileSync');
  syncBuiltinESMExports();
  t.after(() => {
    read.mock.restore();
    syncBuiltinESMExports();
  });
  for (const locale of ['en-US', 'sv-SE']) {
    const me = running.client({ locale, objectId: person(locale === 'sv-SE' ? 2 : 1) });
    await me.install();
    await me.type(locale === 'sv-SE' ? 'koden kommer inte' : 'the code does not arrive');
  }
  const counts = [drawn, parsed, read].map(({ mock }) => mock.callCount());
  assert.deepEqual(counts, [0, 0, 0], 'pictures drawn, texts parsed, files read');
});

test('a connector is made ahead for every kind of identity, and nobody is called for it', async (t) => {
  const called = [
    t.mock.method(http, 'request'),
    t.mock.method(https, 'request'),
    t.mock.method(globalThis, 'fetch'),
    t.mock.method(net.Socket.prototype, 'connect'),
  ];
  const app = { appId: person(1), appTenantId: person(2) };
  const identities: readonly (BotIdentity | undefined)[] = [
    undefined,
    { ...app, appType: 'SingleTenant', password: 'a secret of nobody' },
    { ...app, appType: 'UserAssignedMSI' },
  ];
  for (const identity of identities) await new TeamsAdapter(identity, () => 0).warmUp();
  assert.deepEqual(
    called.map(({ mock }) => mock.callCount()),
    [0, 0, 0, 0],
  );
});

/** What nobody notices, ms: a health check or a click that waits for it is as quick as ever. */
const unnoticed = 200;

test('from the moment it listens, through the first turn and the first sentence, nothing holds the bot up', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'loop-watch-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'watched.json');
  const watch = new URL('../support/loop-watch.ts', import.meta.url).href;
  const bot = await startBotProcess(undefined, { NODE_OPTIONS: `--import=${watch}`, LOOP_WATCH_FILE: file });
  t.after(() => bot.clear());
  assert.deepEqual(await health(bot.url), [200, 200], 'it says that it listens when it is ready');
  const connector = await startConnector();
  t.after(() => connector.close());

  const [robin] = demoPeople;
  assert.ok(robin);
  const me = teamsClient({ botUrl: bot.url, connector, ...robin.employee });
  await me.install();
  assert.match(wordsOf(me.latest().content), /Your password reset/);
  await me.type('the code does not arrive');
  assert.match(wordsOf(me.latest().content), /What you can do now/);
  await bot.stop();

  const { longest, slower } = JSON.parse(await readFile(file, 'utf8')) as Watched;
  const measured = `${longest?.toFixed(0)} ms of processor, on a machine ${slower.toFixed(1)} times slower than usual`;
  const met = longest !== undefined && longest > 0 && longest < unnoticed * slower;
  const target = `under ${unnoticed} ms on a usual machine`;
  figure({ test: 'longest turn of the event loop from listening on', measured, target, met });
  assert.ok(met, measured);
});
