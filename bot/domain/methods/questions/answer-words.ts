import { normaliseAnswer } from './answer.ts';

/** Finds words also where nothing is written between them. Only for advice at registration: no hash rests on it. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Small words that make no answer of others: "my password", "den första". */
const fillers = new Set(
  ['a an the my our your is it of was i in to', 'en ett den det de min mitt mina är var av i på att'].flatMap((line) =>
    line.split(' '),
  ),
);

/** The words of a text in their normalised form; `father's` gives `father`, `s` and the whole. */
export function answerWords(text: string): readonly string[] {
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
export function consistsOf(answer: string, words: ReadonlySet<string>): boolean {
  const said = answerWords(answer);
  return said.some((word) => words.has(word)) && said.every((word) => words.has(word) || fillers.has(word));
}
