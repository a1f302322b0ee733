import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { everyRecord } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { programWriting } from '../../bot/providers/store/format.ts';
import type { Heart } from '../../bot/providers/store/postgres/leases.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { figure, share } from '../support/figure.ts';
import { formerReader } from '../support/former-reader.ts';
import { ringOf } from '../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { headings, roads, type Somebody, screenNames, settled, somebody, turnedClock } from '../support/screens.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';
import { calm, teamsClient, wordsOf } from '../support/teams-client.ts';
import { saysTo } from '../support/tickets-asked.ts';

/*
 * A rolling upgrade: a bot that keeps to the format before, and one of this release, on one database, with chats that cross in
 * both directions. What an older program reads is known from that program (`former-reader.ts`).
 */

const seed = seedOfRun();
const { below } = seeded(seed);
const clock = turnedClock();
const reader = formerReader();
let database: TestDatabase;
let older: RunningBot;
let newer: RunningBot;
let balancer: Balancer;
let crossing: RunningBot;
/** What shows each bot to the other. */
const beats: (() => Promise<void>)[] = [];
let formatNow: () => number;
let acts = 0;

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
  const showing: Heart = (beat) => {
    beats.push(beat);
    return () => void beats.splice(beats.indexOf(beat), 1);
  };
  const open = (written: 2 | 3) =>
    openPostgresStore({
      connection: { connectionString: database.url() },
      definitions: recordDefinitions,
      keyring: ringOf(1),
      release: `${written}.0.0`,
      format: programWriting(written),
      showing,
      // The server's own: the tests live on another day.
      clock: () => performance.timeOrigin + performance.now(),
    });
  older = await startBot({ clock, records: await open(2) });
  const { folder, connector, caught, entries } = older;
  const records = await open(3);
  newer = await startBot({ clock, records, folder, connector, caught, entries });
  formatNow = records.format;
  balancer = await startBalancer({
    bots: [older.url, newer.url],
    choose() {
      acts += 1;
      return [below(2)];
    },
  });
  crossing = { ...older, client: (more) => teamsClient({ botUrl: balancer.url, connector, objectId: '', ...more }) };
});
after(async () => {
  await balancer.close();
  await newer.bot.stop();
  await older.connector.close();
  await database.drop();
});

/** Asks for help, and changes what was asked before anybody has taken it. */
async function changesRequest(one: Somebody): Promise<string> {
  await one.chat.type('hi');
  await one.chat.click('contact');
  const form = { reach: '', urgency: 'normal', day: '', clock: '', colleague: '' };
  await one.chat.click('contact-look', { ...form, said: 'Wrong page.' });
  await one.chat.click('contact-send');
  await one.chat.click('ticket-edit', {}, await saysTo(one, /Wrong page\./));
  await one.chat.click('contact-look', { ...form, said: 'The portal fails.' });
  await one.chat.click('contact-send');
  await saysTo(one, /The portal fails\./);
  const mine = { field: 'employee', equals: personId(one.employee), limit: 1 } as const;
  return (await newer.records.find('ticket', mine)).ids[0] ?? assert.fail('no request');
}

/** Why a program of the format before would call records damaged. */
async function refusals(): Promise<{ readonly read: number; readonly refused: readonly string[] }> {
  const refused: string[] = [];
  let read = 0;
  for (const kind of ['person', 'conversation', 'ticket', 'policy', 'tenant-limit', 'address-limit'] as const) {
    for await (const record of everyRecord(newer.records, kind)) {
      read += 1;
      refused.push(...reader.refusals(kind, record));
    }
  }
  return { read, refused };
}

test('while two releases share a database every chat goes on at either, and the older one can read all that is written', async () => {
  const walked = share(screenNames, 5, seed);
  for (const screen of walked) {
    const one = somebody(crossing);
    await roads[screen](one, crossing, clock);
    // Which of them it was on the way nobody sees.
    assert.match(wordsOf(one.chat.latest().content), headings[screen], `SEED=${seed}: ${screen}`);
    for (const text of one.chat.texts()) assert.doesNotMatch(text, calm, `SEED=${seed}: ${screen}`);
  }
  for (let one = 0; one < 4; one += 1) {
    const who = somebody(crossing);
    const ticket = await newer.records.read('ticket', await changesRequest(who));
    assert.deepEqual(
      ticket?.story.map(({ act }) => act),
      ['raised', 'added'],
      `SEED=${seed}`,
    );
  }
  assert.equal(formatNow(), 2);
  const { read, refused } = await refusals();
  figure({
    test: 'rolling upgrade, two releases on one PostgreSQL',
    measured: `${walked.length} roads of ${screenNames.length} and 4 requests that were changed, ${acts} acts at either by chance: 0 chats lost, ${refused.length} of ${read} records unreadable to the older`,
    target: '0 lost, 0 unreadable',
    met: refused.length === 0,
    seed,
  });
  assert.deepEqual(refused, []);
});

test('when the older one has gone the newer writes its own format, and the chats go on', async () => {
  const one = somebody(crossing);
  await roads.phone(one, crossing, clock);
  await older.bot.stop();
  for (let time = 0; time < 4; time += 1) for (const beat of beats) await beat();
  assert.equal(formatNow(), 3);
  await one.chat.type(one.typedNumber);
  await one.chat.type(await newer.caught.code(one.number));
  assert.match(wordsOf(one.chat.latest().content), headings.choose);
  await settled(one, newer);
  const ticket = await newer.records.read('ticket', await changesRequest(somebody(newer)));
  assert.deepEqual(
    ticket?.story.map(({ act }) => act),
    ['raised', 'edited'],
  );
  assert.notDeepEqual((await refusals()).refused, [], 'which the older one could not have read');
});
