import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { thisBuild } from '../bot/build.ts';

const root = join(import.meta.dirname, '..');

test('a clone says its version and the commit that git says', (t) => {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) return t.skip('this is no clone');
  assert.equal(thisBuild().commit, git.stdout.slice(0, 10));
});

test('an archive of git says the commit it was made from, and a bare copy that it does not know', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'bot'));
  await writeFile(join(folder, 'package.json'), '{"version":"4.5.6"}');
  await writeFile(join(folder, 'bot', 'commit.txt'), '$' + 'Format:%h$\n');
  assert.deepEqual(thisBuild(folder), { version: '4.5.6', commit: 'unknown' });
  await writeFile(join(folder, 'bot', 'commit.txt'), '240068c\n');
  assert.deepEqual(thisBuild(folder), { version: '4.5.6', commit: '240068c' });
});

test('git puts the commit into the archives it makes', (t) => {
  const archive = spawnSync('git', ['archive', 'HEAD', 'bot/commit.txt'], { cwd: root, encoding: 'utf8' });
  if (archive.status !== 0) return t.skip('this is no clone');
  // The file stands in the archive between bytes of zero.
  const [content] = archive.stdout.split('\0').filter((part) => /^[0-9a-f]+\n$/.test(part));
  assert.match(content ?? '', /^[0-9a-f]{7,}\n$/);
});
