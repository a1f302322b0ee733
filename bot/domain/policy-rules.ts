import { allowedMethods, type DecidedPolicy, type Policy, type PolicyRule } from './policy.ts';

/** Where somebody stands, as far as rules ask for it and it is known. */
export interface Whereabouts {
  /** ISO 3166-1 alpha-2; null: the directory names none · undefined: not known. */
  readonly country: string | null | undefined;
  /** Whether they are in a group, through others too; undefined: not known. @param group directory id, in lower case */
  isIn(group: string): boolean | undefined;
}

/** Nothing is known of it. */
export const nowhere: Whereabouts = { country: undefined, isIn: () => undefined };

/** What makes a rule one about somebody; null: it does not ask for that. */
export interface Matching {
  readonly group: string | null;
  readonly country: string | null;
}

/** Whether a rule is about somebody. not: they are in none of its groups, or of its countries. */
export type RuleMatch =
  | ({ readonly kind: 'matches' } & Matching)
  | { readonly kind: 'not'; readonly by: 'group' | 'country' }
  | { readonly kind: 'unknown'; readonly what: 'group' | 'country' };

/**
 * Which rule holds for somebody. none: no rule is about them · unknown: whether this rule is about them could not be seen, and
 * none of a lower rank surely is. In both cases what is decided for everybody holds, but for `policyUnseen`.
 */
export type WinningRule =
  | ({ readonly kind: 'rule'; readonly rule: PolicyRule } & Matching)
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly rule: PolicyRule; readonly what: 'group' | 'country' };

/** Of groups and countries alike: one is enough, and no needs every answer. What surely fails is said before what is not known. */
export function matchOf({ for: { groups, countries } }: PolicyRule, where: Whereabouts): RuleMatch {
  const { country } = where;
  if (countries.length > 0 && country !== undefined && !countries.includes(country ?? '')) {
    return { kind: 'not', by: 'country' };
  }
  const standing = groups.map((group) => where.isIn(group));
  const at = standing.indexOf(true);
  if (groups.length > 0 && standing.every((one) => one === false)) return { kind: 'not', by: 'group' };
  if (groups.length > 0 && at < 0) return { kind: 'unknown', what: 'group' };
  if (countries.length > 0 && country === undefined) return { kind: 'unknown', what: 'country' };
  return { kind: 'matches', group: groups[at] ?? null, country: countries.length > 0 ? (country ?? null) : null };
}

/** The rules by their rank, whatever their order in the file. */
export function byRank(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  return rules.toSorted((one, other) => one.rank - other.rank);
}

/** The one rule that holds for somebody, and why. */
export function winningRule(rules: readonly PolicyRule[], where: Whereabouts): WinningRule {
  for (const rule of byRank(rules)) {
    const match = matchOf(rule, where);
    if (match.kind === 'matches') return { ...match, kind: 'rule', rule };
    if (match.kind === 'unknown') return { kind: 'unknown', rule, what: match.what };
  }
  return { kind: 'none' };
}

/** What holds for whom no rule is about. */
export function policyOfEverybody({ rules: _, ...policy }: DecidedPolicy): Policy {
  return policy;
}

/** What holds for those whom a rule is about. */
export function policyByRule(decided: DecidedPolicy, rule: PolicyRule): Policy {
  const { name, rank: _, for: __, questions, support, ...parts } = rule;
  const common = policyOfEverybody(decided);
  return {
    ...common,
    ...parts,
    questions: { ...common.questions, ...questions },
    support: { ...common.support, ...support },
    rule: name,
  };
}

/** What holds for somebody. */
export function policyFor(decided: DecidedPolicy, where: Whereabouts): Policy {
  return policyOfWinner(decided, winningRule(decided.rules, where), where);
}

/** The same, where the rule that holds is known. */
export function policyOfWinner(decided: DecidedPolicy, winner: WinningRule, where: Whereabouts): Policy {
  if (winner.kind === 'unknown') return policyUnseen(decided, where);
  return winner.kind === 'rule' ? policyByRule(decided, winner.rule) : policyOfEverybody(decided);
}

/**
 * What holds where it can not be seen whether a rule is about somebody: everybody's policy, but that as many methods are
 * required as any rule asks for that may be theirs, where so many are allowed.
 */
function policyUnseen(decided: DecidedPolicy, where: Whereabouts): Policy {
  const common = policyOfEverybody(decided);
  const possible = decided.rules.filter((rule) => matchOf(rule, where).kind !== 'not');
  const most = possible.some((rule) => rule.methodsRequired === 2) ? 2 : common.methodsRequired;
  // An app is never one of the two.
  const offered = allowedMethods(common, false).length - (common.app.allowed ? 1 : 0);
  return offered < most ? common : { ...common, methodsRequired: most };
}

/** What holds where a rule held before, by its name: everybody's once that is gone, and where none did. */
export function policyNamed(decided: DecidedPolicy, name: string | null): Policy {
  const rule = name === null ? undefined : decided.rules.find((one) => one.name === name);
  return rule ? policyByRule(decided, rule) : policyOfEverybody(decided);
}

/** Every group that a rule names, each once. */
export function groupsNamed(rules: readonly PolicyRule[]): readonly string[] {
  return [...new Set(rules.flatMap((rule) => rule.for.groups))];
}

/** Whether a rule asks for countries. */
export function namesCountries(rules: readonly PolicyRule[]): boolean {
  return rules.some((rule) => rule.for.countries.length > 0);
}
