import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../domain/typed-text.ts';
import { type Language, languages } from '../texts/languages.ts';
import { type Classifier, fingerprint, softened, type Vector, vectors } from './classifier.ts';
import { entitiesIn } from './entities.ts';
import { featuresOf, type KnownWords, knownWords, rankOf, ranks, vocabularyOf } from './features.ts';
import { frameFeatures, framingOf } from './frame.ts';
import { soundsOf } from './language.ts';
import { writtenForm } from './lexicon.ts';
import type { Learned } from './model.ts';
import { wordsOf } from './normalisation.ts';

/** A sentence as people say it, and what it means: the heading it stands under in its file. */
export interface Example {
  readonly text: string;
  readonly label: string;
  readonly language: ExampleLanguage;
}

export type ExampleLanguage = Language | 'other';

/** Everything the bot learns from: a file a language, a heading (`# K1`, `# register`) a meaning, a line a sentence. */
export function readExamples(): readonly Example[] {
  return [...languages, 'other' as const].flatMap((language) => inFile(examplesIn(language), language));
}

/** A language without examples is understood by its single words only. */
function examplesIn(language: ExampleLanguage): string {
  const { dirname } = import.meta;
  const path =
    language === 'other'
      ? join(dirname, 'other-languages.txt')
      : join(dirname, '..', 'texts', language, 'examples.txt');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function inFile(content: string, language: ExampleLanguage): readonly Example[] {
  let label = '';
  return content.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) label = line.slice(2).trim();
    const text = line.trim();
    return text === '' || line.startsWith('# ') ? [] : [{ text, label, language }];
  });
}

const meaning = { trust: 0.35, doubt: 0.6, passes: 6, stride: 4, dropped: 0.35 } as const;
const language = { trust: 0.5, doubt: 0.3, passes: 2, stride: 4, dropped: 0, weight: 1, atLeast: 1 } as const;

/** What the examples come to before anything is learned from them. */
interface Lessons {
  readonly words: KnownWords;
  readonly meanings: readonly Lesson[];
  readonly languages: readonly Lesson[];
}

function lessonsOf(examples: readonly Example[]): Lessons {
  const said = examples.map(({ text }) => wordsOf(entitiesIn(plainText(text)).masked));
  const words = knownWords(said.map((sentence) => sentence.map(writtenForm)));
  const vocabulary = vocabularyOf(words);
  return {
    words,
    meanings: examples.map(({ text, label }, at) => ({
      features: [...featuresOf(said[at] ?? [], vocabulary), ...frameFeatures(framingOf(plainText(text)))],
      label,
    })),
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
  const { words, meanings, languages } = lessonsOf(examples);
  const hash = createHash('sha256').update(JSON.stringify([examples, words, meaning, language, ranks, smoothing]));
  for (const lesson of [...meanings, ...languages]) hash.update(JSON.stringify(lesson));
  return hash.digest('hex');
}

/** A sentence as features, and what it means. */
export interface Lesson {
  readonly features: readonly string[];
  readonly label: string;
}

export interface Habits {
  /** How much a feature says by its kind, and in how many lessons it has to occur to be learned. */
  readonly rank: (feature: string) => { readonly weight: number; readonly atLeast: number };
  /** How far the counts are trusted before they are corrected, and how much a rare label is doubted. */
  readonly trust: number;
  readonly doubt: number;
  readonly passes: number;
  readonly stride: number;
  /** The share of features that is left out in a pass. */
  readonly dropped: number;
}

const smoothing = 50;

/**
 * Learns from lessons: the counts of naive Bayes to start with, then passes of logistic regression that correct what the
 * counts get wrong. In each pass other features of a lesson are left out, so that no meaning hangs on one word. The order is
 * fixed, so the same lessons always give the same answers. It takes many seconds, so this is done when they change
 * (`npm run learn`), not when the bot starts.
 */
function learn(lessons: readonly Lesson[], habits: Habits): Classifier {
  const { passes, stride, dropped } = habits;
  const labels = [...new Set(lessons.map(({ label }) => label))];
  const { features, rarities } = known(lessons, habits);
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  const vector = vectors((feature) => numbers.get(feature), rarities);
  const marks = features.map((feature) => fingerprint(feature));
  const taught = lessons.map(({ features, label }) => ({
    at: vector(features),
    is: labels.indexOf(label),
    mark: fingerprint(features.join(' ')),
  }));
  const size = labels.length;
  const weights = counted(taught, features.length, size, habits.trust);
  const bias = new Float32Array(size);
  for (const { is } of taught) bias[is] = (bias[is] ?? 0) + 1;
  for (let label = 0; label < size; label += 1)
    bias[label] = habits.doubt * Math.log((bias[label] ?? 1) / taught.length);

  const shares = (at: Vector): Float32Array => {
    const sums = Float32Array.from(bias);
    for (const [feature, weight] of at) {
      const row = feature * size;
      for (let label = 0; label < size; label += 1)
        sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0) * weight;
    }
    return softened(sums);
  };
  for (let pass = 0; pass < passes; pass += 1) {
    const step = stride * (1 - pass / passes);
    for (const { at: whole, is, mark } of shuffled(taught, pass)) {
      const at = dropped > 0 ? whole.filter(([feature]) => noise(marks[feature] ?? 0, mark, pass) >= dropped) : whole;
      const wrong = shares(at);
      wrong[is] = (wrong[is] ?? 0) - 1;
      const missed = labels.map((_, label) => label).filter((label) => Math.abs(wrong[label] ?? 0) > 0.002);
      for (const label of missed) bias[label] = (bias[label] ?? 0) - 0.1 * step * (wrong[label] ?? 0);
      for (const [feature, weight] of at) {
        for (const label of missed) {
          const cell = feature * size + label;
          weights[cell] = (weights[cell] ?? 0) - step * (wrong[label] ?? 0) * weight;
        }
      }
    }
  }
  return quantised({ labels, features, rarities, bias, weights });
}

