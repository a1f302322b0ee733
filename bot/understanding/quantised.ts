import type { Classifier } from './classifier.ts';

/** What was learned, in full precision; weights row by feature, column by label. */
interface Precise extends Pick<Classifier, 'labels' | 'features' | 'rarities'> {
  readonly bias: Float32Array;
  readonly weights: Float32Array;
}

const steps = 127;

/**
 * A byte a weight in place of four, by a scale for each label: what is read from it differs in the third digit of a share.
 * Most features say nothing of a label and share one weight there; that one is the base, so that it comes out exactly.
 */
export function quantised({ labels, features, rarities, bias, weights }: Precise): Classifier {
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
    features,
    rarities: rarities.map(rounded),
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
