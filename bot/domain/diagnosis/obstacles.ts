import type { Instant } from '../time.ts';
import type { Facts } from './facts.ts';
import { type RehearsalStep, rehearse } from './rehearsal.ts';
import { mendable } from './situations.ts';
import { blockEnds } from './tries.ts';

/** A check of the reset portal that fails for somebody. */
export interface Obstacle extends Pick<Failed, 'check' | 'situation' | 'certainty'> {
  /** When it will be over by itself; null: it will not, or nobody knows when. */
  readonly until: Instant | null;
}
type Failed = Extract<RehearsalStep, { kind: 'failed' }>;

/**
 * What would stop a reset now, worst first. Without enough methods a reset fails at them, which is told with the methods
 * themselves: then they are left out here.
 */
export function obstaclesOf(facts: Facts, now: Instant, enoughMethods: boolean): readonly Obstacle[] {
  const failed = rehearse(facts, now).steps.filter((step) => step.kind === 'failed');
  return failed
    .filter(({ check }) => enoughMethods || check !== 'methods')
    .map(({ check, situation, certainty }) => {
      const until = situation === 'blocked' ? (blockEnds(facts, now) ?? null) : null;
      return { check, situation, certainty, until };
    })
    .toSorted((one, other) => Number(mendable(one.situation)) - Number(mendable(other.situation)));
}

/** What mends an obstacle. ask-it: somebody in IT has to change a setting · wait: time does · own: what its own text says. */
export function mendedBy({ situation, until }: Obstacle): 'ask-it' | 'wait' | 'own' {
  if (until !== null) return 'wait';
  // Nobody switches that on for a single person: it is how the organisation wants it.
  if (situation === 'off-for-administrators') return 'own';
  return mendable(situation) ? 'own' : 'ask-it';
}

/**
 * Where methods may be set up while an obstacle stands. here: with the bot · there: on Microsoft's page · nowhere: that page
 * lets nobody in for whom reset is not switched on.
 */
export function meanwhile(
  obstacles: readonly Obstacle[],
  registration: 'here' | 'written' | 'elsewhere',
): 'here' | 'there' | 'nowhere' {
  if (registration !== 'elsewhere') return 'here';
  return obstacles.some(({ check }) => check === 'enabled') ? 'nowhere' : 'there';
}
