import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { second } from '../../bot/domain/time.ts';
import { createMetrics, type StoreStanding } from '../../bot/metrics.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { type DelayingProxy, startDelayingProxy } from '../support/delaying-proxy.ts';
import { handTime } from '../support/hand-time.ts';
import { ringOf } from '../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { headings, somebody } from '../support/screens.ts';
import { calm, wordsOf } from '../support/teams-client.ts';
import { inTheEnd, until } from '../support/until.ts';

/** By which turns end. */
const time = handTime();
let database: TestDatabase;
let between: DelayingProxy;
let running: RunningBot;
let standing: () => StoreStanding;

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
  between = await startDelayingProxy(database.server.port, 0);
  const url = new URL(database.url());
  url.port = String(between.port);
  const follow = (look: () => StoreStanding) => {
    standing = look;
  };
  const observer = { ...createMetrics().store, follow };
  const connection = { connectionString: url.href };
  const records = await openPostgresStore({ connection, definitions: recordDefinitions, keyring: ringOf(1), observer });
  running = await startBot({ records, alarm: time.alarm });
});
after(async () => {
  await running.stop();
  await between.close();
  await database.drop();
});

test('while the database hangs people get a calm sentence in time, and afterwards everything goes on without a restart', async () => {
  const people = [somebody(running), somebody(running), somebody(running)];
  for (const { chat } of people) {
    await chat.type('hi');
    await chat.type('start');
    assert.match(wordsOf(chat.latest().content), headings.choose);
  }
  const goOn = between.hang();
  const asked = Promise.all(people.map(({ chat }) => chat.type('phone')));
  // Each has two ends: of waiting for the records, and of its own.
  await until('all turns are under way', () => time.alarms() === 2 * people.length);
  time.turn(4 * second);
  const answers = await inTheEnd('all turns have ended, while it hangs', asked);
  for (const [at, { status }] of answers.entries()) {
    assert.equal(status, 200);
    const said = people[at]?.chat.texts().at(-1) ?? '';
    assert.match(said, calm);
  }
  goOn();
  for (const { chat } of people) {
    await until('the chat goes on', async () => {
      await chat.type('phone');
      return headings.phone.test(wordsOf(chat.latest().content));
    });
  }
  await until('nobody waits for a connection', () => {
    const { people: pool, background } = standing().pools;
    return pool?.waiting === 0 && background?.waiting === 0;
  });
  assert.ok(Object.values(standing().pools).every(({ open }) => open <= 8));
});
