import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './support/figure.ts';
import { runTests, statedDate } from './support/run-tests.ts';

/*
 * Runs the tests that measure a promise, in their whole size, and writes what they measured into FIGURES.md. A figure that
 * is not met stays in the table until it is.
 */

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'figures-'));
const file = join(folder, 'figures.jsonl');
writeFileSync(file, '');

const tests = [
  'test/attack/**/*.test.ts',
  'test/browser/*.test.ts',
  'test/chaos/**/*.test.ts',
  'test/commands/exit-codes.test.ts',
  'test/property/**/*.test.ts',
  'test/campaigns/*.test.ts',
  'test/understanding/**/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/made-up-language.test.ts',
  'test/texts/situations.test.ts',
  'test/cards/ticket-cards.test.ts',
  'test/outbox/{ticket-outbox,gateway-down}.test.ts',
  'test/teams/{double-click,two-at-once,typed,typed-roads,postgres-turns}.test.ts',
  'test/providers/{graph-breaker,paced-delivery}.test.ts',
];
const run = runTests({}, tests, { FIGURES_FILE: file });
const [beside, onDatabase] = ['beside-plain', 'on-database'].map((name) =>
  spawnSync(process.execPath, [`test/bench/${name}.ts`], {
    cwd: root,
    env: { ...process.env, FIGURES_FILE: file },
    stdio: 'inherit',
  }),
);
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Figure | Pick<Figure, 'test' | 'plain'>);
const plainOf = (test: string) => lines.find((one) => one.test === test && !('measured' in one))?.plain;
const figures = lines.filter((one) => 'measured' in one).sort((one, other) => one.test.localeCompare(other.test));
rmSync(folder, { recursive: true });

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const rows = figures.map(
  ({ test, measured, target, met, seed }) =>
    `| ${test} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} | ${plainOf(test) ?? ''} | ${seed ?? ''} |`,
);
const page = `# Figures

Written by \`npm run figures\` for ${statedDate().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}, Node ${process.version},
${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB. Tests ${run.status === 0 ? 'passed' : 'FAILED'}.

| what was done | what came out | target | met | plain SDK wiring | seed |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(join(root, 'test', 'FIGURES.md'), page);
process.exit(run.status || beside?.status || onDatabase?.status || 0);
