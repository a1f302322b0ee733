import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import { fault } from '../../contract/store.ts';
import { ringOf } from '../../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
});
after(() => database.drop());

const counted = () => ({ record: { slots: [] }, outcome: undefined });

test('work that nobody waits for fills its own connections only, and the metrics say so', async () => {
  const metrics = createMetrics();
  const store = await openPostgresStore({
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: ringOf(1),
    sizes: { people: 1, background: 1 },
    observer: metrics.store,
    release: '1.0.0',
  });
  const seen = async (line: RegExp) => line.test((await metrics.page()).text);
  await database.server.asAdministrator(async (client) => {
    await client.query('BEGIN; LOCK TABLE reset_ready.address_limit');
    const waiting = [1, 2, 3].map((at) => store.background(() => store.update('address-limit', `${at}`, counted)));
    await until('the others wait for a connection', () =>
      seen(/^bot_store_pool\{pool="background",state="waiting"\} 2$/m),
    );
    await store.update('tenant-limit', 'people', counted);
    assert.deepEqual(await store.read('tenant-limit', 'people'), { slots: [] });
    await client.query('COMMIT');
    await Promise.all(waiting);
  }, database.name);
  for (const line of [
    /^bot_store_pool\{pool="people",state="open"\} 1$/m,
    /^bot_store_seconds_count\{act="insert"\} 4$/m,
    /^bot_store_retries_total\{why="cut"\} \d+$/m,
    /^bot_processes 1$/m,
    /^bot_records_format 3$/m,
    /^bot_clock_offset_seconds -?\d/m,
  ]) {
    assert.ok(await seen(line), `${line}`);
  }
  await store.lock('chat', 1_000, async () => undefined);
  assert.ok(await seen(/^bot_lease_wait_seconds_count 1$/m));
  await store.close();
  await assert.rejects(
    store.background(() => store.read('tenant-limit', 'people')),
    fault('store-unavailable'),
  );
});

test('a write that another process was quicker with is counted', async () => {
  const metrics = createMetrics();
  const settings = {
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: ringOf(1),
  };
  const one = await openPostgresStore({ ...settings, observer: metrics.store });
  const other = await openPostgresStore(settings);
  await one.update('tenant-limit', 'both', counted);
  await other.update('tenant-limit', 'both', counted);
  // It still has the record as it wrote it.
  await one.update('tenant-limit', 'both', counted);
  assert.match((await metrics.page()).text, /^bot_store_conflicts_total\{kind="tenant-limit"\} 1$/m);
  await one.close();
  await other.close();
});
