import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { createOwnRecords, ownTime } from '../../../bot/providers/store/postgres/own-records.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import { ringOf } from '../../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
});
after(() => database.drop());

/** The store of a bot among others. */
const openBot = (metrics = createMetrics()) =>
  openPostgresStore({
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: ringOf(1),
    release: '1.0.0',
    // Shown once, so that nothing but the test asks.
    showing: () => () => undefined,
    observer: metrics.store,
  });

const now = Date.UTC(2026, 10, 23, 8);

/** Puts a letter that is due then into a record of somebody. */
function letterDue(store: Store, id: string, due: number): Promise<void> {
  const letter = { kind: 'refresh', id, due, dies: null, tries: [] } as const;
  const record = { ...newPerson({ tenantId: 't', objectId: id }), letters: [letter] };
  return store.update('person', id, () => ({ record, outcome: undefined }));
}

test('what comes due is left to the process that wrote it, and to every other a moment later', async () => {
  const [one, other] = [await openBot(), await openBot()];
  await one.claim('person', now, 9);
  await letterDue(one, 'quick', now);
  await letterDue(one, 'left behind', now);
  assert.deepEqual(await other.claim('person', now + ownTime - 1, 9), []);
  assert.deepEqual(await one.claim('person', now, 1), ['quick']);
  // As if the first had ended before it came to the second.
  assert.deepEqual(await other.claim('person', now + ownTime, 9), ['left behind']);
  await Promise.all([one.close(), other.close()]);
});

test('nothing is tried on what was seen of a record that others write as often, until they leave it alone', async () => {
  const metrics = createMetrics();
  const [one, other] = [await openBot(metrics), await openBot()];
  const write = (store: Store) =>
    store.update('tenant-limit', 'both', () => ({ record: { slots: [] }, outcome: undefined }));
  const seen = async () => {
    const { text } = await metrics.page();
    const numberOf = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0);
    return {
      conflicts: numberOf(/^bot_store_conflicts_total\{kind="tenant-limit"\} (\d+)$/m),
      reads: numberOf(/^bot_store_seconds_count\{act="read"\} (\d+)$/m),
    };
  };
  const { reads: before } = await seen();
  for (let time = 0; time < 5; time += 1) {
    await write(one);
    await write(other);
  }
  const { conflicts, reads } = await seen();
  // The first time there was nothing to see; the second time it was tried and refused.
  assert.equal(conflicts, 1);
  assert.equal(reads, before + 5);
  await write(one);
  await write(one);
  assert.equal((await seen()).reads, before + 7);
  await write(one);
  assert.deepEqual(await seen(), { conflicts: 1, reads: before + 7 });
  await Promise.all([one.close(), other.close()]);
});

test('records are remembered for as long as what is due in them is left to their writer, whenever that is', () => {
  const own = createOwnRecords();
  const place = (name: string) => Buffer.from(name);
  assert.deepEqual(own.dueBy(now), []);
  own.wrote(place('now'), now);
  own.wrote(place('tomorrow'), now + 86_400_000);
  own.wrote(place('settled'), now);
  own.wrote(place('settled'), undefined);
  assert.deepEqual(own.dueBy(now).map(String), ['now']);
  assert.deepEqual(own.dueBy(now + 86_400_000).map(String), ['tomorrow']);
  assert.deepEqual(own.dueBy(now + 86_400_000 + ownTime), []);
  for (let at = 0; at < 2_000; at += 1) own.wrote(place(`${at}`), now);
  assert.equal(own.dueBy(now).length, 1_000);
});
