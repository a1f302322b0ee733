import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openKeyring } from '../../bot/compose/store.ts';
import { personId } from '../../bot/domain/account/person.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { minute } from '../../bot/domain/time.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore, type PostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import type { News } from '../bench/child.ts';
import { type Employee, employee, tenantId } from '../bench/person.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { type DelayingProxy, startDelayingProxy } from '../support/delaying-proxy.ts';
import { amount, figure } from '../support/figure.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { headings } from '../support/screens.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';
import { statedEnv, statedOffset } from '../support/stated-date.ts';
import { actionsOf, calm, type TeamsClient, teamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const seed = seedOfRun();
const { below, chance } = seeded(seed);
const keys = `1:${Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 1) % 256)).toString('base64')}`;
const program = join(import.meta.dirname, '../bench/this-bot.ts');

/** How far each bot's machine is ahead of what it should be. */
const clocksAhead = [-10 * minute, 10 * minute] as const;
const preload = new URL('../support/stated-date.ts', import.meta.url).href;

let database: TestDatabase;
/** To look into what the bots write. */
let store: PostgresStore;
/** Between each bot and the database. */
const ways: DelayingProxy[] = [];
let folder: string;
let connector: Connector;
let balancer: Balancer;
const bots: { child: ChildProcess; port: number }[] = [];
/** Every code that was sent to an address, by whichever bot. */
const codes = new Map<string, string[]>();
let repeated = 0;
let kills = 0;

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
  const read = readConfig({ KEYS: keys, DATABASE_URL: database.url() });
  assert.ok(read.ok);
  store = await openPostgresStore({
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: await openKeyring(read.config),
  });
  for (const _ of clocksAhead) ways.push(await startDelayingProxy(database.server.port, 0));
  folder = await mkdtemp(join(tmpdir(), 'two-bots-'));
  connector = await startConnector();
  for (const at of [0, 1]) bots.push(await start(at));
  balancer = await startBalancer({
    bots: [0, 1].map((at) => `http://127.0.0.1:${bots[at]?.port}`),
    choose() {
      const one = below(2);
      if (chance() >= 0.3) return [one];
      repeated += 1;
      return [one, 1 - one];
    },
  });
});
after(async () => {
  for (const { child } of bots) await ended(child, 'SIGTERM');
  await balancer.close();
  await connector.close();
  for (const way of ways) await way.close();
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** @param port the one it had, for one that was there before */
async function start(at: number, port = 0) {
  const url = new URL(database.url());
  url.port = `${ways[at]?.port}`;
  const child = fork(program, [], {
    execArgv: ['--import', preload],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, `${at}`),
      DATABASE_URL: url.href,
      KEYS: keys,
      PLAYGROUND: 'off',
      LOG_LEVEL: 'error',
      BENCH_PORT: `${port}`,
      ...statedEnv,
      STATED_OFFSET: `${statedOffset + (clocksAhead[at] ?? 0)}`,
    },
  });
  child.on('message', (news: News) => {
    if (news.kind === 'code') codes.set(news.to, [...(codes.get(news.to) ?? []), news.code]);
  });
  const listening = Promise.withResolvers<number>();
  child.on('message', (news: News) => news.kind === 'listening' && listening.resolve(news.port));
  child.on('exit', (code) => listening.reject(new Error(`the bot ended (${code})`)));
  return { child, port: await listening.promise };
}

async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Ends one in the middle of what it does, and starts it again on the same port. */
async function killOne(at: number): Promise<void> {
  const bot = bots[at];
  if (!bot) return;
  await ended(bot.child, 'SIGKILL');
  kills += 1;
  bots[at] = await start(at, bot.port);
}

/** Whose acts reach this address. */
function chatOf({ conversation, objectId }: Employee, botUrl: string): TeamsClient {
  return teamsClient({ botUrl, connector, conversation, objectId, tenantId });
}

const addressOf = (at: number) => `http://127.0.0.1:${bots[at]?.port}`;

