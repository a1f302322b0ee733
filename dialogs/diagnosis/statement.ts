import { type RelatedProblemId, type SignInPage, signInPageOf } from '../../bot/domain/diagnosis/related-problems.ts';
import type { SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
import { type Heard, heard } from '../../bot/understanding/heard.ts';

/** What somebody said of a failed reset. */
export interface Statement {
  readonly situation: SituationNumber | null;
  /** Something beside a reset, with an answer of its own. */
  readonly aside: RelatedProblemId | null;
  /** A page of the sign-in, which may stand for a situation; missing: none. */
  readonly signIn?: SignInPage;
  /** Something was said, and it fits nothing that is known. */
  readonly unclear: boolean;
}

const nothing: Statement = { situation: null, aside: null, unclear: false };

const asideOf = {
  'verification-limit': 'too-many-messages',
  'temporarily-locked': 'locked-for-a-while',
  'windows-sign-in': 'windows-sign-in',
} as const satisfies Record<NonNullable<Heard['page']>, RelatedProblemId>;

/** `undefined` where it names nothing known. */
export function statementIn({
  situation,
  page,
  code,
}: Pick<Heard, 'situation' | 'page' | 'code'>): Statement | undefined {
  const signIn = signInPageOf(code);
  if (situation === null && page === null && !signIn) return undefined;
  return { situation, aside: page && asideOf[page], unclear: false, ...(signIn ? { signIn } : {}) };
}

/** What was chosen from a list; nothing chosen says nothing. */
export function statementChosen(situation: SituationNumber | undefined): Statement {
  return situation ? { ...nothing, situation } : nothing;
}

/** What a sentence says about what was seen. */
export function statementTyped(text: string): Statement {
  return statementIn(heard(text)) ?? { ...nothing, unclear: text.trim() !== '' };
}
