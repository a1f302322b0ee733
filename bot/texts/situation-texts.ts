import type { CodeId } from '../domain/diagnosis/codes.ts';
import type { EvidenceKind } from '../domain/diagnosis/evidence.ts';
import type { FactName } from '../domain/diagnosis/facts.ts';
import type { Certainty } from '../domain/diagnosis/finding.ts';
import type { RelatedProblemId, SignInPage } from '../domain/diagnosis/related-problems.ts';
import type { MicrosoftPage, Remedy } from '../domain/diagnosis/remedy.ts';
import type { SituationId } from '../domain/diagnosis/situation-ids.ts';
import type { PortalCheck } from '../domain/diagnosis/situations.ts';

type Situation = SituationId | RelatedProblemId | 'unknown';
type PlainRemedy = Exclude<Remedy['kind'], 'open' | 'contact'>;

/** What must be said of each situation, each piece of evidence, each remedy: one that is missing does not compile. */
export type SituationTextKey =
  | `${Situation}.${'happened' | 'why' | 'now'}`
  | `supporter.${Situation}`
  | `supporter.${Situation}.do`
  | `supporter.code.${CodeId}`
  | `supporter.certainty.${Certainty}`
  | `code.${SignInPage}`
  | `signIn.${'title' | 'why'}`
  | `evidence.${EvidenceKind}`
  | `gap.${FactName}`
  | `remedy.${PlainRemedy}`
  | `remedy.open.${MicrosoftPage}`
  | `remedy.contact.${'normal' | 'urgent'}`
  | `check.${PortalCheck}`
  | `finding.${Certainty}`;

export type SituationTexts = Readonly<Record<SituationTextKey, string>>;
