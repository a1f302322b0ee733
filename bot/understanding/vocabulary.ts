import { conceptsOf } from './concepts.ts';
import { speller } from './spelling.ts';

export interface Vocabulary {
  /** The known word that is meant, where there is one. */
  readonly spelled: (word: string) => string;
  /** Whether hardly anybody says it when they speak of passwords: not one of our words, and no concept. */
  readonly isRare: (word: string) => boolean;
}

/** The words of the examples: those of several sentences, and those that stand in one only. */
export interface KnownWords {
  readonly often: readonly string[];
  readonly once: readonly string[];
}

export function knownWords(sentences: readonly (readonly string[])[]): KnownWords {
  const times = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
  const known = [...times];
  return {
    often: known.filter(([, count]) => count > 1).map(([word]) => word),
    once: known.filter(([, count]) => count === 1).map(([word]) => word),
  };
}

/** A word that stands in one example only is rare too, so that rare words can be learned from. */
export function vocabularyOf({ often, once }: KnownWords): Vocabulary {
  const common = new Set(often);
  const spelled = speller(new Set([...often, ...once]));
  const isRare = (word: string) => !common.has(word) && conceptsOf(word).length === 0;
  return { spelled, isRare };
}
