import type { Proof } from './evidence.ts';
import type { FactQueries } from './queries.ts';
import type { SituationId } from './situation-ids.ts';

/**
 * When a situation applies. Each question answers with its evidence or not at all.
 * proves: so it is · suggests: likely · supports: likely once the person has said it · refutes: speaks against it, and makes
 * of what was proven by an old try something that was so then.
 */
export interface Rule {
  /** A situation that shows in the same facts as another: it applies only where somebody has seen it or its code. */
  readonly onlyWhenNamed?: true;
  /** The more general word that names it as well. */
  readonly alsoNamedBy?: SituationId;
  /** Once proven, what other rules would say has no meaning here. */
  readonly final?: true;
  readonly proves?: (queries: FactQueries) => Proof;
  readonly suggests?: (queries: FactQueries) => Proof;
  readonly supports?: (queries: FactQueries) => Proof;
  readonly refutes?: (queries: FactQueries) => Proof;
}

export type Rules = Readonly<Partial<Record<SituationId, Rule>>>;
