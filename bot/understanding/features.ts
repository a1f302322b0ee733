import { conceptsOf } from './concepts.ts';
import type { Vocabulary } from './vocabulary.ts';

const [shortestGram, longestGram] = [3, 4];

/**
 * What the learner sees of a sentence: its words, their neighbours, their letter groups (typing errors leave most of them
 * intact), the concepts they name and the pairs of these, and how many words nobody uses here.
 */
export function featuresOf(words: readonly string[], { spelled, isRare }: Vocabulary): readonly string[] {
  const found: string[] = [];
  const concepts = new Set<string>();
  let [before, rare] = ['', 0];
  for (const said of words.slice(0, 160)) {
    const word = spelled(said);
    if (isRare(word)) rare += 1;
    found.push(`word ${word}`);
    if (before) found.push(`pair ${before} ${word}`);
    found.push(...gramsOf(word, shortestGram, longestGram));
    for (const concept of conceptsOf(word)) {
      found.push(`concept ${concept}`);
      concepts.add(concept);
    }
    before = word;
  }
  const together = [...concepts].sort();
  together.forEach((one, at) => {
    for (const other of together.slice(at + 1)) found.push(`together ${one} ${other}`);
  });
  if (rare > 0) found.push('concept rare');
  if (rare > 1) found.push('concept rare twice');
  if (rare > words.length / 3) found.push('concept rare mostly');
  return found;
}

/** Letter groups of a word with its borders marked. */
export function gramsOf(word: string, shortest: number, longest: number): readonly string[] {
  const bordered = `^${word}$`;
  const grams: string[] = [];
  for (let size = shortest; size <= longest; size += 1) {
    for (let at = 0; at + size <= bordered.length; at += 1) grams.push(bordered.slice(at, at + size));
  }
  return grams;
}

/** How much a feature says by its kind, and in how many examples it has to occur to be learned. */
export const ranks = {
  concept: { weight: 4, atLeast: 1 },
  together: { weight: 4, atLeast: 2 },
  word: { weight: 3, atLeast: 1 },
  pair: { weight: 2, atLeast: 2 },
  letters: { weight: 1, atLeast: 2 },
} as const;

export function rankOf(feature: string): { readonly weight: number; readonly atLeast: number } {
  const kind = /^(concept|together|word|pair) /.exec(feature)?.[1] as keyof typeof ranks | undefined;
  return ranks[kind ?? 'letters'];
}
