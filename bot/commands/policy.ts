import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { listedPeople } from '../compose/audience.ts';
import { type EmployeeKey, personId } from '../domain/account/person.ts';
import { wouldLoseListed } from '../domain/campaigns/audience.ts';
import { wouldLose } from '../domain/enrolment/readiness.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { dayRead } from '../domain/reset-service/end-dates.ts';
import type { Instant } from '../domain/time.ts';
import {
  keptPolicy,
  parsePolicy,
  policyHistory,
  policySource,
  setPolicy,
  storedPolicy,
} from '../settings/policy-file.ts';
import { systemWords } from '../system-errors.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { listsHere } from './listed-people.ts';
import { configHere, everybody, onRecords } from './records.ts';

/*
 * `npm run policy -- check FILE [--what-if [--on 2027-02-02]]`: checks a policy file; with --what-if lists who could reset
 * their password today under the policy in force and could no longer under this one, today or on a day (then it ends
 * with 1). `use FILE` puts it in force, `back` the one before it, `show` prints the one that is, `history` who put which in force. Only `use` and `back` write. A bot that
 * runs goes by it within five seconds.
 */

async function check(file: string, whatIf: boolean, on: Instant | undefined): Promise<ExitCode> {
  const next = parsePolicy(await textOf(file), file);
  print(`${file}: the policy is valid`);
  if (!whatIf) return 0;
  const when = on === undefined ? '' : ` on ${new Date(on).toISOString().slice(0, 10)}`;
  return onRecords(
    async (store) => {
      const now = Date.now();
      const current = { policy: await policySource(store, Date.now)(), at: now };
      const then = { policy: next, at: on ?? now };
      let [people, losing] = [0, 0];
      const tell = (employee: EmployeeKey, lost: ReturnType<typeof wouldLose>) => {
        people += 1;
        if (!lost) return;
        losing += 1;
        print(`${personId(employee)}: ${lost.proven} of ${lost.required} methods`);
      };
      const config = configHere();
      if (config.graph) {
        for (const one of await listedPeople(listsHere(config), store)) {
          if (one.entry.account !== 'member') continue;
          const person = await store.read('person', personId(one.employee));
          tell(one.employee, await wouldLoseListed(one, person, current, then));
        }
      } else for await (const person of everybody(store)) tell(person.employee, wouldLose(person, current, then));
      print(`${losing} of ${people} people could no longer reset their password${when}`);
      return losing === 0 ? 0 : 1;
    },
    async (folder) => {
      complain(`There are no records in ${folder} yet.`);
      print(`0 of 0 people could no longer reset their password${when}`);
      return 0;
    },
  );
}

async function use(file: string): Promise<ExitCode> {
  const next = parsePolicy(await textOf(file), file);
  return onRecords(async (store) => {
    await setPolicy(store, next, `${accountName()}@${hostname()}`, Date.now());
    print(`${file}: the policy is in force`);
    return 0;
  }, 'begin');
}

/** Puts the policy before the one in force back; done again, it comes to the other. */
async function back(): Promise<ExitCode> {
  return onRecords(async (store) => {
    const before = (await keptPolicy(store))?.before;
    if (!before) {
      complain('No policy was in force before this one.');
      return 1;
    }
    await setPolicy(store, before, `${accountName()}@${hostname()}`, Date.now());
    print('The policy before is in force again');
    return 0;
  });
}

async function show(): Promise<ExitCode> {
  return onRecords(async (store) => {
    const policy = await storedPolicy(store);
    if (!policy) complain('No policy was put in force yet; these are the defaults.');
    print(JSON.stringify(policy ?? defaultPolicy, null, 2));
    return policy ? 0 : 1;
  });
}

/** A container may run under a number that has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `${process.getuid?.()}`;
  }
}

async function history(): Promise<ExitCode> {
  return onRecords(async (store) => {
    for (const { at, by, fields, reason } of await policyHistory(store)) {
      const why = reason === undefined ? '' : ` (${reason})`;
      print(`${new Date(at).toISOString()} ${by}: ${fields || 'nothing changed'}${why}`);
    }
    return 0;
  });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}: ${systemWords(error) ?? 'can not be read'}`, { cause: error });
  }
}

/** What was asked for; undefined: nothing that there is. */
function command([verb, file, option, second, day]: readonly (string | undefined)[]):
  | (() => Promise<ExitCode>)
  | undefined {
  if (verb === 'check' && file && (option === undefined || option === '--what-if')) {
    if (second === undefined) return () => check(file, option !== undefined, undefined);
    const on = second === '--on' && option !== undefined ? dayRead(day) : undefined;
    return on === undefined ? undefined : () => check(file, true, on);
  }
  if (verb === 'use' && file && option === undefined) return () => use(file);
  if (file !== undefined) return undefined;
  return { show, history, back }[verb ?? ''];
}

const usage = 'Usage: npm run policy -- check FILE [--what-if [--on 2027-02-02]] | use FILE | back | show | history';
await runCommand(command(process.argv.slice(2)), usage);
