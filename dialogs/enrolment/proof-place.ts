import type { ProofPurpose } from '../../bot/domain/methods/method.ts';

/** What a dialog that asks for a proof is begun with. */
export interface ProofPlace {
  readonly purpose: ProofPurpose;
}

/** Whoever does not say what a proof is for opens nothing by it. */
export function purposeOf(options: object | undefined): ProofPurpose {
  return (options as Partial<ProofPlace> | undefined)?.purpose ?? 'caller-check';
}
