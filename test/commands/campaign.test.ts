import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { statedEnv, statedImport } from '../support/stated-date.ts';

/** The commands of a campaign, each a process, one after the other on the same records. */
function desk(t: { after(work: () => void): void }) {
  const folder = mkdtempSync(join(tmpdir(), 'reset-ready-campaign-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = (content: unknown) => {
    const path = join(folder, 'campaign.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const run = async (...words: readonly string[]) => {
    const program = join(import.meta.dirname, '../../bot/commands/campaign.ts');
    const environment = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), ...statedEnv };
    const child = spawn(process.execPath, [...statedImport, program, ...words], { env: environment });
    let [out, complaints] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (complaints += text));
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, out, complaints };
  };
  return { file, run };
}

const settings = { name: 'Ready by February', by: '2027-01-29', perDay: 2, timeZone: 'Europe/Stockholm' };

suite('a campaign from a shell', { concurrency: 2 }, () => {
  test('is made, rehearsed, begun, paused, looked at, taken out and stopped', async (t) => {
    const { file, run } = desk(t);
    const made = await run('new', file(settings));
    assert.match(made.out, /ready-by-february: a draft/, made.complaints);
    assert.match((await run('start', 'ready-by-february')).complaints, /Not now: the campaign is draft/);
    assert.match((await run('rehearse', 'ready-by-february')).out, /Messages: 0 .*\n/);
    assert.match((await run('start', 'ready-by-february')).out, /running, 0 people/);
    assert.match((await run('pause', 'ready-by-february')).out, /paused/);
    const status = (await run('status', 'ready-by-february')).out;
    assert.match(
      status,
      /paused, by 2027-01-29.*started by .*paused by .*\nby,name,people,reached,opened,opened-not-known,answered,waiting/s,
    );
    assert.match((await run('readiness')).out, /^by,name,people,ready,.*\nall,,0,0,0/);
    assert.match((await run('export', 'ready-by-february')).out, /^object id,wave,reason/);
    assert.match((await run('stop', 'ready-by-february')).out, /ended/);
  });

  test('says what is wrong with its file, all at once', async (t) => {
    const { file, run } = desk(t);
    const { status, complaints } = await run(
      'new',
      file({
        name: 'x',
        by: 'soon',
        perday: 3,
        waves: [{ people: null }, { people: 3 }],
        holidays: [{ date: '2026-12-24', country: 'UK' }],
      }),
    );
    assert.equal(status, 2);
    assert.match(complaints, /by: must be a date such as 2027-01-31; it is "soon"/);
    assert.match(complaints, /perday: is not a field of the campaign; did you mean perDay\?/);
    assert.match(complaints, /holidays\.0\.country: .*GB/);
  });
});
