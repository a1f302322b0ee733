import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import type { RateCounter } from '../../bot/domain/enrolment/rate-limit.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { everyRecord } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore, type PostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { type DelayingProxy, startDelayingProxy } from '../support/delaying-proxy.ts';
import { amount, figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import { makeRoles, newDatabase, owner, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';

/*
 * The primary dies, and a server on a copy of its disk goes on in its place: as with a standby that has all that was
 * acknowledged. The address follows; the bot is not started again.
 */

let primary: PostgresServer;
let endpoint: DelayingProxy;
let store: PostgresStore;
let undone = 0;
const later: PostgresServer[] = [];

before(async () => {
  primary = await startPostgres();
  await makeRoles(primary);
  const database = await newDatabase(primary);
  await migrate({ connectionString: database.url(owner) });
  endpoint = await startDelayingProxy(primary.port, 0);
  const url = new URL(database.url());
  url.port = String(endpoint.port);
  const observer = {
    ...createMetrics().store,
    retried: (why: string) => {
      if (why === 'undone') undone += 1;
    },
  };
  const connection = { connectionString: url.href };
  store = await openPostgresStore({ connection, definitions: recordDefinitions, keyring: ringOf(1), observer });
});
after(async () => {
  await store.close();
  await endpoint.close();
  for (const server of later) await server.stop();
});

/** A server and all that it has started. */
function processesOf({ pid }: PostgresServer): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid);
  return [pid, ...children.map(([child = 0]) => child)];
}

const add = (id: string, at: number) =>
  store.update('tenant-limit', id, (tally: RateCounter | undefined) => ({
    record: { slots: [...(tally?.slots ?? []), { at, count: 1, by: null }] },
    outcome: undefined,
  }));

test('when a copy of its disk goes on for a primary that died nothing acknowledged is lost, and one that only reads is not believed', async () => {
  const enough = amount(300, 5_000);
  const acknowledged = new Set<number>();
  let [tried, refused, over] = [0, 0, false];
  const writer = async (own: number) => {
    while (!over) {
      tried += 1;
      const at = tried;
      try {
        await add(`${own} ${Math.floor(at / 400)}`, at);
        acknowledged.add(at);
      } catch (error) {
        assert.ok(error instanceof Fault && error.code === 'store-unavailable', `${error}`);
        refused += 1;
      }
    }
  };
  const writing = Promise.all([0, 1, 2, 3].map(writer));
  try {
    await until('much is written', () => acknowledged.size > enough);
    // All of it stands still in the middle of what it does, as at a power cut; then it is gone.
    const dying = processesOf(primary);
    for (const pid of dying) process.kill(pid, 'SIGSTOP');
    const [next, old] = [
      await startPostgres({}, primary.data),
      await startPostgres({ default_transaction_read_only: 'on' }, primary.data),
    ];
    later.push(next, old);
    for (const pid of dying) process.kill(pid, 'SIGKILL');
    const before = acknowledged.size;
    endpoint.moveTo(next.port);
    await until('writes go on', () => acknowledged.size > before + enough);
    over = true;
    await writing;

    // The old one is back, and the address leads to it for a moment.
    endpoint.moveTo(old.port);
    const [counted, last] = [undone, add('last', 1)];
    await until('it says that it only reads', () => undone > counted);
    endpoint.moveTo(next.port);
    await last;
  } finally {
    over = true;
    await writing;
  }
  const there: number[] = [];
  for await (const { slots } of everyRecord(store, 'tenant-limit')) there.push(...slots.map(({ at }) => at));
  there.splice(there.indexOf(1), 1);
  assert.equal(new Set(there).size, there.length, 'no step counts twice');
  const known = there.filter((at) => acknowledged.has(at)).length;
  figure({
    test: 'failover to a copy of the disk, PostgreSQL',
    measured: `${acknowledged.size} acknowledged, ${refused} refused, ${acknowledged.size - known} lost, on without a restart`,
    target: '0 lost, 0 twice',
    met: known === acknowledged.size,
  });
  assert.equal(known, acknowledged.size);
  assert.deepEqual(await store.check(), []);
});
