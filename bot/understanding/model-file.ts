import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Classifier } from './classifier.ts';
import type { KnownWords } from './vocabulary.ts';

/** All that was learned from the examples. */
export interface Learned {
  /** A hash of everything it was learned from. */
  readonly lessons: string;
  readonly words: KnownWords;
  readonly meanings: Classifier;
  readonly languages: Classifier;
}

type Head = Omit<Classifier, 'weights'>;

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

/** One line of JSON, then the weights, a byte each; gzip keeps the whole small and notices damage. */
export function packed({ meanings, languages, ...rest }: Learned): Uint8Array {
  const head = ({ weights: _, ...of }: Classifier): Head => of;
  const line = `${JSON.stringify({ ...rest, meanings: head(meanings), languages: head(languages) })}\n`;
  return gzipSync(Buffer.concat([Buffer.from(line), bytesOf(meanings.weights), bytesOf(languages.weights)]), {
    level: 9,
  });
}

export function unpacked(file: Uint8Array): Learned {
  const content = gunzipSync(file);
  const end = content.indexOf('\n');
  const line = JSON.parse(content.subarray(0, end).toString()) as Omit<Learned, 'meanings' | 'languages'> & {
    readonly meanings: Head;
    readonly languages: Head;
  };
  let from = end + 1;
  const whole = (head: Head): Classifier => {
    const count = head.features.length * head.labels.length;
    const weights = new Int8Array(content.subarray(from, from + count));
    if (weights.length !== count) throw new RangeError('the model is cut short: npm run learn makes it anew');
    from += count;
    return { ...head, weights };
  };
  return { ...line, meanings: whole(line.meanings), languages: whole(line.languages) };
}

function bytesOf(weights: Int8Array): Uint8Array {
  return new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
}
