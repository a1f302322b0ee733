/** How sure the bot is of what a label stands for, in [0, 1]; the shares of all labels sum to 1. */
export type Share<Of> = Of & { readonly share: number };

/** A feature by its number, and its weight in this sentence. */
export type Vector = readonly (readonly [number, number])[];

/** Logistic regression as it was learned, its weights in a byte each. */
export interface Classifier {
  readonly labels: readonly string[];
  /** Each by the fingerprint of its name: names would take most of the time it takes to read them all. */
  readonly features: Uint32Array;
  /** How much each feature says, whatever the label: rarer ones say more. */
  readonly rarities: Float32Array;
  /** By label: what it has before anything is said. */
  readonly bias: readonly number[];
  /** By label: a weight is `base + step × byte`. */
  readonly base: readonly number[];
  readonly step: readonly number[];
  /** Row by feature, column by label. */
  readonly weights: Int8Array;
}

/** Reads features: what every label stands for with its share, the likeliest first. */
export function guesser<Of extends object>(
  classifier: Classifier,
  of: (label: string) => Of,
): (features: readonly string[]) => readonly Share<Of>[] {
  const { labels, bias, base, step, weights } = classifier;
  const numberOf = tableOf(classifier.features);
  const vector = vectors((feature) => numberOf(fingerprint(feature)), classifier.rarities);
  const size = labels.length;
  const each = labels.map(of);
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
    return each.map((one, at) => ({ ...one, share: found[at] ?? 0 })).sort((one, other) => other.share - one.share);
  };
}

/** Sentences as vectors of length 1; features that were never learned weigh nothing. */
export function vectors(
  numberOf: (feature: string) => number | undefined,
  rarities: ArrayLike<number>,
): (features: readonly string[]) => Vector {
  return (said) => {
    const times = new Map<number, number>();
    for (const one of said) {
      const number = numberOf(one);
      if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
    }
    const raw = [...times].map(([number, often]) => [number, (1 + Math.log(often)) * (rarities[number] ?? 0)] as const);
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return raw.map(([number, weight]) => [number, weight / length]);
  };
}

/** FNV-1a of 32 bits, stirred: two names in some hundred thousand share one. Source: draft-eastlake-fnv. @param without the place of a letter that is left out */
export function fingerprint(text: string, without = -1): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    if (at !== without) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where each number stands in a list; of two that are the same, the first. */
export function tableOf(list: Uint32Array): (number: number) => number | undefined {
  const mask = 2 ** Math.ceil(Math.log2(2 * list.length + 2)) - 1;
  const places = new Int32Array(mask + 1).fill(-1);
  const placeOf = (number: number) => {
    let place = number & mask;
    while (places[place] !== -1 && list[places[place] ?? 0] !== number) place = (place + 1) & mask;
    return place;
  };
  for (let at = 0; at < list.length; at += 1) {
    const place = placeOf(list[at] ?? 0);
    if (places[place] === -1) places[place] = at;
  }
  return (number) => {
    const at = places[placeOf(number)] ?? -1;
    return at === -1 ? undefined : at;
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
