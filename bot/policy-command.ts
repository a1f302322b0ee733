import { readFile } from 'node:fs/promises';
import { personId } from './domain/person.ts';
import { defaultPolicy } from './domain/policy.ts';
import { wouldLose } from './domain/readiness.ts';
import { parsePolicy, policySource } from './policy-record.ts';
import { everybody, onRecords } from './stored-people.ts';

/*
 * `npm run policy -- check FILE [--what-if]`: checks a policy file; with --what-if lists who could reset their password
 * under the policy in force and could no longer under this one.
 */

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function check(file: string, whatIf: boolean): Promise<number> {
  const next = parsePolicy(await readFile(file, 'utf8'));
  print(`${file}: the policy is valid`);
  if (!whatIf) return 0;
  return onRecords(async (store) => {
    const current = (await policySource(store, Date.now)()) ?? defaultPolicy;
    let [people, losing] = [0, 0];
    for await (const person of everybody(store)) {
      people += 1;
      const lost = wouldLose(person, current, next);
      if (!lost) continue;
      losing += 1;
      print(`${personId(person.employee)}: ${lost.proven} of ${lost.required} methods`);
    }
    print(`${losing} of ${people} people could no longer reset their password`);
    return 0;
  });
}

const [verb, file, option] = process.argv.slice(2);
if (verb === 'check' && file && (option === undefined || option === '--what-if')) {
  process.exitCode = await check(file, option === '--what-if').catch((reason: unknown) => {
    complain(reason instanceof Error ? reason.message : String(reason));
    return 1;
  });
} else {
  complain('Usage: npm run policy -- check FILE [--what-if]');
  process.exitCode = 2;
}
