import { type AnswerReading, type AnswerUnreadable, readAnswer } from './answer.ts';
import type { AnswerWords } from './answer-words.ts';
import { answerFromQuestion, easyAnswer, type Known, ownNameAnswer } from './easy-answers.ts';
import { isPredefined, type QuestionId } from './list.ts';
import { offeredQuestions, ownWording, type QuestionPolicy } from './policy.ts';

/** Why a chosen question can't be used. Each is a text key. */
export type QuestionProblem = 'question-missing' | 'question-not-offered' | 'question-twice';

/** Why a typed answer can't be used. Each is a text key. */
export type AnswerProblem =
  | AnswerUnreadable
  | 'answer-too-easy'
  | 'answer-own-name'
  | 'answer-from-question'
  | 'answer-twice';

/** A problem and where it is: the row from 0, and the field in it. */
export type FieldProblem =
  | { readonly row: number; readonly field: 'question'; readonly kind: QuestionProblem }
  | { readonly row: number; readonly field: 'answer'; readonly kind: AnswerProblem };

/** One row of the form, as it was sent. */
export interface TypedAnswer {
  readonly question: string;
  readonly answer: string;
}

/** A row that may be kept. `wording` is an own question's text as it was read; null for a predefined one. */
export interface ReadAnswer {
  readonly question: QuestionId;
  readonly wording: string | null;
  /** Normalised: only to be hashed. */
  readonly answer: string;
}

export type AnswersReading =
  | { readonly kind: 'answers'; readonly answers: readonly ReadAnswer[] }
  | { readonly kind: 'answer-problems'; readonly problems: readonly FieldProblem[] };

export interface AnswerContext {
  readonly policy: QuestionPolicy;
  /** What every language brings to judging answers. */
  readonly words: AnswerWords;
  readonly known: Known;
}

/**
 * Reads the whole form: as many rows as the policy says. Rows that did not come count as empty; more than that the
 * form has not got. Every field is judged, at most one problem each, so that all can be put right at once.
 */
export function checkAnswers(typed: readonly TypedAnswer[], context: AnswerContext): AnswersReading {
  const offered = offeredQuestions(context.policy);
  const problems: FieldProblem[] = [];
  const answers: ReadAnswer[] = [];
  const [questionsSeen, answersSeen] = [new Set<string>(), new Set<string>()];
  for (let row = 0; row < context.policy.toRegister; row += 1) {
    const { question: id, answer: text } = typed[row] ?? { question: '', answer: '' };
    const question = offered.find((one) => one === id);
    const questionKind = questionProblem(id, question, questionsSeen);
    if (questionKind) problems.push({ row, field: 'question', kind: questionKind });
    const read = judge(text, question, answersSeen, context);
    if (read.kind !== 'answer') problems.push({ row, field: 'answer', kind: read.kind });
    else if (question) answers.push({ question, wording: ownWording(context.policy, question), answer: read.answer });
  }
  return problems.length > 0 ? { kind: 'answer-problems', problems } : { kind: 'answers', answers };
}

function questionProblem(id: string, question: QuestionId | undefined, seen: Set<string>): QuestionProblem | undefined {
  if (id === '') return 'question-missing';
  if (!question) return 'question-not-offered';
  if (seen.has(question)) return 'question-twice';
  seen.add(question);
  return undefined;
}

function judge(
  text: string,
  question: QuestionId | undefined,
  seen: Set<string>,
  context: AnswerContext,
): AnswerReading | { readonly kind: AnswerProblem } {
  const read = readAnswer(text);
  if (read.kind !== 'answer') return read;
  if (seen.has(read.answer)) return { kind: 'answer-twice' };
  seen.add(read.answer);
  if (easyAnswer(read.answer, context.words)) return { kind: 'answer-too-easy' };
  if (ownNameAnswer(read.answer, context.known, context.words)) return { kind: 'answer-own-name' };
  if (question && answerFromQuestion(read.answer, wordingsOf(question, context), context.words))
    return { kind: 'answer-from-question' };
  return read;
}

function wordingsOf(question: QuestionId, { policy, words }: AnswerContext): readonly string[] {
  return isPredefined(question) ? words.wordings(question) : [ownWording(policy, question) ?? ''];
}
