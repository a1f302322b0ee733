import { languageRecords, languages } from '../texts/languages.ts';
import { fingerprint, tableOf } from './classifier.ts';
import { conceptsOf, negations, writtenForm } from './lexicon.ts';
import { folded } from './normalisation.ts';

const [shortestGram, longestGram] = [3, 4];
/** So far a "not" reaches. */
const reach = 4;

/**
 * What the learner sees of a sentence: its words, their neighbours, their letter groups (typing errors leave most of them
 * intact), the concepts they name, pairs of these, what is denied, and how many words nobody uses here.
 */
export function featuresOf(words: readonly string[], { spelled, isRare }: Vocabulary): readonly string[] {
  const found: string[] = [];
  const concepts = new Set<string>();
  let [before, beforeThat, rare, denied] = ['', '', 0, 0];
  let named: readonly string[] = ['^'];
  for (const said of words.slice(0, 160)) {
    const word = writtenForm(spelled(writtenForm(said)));
    if (isRare(word)) rare += 1;
    found.push(`word ${word}`);
    found.push(before ? `pair ${before} ${word}` : `pair ^ ${word}`);
    if (beforeThat) found.push(`skip ${beforeThat} ${word}`);
    found.push(...gramsOf(word, shortestGram, longestGram));
    const speaksOf = conceptsOf(word);
    for (const concept of speaksOf) {
      found.push(`concept ${concept}`);
      concepts.add(concept);
      for (const last of named) found.push(`next ${last} ${concept}`);
      if (denied > 0 && !negations.has(word)) found.push(`not ${concept}`);
    }
    if (denied > 0 && !negations.has(word)) found.push(`denied ${word}`);
    denied = negations.has(word) ? reach : denied - 1;
    named = speaksOf.length > 0 ? speaksOf : named;
    [beforeThat, before] = [before, word];
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
  frame: { weight: 8, atLeast: 1 },
  concept: { weight: 4, atLeast: 1 },
  together: { weight: 3, atLeast: 3 },
  next: { weight: 3, atLeast: 3 },
  not: { weight: 3, atLeast: 2 },
  word: { weight: 3, atLeast: 1 },
  pair: { weight: 2, atLeast: 2 },
  skip: { weight: 1.5, atLeast: 3 },
  denied: { weight: 2, atLeast: 2 },
  letters: { weight: 1, atLeast: 2 },
} as const;

export function rankOf(feature: string): { readonly weight: number; readonly atLeast: number } {
  const kind = /^(frame|concept|together|next|not|word|pair|skip|denied) /.exec(feature)?.[1] as
    | keyof typeof ranks
    | undefined;
  return ranks[kind ?? 'letters'];
}

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

/** Short words are too near to each other to be put right. */
const shortest = 5;

/** Hardly anybody slips on the first letter, but for hitting the second one before it. */
function begins(meant: string, word: string): boolean {
  return meant[0] === word[0] || (meant[0] === word[1] && meant[1] === word[0]);
}

/** Another form of a known word: `lines` where `line` is known. */
function isForm(word: string, known: ReadonlySet<string>): boolean {
  return endings.some((ending) => {
    if (!word.endsWith(ending) || word.length - ending.length < shortest - 2) return false;
    const stem = word.slice(0, word.length - ending.length);
    return ['', ...endings].some((other) => other !== ending && (known.has(stem + other) || common.has(stem + other)));
  });
}

const common = new Set(
  languages.flatMap((language) => languageRecords[language].heard.common.flatMap((line) => folded(line).split(' '))),
);

/** How words end in one form or another. */
const endings = languages.flatMap((language) => languageRecords[language].phrases.endings);

/**
 * Puts right words that are one slip (a letter too many, missing, wrong or swapped) from a known one. Words that are
 * known, have digits or speak of a known concept stay.
 */
function speller(known: ReadonlySet<string>): (word: string) => string {
  const words = [...known].filter((word) => word.length >= shortest - 1);
  const count = words.reduce((sum, { length }) => sum + length, 0);
  const [shorter, whose] = [new Uint32Array(count), new Uint32Array(count)];
  let next = 0;
  for (const [at, word] of words.entries()) {
    for (let left = 0; left < word.length; left += 1) {
      shorter[next] = fingerprint(word, left);
      whose[next] = at;
      next += 1;
    }
  }
  const placeOf = tableOf(shorter);
  const near = (short: number): string | undefined => words[whose[placeOf(short) ?? -1] ?? -1];
  return (word) => {
    if (word.length < shortest || word.length > 24 || known.has(word) || /\d/u.test(word)) return word;
    if (conceptsOf(word).length > 0 || common.has(word) || isForm(word, known)) return word;
    let found: string | undefined;
    for (let at = -1; at < word.length; at += 1) {
      const short = at < 0 ? word : word.slice(0, at) + word.slice(at + 1);
      const meant = at >= 0 && short.length >= shortest - 1 && known.has(short) ? short : near(fingerprint(short));
      if (!meant || !begins(meant, word)) continue;
      if (sameLetters(meant, word)) return meant;
      found ??= meant;
    }
    return found ?? word;
  };
}

/** Two letters that changed places are the likeliest slip: "phoen" is phone. */
function sameLetters(meant: string, word: string): boolean {
  return meant.length === word.length && [...meant].sort().join('') === [...word].sort().join('');
}
