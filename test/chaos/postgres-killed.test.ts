import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { RateCounter } from '../../bot/domain/enrolment/rate-limit.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore, type PostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { amount, figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import {
  makeRoles,
  newDatabase,
  owner,
  type PostgresServer,
  startPostgres,
  type TestDatabase,
} from '../support/postgres.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';
import { until } from '../support/until.ts';

const seed = seedOfRun();
const { below } = seeded(seed);
let server: PostgresServer;
let database: TestDatabase;
let store: PostgresStore;

before(async () => {
  server = await startPostgres();
  await makeRoles(server);
  database = await newDatabase(server);
  await migrate({ connectionString: database.url(owner) });
  store = await openPostgresStore({
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: ringOf(1),
  });
});
after(async () => {
  await store.close();
  await server.stop();
});

const sum = { acknowledged: 0, refused: 0 };
const acknowledged = new Set<number>();
let adders = 0;

/** Adds to some records without end, until it is told to stop. */
async function adding(done: () => boolean): Promise<void> {
  const writer = async (at: number) => {
    while (!done()) {
      adders += 1;
      const mine = adders;
      // A new record now and then, so that they stay small.
      const id = `${at} ${Math.floor(mine / 400)}`;
      try {
        await store.update('tenant-limit', id, (tally) => ({ record: added(tally, mine), outcome: undefined }));
        acknowledged.add(mine);
        sum.acknowledged += 1;
      } catch (error) {
        assert.ok(error instanceof Fault && error.code === 'store-unavailable', `${error}`);
        sum.refused += 1;
      }
    }
  };
  await Promise.all([0, 1, 2, 3].map(writer));
}

function added(tally: RateCounter | undefined, at: number): RateCounter {
  return { slots: [...(tally?.slots ?? []), { at, count: 1, by: null }] };
}

/** Everything acknowledged is there, once, and nothing that nobody asked for. */
async function compare(): Promise<void> {
  const there: number[] = [];
  let after: string | undefined;
  do {
    const page = await store.scan('tenant-limit', 500, after);
    for (const { record } of page.entries) there.push(...record.slots.map(({ at }) => at));
    after = page.next;
  } while (after !== undefined);
  assert.equal(new Set(there).size, there.length, `SEED=${seed}: a step counted twice`);
  const known = there.filter((one) => acknowledged.has(one)).length;
  assert.equal(known, acknowledged.size, `SEED=${seed}: what was acknowledged is lost`);
  assert.ok(there.length <= sum.acknowledged + sum.refused);
}

test('connections that the server ends, and processes of it that are killed, lose nothing and count nothing twice', async () => {
  const ends = amount(20, 500);
  const kills = amount(2, 20);
  let over = false;
  const writing = adding(() => over);
  const pids = async () =>
    server.asAdministrator(async (client) => {
      const query = `SELECT pid FROM pg_stat_activity WHERE usename = 'bot_login'`;
      return (await client.query(query)).rows.map(({ pid }) => pid as number);
    });
  /** While the server starts anew it answers nobody. */
  const somePid = async () => {
    let all: readonly number[] = [];
    await until('the bot is connected', async () => {
      all = await pids().catch(() => []);
      return all.length > 0;
    });
    return all[below(all.length)] ?? 0;
  };
  try {
    for (let end = 0; end < ends; end += 1) {
      const pid = await somePid();
      await server.asAdministrator((client) => client.query('SELECT pg_terminate_backend($1)', [pid]));
      await pause(below(20));
    }
    for (let kill = 0; kill < kills; kill += 1) {
      const before = sum.acknowledged;
      process.kill(await somePid(), 'SIGKILL');
      // The server starts all of itself anew; writes go on without anybody's help.
      await until('writes go on', () => sum.acknowledged > before + 20);
    }
  } finally {
    // Writers never outlive the test.
    over = true;
  }
  await writing;
  await compare();
  figure({
    test: 'server ends connections and is killed, PostgreSQL',
    measured: `${ends} connections ended, ${kills} of its processes killed -9: ${sum.acknowledged} acknowledged, ${sum.refused} refused, 0 lost, 0 twice`,
    target: '0 lost, 0 twice, on without a restart',
    met: true,
    seed,
  });
});
