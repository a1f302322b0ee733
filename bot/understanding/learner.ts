/** A sentence as features, and what it means. */
export interface Lesson {
  readonly features: readonly string[];
  readonly label: string;
}

/** How sure the learner is of a label, in [0, 1]; the shares of all labels sum to 1. */
export interface Share {
  readonly label: string;
  readonly share: number;
}

export interface Habits {
  /** How much a feature says by its kind, and in how many lessons it has to occur to be learned. */
  readonly rank: (feature: string) => { readonly weight: number; readonly atLeast: number };
  /** How far the counts are trusted before they are corrected, and how much a rare label is doubted. */
  readonly trust: number;
  readonly doubt: number;
}

/** A feature by its number, and its weight in this sentence. */
type Vector = readonly (readonly [number, number])[];

const smoothing = 50;
const passes = 2;
const stride = 4;

/**
 * Learns from lessons: the counts of naive Bayes to start with, then two passes of logistic regression that correct what
 * the counts get wrong. The order is fixed, so the same lessons always give the same answers. Some 3,000 lessons take
 * about a third of a second.
 */
export function learn(lessons: readonly Lesson[], habits: Habits): (features: readonly string[]) => readonly Share[] {
  const labels = [...new Set(lessons.map(({ label }) => label))];
  const vector = vectors(lessons, habits);
  const taught = lessons.map(({ features, label }) => ({ at: vector(features), is: labels.indexOf(label) }));
  const size = labels.length;
  const count = taught.reduce((most, { at }) => at.reduce((top, [feature]) => Math.max(top, feature + 1), most), 0);
  const weights = counted(taught, count, size, habits.trust);
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
  return (features) => {
    const found = shares(vector(features));
    return labels.map((label, at) => ({ label, share: found[at] ?? 0 })).sort((one, other) => other.share - one.share);
  };
}

/** Sentences as vectors of length 1: rarer features weigh more, unknown ones nothing. */
function vectors(lessons: readonly Lesson[], { rank }: Habits): (features: readonly string[]) => Vector {
  const seen = new Map<string, number>();
  for (const { features } of lessons) for (const one of new Set(features)) seen.set(one, (seen.get(one) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const rarities: number[] = [];
  for (const [feature, times] of seen) {
    const { weight, atLeast } = rank(feature);
    if (times < atLeast) continue;
    numbers.set(feature, rarities.length);
    rarities.push(weight * Math.log(1 + lessons.length / times));
  }
  return (features) => {
    const times = new Map<number, number>();
    for (const one of features) {
      const number = numbers.get(one);
      if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
    }
    const raw = [...times].map(([number, often]) => [number, (1 + Math.log(often)) * (rarities[number] ?? 0)] as const);
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return raw.map(([number, weight]) => [number, weight / length]);
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

function softened(sums: Float32Array): Float32Array {
  const top = sums.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  let all = 0;
  for (let at = 0; at < sums.length; at += 1) {
    const share = Math.exp((sums[at] ?? 0) - top);
    sums[at] = share;
    all += share;
  }
  return sums.map((share) => share / all);
}

/** The same order each time, far from the order the examples are written in. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((one, at) => ({ one, key: Math.imul(at + 1, 0x9e3779b1) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ one }) => one);
}
