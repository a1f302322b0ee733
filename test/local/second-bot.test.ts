import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compose } from '../../bot/compose/bot.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { createLog } from '../../bot/log.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { fault } from '../contract/store.ts';
import { startBot } from '../support/bot.ts';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { startConnector } from '../support/connector.ts';
import { newDatabase, owner } from '../support/postgres.ts';
import { headings } from '../support/screens.ts';
import { teamsClient, wordsOf } from '../support/teams-client.ts';

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
  const bots: BotProcess[] = [];
  t.after(async () => {
    await Promise.all(bots.map((bot) => bot.clear()));
    await Promise.all([
      connector.close(),
      database.drop(),
      ...folders.map((folder) => rm(folder, { recursive: true })),
    ]);
  });
  await migrate({ connectionString: database.url(owner) });
  const keys = `1:${randomBytes(32).toString('base64')}`;
  const begin = async (folder: string) => {
    const bot = await startBotProcess(undefined, { DATABASE_URL: database.url(), KEYS: keys, DATA_DIR: folder });
    bots.push(bot);
    const { employee } = demoPeople[0] ?? assert.fail();
    return { bot, chat: teamsClient({ botUrl: bot.url, connector, conversation: 'a:shared', ...employee }) };
  };
  const [one, other] = [await begin(folders[0]), await begin(folders[1])];
  await assert.rejects(begin(folders[0]), new RegExp(`did not come up:\\n.*${folders[0]} is held by process \\d+`));
  await one.chat.type('hi');
  await one.chat.type('start');
  const { id } = one.chat.latest();
  await other.chat.click('later');
  assert.equal(other.chat.latest().id, id, 'a card of the one is answered by the other');
  assert.match(wordsOf(other.chat.latest().content), headings.home);
});
