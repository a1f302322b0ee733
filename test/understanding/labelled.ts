import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExampleLanguage } from '../../bot/understanding/training.ts';
import type { Understood } from '../../bot/understanding/understand.ts';

/** A sentence as somebody typed it, and what a person says it means. */
export interface Labelled {
  readonly text: string;
  readonly language: ExampleLanguage;
  readonly intent: string;
  readonly situation: string | null;
}

/**
 * The sentences were written before the examples the bot learns from, and split by a hash of their text before anything
 * was tuned. The tuning half has since been taken into the examples; of the held-out half only totals were ever looked at.
 * Once, examples of what people say in the middle of a conversation were weeded by which labels of all sets went wrong, the
 * texts unseen: what these sets gained by that proves nothing, and sets that are newer than the examples judge instead.
 * Those of situations that came later were written before their examples, too.
 * The fresh sentences were written when everything was tuned. Examples were added twice after they were first read, by
 * somebody who had seen neither them nor what failed.
 */
export function labelled(half: 'tune' | 'held-out' | 'fresh'): readonly Labelled[] {
  return readFileSync(join(import.meta.dirname, 'labelled', `${half}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
}

export type Reader = (text: string) => Pick<Understood, 'intent' | 'situation'>;

export interface Marks {
  /** Shares in [0, 1]. */
  readonly intent: number;
  readonly situation: number;
  /** Of the sentences that want nothing of the bot, how many were forced into a situation. */
  readonly forced: number;
}

export function marksOf(read: Reader, sentences: readonly Labelled[]): Marks {
  const answers = sentences.map((sentence) => ({ sentence, answer: read(sentence.text) }));
  const failing = answers.filter(({ sentence }) => sentence.situation !== null);
  const elsewhere = answers.filter(({ sentence }) => sentence.intent === 'other');
  return {
    intent: share(answers, ({ sentence, answer }) => sentence.intent === answer.intent),
    situation: share(failing, ({ sentence, answer }) => sentence.situation === answer.situation),
    forced: share(elsewhere, ({ answer }) => answer.situation !== null),
  };
}

export function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

export function inWords({ intent, situation, forced }: Marks): string {
  return `intent ${percent(intent)}, situation ${percent(situation)}, forced into a situation ${percent(forced)}`;
}
