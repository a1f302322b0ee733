import type { Instant } from '../time.ts';
import type { FactName, Facts } from './facts.ts';
import { type Finding, gapsOf } from './finding.ts';
import { applyStatement, matchRules, type SituationMatch } from './match-rules.ts';
import { queryFacts } from './queries.ts';
import { remedyOf } from './remedy.ts';
import type { FactQueries } from './rule.ts';
import type { SituationId } from './situation-ids.ts';
import { mendable, situations } from './situations.ts';
import { blockEnds } from './tries.ts';

/**
 * Why a reset does not work, by what is known and what the person said.
 * In order: what holds now and the employee can't mend, so that nobody meets that wall after clearing another; then what
 * they can; of both what is proven before what is likely, each in the order in which the portal checks. Then what held when it
 * was tried and holds no more; what the person said and nothing shows. A reset that somebody else began comes before all of
 * it. `unknown` only where none of it fits. What is seen comes before what was said.
 */
export function diagnose(facts: Facts, now: Instant, said: SituationId | null = null): readonly Finding[] {
  const queries = queryFacts(facts, now);
  const found = applyStatement(matchRules(facts, queries, said), said, queries);
  const findings = [...found]
    .sort((one, other) => rank(one) - rank(other))
    .map((sighting) => findingOf(sighting, facts, queries, now));
  return found.some(fits) ? findings : [unknown(facts, now), ...findings];
}

/** What was only said and is not so explains nothing. */
function fits({ certainty, against }: SituationMatch): boolean {
  return certainty !== 'told-only' || against.length === 0;
}

/** Somebody else at the account can't wait, whatever else is true. */
function rank({ situation, certainty, against }: SituationMatch): number {
  if (situation === 'unasked-mail') return -1;
  if (certainty === 'told-only') return 5;
  if (against.length > 0) return 4;
  return (mendable(situation) ? 2 : 0) + (certainty === 'proven' ? 0 : 1);
}

/** Of the methods of somebody who can't reach one, enough are left; or nobody knows which one, and there are several. */
function mayHaveAnother({ methods, lost }: Facts, queries: FactQueries): boolean {
  if (queries.enoughLeft()) return true;
  const unsaid = lost.kind !== 'known' || lost.value.length === 0;
  return unsaid && methods.kind === 'known' && methods.value.length > 1;
}

function findingOf(sighting: SituationMatch, facts: Facts, queries: FactQueries, now: Instant): Finding {
  const { situation, certainty, evidence, against } = sighting;
  const { family = null, turnsOn, remedies } = situations[situation];
  return {
    situation,
    family,
    certainty,
    evidence,
    against,
    gaps: certainty === 'proven' ? [] : gapsOf(facts, turnsOn),
    remedies: remedies
      .filter((name) => situation !== 'all-lost' || name !== 'other-method' || mayHaveAnother(facts, queries))
      .map((name) => remedyOf(name, now, blockEnds(facts, now))),
  };
}

/** The facts that most causes turn on: those that `unknown` speaks of when they could not be seen. */
const decisive: readonly FactName[] = [
  'disabled',
  'guest',
  'enabled',
  'license',
  'registered',
  'methods',
  'password',
  'writeback',
  'tries',
];

function unknown(facts: Facts, now: Instant): Finding {
  const remedies = (['contact', 'rehearse', 'open-reset'] as const).map((name) => remedyOf(name, now, undefined));
  const gaps = gapsOf(facts, decisive);
  return { situation: 'unknown', family: null, certainty: 'none', evidence: [], against: [], gaps, remedies };
}
