import { readFile } from 'node:fs/promises';
import type { Instant } from './domain/instant.ts';
import { personId } from './domain/person.ts';
import { dayRead } from './domain/platform-dates.ts';
import { defaultPolicy } from './domain/policy.ts';
import { wouldLose } from './domain/readiness.ts';
import { parsePolicy, policySource, setPolicy } from './policy-record.ts';
import { readGraphSettings } from './providers/directory/graph/settings.ts';
import { everybody, onRecords } from './stored-people.ts';

/*
 * `npm run policy -- check FILE [--what-if [--on 2027-02-02]]`: checks a policy file; with --what-if lists who could reset
 * their password today under the policy in force and could no longer under this one, today or on a day. `use FILE` puts
 * it in force, `show` prints the one that is.
 */

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function check(file: string, whatIf: boolean, on: Instant | undefined): Promise<number> {
  const next = parsePolicy(await readFile(file, 'utf8'));
  print(`${file}: the policy is valid`);
  if (!whatIf) return 0;
  return onRecords(async (store) => {
    const now = Date.now();
    const current = { policy: (await policySource(store, Date.now)()) ?? defaultPolicy, at: now };
    const then = { policy: next, at: on ?? now };
    const registration = registrationBy(readGraphSettings(process.env));
    let [people, losing] = [0, 0];
    for await (const person of everybody(store)) {
      people += 1;
      const lost = wouldLose(person, current, then, registration);
      if (!lost) continue;
      losing += 1;
      print(`${personId(person.employee)}: ${lost.proven} of ${lost.required} methods`);
    }
    const when = on === undefined ? '' : ` on ${new Date(on).toISOString().slice(0, 10)}`;
    print(`${losing} of ${people} people could no longer reset their password${when}`);
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

/** Where a reset goes by what Entra has, Microsoft's dates count. */
function registrationBy(graph: ReturnType<typeof readGraphSettings>): 'here' | 'written' | 'elsewhere' {
  if (graph.kind !== 'graph') return 'here';
  return graph.settings.mode === 'write' ? 'written' : 'elsewhere';
}

/** What was asked for; undefined: nothing that there is. */
function command([verb, file, option, second, day]: readonly (string | undefined)[]): Promise<number> | undefined {
  if (verb === 'check' && file && (option === undefined || option === '--what-if')) {
    if (second === undefined) return check(file, option !== undefined, undefined);
    const on = second === '--on' && option !== undefined ? dayRead(day) : undefined;
    return on === undefined ? undefined : check(file, true, on);
  }
  if (verb === 'use' && file && option === undefined) return use(file);
  return verb === 'show' && file === undefined ? show() : undefined;
}

const work = command(process.argv.slice(2));
if (!work) complain('Usage: npm run policy -- check FILE [--what-if [--on 2027-02-02]] | use FILE | show');
process.exitCode = work
  ? await work.catch((reason: unknown) => {
      complain(reason instanceof Error ? reason.message : String(reason));
      return 1;
    })
  : 2;
