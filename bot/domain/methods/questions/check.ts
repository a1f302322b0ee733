import type { DirectoryEntry } from '../../ports/directory.ts';
import { type AnswerReading, type AnswerUnreadable, characters, normaliseAnswer, readAnswer } from './answer.ts';
import {
  isPredefined,
  offeredQuestions,
  ownWording,
  type PredefinedQuestion,
  type QuestionId,
  type QuestionPolicy,
} from './policy.ts';

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
  readonly known: KnownNames;
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

/** Finds words also where nothing is written between them. Only for advice at registration: no hash rests on it. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** What the bot's languages bring to judging answers. */
export interface AnswerWords {
  /** A predefined question in every language. */
  readonly wordings: (question: PredefinedQuestion) => readonly string[];
  /** What a stranger would try first; single words and, squeezed, whole phrases. */
  readonly easy: ReadonlySet<string>;
  /** Small words that make no answer of others: "my password". */
  readonly small: ReadonlySet<string>;
}

/** The words of a text in their normalised form; `father's` gives `father`, `s` and the whole. */
function answerWords(text: string): readonly string[] {
  const whole = [...segmenter.segment(normaliseAnswer(text))].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
  return [...new Set(whole.flatMap((word) => [word, ...word.split(/[^\p{L}\p{M}\p{N}]+/u)]))].filter(Boolean);
}

/** The normalised text without white space and punctuation. */
function squeezed(text: string): string {
  return normaliseAnswer(text).replace(/[\s\p{P}]+/gu, '');
}

/** Whether an answer says nothing but these words. */
function consistsOf(answer: string, words: ReadonlySet<string>, small: ReadonlySet<string>): boolean {
  const said = answerWords(answer);
  return said.some((word) => words.has(word)) && said.every((word) => words.has(word) || small.has(word));
}

const lookalikes: Readonly<Record<string, string>> = { '@': 'a', $: 's', '€': 'e', 0: 'o', 1: 'i', 3: 'e', 4: 'a' };

/** Whether a normalised answer is one that a stranger would try first. */
export function easyAnswer(answer: string, { easy, small }: AnswerWords): boolean {
  const plain = squeezed(answer);
  if (new Set(plain).size <= 1 || isRun(plain)) return true;
  const bare = answer.replace(/^[\p{Nd}\s\p{P}]+|(?<![\p{Nd}\s\p{P}])[\p{Nd}\s\p{P}]+$/gu, '');
  const spelled = bare.replace(/[@$€0134]/gu, (mark) => lookalikes[mark] ?? mark);
  return [plain, squeezed(bare), squeezed(spelled)].some((text) => easy.has(text)) || consistsOf(spelled, easy, small);
}

/** `123`, `7890`, `9876`, `٣٤٥`; and from four characters on, for there are names like Stu, `abcd`. */
function isRun(plain: string): boolean {
  const digits = /^\p{Nd}+$/u.test(plain);
  const points = [...plain].map((character) => character.codePointAt(0) ?? 0);
  if (points.length < (digits ? 3 : 4)) return false;
  const steps = points.slice(1).map((point, place) => point - (points[place] ?? 0));
  const upwards = steps.every((step) => step === 1 || (digits && step === -9));
  return upwards || steps.every((step) => step === -1 || (digits && step === 9));
}

/** What the directory knows of somebody: their colleagues know it too. */
export type KnownNames = Pick<DirectoryEntry, 'displayName' | 'signInName' | 'mailboxes'>;

/**
 * Whether an answer is made of the person's own names or addresses: `Berg`, `kim berg`, `bergkim`, `Kim1985`. Somebody
 * else's name that shares a part (`Anna Berg`) is an answer.
 */
function ownNameAnswer(answer: string, known: KnownNames, { small }: AnswerWords): boolean {
  const addresses = [known.signInName, ...known.mailboxes];
  const names = [known.displayName, ...addresses.map((address) => address.replace(/@.*$/su, ''))];
  const plain = squeezed(answer);
  if ([...names, ...addresses].some((whole) => squeezed(whole) === plain)) return true;
  // Shorter parts would be found within other words.
  const parts = [...names.flatMap(answerWords), ...names.map(squeezed)].filter((part) => characters(part) >= 3);
  const longestFirst = [...new Set(parts)].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((text, part) => text.replaceAll(part, ''), plain);
  return (rest !== plain && /^\p{Nd}*$/u.test(rest)) || consistsOf(answer, new Set(parts), small);
}

/** Whether an answer only says the question's own words again. */
function answerFromQuestion(answer: string, wordings: readonly string[], { small }: AnswerWords): boolean {
  return wordings.some(
    (wording) => squeezed(wording) === squeezed(answer) || consistsOf(answer, new Set(answerWords(wording)), small),
  );
}
