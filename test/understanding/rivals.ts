import MiniSearch from 'minisearch';
import { gramsOf } from '../../bot/understanding/features.ts';
import { meaningOf } from '../../bot/understanding/labels.ts';
import { wordsOf } from '../../bot/understanding/normalisation.ts';
import type { Example } from '../../bot/understanding/training.ts';
import type { Reader } from './labelled.ts';

/*
 * The ways of understanding that lost. They stay here so that the comparison can be run again.
 */

/** Search among the examples, forgiving typing errors; the ten nearest vote with their score. */
export function bySearch(examples: readonly Example[]): Reader {
  const search = new MiniSearch<{ id: number; text: string; label: string }>({
    fields: ['text'],
    storeFields: ['label'],
    tokenize: (text) => [...wordsOf(text)],
  });
  search.addAll(examples.map(({ text, label }, id) => ({ id, text, label })));
  return (text) => {
    const votes = new Map<string, number>();
    for (const { label, score } of search.search(text, { fuzzy: 0.2 }).slice(0, 10)) {
      votes.set(label, (votes.get(label) ?? 0) + score);
    }
    return meaningOf(mostOf(votes));
  };
}

/** Naive Bayes over words and letter groups, without concepts, codes or correction. */
export function byLetterGroups(examples: readonly Example[]): Reader {
  const featuresOf = (text: string) => new Set(wordsOf(text).flatMap((word) => [word, ...gramsOf(word, 3, 5)]));
  const counts = new Map<string, Map<string, number>>();
  const known = new Set<string>();
  const sizes = new Map<string, number>();
  for (const { text, label } of examples) {
    const of = counts.get(label) ?? new Map<string, number>();
    counts.set(label, of);
    for (const feature of featuresOf(text)) {
      of.set(feature, (of.get(feature) ?? 0) + 1);
      known.add(feature);
      sizes.set(label, (sizes.get(label) ?? 0) + 1);
    }
  }
  return (text) => {
    const features = [...featuresOf(text)].filter((feature) => known.has(feature));
    const votes = new Map<string, number>();
    for (const [label, of] of counts) {
      const whole = (sizes.get(label) ?? 0) + 0.1 * known.size;
      const chance = features.reduce((sum, feature) => sum + Math.log(((of.get(feature) ?? 0) + 0.1) / whole), 0);
      votes.set(label, chance);
    }
    return meaningOf(mostOf(votes));
  };
}

function mostOf(votes: ReadonlyMap<string, number>): string {
  return [...votes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'other';
}
