import { normaliseAnswer } from './answer.ts';
import type { PredefinedQuestion } from './list.ts';

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
export function wordsOf(text: string): readonly string[] {
  const whole = [...segmenter.segment(normaliseAnswer(text))].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
  return [...new Set(whole.flatMap((word) => [word, ...word.split(/[^\p{L}\p{M}\p{N}]+/u)]))].filter(Boolean);
}

/** The normalised text without white space and punctuation. */
export function squeezed(text: string): string {
  return normaliseAnswer(text).replace(/[\s\p{P}]+/gu, '');
}

/** Whether an answer says nothing but these words. */
export function consistsOf(answer: string, words: ReadonlySet<string>, small: ReadonlySet<string>): boolean {
  const said = wordsOf(answer);
  return said.some((word) => words.has(word)) && said.every((word) => words.has(word) || small.has(word));
}