/** The features worth learning, and how much each says: rarer ones more. */
function known(lessons: readonly Lesson[], { rank }: Habits): Named {
  const seen = new Map<string, number>();
  for (const { features } of lessons) for (const one of new Set(features)) seen.set(one, (seen.get(one) ?? 0) + 1);
  const kept = [...seen].filter(([feature, times]) => times >= rank(feature).atLeast);
  return {
    features: kept.map(([feature]) => feature),
    rarities: kept.map(([feature, times]) => rank(feature).weight * Math.log(1 + lessons.length / times)),
  };
}

interface Taught {
  readonly at: Vector;
  readonly is: number;
  /** A number of its own: what is learned of it does not hang on what stands beside it. */
  readonly mark: number;
}

/** Naive Bayes: how much likelier a feature is under a label than anywhere. Row by feature, column by label. */
function counted(taught: readonly Taught[], count: number, size: number, trust: number): Float32Array {
  const weights = new Float32Array(count * size);
  const [ofLabel, ofFeature] = [new Float64Array(size), new Float64Array(count)];
  let all = 0;
  for (const { at, is } of taught) {
    for (const [feature, weight] of at) {
      const cell = feature * size + is;
      weights[cell] = (weights[cell] ?? 0) + weight;
      ofLabel[is] = (ofLabel[is] ?? 0) + weight;
      ofFeature[feature] = (ofFeature[feature] ?? 0) + weight;
      all += weight;
    }
  }
  for (let cell = 0; cell < weights.length; cell += 1) {
    const usual = (ofFeature[Math.floor(cell / size)] ?? 0) / all;
    const here = ((weights[cell] ?? 0) + smoothing * usual) / ((ofLabel[cell % size] ?? 0) + smoothing);
    weights[cell] = trust * Math.log(here / usual);
  }
  return weights;
}

/** The same order each time, whatever is added between, and another in each pass. */
function shuffled<T extends Taught>(list: readonly T[], pass: number): readonly T[] {
  return list
    .map((one) => ({ one, key: fingerprint(`${one.mark} ${pass}`) }))
    .sort((one, other) => one.key - other.key)
    .map(({ one }) => one);
}

/** The same number in [0, 1) each time. */
function noise(one: number, two: number, three: number): number {
  let hash = Math.imul(one + 1, 0x85ebca6b) ^ Math.imul(two + 1, 0xc2b2ae35) ^ Math.imul(three + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Features by their names, and how much each says. */
interface Named {
  readonly features: readonly string[];
  readonly rarities: readonly number[];
}

/** What was learned, in full precision; weights row by feature, column by label. */
interface Precise extends Named {
  readonly labels: readonly string[];
  readonly bias: Float32Array;
  readonly weights: Float32Array;
}

const steps = 127;

/**
 * A byte a weight in place of four, by a scale for each label: what is read from it differs in the third digit of a share.
 * Most features say nothing of a label and share one weight there; that one is the base, so that it comes out exactly.
 */
function quantised({ labels, features, rarities, bias, weights }: Precise): Classifier {
  const size = labels.length;
  const columns = labels.map((_, label) => features.map((_, row) => weights[row * size + label] ?? 0));
  const base = columns.map((column) => rounded(medianOf(column)));
  const step = columns.map((column, label) => {
    const from = base[label] ?? 0;
    return rounded(column.reduce((most, weight) => Math.max(most, Math.abs(weight - from)), 0) / steps) || 1;
  });
  const bytes = Int8Array.from(weights, (weight, cell) => {
    const label = cell % size;
    const byte = Math.round((weight - (base[label] ?? 0)) / (step[label] ?? 1));
    return Math.max(-steps, Math.min(steps, byte));
  });
  return {
    labels,
    features: Uint32Array.from(features, fingerprint),
    rarities: Float32Array.from(rarities, rounded),
    bias: Array.from(bias, rounded),
    base,
    step,
    weights: bytes,
  };
}

function medianOf(column: readonly number[]): number {
  return [...column].sort((one, other) => one - other)[Math.floor(column.length / 2)] ?? 0;
}

/** Five digits: enough, and the same on every machine whose logarithms differ in the last. */
function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
