import type { Evidence } from './evidence.ts';
import type { FactName, Facts, UnknownFact } from './facts.ts';
import type { Remedy } from './remedy.ts';
import type { SituationId } from './situation-ids.ts';

/**
 * proven: the portal's own check says so · likely: it fits what is seen · told-only: nothing but the person's words · none: of
 * `unknown`.
 */
export type Certainty = 'proven' | 'likely' | 'told-only' | 'none';

/** A fact that would decide the matter, and why it is not known. */
export interface Gap extends UnknownFact {
  readonly fact: FactName;
}

/** A situation that applies to somebody, or `unknown` where none does. */
export interface Finding {
  readonly situation: SituationId | 'unknown';
  /** The general situation it is a case of, whose text may be on screen instead; null: none. */
  readonly family: SituationId | null;
  readonly certainty: Certainty;
  /** Never empty, but of `unknown`. */
  readonly evidence: readonly Evidence[];
  /** What speaks against it: it was so and is no more, or what was said is not what is seen. */
  readonly against: readonly Evidence[];
  /** What could not be seen; empty where it is proven. */
  readonly gaps: readonly Gap[];
  /** What the employee can do, best first; never empty. */
  readonly remedies: readonly Remedy[];
}

/** Those of these facts that are not known, and why. */
export function gapsOf(facts: Facts, names: readonly FactName[]): readonly Gap[] {
  return names.flatMap((fact) => {
    const found = facts[fact];
    return found.kind === 'not-known' ? [{ fact, ...found }] : [];
  });
}
