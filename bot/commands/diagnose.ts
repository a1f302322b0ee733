import { readFile } from 'node:fs/promises';
import { diagnose } from '../domain/diagnosis/diagnose.ts';
import type { Evidence } from '../domain/diagnosis/evidence.ts';
import type { Finding } from '../domain/diagnosis/finding.ts';
import { numberOf } from '../domain/diagnosis/situation-ids.ts';
import type { Instant } from '../domain/time.ts';
import { systemWords } from '../system-errors.ts';
import { fallbackLanguage } from '../texts/languages.ts';
import { supporterAdvice } from '../texts/supporter-lines.ts';
import { teller } from '../texts/tell.ts';
import { type ExitCode, print, runCommand } from './command-line.ts';
import { readFactsFile } from './facts-file.ts';

/*
 * `npm run -s diagnose -- --facts FILE`: the findings for the facts in a file, as JSON, in order, each with what an
 * administrator can do. Times are ISO 8601 in UTC. Ends with 2 when the file is not in the shape of OPERATIONS.md, or when
 * it is not called as here.
 */

const tell = teller(fallbackLanguage, 'UTC');
const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());

/** Facts that hold a time. */
const timely: readonly Evidence['fact'][] = ['blockedUntil', 'registrationChanged'];

function readable({ kind, fact, value, source, at }: Evidence) {
  const shown = typeof value === 'number' && timely.includes(fact) ? iso(value) : value;
  return { fact, value: shown, says: kind, source, at: iso(at) };
}

function printed(finding: Finding) {
  const { situation, family } = finding;
  return {
    ...finding,
    situation: situation === 'unknown' ? situation : numberOf(situation),
    family: family && numberOf(family),
    evidence: finding.evidence.map(readable),
    against: finding.against.map(readable),
    gaps: finding.gaps.map(({ fact, why, since }) => ({
      fact,
      why,
      ...(since === undefined ? {} : { since: iso(since) }),
    })),
    remedies: finding.remedies.map((remedy) => ('at' in remedy ? { ...remedy, at: iso(remedy.at) } : remedy)),
    administrator: supporterAdvice(tell, finding),
  };
}

async function run(file: string): Promise<ExitCode> {
  const json = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${file}: ${systemWords(error) ?? 'can not be read'}`, { cause: error });
  });
  const { facts, said, now } = readFactsFile(json);
  print(JSON.stringify(diagnose(facts, now ?? Date.now(), said).map(printed), null, 2));
  return 0;
}

const [option, file, ...more] = process.argv.slice(2);
await runCommand(
  option === '--facts' && file && more.length === 0 ? () => run(file) : undefined,
  'Usage: npm run -s diagnose -- --facts FILE',
);
