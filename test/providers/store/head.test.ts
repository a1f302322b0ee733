import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import type { Fault } from '../../../bot/domain/fault.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { createKeyring } from '../../../bot/providers/keys/keys.ts';
import { formatLine, parseLine } from '../../../bot/providers/store/journal.ts';
import { type LowdbSettings, openLowdbStore } from '../../../bot/providers/store/lowdb.ts';
import { placeOf } from '../../../bot/providers/store/record-files.ts';
import { createSeal } from '../../../bot/providers/store/seal.ts';
import { fault } from '../../contract/store.ts';
import { until } from '../../support/until.ts';

const roots = [1, 2].map((version) => [version, new Uint8Array(32).fill(version)] as const);
const keyring = createKeyring(new Map(roots.slice(0, 1)));
const both = createKeyring(new Map(roots));

/** Records that were written and put away: kim's, which then changed, another's, and a counter. */
async function stopped(t: TestContext): Promise<{ readonly folder: string; readonly earlier: string }> {
  const folder = await newFolder(t);
  const store = await open(folder);
  await put(store, 'kim', 'attacker');
  await put(store, 'robin', 'here');
  await count(store);
  await store.close();
  const earlier = await copied(t, folder);
  const again = await open(folder);
  await put(again, 'kim', 'disowned');
  await count(again);
  await again.close();
  return { folder, earlier };
}

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'head-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function copied(t: TestContext, folder: string): Promise<string> {
  const copy = await newFolder(t);
  await cp(folder, copy, { recursive: true, filter: (name) => !basename(name).startsWith('in-use') });
  return copy;
}

const never = { at: 1_000_000, every: 3_600_000 };

const open = (folder: string, more: Partial<LowdbSettings> = {}) =>
  openLowdbStore({ folder, definitions: recordDefinitions, keyring, puttingAway: never, ...more });

function put(store: Store, id: string, chat: string): Promise<void> {
  const record = { ...newPerson({ tenantId: 'tenant', objectId: id }), chat };
  return store.update('person', id, () => ({ record, outcome: undefined }));
}

function count(store: Store): Promise<void> {
  return store.update('tenant-limit', 'tenant', (tally) => ({
    record: { slots: [...(tally?.slots ?? []), { at: 1, count: 1, by: null }] },
    outcome: undefined,
  }));
}

const chatOf = async (store: Store, id: string) => (await store.read('person', id))?.chat;

/** What a start and a whole look find, as lines. */
async function found(folder: string, more: Partial<LowdbSettings> = {}): Promise<readonly string[]> {
  const faults: Fault[] = [];
  const store = await open(folder, { onDamaged: (one) => faults.push(one), ...more });
  try {
    faults.push(...(await store.check()));
  } finally {
    await store.close();
  }
  return faults.map(({ message }) => message);
}

const nothing: readonly string[] = [];
const kim = placeOf('person', 'kim');

test('records that nobody touched add up, start after start', async (t) => {
  const { folder } = await stopped(t);
  for (const start of ['first', 'second']) assert.deepEqual(await found(folder), nothing, start);
});

test('an older copy of one record is found, and stays found until somebody accepts it', async (t) => {
  const { folder, earlier } = await stopped(t);
  await cp(join(earlier, kim), join(folder, kim));
  const faults = await found(folder);
  assert.equal(faults.length, 1);
  assert.match(faults[0] ?? '', /records of kind person are not the ones last written: 2 .* 2 written/);
  const store = await open(folder);
  await put(store, 'kim', 'worked on');
  await store.close();
  assert.equal((await found(folder)).length, 1, 'writing on does not hide it');
  const made: number[] = [];
  await (await open(folder, { accept: true, onHead: (records) => made.push(records) })).close();
  assert.deepEqual(made, [3]);
  assert.deepEqual(await found(folder), nothing);
});

test('a record that was taken away is found, of a kind without an index too', async (t) => {
  const { folder } = await stopped(t);
  await rm(join(folder, kim));
  await rm(join(folder, placeOf('tenant-limit', 'tenant')));
  const faults = await found(folder);
  assert.match(faults.join('\n'), /kind person .*1 there that can be counted, 2 written/);
  assert.match(faults.join('\n'), /kind tenant-limit .*0 there that can be counted, 1 written/);
});

test('a removed record that is put back is found, though it begins anew where another began', async (t) => {
  const { folder, earlier } = await stopped(t);
  const store = await open(folder);
  await store.remove('person', 'kim');
  await store.close();
  assert.deepEqual(await found(folder), nothing);
  await cp(join(earlier, kim), join(folder, kim));
  assert.match((await found(folder)).join(), /kind person .*2 there .*1 written/);
  await rm(join(folder, kim));
  const again = await open(folder);
  await put(again, 'kim', 'came back');
  await again.close();
  await cp(join(earlier, kim), join(folder, kim));
  assert.match((await found(folder)).join(), /kind person .*2 there .*2 written/, 'no revision ever comes again');
});

test('a file put back under a running bot is refused when it is opened, and the record is named by the check', async (t) => {
  const { folder, earlier } = await stopped(t);
  const store = await open(folder);
  await cp(join(earlier, kim), join(folder, kim));
  await assert.rejects(chatOf(store, 'kim'), fault('store-damaged'));
  const [first] = await store.check();
  assert.match(first?.message ?? '', new RegExp(`${kim} is not what was written last`));
  await store.close();
});