/** Types until the newest card says it. @param typed what, or what it is by then @returns how often */
async function say(chat: TeamsClient, typed: string | (() => string), wanted: RegExp): Promise<number> {
  const there = () => chat.cards().length > 0 && wanted.test(wordsOf(chat.latest().content));
  let tries = 0;
  for (; !there(); tries += 1) {
    const text = typeof typed === 'string' ? typed : typed();
    assert.ok(tries < 12, `SEED=${seed}: ${text} comes to nothing: ${chat.texts().at(-1)}`);
    const { status } = await chat.type(text);
    assert.ok(status < 500, `SEED=${seed}: ${status}`);
    for (let wait = 0; wait < 10 && !there(); wait += 1) await pause(20);
    // A killed bot kept the chat: its lock is free after its silence.
    if (!there()) await pause(500);
  }
  return tries;
}

/** The newest code that has come to an address, whenever it is asked for: an earlier one counts no more. */
async function codeSentTo(address: string): Promise<() => string> {
  const newest = () => codes.get(address)?.findLast((code) => code !== '');
  await until(`a code comes to ${address}`, () => newest() !== undefined);
  return () => newest() ?? '';
}

/** Somebody who registers a phone and a mailbox by typing, and types again when nothing came of it. @returns how many acts */
async function registered(me: Employee): Promise<number> {
  const chat = chatOf(me, balancer.url);
  let acts = await say(chat, 'hi', /./);
  acts += await say(chat, 'start', headings.choose);
  acts += await say(chat, 'phone', headings.phone);
  acts += await say(chat, me.phone, headings['code of a phone']);
  acts += await say(chat, await codeSentTo(me.e164), headings.choose);
  acts += await say(chat, 'email', headings.email);
  acts += await say(chat, me.email, headings['code of a mailbox']);
  acts += await say(chat, await codeSentTo(me.email), headings.finish);
  const open = chat.cards().filter(({ content }) => actionsOf(content).length > 0);
  assert.ok(open.length <= 2, `SEED=${seed}: ${open.length} cards are open`);
  return acts;
}

test('two bots on one database, their clocks twenty minutes apart, killed and started again: every chat goes on', async () => {
  const chats = amount(4, 40);
  const wantedKills = amount(1, 12);
  let left = chats;
  const people = Array.from({ length: chats }, async (_, at) => {
    await pause(below(amount(600, 20_000)));
    const acts = await registered(employee(1_000 + at));
    left -= 1;
    return acts;
  });
  const killing = (async () => {
    while (left > 0 && kills < wantedKills) {
      await pause(300 + below(700));
      await killOne(below(2));
    }
  })();
  const acts = (await Promise.all(people)).reduce((sum, count) => sum + count);
  await killing;
  for (let at = 0; at < chats; at += 1) {
    const { objectId } = employee(1_000 + at);
    const person = await store.read('person', personId({ tenantId, objectId }));
    assert.equal(Object.keys(person?.methods ?? {}).length, 2, `SEED=${seed}`);
  }
  assert.deepEqual(await store.check(), []);
  const twice = [...codes.values()].reduce((sum, sent) => sum + sent.length - new Set(sent).size, 0);
  figure({
    test: 'two bots, one PostgreSQL, clocks 20 minutes apart, killed in turn',
    measured: `${chats} chats, ${acts} acts, ${repeated} of them at both at once, ${kills} kills: 0 chats lost, ${twice} messages twice`,
    target: `0 lost; a message twice only where its bot was killed between sending and noting it (≤ ${kills})`,
    met: twice <= kills,
    seed,
  });
  assert.ok(twice <= kills);
});

test('a code that was asked for at one bot is right at the other, whose clock is twenty minutes off', async () => {
  for (const at of [0, 1]) {
    const me = employee(4_000 + at);
    const [asks, proves] = [chatOf(me, addressOf(at)), chatOf(me, addressOf(1 - at))];
    for (const text of ['hi', 'start', 'phone', me.phone]) await asks.type(text);
    await proves.type((await codeSentTo(me.e164))());
    assert.match(wordsOf(proves.latest().content), headings.choose, 'at the first try');
    assert.equal(codes.get(me.e164)?.length, 1);
  }
});

