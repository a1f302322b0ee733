import { conceptsOf } from './concepts.ts';

/** Short words are too near to each other to be put right. */
const shortest = 5;

/**
 * Puts right words that are one slip (a letter too many, missing, wrong or swapped) from a known one. Words that are
 * known, have digits or speak of a known concept stay.
 */
export function speller(known: ReadonlySet<string>): (word: string) => string {
  const near = new Map<string, string>();
  for (const word of known) {
    if (word.length >= shortest - 1) for (const short of shortened(word)) if (!near.has(short)) near.set(short, word);
  }
  return (word) => {
    if (word.length < shortest || word.length > 24 || known.has(word) || /\d/u.test(word)) return word;
    if (conceptsOf(word).length > 0) return word;
    for (const short of [word, ...shortened(word)]) {
      const meant = short !== word && short.length >= shortest - 1 && known.has(short) ? short : near.get(short);
      if (meant) return meant;
    }
    return word;
  };
}

/** The word with each of its letters left out once. */
function shortened(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
