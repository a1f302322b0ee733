import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import type { Fault } from '../../../bot/domain/fault.ts';
import type { Keyring } from '../../../bot/domain/ports/keyring.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { createKeyring } from '../../../bot/providers/keys/keys.ts';
import { programWriting } from '../../../bot/providers/store/format.ts';
import { type LowdbSettings, openLowdbStore } from '../../../bot/providers/store/lowdb.ts';
import { fault } from '../../contract/store.ts';
import { ringOf } from '../../support/keyring.ts';

const other = createKeyring(new Map([[1, new Uint8Array(32).fill(99)]]));

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mark-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

function open(folder: string, keyring: Keyring | undefined, more: Partial<LowdbSettings> = {}): Promise<Store> {
  return openLowdbStore({ folder, definitions: recordDefinitions, ...(keyring && { keyring }), ...more });
}

/** A folder with so many people, closed. */
async function filled(t: TestContext, keyring: Keyring, people = 4): Promise<string> {
  const folder = await newFolder(t);
  const store = await open(folder, keyring);
  for (let at = 0; at < people; at += 1) {
    const person = newPerson({ tenantId: 'tenant', objectId: `p${at}` });
    await store.update('person', `p${at}`, () => ({ record: person, outcome: undefined }));
  }
  await store.close();
  return folder;
}

const markOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'format.json'), 'utf8'));
const mark = (folder: string, content: unknown) =>
  writeFile(join(folder, 'format.json'), typeof content === 'string' ? content : JSON.stringify(content));
/** As folders were before there were marks. */
const unmarked = (folder: string) => rm(join(folder, 'format.json'));

async function refusal(work: Promise<Store>): Promise<Fault> {
  const store = await work.catch((error: Fault) => error);
  assert.ok(store instanceof Error, 'it opened');
  return store;
}

test('a wrong key is named once and before any record, whichever way it is wrong', async (t) => {
  const folder = await filled(t, ringOf(1));
  const another = await refusal(open(folder, other, { onDamaged: assert.fail }));
  assert.equal(another.code, 'keys-wrong');
  assert.equal(
    another.detail,
    'KEYS does not open these records; key 1 sealed them, and the key 1 in KEYS is another one.',
  );
  const missing = await refusal(open(folder, ringOf(2), { onDamaged: assert.fail }));
  assert.match(missing.detail, /KEYS does not open these records; key 1 sealed them, and KEYS has no key 1\./);
  const right = await open(folder, ringOf(1), { onDamaged: assert.fail });
  assert.ok(await right.read('person', 'p0'), 'and nothing was done to them');
  await right.close();
});

test('a wrong key is named on a folder from before there were marks, too', async (t) => {
  const folder = await filled(t, ringOf(1));
  await unmarked(folder);
  assert.equal((await refusal(open(folder, other, { onDamaged: assert.fail }))).code, 'keys-wrong');
  assert.deepEqual((await readdir(folder)).includes('format.json'), false, 'the wrong key leaves no mark');
  await (await open(folder, ringOf(1))).close();
  assert.equal((await markOf(folder)).probe.key, 1);
});

test('one damaged record in such a folder is not a wrong key', async (t) => {
  const folder = await filled(t, ringOf(1));
  await unmarked(folder);
  const [name] = (await readdir(join(folder, 'person'), { recursive: true })).filter((one) => one.endsWith('.json'));
  await writeFile(join(folder, 'person', name ?? ''), '{"key":1,"sealed":"broken"}');
  let damaged = 0;
  await (await open(folder, ringOf(1), { onDamaged: () => (damaged += 1) })).close();
  assert.equal(damaged, 1);
});

test('after a new key was added, the records open with both, and not without the new one', async (t) => {
  const folder = await filled(t, ringOf(1));
  await (await open(folder, ringOf(1, 2), { onDamaged: assert.fail })).close();
  assert.equal((await markOf(folder)).probe.key, 2);
  assert.match((await refusal(open(folder, ringOf(1)))).detail, /key 2 sealed them/);
});

test('who only looks leaves no mark', async (t) => {
  const folder = await filled(t, ringOf(1));
  await unmarked(folder);
  await (await open(folder, ringOf(1, 2), { looking: true })).close();
  assert.equal((await readdir(folder)).includes('format.json'), false);
});

test('records of a newer version that this one can read are opened, and stay marked as newer', async (t) => {
  const folder = await filled(t, ringOf(1));
  const now = await markOf(folder);
  await mark(folder, { ...now, written: now.written + 1, readable: now.written });
  await (await open(folder, ringOf(1))).close();
  assert.equal((await markOf(folder)).written, now.written + 1);
});

test('records that this version can not read are refused, with what to do', async (t) => {
  const folder = await filled(t, ringOf(1));
  const now = await markOf(folder);
  await mark(folder, { ...now, written: now.written + 3, readable: now.written + 1 });
  const refused = await refusal(open(folder, ringOf(1)));
  assert.equal(refused.code, 'store-newer');
  assert.match(refused.detail, /written by a newer version .* restore the copy/);
});

test('records written in the format before are marked so: one release back may open them, until this one writes its own', async (t) => {
  const folder = await newFolder(t);
  const before = await open(folder, ringOf(1), { format: programWriting(2) });
  assert.equal(before.format(), 2);
  await before.close();
  const { written, readable } = await markOf(folder);
  assert.deepEqual([written, readable], [2, 2]);
  const now = await open(folder, ringOf(1));
  assert.equal(now.format(), 3);
  await now.close();
  assert.equal((await markOf(folder)).readable, 3);
  await (await open(folder, ringOf(1), { format: programWriting(2) })).close();
  assert.equal((await markOf(folder)).readable, 3, 'what was written is still there');
});

test('a mark that can not be read is damage, and is not written over', async (t) => {
  const folder = await filled(t, ringOf(1));
  for (const broken of ['', '{', '[]', '{"written":"1"}']) {
    await mark(folder, broken);
    await assert.rejects(open(folder, ringOf(1)), fault('store-damaged'));
    assert.equal(await readFile(join(folder, 'format.json'), 'utf8'), broken);
  }
});

test('records without a seal are marked with their format alone', async (t) => {
  const folder = await newFolder(t);
  await (await open(folder, undefined)).close();
  assert.deepEqual(await markOf(folder), { written: 3, readable: 3, probe: null });
});
