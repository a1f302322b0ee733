import { type Example, readExamples } from './examples.ts';
import { featuresOf, rankOf } from './features.ts';
import { languageEar, type SpokenLanguage } from './language.ts';
import { learn, type Share } from './learner.ts';
import { vocabularyOf } from './vocabulary.ts';
import { clausesOf, wordsOf } from './words.ts';

export interface Model {
  readonly hear: (text: string) => SpokenLanguage;
  /** Every heading of the examples with its share, the likeliest first. */
  readonly read: (text: string) => readonly Share[];
}

let learned: Model | undefined;

/** Learned from the examples the first time it is asked for: about a second. */
export function model(): Model {
  learned ??= learnFrom(readExamples());
  return learned;
}

export function learnFrom(examples: readonly Example[]): Model {
  const vocabulary = vocabularyOf(examples.map(({ text }) => wordsOf(text)));
  const features = (text: string) => featuresOf(wordsOf(text), vocabulary);
  const lessons = examples.map(({ text, label }) => ({ features: features(text), label }));
  const guess = learn(lessons, { rank: rankOf, trust: 0.35, doubt: 0.6 });
  const read = (text: string) => guess(features(text));
  return { hear: languageEar(examples), read: (text) => reading(text, read) };
}

/** From how many words on a text is also read in pieces. */
const long = 18;

/** What went wrong may stand in the middle of a long story: there, a clause that is sure of a situation counts too. */
function reading(text: string, read: (text: string) => readonly Share[]): readonly Share[] {
  const whole = read(text);
  if (wordsOf(text).length < long) return whole;
  const best = new Map(whole.map(({ label, share }) => [label, share]));
  for (const clause of clausesOf(text)) {
    if (wordsOf(clause).length < 3) continue;
    for (const { label, share } of read(clause)) {
      if (/^[KR]\d/u.test(label)) best.set(label, Math.max(best.get(label) ?? 0, 0.9 * share));
    }
  }
  const all = [...best.values()].reduce((sum, share) => sum + share, 0);
  return [...best]
    .map(([label, share]) => ({ label, share: share / all }))
    .sort((one, other) => other.share - one.share);
}