test('an emptied and a removed journal are found', async (t) => {
  for (const how of ['emptied', 'removed']) {
    const { folder } = await stopped(t);
    const store = await open(folder, { puttingAway: { at: 1_000_000, every: 5 } });
    const before = await readFile(join(folder, kim), 'utf8');
    await put(store, 'kim', 'put away');
    // What is killed now has files ahead of the head's own file.
    await until('the record is put away', async () => (await readFile(join(folder, kim), 'utf8')) !== before);
    await until('the journal is put away', async () => {
      const [journal, drafts] = [await readdir(join(folder, 'journal')), await readdir(join(folder, 'drafts'))];
      return journal.length <= 1 && drafts.length === 0;
    });
    const left = await copied(t, folder);
    await store.close();
    assert.deepEqual(await found(await copied(t, left)), nothing, 'as it was left');
    for (const name of await readdir(join(left, 'journal'))) {
      if (how === 'emptied') await writeFile(join(left, 'journal', name), '');
      else await rm(join(left, 'journal', name));
    }
    assert.match((await found(left)).join(), /kind person are not the ones last written/, how);
  }
});

test('an old line written behind a journal’s end, or a removal nobody asked for, does not get in', async (t) => {
  const { folder, earlier } = await stopped(t);
  const old = await readFile(join(earlier, kim), 'utf8');
  const forgeries = [
    formatLine({ place: kim, text: old, safe: 0 }),
    formatLine({ place: placeOf('person', 'robin'), text: undefined, safe: 0 }),
  ];
  for (const line of forgeries) {
    const left = await copied(t, folder);
    await writeFile(join(left, 'journal', '0.log'), line);
    const store = await open(left, { onDamaged: () => undefined });
    assert.equal(await chatOf(store, 'kim'), 'disowned');
    assert.equal(await chatOf(store, 'robin'), 'here');
    assert.deepEqual(await store.check(), []);
    await store.close();
    assert.deepEqual(await found(left), nothing, 'nor at the next start');
  }
});

test('an older head in the place of the newest is found', async (t) => {
  const { folder, earlier } = await stopped(t);
  await cp(join(earlier, 'head.json'), join(folder, 'head.json'));
  assert.equal((await found(folder)).length, 2);
});

test('a head that is gone is told of at every start, and is not made anew', async (t) => {
  const { folder } = await stopped(t);
  await rm(join(folder, 'head.json'));
  for (const start of ['first', 'second']) assert.match((await found(folder)).join(), /the head .* is gone/, start);
});

test('a folder from before there were heads opens, its journal too, and a head is made once and told of', async (t) => {
  const { folder } = await stopped(t);
  const seal = createSeal(keyring);
  // As it was written then: nothing says that it was counted, and journal lines have no head.
  const old = async (place: string) => {
    const {
      revision,
      counted: _,
      ...others
    } = JSON.parse(seal.open(await readFile(join(folder, place), 'utf8'), place));
    return seal.close(JSON.stringify({ ...others, revision: revision % 3 }), place);
  };
  const places = [kim, placeOf('person', 'robin'), placeOf('tenant-limit', 'tenant')];
  for (const place of places) await writeFile(join(folder, place), await old(place));
  await rm(join(folder, 'head.json'));
  const line = formatLine({ place: kim, text: await old(kim), safe: 0 });
  assert.equal(parseLine(Buffer.from(line.trimEnd()))?.head, undefined);
  await writeFile(join(folder, 'journal', '0.log'), line);
  const made: number[] = [];
  const onHead = (records: number) => made.push(records);
  assert.deepEqual(await found(folder, { onHead }), nothing);
  assert.deepEqual(await found(folder, { onHead }), nothing);
  assert.deepEqual(made, [3]);
  const store = await open(folder, { onHead });
  assert.equal(await chatOf(store, 'kim'), 'disowned');
  await store.close();
});

test('after a rotation the head is made under the new key, if all agreed under the old one; without its key nothing is opened', async (t) => {
  const { folder, earlier } = await stopped(t);
  const other = createKeyring(new Map(roots.slice(1)));
  const locked = await copied(t, folder);
  await assert.rejects(found(locked, { keyring: other }), fault('keys-wrong'), 'nothing is opened, and nothing lost');
  const tampered = await copied(t, folder);
  await cp(join(earlier, kim), join(tampered, kim));
  assert.match((await found(tampered, { keyring: both })).join(), /kind person/);
  assert.match((await found(tampered, { keyring: both })).join(), /kind person/, 'a rotation washes nothing');
  const made: number[] = [];
  const onHead = (records: number) => made.push(records);
  assert.deepEqual(await found(folder, { keyring: both, onHead }), nothing);
  assert.deepEqual(await found(folder, { keyring: both, onHead }), nothing);
  assert.deepEqual(made, [3]);
});

test('a process whose claim is gone writes nothing any more, to the journal or to files', async (t) => {
  const folder = await newFolder(t);
  const store = await open(folder, { puttingAway: { at: 1_000_000, every: 5 } });
  await put(store, 'kim', 'mine');
  const [claim = ''] = (await readdir(folder)).filter((name) => name.startsWith('in-use'));
  await rename(join(folder, claim), join(folder, 'taken'));
  await assert.rejects(put(store, 'kim', 'late'), fault('store-in-use'));
  await rename(join(folder, 'taken'), join(folder, claim));
  await assert.rejects(put(store, 'kim', 'later'), fault('store-in-use'), 'whoever took it may have let go since');
  await store.close();
  assert.deepEqual(await found(folder), nothing);
});
