import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const preload = pathToFileURL(`${import.meta.dirname}/support/stated-date.ts`).href;

/** What a process prints that has the preload and these two settings. */
function printed(script: string, settings: Readonly<Record<string, string>>) {
  const { STATED_DATE: _, STATED_OFFSET: __, ...env } = process.env;
  const words = ['--import', preload, '--input-type=module', '-e', script];
  return spawnSync(process.execPath, words, { env: { ...env, ...settings }, encoding: 'utf8' });
}

test('a process lives at the stated date, and dates stay dates', () => {
  const { stdout } = printed(
    `console.log(JSON.stringify([
      new Date().toISOString().slice(0, 10), new Date(Date.now()).getUTCFullYear(), Date().slice(4, 15),
      new Date(0).getTime(), new Date() instanceof Date, new Date().constructor === Date, Date.UTC(2020, 0),
    ]))`,
    { STATED_DATE: '2027-03-15T09:00:00Z', TZ: 'UTC' },
  );
  assert.deepEqual(JSON.parse(stdout), ['2027-03-15', 2027, 'Mar 15 2027', 0, true, true, Date.UTC(2020, 0)]);
});

test('what a process starts is as far off as itself, not set anew', () => {
  const { stdout } = printed('console.log(process.env.STATED_OFFSET)', { STATED_DATE: '2027-03-15T09:00:00Z' });
  const later = printed('console.log(Date.now())', { STATED_DATE: 'ignored', STATED_OFFSET: stdout.trim() });
  const off = Number(later.stdout) - Date.parse('2027-03-15T09:00:00Z');
  assert.ok(off >= 0, `${off} ms: time went back`);
});

test('without a stated date nothing is changed, and a date that is none is refused', () => {
  const { status, stderr } = printed('', { STATED_DATE: 'Monday' });
  assert.notEqual(status, 0);
  assert.match(stderr, /STATED_DATE is no date: Monday/);
  const { stdout } = printed(`console.log('STATED_OFFSET' in process.env)`, {});
  assert.equal(stdout.trim(), 'false');
});
