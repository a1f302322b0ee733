import { randomUUID } from 'node:crypto';
import { checksOf } from '../doctor/checks.ts';
import { type Check, type CheckFinding, examine, exitCode, printed } from '../doctor/examination.ts';
import { runtimeFindings, unknownNames, unusedSettings } from '../doctor/setup-checks.ts';
import { createLog } from '../log.ts';
import { readConfig } from '../settings/config.ts';
import { envFile, readEnvFile } from '../settings/env-file.ts';
import { settings } from '../settings/settings.ts';
import { type ExitCode, print, runCommand } from './command-line.ts';
import { wakefulTime } from './records.ts';

/*
 * `npm run doctor [-- --json]`: says whether settings, keys, records, policy, identity, directory and the ways codes go by
 * work and fit together, and what to do where they do not. It changes nothing. Each finding is printed as it is found;
 * with --json each is a line of JSON. Exit code: 0 nothing to do, 1 warnings only, 2 something does not work.
 */

async function* settingsFindings(): AsyncGenerator<CheckFinding> {
  yield* unknownNames(Object.keys(process.env), Object.keys(envFile()));
  yield* runtimeFindings(process.env);
  const read = readConfig(process.env);
  const fix = 'correct it in .env or in the environment; .env.sample explains each setting.';
  if (!read.ok) {
    for (const says of new Set(read.problems))
      yield { id: 'settings', verdict: 'problem', says, where: namesIn(says), fix };
    return;
  }
  yield* unusedSettings(process.env);
  yield { id: 'settings', verdict: 'good', says: 'The settings are valid.' };
}

/** The settings a sentence is about. */
function namesIn(sentence: string): string {
  const words: readonly string[] = sentence.split(/[^A-Za-z_]+/);
  return Object.keys(settings.shape)
    .filter((name) => words.includes(name))
    .join(', ');
}

async function doctor(json: boolean): Promise<ExitCode> {
  readEnvFile();
  const read = readConfig(process.env);
  const program = new URL('../..', import.meta.url);
  const time = wakefulTime;
  const surroundings = { time, log: createLog('silent'), newId: randomUUID, chance: () => 0 };
  const first: Check = { id: 'settings', about: 'the settings', run: settingsFindings };
  const found: Pick<CheckFinding, 'verdict'>[] = [];
  const checks = [first, ...(read.ok ? checksOf(read.config, program, surroundings) : [])];
  for await (const finding of examine(checks, time)) {
    found.push({ verdict: finding.verdict });
    print(json ? JSON.stringify(finding) : printed(finding));
  }
  return exitCode(found);
}

const words = process.argv.slice(2);
const called = words.length === 0 || (words.length === 1 && words[0] === '--json');
await runCommand(called ? () => doctor(words.length === 1) : undefined, 'Usage: npm run doctor [-- --json]');
// A connection that was given up may still hold the process; what was printed is out before it ends.
process.stdout.write('', () => process.exit());
