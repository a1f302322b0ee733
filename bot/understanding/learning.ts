import { createHash } from 'node:crypto';
import type { Example } from './examples.ts';
import { featuresOf, rankOf, ranks } from './features.ts';
import { soundsOf } from './language.ts';
import { type Lesson, learn, passes, smoothing, stride } from './learner.ts';
import type { Learned } from './model-file.ts';
import { type KnownWords, knownWords, vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const meaning = { trust: 0.35, doubt: 0.6 } as const;
const language = { trust: 0.5, doubt: 0.3, weight: 1, atLeast: 1 } as const;

/** What the examples come to before anything is learned from them. */
interface Lessons {
  readonly words: KnownWords;
  readonly meanings: readonly Lesson[];
  readonly languages: readonly Lesson[];
}

function lessonsOf(examples: readonly Example[]): Lessons {
  const words = knownWords(examples.map(({ text }) => wordsOf(text)));
  const vocabulary = vocabularyOf(words);
  return {
    words,
    meanings: examples.map(({ text, label }) => ({ features: featuresOf(wordsOf(text), vocabulary), label })),
    languages: examples.map((example) => ({ features: soundsOf(example.text), label: example.language })),
  };
}

/** Seconds of work: see `npm run learn`. */
export function learnFrom(examples: readonly Example[]): Learned {
  const { words, meanings, languages } = lessonsOf(examples);
  return {
    lessons: hashOf(examples),
    words,
    meanings: learn(meanings, { ...meaning, rank: rankOf }),
    languages: learn(languages, { ...language, rank: () => language }),
  };
}

/**
 * Changes with everything the learner is given: the examples, what it sees of them (stems, concepts, spelling, letter
 * groups) and its habits. A comment or a rename changes nothing.
 */
export function hashOf(examples: readonly Example[]): string {
  const habits = { meaning, language, ranks, smoothing, passes, stride };
  return createHash('sha256')
    .update(JSON.stringify([examples, lessonsOf(examples), habits]))
    .digest('hex');
}
