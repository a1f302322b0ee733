import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogues } from '../../bot/texts/languages.ts';

const root = join(import.meta.dirname, '../..');

function run(t: { after(done: () => void): void }, file: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'facts.json');
  writeFileSync(path, JSON.stringify(file));
  return called('--facts', path);
}

function called(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/commands/diagnose.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('findings are printed in order, each with its evidence and remedies, times as ISO 8601', (t) => {
  const { status, stdout } = run(t, {
    now: '2026-11-23T09:00:00Z',
    enabled: true,
    blockedUntil: '2026-11-24T07:00:00Z',
    said: 'K31',
  });
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), [
    {
      situation: 'K13',
      family: null,
      certainty: 'proven',
      evidence: [
        {
          fact: 'blockedUntil',
          value: '2026-11-24T07:00:00.000Z',
          says: 'blockedUntil.then',
          source: 'file',
          at: null,
        },
      ],
      against: [],
      gaps: [],
      remedies: [
        { kind: 'try-again-at', at: '2026-11-24T07:00:00.000Z' },
        { kind: 'contact', urgency: 'normal' },
      ],
      administrator: catalogues.en['supporter.blocked.do'],
    },
    {
      situation: 'K31',
      family: null,
      certainty: 'told-only',
      evidence: [{ fact: 'said', value: 'K31', says: 'said', source: 'employee', at: null }],
      against: [],
      gaps: [{ fact: 'tries', why: 'not-asked' }],
      remedies: [
        { kind: 'try-again-at', at: '2026-11-23T10:00:00.000Z' },
        { kind: 'contact', urgency: 'normal' },
      ],
      administrator: catalogues.en['supporter.unclear-error.do'],
    },
  ]);
});

test('a file in another shape ends with 2 and names the field and the one that was meant, without a stack', (t) => {
  const { status, stdout, stderr } = run(t, { licence: true });
  assert.deepEqual([status, stdout, stderr], [2, '', 'licence: is not a known field; did you mean license?\n']);
});

test('a file that is not there and a call without one end with 2', () => {
  const missing = called('--facts', '/nowhere/facts.json');
  assert.deepEqual(
    [missing.status, missing.stderr],
    [2, '/nowhere/facts.json: there is no such file or folder (ENOENT)\n'],
  );
  assert.deepEqual(called(), { status: 2, stdout: '', stderr: 'Usage: npm run -s diagnose -- --facts FILE\n' });
});
