/** How sure the bot is of a label, in [0, 1]; the shares of all labels sum to 1. */
export interface Share {
  readonly label: string;
  readonly share: number;
}

/** A feature by its number, and its weight in this sentence. */
export type Vector = readonly (readonly [number, number])[];

/** Logistic regression as it was learned, its weights in a byte each. */
export interface Classifier {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  /** How much each feature says, whatever the label: rarer ones say more. */
  readonly rarities: readonly number[];
  /** By label: what it has before anything is said. */
  readonly bias: readonly number[];
  /** By label: a weight is `base + step × byte`. */
  readonly base: readonly number[];
  readonly step: readonly number[];
  /** Row by feature, column by label. */
  readonly weights: Int8Array;
}

/** Reads features: every label with its share, the likeliest first. */
export function guesser(classifier: Classifier): (features: readonly string[]) => readonly Share[] {
  const { labels, bias, base, step, weights } = classifier;
  const vector = vectors(classifier.features, classifier.rarities);
  const size = labels.length;
  return (features) => {
    const [bytes, all] = [new Float64Array(size), { weight: 0 }];
    for (const [feature, weight] of vector(features)) {
      const row = feature * size;
      for (let label = 0; label < size; label += 1)
        bytes[label] = (bytes[label] ?? 0) + (weights[row + label] ?? 0) * weight;
      all.weight += weight;
    }
    const sums = Float32Array.from(
      bytes,
      (sum, at) => (bias[at] ?? 0) + (base[at] ?? 0) * all.weight + (step[at] ?? 0) * sum,
    );
    const found = softened(sums);
    return labels.map((label, at) => ({ label, share: found[at] ?? 0 })).sort((one, other) => other.share - one.share);
  };
}

/** Sentences as vectors of length 1; features that were never learned weigh nothing. */
export function vectors(
  features: readonly string[],
  rarities: readonly number[],
): (features: readonly string[]) => Vector {
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  return (said) => {
    const times = new Map<number, number>();
    for (const one of said) {
      const number = numbers.get(one);
      if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
    }
    const raw = [...times].map(([number, often]) => [number, (1 + Math.log(often)) * (rarities[number] ?? 0)] as const);
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return raw.map(([number, weight]) => [number, weight / length]);
  };
}

/** Sums as shares of 1. */
export function softened(sums: Float32Array): Float32Array {
  const top = sums.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  let all = 0;
  for (let at = 0; at < sums.length; at += 1) {
    const share = Math.exp((sums[at] ?? 0) - top);
    sums[at] = share;
    all += share;
  }
  return sums.map((share) => share / all);
}
