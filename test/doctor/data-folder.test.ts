import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder } from '../../bot/doctor/place-checks.ts';

async function said(dataDir: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { verdict, says } of dataFolder({ dataDir })) if (verdict !== 'good') found.push(says);
  return found;
}

test('a folder that is not there yet is promised only where it can be made', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'file'), '');
  const missing = join(folder, 'a', 'b');
  assert.deepEqual(await said(missing), [`${missing} is not there yet; the first start makes it.`]);
  assert.deepEqual(await said(folder), []);
  const file = join(folder, 'file');
  assert.deepEqual(await said(join(file, 'a')), [`${file} is a file, not a folder: no records can be kept there.`]);
});

test('a place under /proc is no folder to come', {
  skip: process.platform !== 'linux' && 'there is no /proc here',
}, async () => {
  const nothing = (there: string) =>
    `${there} shows what the system is doing and holds no files: no records can be kept there.`;
  // An account without all rights is told before that it may not write there.
  const mayNot = 'Nothing can be written in /proc: the account that runs the doctor may not.';
  const [only, ...more] = await said('/proc/reset-ready/data');
  assert.ok(only === nothing('/proc') || only === mayNot, only);
  assert.deepEqual(more, []);
});
