import { type Classifier, softened, type Vector, vectors } from './classifier.ts';
import { quantised } from './quantised.ts';

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
}

export const smoothing = 50;
export const passes = 2;
export const stride = 4;

/**
 * Learns from lessons: the counts of naive Bayes to start with, then two passes of logistic regression that correct what
 * the counts get wrong. The order is fixed, so the same lessons always give the same answers. Some 7,000 lessons take
 * seconds, so this is done when they change (`npm run learn`), not when the bot starts.
 */
export function learn(lessons: readonly Lesson[], habits: Habits): Classifier {
  const labels = [...new Set(lessons.map(({ label }) => label))];
  const { features, rarities } = known(lessons, habits);
  const vector = vectors(features, rarities);
  const taught = lessons.map(({ features, label }) => ({ at: vector(features), is: labels.indexOf(label) }));
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
    for (const { at, is } of shuffled(taught)) {
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
function known(lessons: readonly Lesson[], { rank }: Habits): Pick<Classifier, 'features' | 'rarities'> {
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

/** The same order each time, far from the order the examples are written in. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((one, at) => ({ one, key: Math.imul(at + 1, 0x9e3779b1) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ one }) => one);
}
