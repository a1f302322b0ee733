import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { type Person, personId } from '../../bot/domain/account/person.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { usualSizes } from '../../bot/providers/store/postgres/postgres.ts';
import { startDelayingProxy } from '../support/delaying-proxy.ts';
import { amount, figure } from '../support/figure.ts';
import { makeRoles, owner, type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres.ts';
import { posting } from '../support/posting.ts';
import { type Child, start } from './child.ts';
import { createClient } from './client.ts';
import { startConnector } from './connector.ts';
import { fillDatabase, keySetting, keys, openOn, someone, whole } from './filled-database.ts';
import { load } from './load.ts';
import { median } from './numbers.ts';
import { numbered } from './person.ts';
import { register, turnsPerRegistration } from './registration.ts';
import { makeWorkplace } from './workplace.ts';

/*
 * What the store costs on a real PostgreSQL, as ratios on this machine: run at the end of `npm run bench`, and in its whole
 * size by `npm run figures`. Milliseconds are only printed.
 */

const few = whole;
const many = amount(20_000, 1_000_000);
const rounds = 6;
const callers = 16;

const connector = await startConnector();
const workplace = await makeWorkplace();
const server = await startPostgres({ shared_buffers: '256MB' });
/** Two things against each other. */
interface Pair {
  readonly one: number;
  readonly other: number;
  /** Of the second to the first, within a round. */
  readonly times: number;
}

/**
 * What two come to, one right after the other, so that whatever else runs on the machine falls on both alike; the middle of all
 * rounds. Each is the first as often as the last: letters of one are still under way when the next begins. One more than the
 * rounds: the first warms up.
 */
async function inPairs(one: () => Promise<number>, other: () => Promise<number>, rounds: number): Promise<Pair> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const early = round % 2 === 0 ? await one() : undefined;
    const second = await other();
    const first = early ?? (await one());
    if (round > 0) pairs.push({ one: first, other: second, times: second / first });
  }
  const middle = (of: keyof Pair) => median(pairs.map((pair) => pair[of]));
  return { one: middle('one'), other: middle('other'), times: middle('times') };
}

/** A moment of each, by turns, so that whatever else runs on the machine falls on both alike. */
const slice = 300;
const slices = 48;

