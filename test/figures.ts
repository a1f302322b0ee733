import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './support/figure.ts';
import { runTests, statedDate } from './support/run-tests.ts';

/*
 * Runs the tests that measure a promise, in their whole size, and writes what they measured into FIGURES.md. A figure that
 * is not met stays in the table until it is. `npm run figures -- GLOB …` runs these alone, and leaves the rows of all others; a bench
 * is named by its file (`test/bench/on-database.ts`).
 */

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'figures-'));
const file = join(folder, 'figures.jsonl');
writeFileSync(file, '');

const all = [
  'test/attack/**/*.test.ts',
  'test/browser/*.test.ts',
  'test/chaos/**/*.test.ts',
  'test/commands/{doctor,exit-codes,policy}.test.ts',
  'test/property/**/*.test.ts',
  'test/campaigns/*.test.ts',
  'test/understanding/**/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/made-up-language.test.ts',
  'test/texts/situations.test.ts',
  'test/cards/ticket-cards.test.ts',
  'test/outbox/{ticket-outbox,gateway-down}.test.ts',
  'test/teams/{double-click,two-at-once,typed,typed-roads,postgres-turns}.test.ts',
  'test/providers/{directory/graph-breaker,budget/paced-delivery}.test.ts',
];
const some = process.argv.slice(2);
const benches = some.length > 0 ? some.filter(isBench) : ['test/bench/beside-plain.ts', 'test/bench/on-database.ts'];
const tests = some.length > 0 ? some.filter((one) => !isBench(one)) : all;
const statuses = [
  ...(tests.length > 0 ? [runTests({}, tests, { FIGURES_FILE: file }).status] : []),
  ...benches.map((bench) => {
    const env = { ...process.env, FIGURES_FILE: file };
    return spawnSync(process.execPath, [bench], { cwd: root, env, stdio: 'inherit' }).status;
  }),
];
const passed = statuses.every((status) => status === 0);

function isBench(file: string): boolean {
  return file.startsWith('test/bench/');
}

const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Figure | Pick<Figure, 'test' | 'plain'>);
const plainOf = (test: string) => lines.find((one) => one.test === test && !('measured' in one))?.plain;
const figures = lines.filter((one) => 'measured' in one).sort((one, other) => one.test.localeCompare(other.test));
rmSync(folder, { recursive: true });

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--short', 'HEAD');
const rows = figures.map(
  ({ test, measured, target, met, seed }) =>
    `| ${test} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} | ${plainOf(test) ?? ''} | ${seed ?? ''} | ${commit} |`,
);
const table = join(root, 'test', 'FIGURES.md');
const nameOf = (row: string) => row.split(' | ')[0] ?? '';
const measured = new Set(rows.map(nameOf));
const before = readFileSync(table, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1);
const kept = some.length > 0 ? before.filter((row) => !measured.has(nameOf(row))) : [];
const page = `# Figures

Written by \`npm run figures\` for ${statedDate().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()},
${Math.round(totalmem() / 2 ** 30)} GiB. Each row says at which commit it was measured. Tests ${passed ? 'passed' : 'FAILED'}.

| what was done | what came out | target | met | plain SDK wiring | seed | commit |
|---|---|---|---|---|---|---|
${[...kept, ...rows].toSorted((one, other) => one.localeCompare(other)).join('\n')}
`;
writeFileSync(table, page);
process.exit(passed ? 0 : 1);
