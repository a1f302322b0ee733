import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { openRecordsBeside, serveRecords } from '../../bot/providers/store/records-socket.ts';
import { handClock } from '../support/clock.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { storeContract } from './store.ts';

const definitions = recordDefinitions;

storeContract('lowdb, through the door of a running bot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beside-'));
  const elapsed = handClock();
  return {
    async open() {
      const own = await openLowdbStore({ folder: join(folder, 'records'), definitions, elapsed });
      const door = await serveRecords(own, join(folder, 'door'));
      const store = (await openRecordsBeside(join(folder, 'door'), definitions)) ?? assert.fail('nobody opens');
      return {
        ...store,
        async close() {
          await store.close();
          await door.close();
          await own.close();
        },
      };
    },
    pass: async (time) => elapsed.turn(time),
    clear: () => rm(folder, { recursive: true }),
  };
});

async function door(t: { after(end: () => Promise<void>): void }) {
  const folder = await mkdtemp(join(tmpdir(), 'beside-'));
  const file = join(folder, 'door');
  const own = openMemoryStore();
  const served = await serveRecords(own, file);
  t.after(async () => {
    await served.close();
    await rm(folder, { recursive: true });
  });
  return { own, file, served };
}

test('nobody but the account of the bot can open the door', async (t) => {
  const { file } = await door(t);
  const { mode } = await stat(file);
  assert.equal(mode & 0o777, 0o600);
});

test('where no bot runs nobody opens, also when one has ended without closing the door', async (t) => {
  const { own, file, served } = await door(t);
  await served.close();
  assert.equal(await openRecordsBeside(file, definitions), undefined);
  const again = await serveRecords(own, file);
  const beside = await openRecordsBeside(file, definitions);
  assert.deepEqual(await beside?.find('person', { field: 'due', until: 1, limit: 1 }), { ids: [] });
  await again.close();
});

test('what the bot writes while a step is decided beside it is not lost', async (t) => {
  const { own, file } = await door(t);
  const beside = (await openRecordsBeside(file, definitions)) ?? assert.fail('nobody opens');
  const add = (store: typeof beside) =>
    store.update('ticket-numbers', 'one', (known) => ({
      record: { last: (known?.last ?? 0) + 1 },
      outcome: (known?.last ?? 0) + 1,
    }));
  const outcomes = await Promise.all(Array.from({ length: 60 }, (_, at) => add(at % 2 === 0 ? own : beside)));
  assert.deepEqual(
    outcomes.sort((a, b) => a - b),
    Array.from({ length: 60 }, (_, at) => at + 1),
  );
  await beside.close();
});

test('a lock of a guest that goes without a word is free', async (t) => {
  const { own, file } = await door(t);
  const beside = (await openRecordsBeside(file, definitions)) ?? assert.fail('nobody opens');
  const { promise: inside, resolve: entered } = Promise.withResolvers<void>();
  const work = beside.lock('one', 1_000, async (lost) => {
    entered();
    await new Promise((resolve) => lost.addEventListener('abort', resolve));
    return 'lost';
  });
  await inside;
  await assert.rejects(own.lock('one', 20, async () => undefined));
  const closing = beside.close();
  assert.equal(await work, 'lost');
  await closing;
  assert.equal(await own.lock('one', 1_000, async () => 'free'), 'free');
});

test('nonsense at the door ends that guest and nothing else', async (t) => {
  const { file } = await door(t);
  for (const nonsense of [
    '{\n',
    'null\n',
    '7\n',
    '{"number":1}\n',
    '{"number":2,"act":"read","kind":"none","id":7}\n',
  ]) {
    const guest = createConnection(file);
    guest.write(nonsense);
    guest.end();
    await new Promise((resolve) => guest.on('close', resolve).resume());
  }
  const beside = await openRecordsBeside(file, definitions);
  assert.equal(await beside?.read('person', 'nobody'), undefined);
  await beside?.close();
});
