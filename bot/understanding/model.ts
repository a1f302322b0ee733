import { guesser, type Share } from './classifier.ts';
import { featuresOf } from './features.ts';
import { languageEar, type SpokenLanguage } from './language.ts';
import { type Learned, readLearned } from './model-file.ts';
import { vocabularyOf } from './vocabulary.ts';
import { clausesOf, wordsOf } from './words.ts';

export interface Model {
  readonly hear: (text: string) => SpokenLanguage;
  /** Every heading of the examples with its share, the likeliest first. */
  readonly read: (text: string) => readonly Share[];
}

let loaded: Model | undefined;

/** Read from its file the first time it is asked for: some tens of milliseconds. */
export function model(): Model {
  loaded ??= modelOf(readLearned());
  return loaded;
}

export function modelOf({ words, meanings, languages }: Learned): Model {
  const vocabulary = vocabularyOf(words);
  const guess = guesser(meanings);
  const read = (text: string) => guess(featuresOf(wordsOf(text), vocabulary));
  return { hear: languageEar(guesser(languages)), read: (text) => reading(text, read) };
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
