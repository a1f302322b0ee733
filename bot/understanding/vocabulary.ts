import { conceptsOf } from './concepts.ts';
import { speller } from './spelling.ts';

export interface Vocabulary {
  /** The known word that is meant, where there is one. */
  readonly spelled: (word: string) => string;
  /** Whether hardly anybody says it when they speak of passwords: not one of our words, and no concept. */
  readonly isRare: (word: string) => boolean;
}

/** The words of the examples. A word that stands in one only is rare too, so that rare words can be learned from. */
export function vocabularyOf(sentences: readonly (readonly string[])[]): Vocabulary {
  const times = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
  const spelled = speller(new Set(times.keys()));
  const isRare = (word: string) => (times.get(word) ?? 0) <= 1 && conceptsOf(word).length === 0;
  return { spelled, isRare };
}
