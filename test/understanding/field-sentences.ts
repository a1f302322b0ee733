import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence of labelled/field.jsonl or another set like it; labelled/README.md says what the fields mean. */
export interface FieldSentence {
  readonly text: string;
  readonly language: 'en' | 'sv' | 'other';
  readonly kind: string;
  readonly intent: string;
  readonly alsoIntent: readonly string[];
  readonly situation: string | null;
  readonly alsoSituation: readonly (string | null)[];
  readonly about: 'self' | 'other';
  readonly frame: 'now' | 'negated' | 'over' | 'question';
  readonly wish?: string;
  readonly contains: Readonly<Record<string, readonly string[]>>;
}

const missing = { alsoIntent: [], alsoSituation: [], contains: {}, frame: 'now' } as const;

export function fieldSentences(
  set: 'field' | 'hurried' | 'unrehearsed' | 'unseen-2' | 'unseen-3' | 'unseen-4' = 'field',
): readonly FieldSentence[] {
  return readFileSync(join(import.meta.dirname, 'labelled', `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...missing, ...(JSON.parse(line) as FieldSentence) }));
}
