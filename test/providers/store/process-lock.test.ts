import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { claimName, holdFolder, ownClaim, parseClaim } from '../../../bot/providers/store/process-lock.ts';
import { fault } from '../../contract/store.ts';

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('a claim is read from its name, with and without a process namespace', async () => {
  const own = await ownClaim();
  assert.deepEqual(parseClaim(claimName(own)), own);
  const older = { ...own, space: undefined };
  assert.deepEqual(parseClaim(claimName(older)), older);
});

test('process 1 of another container of the same host name keeps the folder while it beats, and loses it when it is silent', {
  skip: process.platform !== 'linux' && 'only Linux has process namespaces',
}, async (t) => {
  const folder = await newFolder(t);
  const own = await ownClaim();
  assert.match(own.space ?? '', /^[0-9a-f]{16}-\d+$/);
  // As two containers see each other: the very same process id and host, another namespace or another boot.
  for (const space of [`${own.space}1`, `${'0'.repeat(16)}-4026531836`]) {
    const other = join(folder, claimName({ ...own, space, started: 'abcdef01-77' }));
    await writeFile(other, '');
    // The disk's clock is not the one of this run.
    const now = new Date();
    await utimes(other, now, now);
    await assert.rejects(holdFolder(folder), fault('store-in-use'));
    assert.equal((await readdir(folder)).length, 1, 'its claim is still there');
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(other, longAgo, longAgo);
    const hold = await holdFolder(folder);
    await hold.held();
    await hold.letGo();
    await assert.rejects(hold.held(), fault('store-in-use'));
  }
});

test('an earlier run with this process’s id, in this namespace, is dead', async (t) => {
  const folder = await newFolder(t);
  await writeFile(join(folder, claimName({ ...(await ownClaim()), started: 'abcdef01-77' })), '');
  await (await holdFolder(folder)).letGo();
});
