import { crc32 } from 'node:zlib';

/** What came to be at a place; undefined: nothing is there any more. */
export interface JournalEntry {
  readonly place: string;
  readonly text: string | undefined;
}

/** Where a line lies that brings no entry, only the head. */
export const headPlace = 'head.json';

/**
 * An entry as the journal holds it. `safe`: every byte of the journal before this one was on disk when it was written.
 * `head`, on the last line of what was written together: what all records come to with everything up to here.
 */
export interface JournalLine extends JournalEntry {
  readonly safe: number;
  readonly head?: string | undefined;
}

/** A line with its sum and its end. Places hold no space, texts and heads no tab and no line break: what JSON and hashes give. */
export function formatLine({ place, text = '', safe, head }: JournalLine): string {
  const body = `${safe} ${place} ${text}${head === undefined ? '' : `\t${head}`}`;
  return `${sumOf(body)} ${body}\n`;
}

/** From a line without its end. Undefined for what is not as it was written: torn by a power cut, or changed on the disk. */
export function parseLine(bytes: Buffer): JournalLine | undefined {
  const [, sum, body = '', safe, place = '', text, head] =
    /^([0-9a-f]{8}) ((\d+) (\S+) ([^\t]*)(?:\t(.*))?)$/s.exec(`${bytes}`) ?? [];
  return sum === sumOf(body) ? { place, text: text || undefined, safe: Number(safe), head } : undefined;
}

/** A line that says nothing, in so many bytes. */
export function blankLine(length: number): Buffer {
  return Buffer.from('\n'.padStart(length));
}

export function isBlank(line: Buffer): boolean {
  return line.equals(blankLine(line.length));
}

function sumOf(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
