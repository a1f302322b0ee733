import type { DecidedPolicy, Policy, PolicyRule } from '../domain/policy.ts';
import { byRank, policyByRule } from '../domain/policy-rules.ts';
import { membersOf } from '../providers/directory/graph/people-list.ts';
import type { Read, Reader } from '../providers/directory/graph/reader.ts';
import { anybodyMayJoin, type Group, groupOf } from '../providers/directory/graph/whereabouts.ts';
import { driftOf, type Observed } from './drift.ts';
import type { CheckFinding } from './examination.ts';
import { consent } from './probes.ts';

/** What is found of each rule as of everybody's policy, named with the rule. Without what was found of that already. */
export function ofRules(
  decided: DecidedPolicy,
  common: readonly CheckFinding[],
  find: (policy: Policy) => readonly CheckFinding[],
): readonly CheckFinding[] {
  const known = new Set(common.map(({ says }) => says));
  return byRank(decided.rules).flatMap((rule) =>
    find(policyByRule(decided, rule))
      .filter(({ verdict, says }) => verdict !== 'good' && !known.has(says))
      .map((one) => ({ ...one, says: `By the rule "${rule.name}": ${one.says}`, where: whereOf(rule, one.where) })),
  );
}

/** That a method is on for some groups is no fault of a rule: it may be about those. */
export function ruleDrift(
  decided: DecidedPolicy,
  common: readonly CheckFinding[],
  observed: Observed,
): readonly CheckFinding[] {
  return ofRules(decided, common, (policy) => driftOf(policy, observed).filter(({ id }) => !id.endsWith('-some')));
}

function whereOf({ name }: PolicyRule, where: string | undefined): string {
  const rule = `rules ("${name}") in the policy`;
  return where === undefined ? rule : `${rule}; ${where}`;
}

/** Whether each group that a rule names is there, and its members can be read. */
export async function checkRuleGroups(
  { rules }: Pick<DecidedPolicy, 'rules'>,
  reader: Reader,
  signal: AbortSignal,
): Promise<readonly CheckFinding[]> {
  const named = byRank(rules).flatMap((rule) => rule.for.groups.map((group) => ({ rule, group })));
  const found: CheckFinding[] = [];
  for (const { rule, group } of named) {
    const [there, members] = await Promise.all([
      reader.one(groupOf(group), signal),
      reader.one(membersOf(group), signal),
    ]);
    found.push(...groupFindings(rule, group, there, members));
  }
  if (found.length > 0 || named.length === 0) return found;
  return [{ id: 'rule-groups', verdict: 'good', says: 'The groups of the rules are there, and can be read.' }];
}

function groupFindings(
  rule: PolicyRule,
  group: string,
  there: Read<Group>,
  members: Read<unknown>,
): readonly CheckFinding[] {
  const where = `rules ("${rule.name}") in the policy: for.groups, ${group}`;
  if (there.kind === 'absent') {
    const says = `The rule "${rule.name}" names a group that the directory does not have: it is about nobody in it.`;
    const fix = 'name the group that is meant by its object id, or take it out of the rule.';
    return [{ id: 'rule-group-absent', verdict: 'problem', says, where, fix }];
  }
  if (there.kind === 'read' && anybodyMayJoin(there.value)) {
    const says = `Anybody may join a group of the rule "${rule.name}" without being asked, and goes by the rule then.`;
    const fix = 'make the group private, or name one whose members IT decides on.';
    return [{ id: 'rule-group-open', verdict: 'problem', says, where, fix }];
  }
  const unread = [there, members].find((one) => one.kind === 'unread');
  if (unread?.kind !== 'unread') return [];
  const says = `Who is in a group of the rule "${rule.name}" can not be read (${unread.why}): everybody's policy holds for them.`;
  return [{ id: 'rule-group-unread', verdict: 'problem', says, where, fix: consent('GroupMember.Read.All') }];
}
