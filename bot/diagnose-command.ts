import { readFile } from 'node:fs/promises';
import type { Evidence } from './domain/diagnosis/evidence.ts';
import type { Finding } from './domain/diagnosis/finding.ts';
import { diagnose } from './domain/diagnosis.ts';
import type { Instant } from './domain/instant.ts';
import { readFactsFile } from './facts-file.ts';
import { supporterAdvice } from './texts/supporter-advice.ts';
import { teller } from './texts/tell.ts';

/*
 * `npm run -s diagnose -- --facts FILE`: the findings for the facts in a file, as JSON, in order, each with what an
 * administrator can do. Times are ISO 8601 in UTC. Ends with 1 when the file is not in the shape of OPERATIONS.md, with 2
 * when it is not called as here.
 */

const tell = teller('en', 'UTC');
const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());

/** Facts that hold a time. */
const timely: readonly Evidence['fact'][] = ['blockedUntil', 'registrationChanged'];

function readable({ kind, fact, value, source, at }: Evidence) {
  const shown = typeof value === 'number' && timely.includes(fact) ? iso(value) : value;
  return { fact, value: shown, says: kind, source, at: iso(at) };
}

function printed(finding: Finding) {
  return {
    ...finding,
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

async function run(file: string): Promise<number> {
  const { facts, said, now } = readFactsFile(await readFile(file, 'utf8'));
  const findings = diagnose(facts, now ?? Date.now(), said);
  process.stdout.write(`${JSON.stringify(findings.map(printed), null, 2)}\n`);
  return 0;
}

const complain = (line: string) => process.stderr.write(`${line}\n`);
const [option, file] = process.argv.slice(2);
if (option === '--facts' && file) {
  process.exitCode = await run(file).catch((reason: unknown) => {
    complain(reason instanceof Error ? reason.message : String(reason));
    return 1;
  });
} else {
  complain('Usage: npm run -s diagnose -- --facts FILE');
  process.exitCode = 2;
}
