import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Classifier, guesser, type Share } from './classifier.ts';
import { featuresOf, type KnownWords, type Vocabulary, vocabularyOf } from './features.ts';
import { type Framing, frameFeatures, framingOf } from './frame.ts';
import { type Meaning, meaningOf } from './labels.ts';
import { languageEar, type SpokenLanguage } from './language.ts';
import { writtenForm } from './lexicon.ts';
import { wordsOf } from './normalisation.ts';

/** How sure a heading of the examples is, and what it stands for. */
export type ReadMeaning = Share<{ readonly label: string; readonly meaning: Meaning }>;

export interface Model {
  readonly hear: (text: string) => SpokenLanguage;
  /**
   * Every heading of the examples with its share, the likeliest first.
   * @param framing of the message as it was written, where words of it are masked
   */
  readonly read: (masked: string, framing?: Framing) => readonly ReadMeaning[];
  /** A folded text with slips of the finger put right. */
  readonly mend: (folded: string) => string;
  /** Whether it is one of the words of the examples, but for a slip of the finger. */
  readonly knows: (word: string) => boolean;
}

let loaded: Model | undefined;

/** Read from its file the first time it is asked for: some tens of milliseconds. */
export function model(): Model {
  loaded ??= modelOf(readLearned());
  return loaded;
}

export function modelOf({ words, meanings, languages }: Learned): Model {
  const vocabulary = vocabularyOf(words);
  const known = new Set([...words.often, ...words.once]);
  const guess = guesser(meanings, (label) => ({ label, meaning: meaningOf(label) }));
  return {
    hear: languageEar(guesser(languages, (label) => ({ label }))),
    read: (masked, framing = framingOf(masked)) =>
      guess([...featuresOf(wordsOf(masked), vocabulary), ...frameFeatures(framing)]),
    mend: (folded) => folded.replace(/\p{L}+(?:['’]\p{L}+)*/gu, (word) => mendedWord(word, vocabulary)),
    knows: (word) => known.has(vocabulary.spelled(word)),
  };
}

/** What is one word to the examples (`can't`) is mended as one. */
function mendedWord(word: string, { spelled }: Vocabulary): string {
  if (/['’]/u.test(word)) return word;
  return writtenForm(spelled(writtenForm(word)));
}

/** All that was learned from the examples. */
export interface Learned {
  /** A hash of everything it was learned from. */
  readonly lessons: string;
  readonly words: KnownWords;
  readonly meanings: Classifier;
  readonly languages: Classifier;
}

type Head = Omit<Classifier, 'features' | 'rarities' | 'weights'> & { readonly count: number };

const path = join(import.meta.dirname, 'model.bin');

/** Throws when the file is not there or is not whole: the bot can't do without it. */
export function readLearned(): Learned {
  return unpacked(readFileSync(path));
}

export function writeLearned(learned: Learned): { readonly path: string; readonly bytes: number } {
  const file = packed(learned);
  writeFileSync(path, file);
  return { path, bytes: file.length };
}

/** One line of JSON, then of each classifier its features, their rarities and the weights; gzip keeps the whole small and notices damage. */
export function packed({ meanings, languages, ...rest }: Learned): Uint8Array {
  const head = ({ features, rarities: _, weights: __, ...of }: Classifier): Head => ({ ...of, count: features.length });
  const line = `${JSON.stringify({ ...rest, meanings: head(meanings), languages: head(languages) })}\n`;
  const lists = [meanings, languages].flatMap(({ features, rarities, weights }) => [features, rarities, weights]);
  return gzipSync(Buffer.concat([Buffer.from(line), ...lists.map(bytesOf)]), { level: 9 });
}

export function unpacked(file: Uint8Array): Learned {
  const content = gunzipSync(file);
  const end = content.indexOf('\n');
  const line = JSON.parse(content.subarray(0, end).toString()) as Omit<Learned, 'meanings' | 'languages'> & {
    readonly meanings: Head;
    readonly languages: Head;
  };
  let from = end + 1;
  const next = (bytes: number) => {
    const list = content.subarray(from, from + bytes);
    if (list.length !== bytes) throw new RangeError('the model is cut short: npm run learn makes it anew');
    from += bytes;
    // A copy, since numbers of four bytes have to begin where they may.
    return new Uint8Array(list).buffer;
  };
  const whole = ({ count, ...of }: Head): Classifier => ({
    ...of,
    features: new Uint32Array(next(4 * count)),
    rarities: new Float32Array(next(4 * count)),
    weights: new Int8Array(next(count * of.labels.length)),
  });
  return { ...line, meanings: whole(line.meanings), languages: whole(line.languages) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
