import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openKeyring, openRecords } from '../../../bot/compose/store.ts';
import { makeFolder } from '../../../bot/providers/store/make-folder.ts';
import { readConfig } from '../../../bot/settings/config.ts';
import { ringOf } from '../../support/keyring.ts';
import { patience } from '../../support/until.ts';

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reset-ready-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a folder is made with all that is missing above it, and again without harm', async (t) => {
  const folder = join(await newFolder(t), 'a', 'b', 'c');
  await Promise.all([makeFolder(folder), makeFolder(folder)]);
  await makeFolder(folder);
  assert.ok((await stat(folder)).isDirectory());
});

test('what is made is for this account alone', {
  skip: process.platform === 'win32' && 'Windows has no modes: there the folder has the rights of the one above it',
}, async (t) => {
  const folder = join(await newFolder(t), 'a', 'b');
  await makeFolder(folder);
  for (const one of [folder, join(folder, '..')]) assert.equal((await stat(one)).mode & 0o777, 0o700, one);
});

test('what the system refuses is thrown', async (t) => {
  const folder = await newFolder(t);
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(makeFolder(join(folder, 'file', 'x')), { code: 'ENOTDIR' });
});

// Elsewhere there is no folder that calls what it does not take missing.
test('a place under /proc ends the start with the name of the setting', {
  skip: process.platform !== 'linux' && 'there is no /proc here',
  timeout: patience,
}, async () => {
  const read = readConfig({ DATA_DIR: '/proc/x', PLAYGROUND: 'off' });
  assert.ok(read.ok);
  const { config } = read;
  const opening = { onDamaged: () => undefined, onHead: () => undefined };
  const told = /^DATA_DIR \(\/proc\/x\): there is no such file or folder \(ENOENT\)$/;
  for (const open of [() => openKeyring(config), () => openRecords(config, ringOf(1), opening)]) {
    await assert.rejects(open, ({ message }: Error) => told.test(message));
  }
});
