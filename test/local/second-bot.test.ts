import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '../../bot/compose/bot.ts';
import { createLog } from '../../bot/log.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { fault } from '../contract/store.ts';
import { startBot } from '../support/bot.ts';

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
