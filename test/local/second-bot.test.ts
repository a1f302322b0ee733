import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Bot, compose } from '../../bot/compose/bot.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { createLog } from '../../bot/log.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { fault } from '../contract/store.ts';
import { startBot } from '../support/bot.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { startConnector } from '../support/connector.ts';
import { newDatabase, owner } from '../support/postgres.ts';
import { headings } from '../support/screens.ts';
import { teamsClient, wordsOf } from '../support/teams-client.ts';

const keys = randomBytes(32).toString('base64');

test('a second bot on the folder of one that runs is refused, and the first goes on', async () => {
  const first = await startBot();
  const read = readConfig({ DATA_DIR: first.folder, PLAYGROUND: 'off', LOG_LEVEL: 'silent' });
  assert.ok(read.ok);
  await assert.rejects(compose(read.config, createLog('silent')), fault('store-in-use'));
  const chat = first.client();
  await chat.type('hi');
  assert.equal(chat.cards().length, 1);
  await first.stop();
});

test('with a database, two local bots share the records, but no folder: that of one that runs is refused', async (t) => {
  const [database, connector] = [await newDatabase(), await startConnector()];
  const folders = [await mkdtemp(join(tmpdir(), 'one-')), await mkdtemp(join(tmpdir(), 'other-'))] as const;
  const bots: Bot[] = [];
  t.after(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await Promise.all([
      connector.close(),
      database.drop(),
      ...folders.map((folder) => rm(folder, { recursive: true })),
    ]);
  });
  await migrate({ connectionString: database.url(owner) });
  const settings = (folder: string) => ({
    DATABASE_URL: database.url(),
    KEYS: `1:${keys}`,
    DATA_DIR: folder,
    PLAYGROUND: 'off',
    LOG_LEVEL: 'silent',
  });
  const begun = async (folder: string) => {
    const read = readConfig(settings(folder));
    assert.ok(read.ok);
    // However slow the machine is.
    const bot = await compose(read.config, createLog('silent'), { alarm: () => () => undefined });
    bots.push(bot);
    const { port } = await bot.server.listen('127.0.0.1', 0);
    const { employee } = demoPeople[0] ?? assert.fail();
    return teamsClient({ botUrl: `http://127.0.0.1:${port}`, connector, conversation: 'a:shared', ...employee });
  };
  const [one, other] = [await begun(folders[0]), await begun(folders[1])];
  await assert.rejects(
    startBotProcess(undefined, settings(folders[0])),
    new RegExp(`did not come up:\\n.*${folders[0]} is held by process ${process.pid} `),
  );
  await one.type('hi');
  await one.type('start');
  const { id } = one.latest();
  await other.click('later');
  assert.equal(other.latest().id, id, 'a card of the one is answered by the other');
  assert.match(wordsOf(other.latest().content), headings.home);
});