/** How often a second so many callers, each again and again for a moment, get something done. */
async function rate(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  const end = from + slice;
  let done = 0;
  const caller = async () => {
    for (; performance.now() < end; done += 1) await act();
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return done / ((performance.now() - from) / 1_000);
}

const anyone = () => someone(Math.floor(Math.random() * whole));

/** Something in the record that is also found by changes each time. */
function touched(person: Person | undefined): Person {
  if (!person) throw new Error('nobody is there');
  const [letter] = person.letters;
  return { ...person, letters: letter ? [{ ...letter, due: letter.due + 1 }] : [] };
}

const touch = (store: Store) =>
  store.update('person', anyone(), (person) => ({ record: touched(person), outcome: undefined }));

async function updates(database: TestDatabase): Promise<void> {
  const store = await openOn(database.url());
  const pool = new Pool({ connectionString: database.url(owner), max: usualSizes.people });
  pool.on('error', () => undefined);
  // The same rows and indexes, laid down alike, of its own.
  const laid = 'WITH (fillfactor = 85, toast_tuple_target = 8160)';
  await pool.query(`CREATE TABLE reset_ready.bare (LIKE reset_ready.person INCLUDING ALL) ${laid}`);
  await pool.query('INSERT INTO reset_ready.bare SELECT * FROM reset_ready.person');
  const { rows } = await pool.query('SELECT place, version, name, body, due FROM reset_ready.bare');
  const bare = () => {
    const { place, version, name, body, due } = rows[Math.floor(Math.random() * rows.length)];
    const text = 'UPDATE reset_ready.bare SET version = $2, name = $3, body = $4, due = $5 + random() WHERE place = $1';
    return pool.query({ name: 'bare', text, values: [place, version, name, body, due] });
  };
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const embedded = await openLowdbStore({ folder, definitions: recordDefinitions, keyring: keys });
  for (let at = 0; at < whole; at += 1) {
    const record = await store.read('person', someone(at));
    if (record) await embedded.update('person', personId(record.employee), () => ({ record, outcome: undefined }));
  }
  const [ours, loop, lowdb]: [number[], number[], number[]] = [[], [], []];
  for (let one = 0; one < slices; one += 1) {
    ours.push(await rate(() => touch(store)));
    loop.push(await rate(bare));
    lowdb.push(await rate(() => touch(embedded)));
  }
  // Half of them warm up.
  const [own, bareOnes, embeddedOnes] = [ours, loop, lowdb].map((rates) => rates.slice(slices / 2)) as [
    number[],
    number[],
    number[],
  ];
  const against = (other: readonly number[]) => median(own.map((rate, at) => rate / (other[at] ?? 0)));
  const often = (rates: readonly number[]) => median(rates).toFixed(0);
  await Promise.all([store.close(), pool.end(), embedded.close()]);
  await rm(folder, { recursive: true });
  figure({
    test: `updates on PostgreSQL, ${callers} callers`,
    measured: `${ratio(against(bareOnes))} of a bare UPDATE loop (${often(own)} and ${often(bareOnes)} /s), ${ratio(against(embeddedOnes))} of lowdb (${often(embeddedOnes)} /s)`,
    target: '≥ 0.6 of the loop',
    met: against(bareOnes) >= 0.6,
  });
}

/** How long it takes to get sixteen of those that are due, with few people and with many, and with nobody due. */
async function claims(small: TestDatabase, large: TestDatabase): Promise<void> {
  const now = Date.now();
  const opened = await Promise.all(
    [small, large].map(async (database) => {
      const store = await openOn(database.url());
      for (let at = 0; at < callers; at += 1) {
        await store.update('person', someone(at), (person) => {
          const [letter] = person?.letters ?? [];
          const record = person && { ...person, letters: letter ? [{ ...letter, due: now - at }] : [] };
          return { record, outcome: undefined };
        });
      }
      const claimed = async () => {
        await database.server.asAdministrator((client) => client.query('DELETE FROM reset_ready.claim'), database.name);
        const times: number[] = [];
        const from = performance.now();
        const { length } = await store.claim('person', now, callers);
        times.push(performance.now() - from);
        if (length !== callers) throw new Error(`${length} were claimed`);
        return median(times);
      };
      return { store, several: async () => median(await Array.fromAsync({ length: 30 }, claimed)) };
    }),
  );
  const [withFew, withMany] = opened.map(({ several }) => several);
  if (!withFew || !withMany) throw new Error('two are compared');
  const { one, other, times } = await inPairs(withFew, withMany, rounds);
  for (const { store } of opened) {
    for (let at = 0; at < callers; at += 1) {
      await store.update('person', someone(at), (person) => ({
        record: person && { ...person, letters: [] },
        outcome: undefined,
      }));
    }
    await store.close();
  }
  figure({
    test: `${callers} due records claimed, with ${many} people against ${few}`,
    measured: `× ${ratio(times)} (p50 ${ms(one)} and ${ms(other)})`,
    target: '≤ × 1.5',
    met: times <= 1.5,
  });
}

/** How often records are asked for until all their letters are sent, by so many processes at once. */
async function letters(database: TestDatabase): Promise<void> {
  const told: string[] = [];
  let worst = 0;
  for (const count of [1, 2, 4]) {
    const { bench, another, refreshed } = posting();
    const stores = await Promise.all(Array.from({ length: count }, () => openOn(database.url())));
    const [store] = stores;
    for (let at = 0; at < whole; at += 1) {
      const letter = { kind: 'refresh', id: `${at}`, due: bench.clock() - at, dies: null, tries: [] } as const;
      await store?.update('person', someone(at), (person) => ({
        record: person && { ...person, letters: [letter] },
        outcome: undefined,
      }));
    }
    let served = 0;
    const claim = (own: Store): Store['claim'] =>
      async function counted(...asked) {
        const ids = await own.claim(...asked);
        served += ids.length;
        return ids;
      };
    const outboxes = stores.map((own) => another({ store: { ...own, claim: claim(own) } }));
    const work = outboxes.flatMap((outbox) =>
      Array.from({ length: 8 }, async () => {
        while ((await outbox.round()) > 0);
      }),
    );
    await Promise.all(work);
    await Promise.all(stores.map((own) => own.close()));
    if (refreshed.length !== whole) throw new Error(`${refreshed.length} of ${whole} letters were sent`);
    worst = Math.max(worst, served / whole);
    told.push(`${count}: ${served}`);
  }
  figure({
    test: 'records asked for on PostgreSQL',
    measured: `${whole} letters, sent by so many processes, were asked for ${told.join(', ')} times`,
    target: '≤ 1.05 for each letter',
    met: worst <= 1.05,
  });
}

const botOn = (url: string, name: string): Promise<Child> =>
  start('this-bot.ts', {
    ...workplace.settings(name),
    DATABASE_URL: url,
    KEYS: keySetting,
  });

/** Whole registrations with few people stored and with many. */
async function turns(small: TestDatabase, large: TestDatabase): Promise<void> {
  const next = numbered(1_000_000);
  const offices = await Promise.all(
    [small, large].map(async (database, at) => {
      const bot = await botOn(database.url(), `office-${at}`);
      const client = createClient(bot.url);
      const converse = () => register(client, connector, next(), bot.codeFor);
      return { bot, client, p50: async () => (await load(client, 12, 2, converse)).p50 };
    }),
  );
  // At the same time, so that whatever else runs on the machine falls on both alike. The first rounds warm up.
  const taken: (readonly number[])[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const both = await Promise.all(offices.map(({ p50 }) => p50()));
    if (round >= 0) taken.push(both);
  }
  const [one, other] = [0, 1].map((at) => median(taken.map((both) => both[at] ?? 0))) as [number, number];
  const times = median(taken.map(([few = 0, many = 0]) => many / few));
  for (const { bot, client } of offices) {
    client.close();
    await bot.stop();
  }
  figure({
    test: `a turn on PostgreSQL, with ${many} people against ${few}`,
    measured: `× ${ratio(times)} (p50 ${ms(one)} and ${ms(other)})`,
    target: '≤ × 1.2',
    met: times <= 1.2,
  });
}

/** Two bots and the people who write to them: what their turns come to when one or both are at work. */
async function officeOfTwo(urls: readonly [string, string], first: number) {
  const bots = [await botOn(urls[0], `one-of-two-${first}`), await botOn(urls[1], `other-of-two-${first}`)];
  const clients = bots.map(({ url: at }) => createClient(at));
  const next = numbered(first);
  /** Whichever of them sends it. */
  const codeFor = (address: string) => Promise.any(bots.map((bot) => bot.codeFor(address)));
  const perBot = 12;

  let alone = 0;

  async function measured(count: number): Promise<{ readonly rate: number; readonly processor: number }> {
    // Each is alone by turns, so that both are as warm; the other stands still, and does nothing of what is this one's.
    alone = 1 - alone;
    const those = count === 1 ? [alone] : [0, 1];
    const still = bots.filter((_, at) => !those.includes(at)).flatMap(({ pid }) => pid ?? []);
    for (const pid of still) process.kill(pid, 'SIGSTOP');
    const usedBy = () => Promise.all(bots.filter((_, at) => those.includes(at)).map((bot) => bot.used()));
    const before = await usedBy();
    const from = performance.now();
    await Promise.all(
      clients
        .filter((_, at) => those.includes(at))
        // One person at a time each: no bot waits for the processor more than the other way, and what it does while nobody asks
        // falls on as many turns.
        .map((client) => load(client, perBot, 1, () => register(client, connector, next(), codeFor))),
    );
    const seconds = (performance.now() - from) / 1_000;
    // What the turns have set going is theirs.
    await pause(1_000);
    const after = await usedBy();
    for (const pid of still) process.kill(pid, 'SIGCONT');
    const did = count * perBot * turnsPerRegistration;
    const used = after.reduce((sum, { processor }, at) => sum + processor - (before[at]?.processor ?? 0), 0);
    return { rate: did / seconds, processor: used / did };
  }

  const warming = clients.map((client) => load(client, 40, 2, () => register(client, connector, next(), codeFor)));
  await Promise.all(warming);
  /** One of them against both. */
  const compared = (what: 'rate' | 'processor') => {
    const by = (count: number) => async () => (await measured(count))[what];
    return inPairs(by(1), by(2), 2 * rounds);
  };
  const close = () => {
    for (const client of clients) client.close();
    return Promise.all(bots.map((bot) => bot.stop()));
  };
  return { compared, close };
}

/** Two bots against one on one database: what a turn takes of the processor. */
async function processor(database: TestDatabase, apart: TestDatabase): Promise<void> {
  // Two at work at once slow each other down in the machine itself, whatever they share: told beside it.
  const offices = [
    await officeOfTwo([database.url(), database.url()], 2_000_000),
    await officeOfTwo([database.url(), apart.url()], 2_100_000),
  ];
  const pairs: Pair[] = [];
  for (const { compared, close } of offices) {
    pairs.push(await compared('processor'));
    await close();
  }
  const [shared, own] = pairs as [Pair, Pair];
  figure({
    test: 'processor time of a turn, two bots on one PostgreSQL against one',
    measured: `× ${ratio(shared.times)} (${ms(shared.one)} and ${ms(shared.other)}); × ${ratio(own.times)} where each has a database of its own`,
    target: '≤ × 1.1',
    met: shared.times <= 1.1,
  });
}

/** Two bots against one with a far database: how many turns they come to. @param delay ms a round trip */
async function far(given: PostgresServer, database: TestDatabase, delay: number): Promise<void> {
  const proxy = await startDelayingProxy(given.port, delay);
  const url = new URL(database.url());
  url.port = String(proxy.port);
  const { compared, close } = await officeOfTwo([url.href, url.href], 2_200_000);
  const { one, other: two, times } = await compared('rate');
  await close();
  await proxy.close();
  figure({
    test: `turns of two bots against one, ${delay} ms a round trip to PostgreSQL`,
    measured: `× ${ratio(times)} (${one.toFixed(1)} and ${two.toFixed(1)} /s)`,
    target: '≥ × 1.9',
    met: times >= 1.9,
  });
}

function ratio(value: number): string {
  return value.toFixed(2);
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

try {
  await makeRoles(server);
  const [small, large] = [await fillDatabase(server, few), await fillDatabase(server, many)];
  await updates(small);
  await claims(small, large);
  await letters(small);
  await turns(small, large);
  await processor(small, await fillDatabase(server, few));
  await far(server, small, 5);
} finally {
  await server.stop();
  await workplace.remove();
  connector.close();
}
