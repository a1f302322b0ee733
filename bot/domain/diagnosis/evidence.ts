import type { AttemptReason } from '../account/facts.ts';
import type { MethodName } from '../methods/method.ts';
import type { Instant } from '../time.ts';
import type { FactName, KnownFact, NamedFacts, Source } from './facts.ts';

type NamedKind = { [Name in keyof NamedFacts]: `${Name}.${NamedFacts[Name]}` }[keyof NamedFacts];

/** What a piece of evidence says: the end of its text key, `evidence.writeback.off`. */
export type EvidenceKind =
  | NamedKind
  | 'methods.none'
  | 'methods.these'
  | 'methods.left'
  | 'allowed.these'
  | 'required.1'
  | 'required.2'
  | 'malformed'
  | 'prefilled'
  | 'ended'
  | 'lost'
  | `tries.${AttemptReason}`
  | 'tries.blocked'
  | 'tries.succeeded'
  | 'tries.unfinished'
  | 'tries.failed'
  | 'blockedUntil.then'
  | 'blockedUntil.none'
  | 'undelivered.text'
  | 'undelivered.call'
  | 'undelivered.email'
  | 'registrationChanged'
  | 'policyChanges.methods-raised'
  | 'policyChanges.method-removed'
  | 'policyChanges.scope-changed'
  | 'codes'
  | 'said';

/**
 * One thing that speaks for or against a situation. `value` is what the fact holds, or the one of its items that speaks:
 * a reason of the tries, a code, what was said.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly fact: FactName | 'said';
  readonly value: boolean | number | string | readonly MethodName[] | null;
  readonly source: Source;
  /** When it was so, or when it happened; null: when the facts were given. */
  readonly at: Instant | null;
}

/** Evidence for something, all of which is needed; undefined: it is not there. */
export type Proof = readonly Evidence[] | undefined;

export function all(...proofs: readonly Proof[]): Proof {
  return proofs.every((proof) => proof !== undefined) ? proofs.flat() : undefined;
}

export function any(...proofs: readonly Proof[]): Proof {
  return proofs.find((proof) => proof !== undefined);
}

export function unless(hindrance: Proof, proof: Proof): Proof {
  return hindrance === undefined ? proof : undefined;
}

/** A fact as evidence, as it stands. */
export function evidenceOf(
  kind: EvidenceKind,
  fact: FactName,
  value: Evidence['value'],
  known: KnownFact<unknown>,
  at: Instant | null = known.at,
): Evidence {
  return { kind, fact, value, source: known.source, at };
}
