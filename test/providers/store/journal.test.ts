import assert from 'node:assert/strict';
import fs, { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import type { Fault } from '../../../bot/domain/fault.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { createKeyring } from '../../../bot/providers/keys/keys.ts';
import type { Disk } from '../../../bot/providers/store/fs.ts';
import { type LowdbSettings, openLowdbStore } from '../../../bot/providers/store/lowdb.ts';
import { fault } from '../../contract/store.ts';
import { until } from '../../support/until.ts';

const keyring = createKeyring(new Map([[1, new Uint8Array(32).fill(7)]]));
const never = { at: 1_000_000, every: 3_600_000 };

const opened: Store[] = [];

type More = Partial<LowdbSettings>;

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'));
  t.after(async () => {
    for (const store of opened) await store.close();
    await rm(folder, { recursive: true });
  });
  return folder;
}

async function open(folder: string, more: More = {}): Promise<Store> {
  const store = await openLowdbStore({ folder, definitions: recordDefinitions, puttingAway: never, ...more });
  opened.push(store);
  return store;
}

/** What a process that is killed now leaves behind. */
async function leftOf(t: TestContext, folder: string): Promise<string> {
  const copy = await newFolder(t);
  await cp(folder, copy, { recursive: true, filter: (name) => !basename(name).startsWith('in-use') });
  return copy;
}

async function put(store: Store, id: string, chat: string): Promise<void> {
  const record = { ...newPerson({ tenantId: 'tenant', objectId: id }), chat };
  await store.update('person', id, () => ({ record, outcome: undefined }));
}

async function chatOf(store: Store, id: string): Promise<string | null | undefined> {
  return (await store.read('person', id))?.chat;
}

async function journalOf(folder: string): Promise<string> {
  const [name = ''] = await readdir(join(folder, 'journal'));
  return join(folder, 'journal', name);
}

/** A disk whose calls can be counted or made to fail. */
function watched(call: (name: string, path: string) => void): Disk {
  return {
    ...fs,
    async rename(from, to) {
      call('rename', String(to));
      return fs.rename(from, to);
    },
    async open(...how: Parameters<typeof fs.open>) {
      const handle = await fs.open(...how);
      const { appendFile, datasync } = handle;
      handle.appendFile = async (...what) => {
        // Half of it gets through.
        const bytes = what[0] as Buffer;
        try {
          call('append', String(how[0]));
        } catch (error) {
          await appendFile.call(handle, bytes.subarray(0, bytes.length / 2));
          throw error;
        }
        await appendFile.apply(handle, what);
      };
      handle.datasync = async () => {
        call('datasync', String(how[0]));
        await datasync.call(handle);
      };
      return handle;
    },
  };
}

test('records that are only in the journal are read, found and listed by the next process', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder, { keyring });
  for (const id of ['a', 'b', 'c']) await put(store, id, `chat of ${id}`);
  await store.remove('person', 'b');
  const next = await open(await leftOf(t, folder), { keyring });
  assert.equal(await chatOf(next, 'a'), 'chat of a');
  assert.equal(await chatOf(next, 'b'), undefined);
  const { ids } = await next.find('person', { field: 'everybody', equals: 1, limit: 9 });
  assert.deepEqual(ids, ['a', 'c']);
});

test('after a clean end the journal is empty, and a folder without one opens', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  await put(store, 'a', 'here');
  await store.close();
  assert.deepEqual(await readdir(join(folder, 'journal')), []);
  await rm(join(folder, 'journal'), { recursive: true });
  assert.equal(await chatOf(await open(folder), 'a'), 'here');
});

test('a line that was being written when the process ended is no damage', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  await put(store, 'a', 'first');
  const left = await leftOf(t, folder);
  const file = await journalOf(left);
  await put(store, 'a', 'second');
  const whole = await readFile(await journalOf(folder));
  const acknowledged = (await readFile(file)).length;
  for (let length = acknowledged; length < whole.length; length += 7) {
    await writeFile(file, whole.subarray(0, length));
    const next = await openLowdbStore({
      folder: left,
      definitions: recordDefinitions,
      puttingAway: never,
      onDamaged: assert.fail,
    });
    assert.equal(await chatOf(next, 'a'), 'first', `${length} bytes`);
    await next.close();
    await writeFile(file, whole);
  }
});

test('a line that a power cut tore in the middle of what was being written is no damage, now or later', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  await put(store, 'a', 'acknowledged');
  // Three at once: they wait for one sync, and none of them knows that the others are on disk.
  await Promise.all(['b', 'c', 'd'].map((id) => put(store, id, `chat of ${id}`)));
  const left = await leftOf(t, folder);
  const file = await journalOf(left);
  await writeFile(
    file,
    (await readFile(file, 'latin1')).replace(/.{200}chat of c/, (torn) => '\0'.repeat(torn.length)),
  );
  // What it takes over stays in its journal.
  const disk = watched((name) => {
    if (name === 'rename') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  const next = await open(left, { disk, onDamaged: assert.fail });
  assert.equal(await chatOf(next, 'c'), undefined);
  await put(next, 'e', 'later');
  const last = await open(await leftOf(t, left), { onDamaged: assert.fail });
  const chats = await Promise.all(['a', 'b', 'd', 'e'].map((id) => chatOf(last, id)));
  assert.deepEqual(chats, ['acknowledged', 'chat of b', 'chat of d', 'later']);
});

test('an acknowledged entry that was changed on the disk is reported, and all others are there', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  for (const id of ['a', 'b', 'c']) await put(store, id, `chat of ${id}`);
  const left = await leftOf(t, folder);
  const file = await journalOf(left);
  await writeFile(file, (await readFile(file, 'latin1')).replace('chat of b', 'chat of x'));
  const faults: Fault[] = [];
  const next = await open(left, { onDamaged: (one) => faults.push(one) });
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['store-damaged'],
  );
  assert.equal(await chatOf(next, 'a'), 'chat of a');
  assert.equal(await chatOf(next, 'b'), undefined);
  assert.equal(await chatOf(next, 'c'), 'chat of c');
});