test('where a bot is killed as soon as it has answered, before the chat is free and its card noted, the chat goes on at the other', async () => {
  const rounds = amount(1, 20);
  const acts = ['hi', 'start', 'phone', 'back', 'email', 'back'] as const;
  const shows = {
    hi: /./,
    start: headings.choose,
    phone: headings.phone,
    back: headings.choose,
    email: headings.email,
  };
  let beforeNoted = 0;
  for (let round = 0; round < rounds; round += 1) {
    const me = employee(9_000 + round);
    const act = acts[round % acts.length] ?? 'hi';
    const [one, other] = [round % 2, 1 - (round % 2)];
    const [here, there] = [chatOf(me, addressOf(one)), chatOf(me, addressOf(other))];
    for (const text of acts.slice(0, acts.indexOf(act))) await say(here, text, shows[text]);
    // So far that what is left to do then takes longer than the kill.
    ways[one]?.setApart(150);
    await here.type(act);
    await killOne(one);
    ways[one]?.setApart(0);
    assert.match(wordsOf(here.latest().content), shows[act], `SEED=${seed}: it had answered`);
    const record = await store.read('conversation', me.conversation);
    if (record?.card !== here.latest().id) beforeNoted += 1;
    await say(there, 'status', headings.home);
    await say(there, 'start', headings.choose);
    await registeredFrom(there, me);
  }
  figure({
    test: 'a bot killed as soon as it has answered, two bots on one PostgreSQL',
    measured: `${rounds} times, ${beforeNoted} of them before its card was noted: every chat went on at the other`,
    target: 'every chat goes on',
    met: true,
    seed,
  });
});

const busy = /I am still working on your last message/;

/** How far a turn has come that asks for a code: its address is counted, or the code stands in the person's record. */
type Stage = (me: Employee) => () => Promise<boolean>;

const isCounted: Stage = () => {
  const tallies = async () => (await store.scan('address-limit', 1_000)).entries.length;
  const before = tallies();
  return async () => (await tallies()) > (await before);
};
const isWritten: Stage =
  ({ objectId }) =>
  async () =>
    Boolean((await store.read('person', personId({ tenantId, objectId })))?.challenge);

test('a bot that stands still in the middle of a turn loses its chat to the other, and overwrites nothing when it goes on', async () => {
  const stops = amount(1, 12);
  for (let stop = 0; stop < stops; stop += 1) {
    const one = below(2);
    const me = employee(5_000 + stop);
    const [here, there] = [chatOf(me, addressOf(one)), chatOf(me, addressOf(1 - one))];
    await say(here, 'hi', /./);
    await say(here, 'start', headings.choose);
    await say(here, 'phone', headings.phone);
    // Far enough that it is still at it when it is stopped.
    ways[one]?.setApart(150);
    const come = (stop + seed) % 2 === 0 ? isCounted(me) : isWritten(me);
    await come();
    const turn = here.type(me.phone);
    await until('it is in the middle of it', come);
    bots[one]?.child.kill('SIGSTOP');
    await say(there, 'back', headings.choose);
    const chatNow = () => store.read('conversation', me.conversation);
    // Which card is the newest is noted behind the answer.
    await until('its card is noted', async () => (await chatNow())?.card === there.latest().id);
    const record = await chatNow();
    bots[one]?.child.kill('SIGCONT');
    ways[one]?.setApart(0);
    const { status } = await turn;
    assert.equal(status, 200, `SEED=${seed}`);
    const said = here.texts().at(-1) ?? '';
    assert.ok(busy.test(said) || calm.test(said), `SEED=${seed}: ${said}`);
    assert.deepEqual(await store.read('conversation', me.conversation), record, `SEED=${seed}: nothing is overwritten`);
    assert.match(wordsOf(here.latest().content), headings.choose, `SEED=${seed}`);
    // What the person's record had from it is there once, and the chat goes on where it was.
    await registeredFrom(here, me);
  }
  const twice = [...codes.entries()].filter(([, sent]) => sent.length > new Set(sent).size).map(([to]) => to);
  figure({
    test: 'a bot stopped in the middle of a turn, two bots on one PostgreSQL',
    measured: `${stops} times (SIGSTOP, SIGCONT): the chat went on at the other, 0 overwritten`,
    target: '0 overwritten',
    met: true,
    seed,
  });
  assert.ok(twice.length <= kills);
});

