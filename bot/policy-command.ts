import { readFile } from 'node:fs/promises';
import { personId } from './domain/person.ts';
import { defaultPolicy } from './domain/policy.ts';
import { wouldLose } from './domain/readiness.ts';
import { parsePolicy, policySource, setPolicy } from './policy-record.ts';
import { everybody, onRecords } from './stored-people.ts';

/*
 * `npm run policy -- check FILE [--what-if]`: checks a policy file; with --what-if lists who could reset their password
 * under the policy in force and could no longer under this one. `use FILE` puts it in force, `show` prints the one that is.
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
  }, true);
}

async function use(file: string): Promise<number> {
  const next = parsePolicy(await readFile(file, 'utf8'));
  return onRecords(async (store) => {
    await setPolicy(store, next);
    print(`${file}: the policy is in force`);
    return 0;
  }, true);
}

function show(): Promise<number> {
  return onRecords(async (store) => {
    print(JSON.stringify(await policySource(store, Date.now)(), null, 2));
    return 0;
  }, true);
}

/** What was asked for; undefined: nothing that there is. */
function command([verb, file, option]: readonly (string | undefined)[]): Promise<number> | undefined {
  if (verb === 'check' && file && (option === undefined || option === '--what-if'))
    return check(file, option !== undefined);
  if (verb === 'use' && file && option === undefined) return use(file);
  return verb === 'show' && file === undefined ? show() : undefined;
}

const work = command(process.argv.slice(2));
if (!work) complain('Usage: npm run policy -- check FILE [--what-if] | use FILE | show');
process.exitCode = work
  ? await work.catch((reason: unknown) => {
      complain(reason instanceof Error ? reason.message : String(reason));
      return 1;
    })
  : 2;
