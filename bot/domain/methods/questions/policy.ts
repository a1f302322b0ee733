import { characters, normaliseAnswer } from './answer.ts';
import type { QuestionId } from './list.ts';
import { isPredefined, type OwnQuestion, type PredefinedQuestion, predefinedQuestions } from './list.ts';

/** How many questions: the reset service's own range. */
export type QuestionCount = 3 | 4 | 5;

/** What IT has decided about security questions. Ranges are those of the reset service. */
export interface QuestionPolicy {
  readonly allowed: boolean;
  /** How many an employee registers. */
  readonly toRegister: QuestionCount;
  /** How many of those are asked again; at most `toRegister`. */
  readonly toAnswer: QuestionCount;
  readonly predefined: 'all' | readonly PredefinedQuestion[];
  /** At most 20, of 3 to 200 characters. Not translated: people read them as they were written. */
  readonly own: readonly string[];
}

/** Off: current guidance (OWASP ASVS 5.0, 6.4.2) is against questions. The counts are the reset service's defaults. */
export const defaultQuestionPolicy: QuestionPolicy = {
  allowed: false,
  toRegister: 5,
  toAnswer: 3,
  predefined: 'all',
  own: [],
};

/** The same before its rules are checked, as it comes from a policy file. */
export interface QuestionPolicyDraft {
  readonly allowed: boolean;
  readonly toRegister: number;
  readonly toAnswer: number;
  readonly predefined: 'all' | readonly string[];
  readonly own: readonly string[];
}

/** A rule that is broken, and the field that breaks it: `toRegister`, `predefined.4`, `own.0` … */
export interface QuestionPolicyMistake {
  readonly kind:
    | 'count-out-of-range'
    | 'more-to-answer-than-registered'
    | 'unknown-question'
    | 'question-listed-twice'
    | 'too-many-own-questions'
    | 'own-question-too-short'
    | 'own-question-too-long'
    | 'own-question-twice'
    | 'too-few-questions-offered';
  readonly at: string;
}

export type QuestionPolicyReading =
  | { readonly kind: 'question-policy'; readonly policy: QuestionPolicy }
  | { readonly kind: 'question-policy-mistakes'; readonly mistakes: readonly QuestionPolicyMistake[] };

const mostOwn = 20;
const ownLength = { least: 3, most: 200 } as const;

/** Checks every rule and names each mistake, so that a policy file is put right in one go. */
export function readQuestionPolicy(draft: QuestionPolicyDraft): QuestionPolicyReading {
  const { allowed, toRegister, toAnswer } = draft;
  const own = draft.own.map((text) => text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim());
  const predefined = draft.predefined === 'all' ? 'all' : draft.predefined.filter(isPredefined);
  const mistakes = [...listMistakes(draft.predefined), ...ownMistakes(own)];
  if (isCount(toRegister) && isCount(toAnswer)) {
    const policy: QuestionPolicy = { allowed, toRegister, toAnswer, predefined, own };
    if (toAnswer > toRegister) mistakes.push({ kind: 'more-to-answer-than-registered', at: 'toAnswer' });
    if (allowed && new Set(offeredQuestions(policy)).size < toRegister)
      mistakes.push({ kind: 'too-few-questions-offered', at: 'predefined' });
    if (mistakes.length === 0) return { kind: 'question-policy', policy };
  }
  if (!isCount(toRegister)) mistakes.push({ kind: 'count-out-of-range', at: 'toRegister' });
  if (!isCount(toAnswer)) mistakes.push({ kind: 'count-out-of-range', at: 'toAnswer' });
  return { kind: 'question-policy-mistakes', mistakes };
}

function isCount(count: number): count is QuestionCount {
  return count === 3 || count === 4 || count === 5;
}

function listMistakes(listed: 'all' | readonly string[]): QuestionPolicyMistake[] {
  if (listed === 'all') return [];
  return listed.flatMap((id, place): QuestionPolicyMistake[] => {
    const at = `predefined.${place}`;
    if (!isPredefined(id)) return [{ kind: 'unknown-question', at }];
    return listed.indexOf(id) < place ? [{ kind: 'question-listed-twice', at }] : [];
  });
}

function ownMistakes(own: readonly string[]): QuestionPolicyMistake[] {
  const many: QuestionPolicyMistake[] = own.length > mostOwn ? [{ kind: 'too-many-own-questions', at: 'own' }] : [];
  const folded = own.map((text) => (characters(text) > ownLength.most ? text : normaliseAnswer(text)));
  return many.concat(
    own.flatMap((text, place): QuestionPolicyMistake[] => {
      const at = `own.${place}`;
      // Counted in the folded form, so that "???" is no question.
      if (characters(folded[place] ?? '') < ownLength.least) return [{ kind: 'own-question-too-short', at }];
      if (characters(text) > ownLength.most) return [{ kind: 'own-question-too-long', at }];
      return folded.indexOf(folded[place] ?? '') < place ? [{ kind: 'own-question-twice', at }] : [];
    }),
  );
}

/** What an employee may choose from, in order; nothing when questions are not allowed. */
export function offeredQuestions(policy: QuestionPolicy): readonly QuestionId[] {
  if (!policy.allowed) return [];
  const listed = policy.predefined === 'all' ? predefinedQuestions : policy.predefined;
  return [...listed, ...policy.own.map((_, place): OwnQuestion => `own-${place + 1}`)];
}

/** The organisation's words of a question; null for a predefined one, or one that is not in the policy any more. */
export function ownWording(policy: QuestionPolicy, question: QuestionId): string | null {
  const place = isPredefined(question) ? -1 : Number(question.slice('own-'.length)) - 1;
  return policy.own[place] ?? null;
}

/** Directory administrators never use questions, whatever the policy says: the reset service refuses theirs. */
export function questionsAllowed(policy: QuestionPolicy, administrator: boolean): boolean {
  return policy.allowed && !administrator;
}