/** From the choice of methods on. */
async function registeredFrom(chat: TeamsClient, me: Employee): Promise<void> {
  await say(chat, 'email', headings.email);
  await say(chat, me.email, headings['code of a mailbox']);
  await say(chat, await codeSentTo(me.email), headings.choose);
}

test('a policy that is put in force is that of both bots within seconds', async () => {
  const before = (await store.read('policy', 'policy')) ?? defaultPolicy;
  const offered = async (at: number) => {
    const chat = chatOf(employee(6_000 + at), addressOf(at));
    await say(chat, 'hi', /./);
    await chat.type('start');
    return JSON.stringify(chat.latest().content).includes('authentication-email');
  };
  for (const at of [0, 1]) assert.ok(await offered(at));
  await setPolicy(store, { ...before, email: { allowed: false } }, 'test', 1);
  for (const at of [0, 1]) await until('e-mail is not offered', async () => !(await offered(at)));
  await setPolicy(store, { ...before, email: { allowed: true } }, 'test', 2);
  for (const at of [0, 1]) await until('e-mail is offered again', () => offered(at));
});

/** Bytes of memory in use. */
async function resident(at: number): Promise<number> {
  const child = bots[at]?.child ?? assert.fail();
  const answer = new Promise<number>((resolve) => {
    const hear = (news: News) => {
      if (news.kind !== 'used') return;
      child.off('message', hear);
      resolve(news.resident);
    };
    child.on('message', hear);
  });
  child.send('used');
  return answer;
}

test('on a slow database chats go on slowly, on one that is too slow people read so, and afterwards all is as before', async () => {
  const people = amount(1, 20);
  const before = await Promise.all([0, 1].map(resident));
  for (const way of ways) way.setApart(50);
  await Promise.all(Array.from({ length: people }, (_, at) => registered(employee(7_000 + at))));
  for (const way of ways) way.setApart(500);
  const those = Array.from({ length: 2 * people }, (_, at) => employee(8_000 + at));
  let answers = 0;
  let late = 0;
  let longest = 0;
  await Promise.all(
    those.map(async (me, at) => {
      const chat = chatOf(me, addressOf(at % 2));
      for (const text of ['hi', 'start', 'phone', me.phone]) {
        const began = performance.now();
        const { status } = await chat.type(text);
        longest = Math.max(longest, performance.now() - began);
        assert.equal(status, 200);
        answers += 1;
        const said = chat.texts().at(-1) ?? '';
        if (busy.test(said) || calm.test(said)) late += 1;
        else assert.ok(chat.cards().length > 0, said);
      }
    }),
  );
  for (const way of ways) way.setApart(0);
  // Wherever each has come to.
  await Promise.all(those.map((me) => say(chatOf(me, balancer.url), 'status', headings.home)));
  await Promise.all(those.map(registered));
  const after = await Promise.all([0, 1].map(resident));
  const grown = Math.max(...after.map((bytes, at) => bytes / (before[at] ?? 1)));
  figure({
    test: 'slow PostgreSQL, two bots',
    measured: `${people} registrations with 50 ms a round trip; with 500 ms ${answers} acts, ${late} of them answered with a sentence alone, after ${(longest / 1_000).toFixed(1)} s at most; memory × ${grown.toFixed(2)}`,
    target: 'every act is answered, memory ≤ × 1.5',
    met: grown <= 1.5,
    seed,
  });
  assert.ok(grown <= 1.5);
});
