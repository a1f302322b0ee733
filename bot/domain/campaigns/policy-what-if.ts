import type { EmployeeKey } from '../account/person.ts';
import type { DecidedPolicy } from '../policy.ts';
import { byRank, matchOf, policyFor, policyOfWinner, winningRule } from '../policy-rules.ts';
import type { Instant } from '../time.ts';
import { type AudienceSources, type PolicyEffect, policyEffect } from './audience.ts';
import { readyBy } from './readiness-count.ts';
import { leastShown } from './small-groups.ts';

/** What one rule would do. */
export interface RuleWhatIf {
  readonly name: string;
  readonly rank: number;
  /** How many people it is about, and for how many of them it would hold: no other of a better rank is about those. */
  readonly about: number;
  readonly holds: number;
  /** Of those for whom it would hold: who could reset their password from then on, and who no longer. */
  readonly gaining: number;
  readonly losing: number;
}

/** How many people would lose by another policy, or gain. */
export interface PolicyWhatIf {
  readonly people: number;
  /** Who can reset their password now and could not: now, and on the day Microsoft's own texts end, or another. */
  readonly losing: number;
  readonly losingThen: number;
  readonly gaining: number;
  /** How many of these are among the few of a rule, before or then: told to nobody who may not know of each of them. */
  readonly few: { readonly people: number; readonly losing: number; readonly losingThen: number };
  /** Of whom the lists do not say whether a rule is about them: everybody's policy was reckoned with. */
  readonly unseen: number;
  /** By rank. */
  readonly rules: readonly RuleWhatIf[];
}

type Counted = { -readonly [Key in keyof RuleWhatIf]: RuleWhatIf[Key] };

/**
 * What another policy would do to everybody, on lists alone.
 * @param tell hears of whoever would lose on that day
 */
export async function weighPolicy(
  { listed, personOf, whereabouts }: Pick<AudienceSources, 'listed' | 'personOf' | 'whereabouts'>,
  current: DecidedPolicy,
  next: DecidedPolicy,
  now: Instant,
  then: Instant = readyBy,
  tell?: (employee: EmployeeKey, effect: PolicyEffect) => void,
): Promise<PolicyWhatIf> {
  const rules = byRank(next.rules);
  const counts = new Map(
    rules.map(({ name, rank }): [string, Counted] => [name, { name, rank, about: 0, holds: 0, gaining: 0, losing: 0 }]),
  );
  let [people, losing, losingThen, gaining, unseen] = [0, 0, 0, 0, 0];
  /** By the rule that held and the one that would; of whom none does either time there is nothing to hide. */
  const changing = new Map<string, { people: number; losing: number; losingThen: number }>();
  for await (const one of listed) {
    if (one.entry.account !== 'member') continue;
    people += 1;
    const person = await personOf(one.employee);
    const where = whereabouts(one);
    const winner = winningRule(next.rules, where);
    const [before, after] = [policyFor(current, where), policyOfWinner(next, winner, where)];
    const today = { policy: before, at: now };
    const effect = await policyEffect(one, person, today, { policy: after, at: now });
    const later = await policyEffect(one, person, today, { policy: after, at: then });
    if (effect.kind === 'loses') losing += 1;
    if (effect.kind === 'gains') gaining += 1;
    if (later.kind === 'loses') {
      losingThen += 1;
      tell?.(one.employee, later);
    }
    if (before.rule !== undefined || after.rule !== undefined) {
      const pair = JSON.stringify([before.rule, after.rule]);
      const those = changing.get(pair) ?? { people: 0, losing: 0, losingThen: 0 };
      changing.set(pair, those);
      those.people += 1;
      if (effect.kind === 'loses') those.losing += 1;
      if (later.kind === 'loses') those.losingThen += 1;
    }
    for (const rule of rules) {
      const count = counts.get(rule.name);
      if (count && matchOf(rule, where).kind === 'matches') count.about += 1;
    }
    if (winner.kind === 'unknown') unseen += 1;
    const count = winner.kind === 'rule' ? counts.get(winner.rule.name) : undefined;
    if (count) {
      count.holds += 1;
      if (effect.kind === 'loses') count.losing += 1;
      if (effect.kind === 'gains') count.gaining += 1;
    }
  }
  const few = { people: 0, losing: 0, losingThen: 0 };
  for (const those of changing.values()) {
    if (those.people >= leastShown) continue;
    few.people += those.people;
    few.losing += those.losing;
    few.losingThen += those.losingThen;
  }
  return { people, losing, losingThen, gaining, few, unseen, rules: [...counts.values()] };
}
