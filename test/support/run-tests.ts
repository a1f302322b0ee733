import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { costsFile } from './file-cost.ts';

const root = join(import.meta.dirname, '..', '..');
const temporary = join(root, 'test', '.tmp');
const preload = pathToFileURL(join(import.meta.dirname, 'stated-date.ts')).href;
const account = pathToFileURL(join(import.meta.dirname, 'file-cost.ts')).href;

/** When it is for tests, pictures and figures: a Monday morning in Stockholm unless STATED_DATE says otherwise. */
export const statedDate = () => process.env.STATED_DATE || '2026-11-23T07:30:00Z';

export interface Ran {
  readonly status: number;
  /** Of it and all it started, seconds; undefined where the system has no shell that tells. */
  readonly processor: number | undefined;
}

/** Runs a program to its end, with the terminal as its own. */
export function run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const how = { cwd: root, env: { ...process.env, ...env } };
  if (process.platform === 'win32') {
    // There npm is a script, which takes a shell.
    const { status } = spawnSync(program, words, { ...how, stdio: 'inherit', shell: program === 'npm' });
    return { status: status ?? 1, processor: undefined };
  }
  // POSIX: `times` tells what the shell took, and in its second line what everything took that it has waited for.
  const told = '"$@"; status=$?; times >&3; exit $status';
  const stdio = ['inherit', 'inherit', 'inherit', 'pipe'] as const;
  const { status, output } = spawnSync('sh', ['-c', told, 'sh', program, ...words], { ...how, stdio: [...stdio] });
  const [, ofAll = ''] = `${output?.[3] ?? ''}`.split('\n');
  const spent = [...ofAll.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { status: status ?? 1, processor: spent.length === 2 ? spent.reduce((sum, one) => sum + one) : undefined };
}

/**
 * Runs test files, at the stated date.
 * @param together globs by name: the files of one name share a process, in which each is a suite of its own. To start a
 *   process and load the bot into it costs more than most files do. A file belongs to the first that names it
 * @param alone globs of files that have a process each
 */
export function runTests(
  together: Readonly<Record<string, readonly string[]>>,
  alone: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ran & { readonly costliest: readonly string[] } {
  mkdirSync(temporary, { recursive: true });
  // Of this run alone: another may be under way, in this folder or with the same packages.
  const folder = mkdtempSync(join(temporary, 'run-'));
  const apart = new Set(filesOf(alone));
  const taken = new Set(apart);
  const bundles = Object.entries(together).map(([name, globs]) => {
    const files = filesOf(globs).filter((file) => !taken.has(file));
    for (const file of files) taken.add(file);
    return bundle(folder, name, files);
  });
  const words = ['--import', preload, '--test', '--test-concurrency=2', `--test-timeout=${lastEnd}`];
  const date = { STATED_DATE: statedDate() };
  const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled-tests') };
  const costs = join(folder, 'costs.tsv');
  writeFileSync(costs, '');
  const ran = run(process.execPath, [...words, ...bundles, ...apart], {
    ...date,
    ...compiled,
    ...env,
    [costsFile]: costs,
  });
  const costliest = costliestOf(readFileSync(costs, 'utf8'));
  rmSync(folder, { recursive: true });
  return { ...ran, costliest };
}

/** The ten files that took most, as `test/….test.ts 12.3 s`. @param costs as file-cost.ts writes them */
function costliestOf(costs: string): readonly string[] {
  const files = costs
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string]);
  const most = files.toSorted(([, one], [, other]) => Number(other) - Number(one)).slice(0, 10);
  return most.map(([file, seconds]) => `${file} ${seconds} s`);
}

/** A test that still goes on after an hour hangs. */
const lastEnd = 3_600_000;

const filesOf = (globs: readonly string[]) =>
  globSync([...globs], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** A file that runs others one after the other. Hooks at the top of each are its own. */
function bundle(folder: string, name: string, files: readonly string[]): string {
  const suites = files.map((file) => {
    const url = pathToFileURL(join(root, file)).href;
    const [named, from] = [file, url].map((text) => JSON.stringify(text));
    return `suite(${named}, async () => {\n  accountFor(${named});\n  await import(${from});\n});\n`;
  });
  const made = join(folder, `${name}.mjs`);
  const imports = `import { suite } from 'node:test';\nimport { accountFor } from ${JSON.stringify(account)};\n`;
  writeFileSync(made, imports + suites.join(''));
  return made;
}