test('a journal whose acknowledged end is missing is reported', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  for (const id of ['a', 'b', 'c', 'd']) await put(store, id, 'x'.repeat(500));
  const left = await leftOf(t, folder);
  const file = await journalOf(left);
  const lines = (await readFile(file, 'latin1')).split('\n');
  await writeFile(file, [lines[0], lines[3], ''].join('\n'));
  const faults: Fault[] = [];
  await open(left, { onDamaged: (one) => faults.push(one) });
  assert.equal(faults[0]?.code, 'store-damaged');
});

for (const code of ['ENOSPC', 'EIO', 'EROFS'] as const) {
  test(`a write the disk refuses (${code}) claims nothing, leaves nothing, and the next one works`, async (t) => {
    let broken = '';
    const disk = watched((name) => {
      if (name === broken) throw Object.assign(new Error(code), { code });
    });
    const folder = await newFolder(t);
    const store = await open(folder, { disk });
    await put(store, 'a', 'before');
    for (broken of ['append', 'datasync']) {
      await assert.rejects(put(store, 'a', 'refused'), fault('store-unavailable'));
      broken = '';
      assert.equal(await chatOf(store, 'a'), 'before');
      assert.doesNotMatch(await readFile(await journalOf(folder), 'latin1'), /refused/);
    }
    await put(store, 'a', 'after');
    const next = await open(await leftOf(t, folder), { onDamaged: assert.fail });
    assert.equal(await chatOf(next, 'a'), 'after');
  });
}

test('a journal that can not be put away grows to a bound, then writes are refused until it can', async (t) => {
  let broken = true;
  const disk = watched((name) => {
    if (broken && name === 'rename') throw Object.assign(new Error('no'), { code: 'ENOSPC' });
  });
  const store = await open(await newFolder(t), { disk, puttingAway: { at: 10_000, every: 20 } });
  const fill = async () => {
    for (let at = 0; at < 200; at += 1) await put(store, `p${at % 20}`, 'x'.repeat(500));
  };
  await assert.rejects(fill(), fault('store-unavailable'));
  broken = false;
  await until('writes are taken again', async () => (await fill().catch(() => 'refused')) === undefined);
});

test('what an erased record held can not be read in the journal for long', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder, { puttingAway: { at: 1_000_000, every: 20 } });
  await put(store, 'a', 'my-secret-chat');
  await put(store, 'a', 'forgotten');
  await put(store, 'b', 'my-secret-chat');
  await store.remove('person', 'b');
  const readable = async () => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const texts = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')));
    return texts.some((text) => text.includes('my-secret-chat'));
  };
  await until('it can not be read any more', async () => !(await readable()));
  assert.equal(await chatOf(store, 'a'), 'forgotten');
});

test('with keys, the journal is sealed like the records', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder, { keyring });
  await put(store, 'a', 'my-secret-chat');
  const text = await readFile(await journalOf(folder), 'latin1');
  assert.match(text, /"sealed"/);
  assert.doesNotMatch(text, /my-secret-chat|tenant/);
});

test('a journal sealed under a key that is gone is told of at the start, and stays for when the key is back', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder, { keyring });
  await put(store, 'a', 'here');
  const left = await leftOf(t, folder);
  const other = createKeyring(new Map([[2, new Uint8Array(32).fill(8)]]));
  await assert.rejects(open(left, { keyring: other, onDamaged: assert.fail }), fault('keys-wrong'));
  assert.equal(await chatOf(await open(left, { keyring, onDamaged: assert.fail }), 'a'), 'here');
});

test('writes of one moment share a sync, and what needs no power-cut safety waits for none', async (t) => {
  let syncs = 0;
  const disk = watched((name) => {
    if (name === 'datasync') syncs += 1;
  });
  const store = await open(await newFolder(t), { disk });
  await Promise.all(Array.from({ length: 200 }, (_, at) => put(store, `p${at}`, 'x')));
  assert.ok(syncs <= 10, `${syncs} syncs`);
  syncs = 0;
  const none = { reference: null, language: null, timeZone: null, card: null, playing: null, typesHereUntil: null };
  const record = { ...none, version: 1, dialog: null, seen: [], at: 1 };
  await store.update('conversation', 'c', () => ({ record, outcome: undefined }));
  assert.equal(syncs, 0);
});

test('no second store opens while one holds the folder, and nothing of its journal is touched', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder);
  await put(store, 'a', 'here');
  await assert.rejects(openLowdbStore({ folder, definitions: recordDefinitions }), fault('store-in-use'));
  assert.match(await readFile(await journalOf(folder), 'latin1'), /here/);
});
