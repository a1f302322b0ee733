import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { audienceSources } from '../compose/audience.ts';
import { personId } from '../domain/account/person.ts';
import { type PolicyWhatIf, weighPolicy } from '../domain/campaigns/policy-what-if.ts';
import { Fault } from '../domain/fault.ts';
import { type DecidedPolicy, defaultPolicy } from '../domain/policy.ts';
import { byRank, groupsNamed, matchOf, type RuleMatch, type WinningRule, winningRule } from '../domain/policy-rules.ts';
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
import { absentGroups } from '../settings/policy-rule-fields.ts';
import { systemWords } from '../system-errors.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { listsHere, whereaboutsHere } from './listed-people.ts';
import { configHere, onRecords } from './records.ts';

/*
 * `npm run policy -- check FILE [--what-if [--on 2027-02-02]]`: checks a policy file, and whether the directory has the groups
 * that its rules name; with --what-if lists who could reset their password today under the policy in force and could no longer
 * under this one, today or on a day (then it ends with 1), and tells of each rule whom it is about and what it would do. `use FILE`
 * puts it in force, `back` the one before it, `show` prints the one that is, `history` who put which in force, `who PERSON` which
 * rule holds for somebody and why. Only `use` and `back` write. A bot that runs goes by it within five seconds.
 */

async function check(file: string, whatIf: boolean, on: Instant | undefined): Promise<ExitCode> {
  const next = await policyIn(file);
  print(`${file}: the policy is valid`);
  if (!whatIf) return 0;
  const when = on === undefined ? '' : ` on ${new Date(on).toISOString().slice(0, 10)}`;
  return onRecords(
    async (store) => {
      const now = Date.now();
      const config = configHere();
      const current = await policySource(store, Date.now)();
      const known = whereaboutsHere(config).known;
      const sources = await audienceSources(listsHere(config), store, [], current, { others: [next], known });
      const found = await weighPolicy(sources, current, next, now, on ?? now, (employee, { proven, required }) =>
        print(`${personId(employee)}: ${proven} of ${required} methods`),
      );
      tellRules(found);
      print(`${found.losingThen} of ${found.people} people could no longer reset their password${when}`);
      return found.losingThen === 0 ? 0 : 1;
    },
    async (folder) => {
      complain(`There are no records in ${folder} yet.`);
      print(`0 of 0 people could no longer reset their password${when}`);
      return 0;
    },
  );
}

function tellRules({ rules, unseen }: PolicyWhatIf): void {
  for (const { name, rank, about, holds, gaining, losing } of rules) {
    print(
      `rule "${name}" (rank ${rank}): about ${about} people, holds for ${holds}; of those ${gaining} could reset their password from now on, ${losing} no longer`,
    );
  }
  if (unseen > 0)
    complain(`For ${unseen} people it is not known which rule is about them: everybody's policy was reckoned with.`);
}

/** The policy of a file, with the groups its rules name looked up. Throws with every mistake, one a line. */
async function policyIn(file: string): Promise<DecidedPolicy> {
  const policy = parsePolicy(await textOf(file), file);
  const groups = groupsNamed(policy.rules);
  if (groups.length === 0) return policy;
  const config = configHere();
  if (!config.graph) {
    complain('No directory is connected: whether it has the groups that rules name is not known.');
    return policy;
  }
  const seen = await whereaboutsHere(config).groups(groups);
  const mistakes = absentGroups(policy, seen);
  if (mistakes.length > 0) throw new Fault('policy-damaged', [`${file} needs a look:`, ...mistakes].join('\n- '));
  if ([...seen.values()].some(({ kind }) => kind === 'unseen')) {
    complain('Some groups that rules name could not be looked up: npm run doctor says why.');
  }
  return policy;
}

/** Which rule holds for somebody, and what is so of every rule. */
async function who(said: string): Promise<ExitCode> {
  return onRecords(async (store) => {
    const { rules } = await policySource(store, Date.now)();
    const source = whereaboutsHere(configHere());
    const found = await source.person(said);
    if (!found) {
      complain(`Nobody is known by ${said}: a directory id or a sign-in name is what is looked for.`);
      return 1;
    }
    const { employee, entry } = found;
    const where = {
      ...(await source.look(employee, { groups: true, country: false })),
      country: entry.country ?? null,
    };
    print(`${entry.displayName} (${entry.signInName}): ${winnerWords(winningRule(rules, where))}`);
    for (const rule of byRank(rules)) print(`  ${rule.rank} ${rule.name}: ${matchWords(matchOf(rule, where))}`);
    return 0;
  });
}

function winnerWords(winner: WinningRule): string {
  switch (winner.kind) {
    case 'rule':
      return `the rule "${winner.rule.name}" holds (rank ${winner.rule.rank})`;
    case 'none':
      return "no rule is about them, so everybody's policy holds";
    case 'unknown':
      return `whether the rule "${winner.rule.name}" is about them could not be seen, so everybody's policy holds`;
  }
}

function matchWords(match: RuleMatch): string {
  switch (match.kind) {
    case 'matches': {
      const by = [
        ...(match.group === null ? [] : [`in the group ${match.group}`]),
        ...(match.country === null ? [] : [`of ${match.country}`]),
      ];
      return `about them, ${by.join(' and ')}`;
    }
    case 'not':
      return match.by === 'group'
        ? 'not about them: in none of its groups'
        : 'not about them: of none of its countries';
    case 'unknown':
      return `not known: their ${match.what === 'group' ? 'groups' : 'country'} could not be seen`;
  }
}

async function use(file: string): Promise<ExitCode> {
  const next = await policyIn(file);
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
  if (verb === 'who' && file && option === undefined) return () => who(file);
  if (file !== undefined) return undefined;
  return { show, history, back }[verb ?? ''];
}

const usage =
  'Usage: npm run policy -- check FILE [--what-if [--on 2027-02-02]] | use FILE | back | show | history | who PERSON';
await runCommand(command(process.argv.slice(2)), usage);
