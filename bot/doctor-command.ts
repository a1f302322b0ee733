import { randomUUID } from 'node:crypto';
import { readConfig } from './config.ts';
import { checkEndings } from './doctor/ending-checks.ts';
import { exitCode, type Finding, printed } from './doctor/finding.ts';
import { checkGraph } from './doctor/graph-checks.ts';
import { checkOwnDomains } from './doctor/own-domains.ts';
import { checkRecords } from './doctor/record-checks.ts';
import { readEnvFile } from './env-file.ts';
import { createLog } from './log.ts';
import { openGraph } from './providers/directory/graph/open.ts';
import { readGraphSettings } from './providers/directory/graph/settings.ts';
import { passingTime } from './providers/directory/graph/time.ts';

/*
 * `npm run doctor`: says whether settings, keys, records, directory and policy fit together, and what to do where they
 * do not. It changes nothing. Exit code: 0 nothing to do, 1 warnings only, 2 something does not work.
 */

const print = (line: string) => process.stdout.write(`${line}\n`);

async function examine(): Promise<readonly Finding[]> {
  readEnvFile();
  const [read, graph] = [readConfig(process.env), readGraphSettings(process.env)];
  const problems = [...(read.ok ? [] : read.problems), ...(graph.kind === 'problems' ? graph.problems : [])];
  if (!read.ok || graph.kind === 'problems') {
    const fix = '.env.sample explains each setting.';
    return [...new Set(problems)].map((says): Finding => ({ id: 'settings', verdict: 'problem', says, fix }));
  }
  const settled: Finding = { id: 'settings', verdict: 'good', says: 'The settings are valid.' };
  const { findings, policy } = await checkRecords(read.config);
  if (graph.kind === 'embedded') {
    const says = 'No directory is connected (DIRECTORY is not set): people and methods are the built-in ones.';
    const own =
      read.config.mode === 'local' ? [] : [await checkOwnDomains(policy, undefined, new AbortController().signal)];
    return [settled, ...findings, { id: 'directory', verdict: 'note', says }, ...own];
  }
  const { settings } = graph;
  const surroundings = { time: passingTime, log: createLog('silent'), newId: randomUUID, chance: () => 0 };
  const { tokens, reader } = openGraph(settings, surroundings);
  const parts = { settings, tokens, reader, time: passingTime, policy };
  const { signal } = new AbortController();
  return [settled, ...findings, ...(await checkGraph(parts, signal)), ...(await checkEndings(parts, signal))];
}

if (process.argv.length > 2) {
  process.stderr.write('Usage: npm run doctor\n');
  process.exitCode = 2;
} else {
  const findings = await examine();
  for (const one of findings) print(printed(one));
  process.exitCode = exitCode(findings);
}
