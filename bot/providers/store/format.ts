import { Fault } from '../../domain/fault.ts';
import type { ParsedSetting } from '../../settings/parsers.ts';

/**
 * How records are written now. It rises with a value that the program before would not take; fields that it does not know it
 * keeps (stored-shape.ts).
 */
const format = 3;
/** The lowest format whose program can read what is written in each that this program can write: its own, and the one before. */
const readableFrom = { 2: 2, [format]: 3 } as const;

/** A format that this program can write. */
export type WritableFormat = keyof typeof readableFrom;
export const writableFormats: readonly WritableFormat[] = [2, format];

/** As the setting FORMAT has it. */
export function formatNamed(text: string): ParsedSetting<WritableFormat> {
  const value = writableFormats.find((one) => `${one}` === text);
  return value === undefined ? { problem: `must be ${writableFormats.join(' or ')}` } : { value };
}

/** Which programs can read the records of a place. */
export interface FormatMark {
  readonly written: number;
  readonly readable: number;
}

/** What a program writes, and up to which format it reads. */
export interface ProgramFormat extends FormatMark {
  readonly knows: number;
}

/** This program, writing its own format or the one before it. */
export function programWriting(written: WritableFormat = format): ProgramFormat {
  return { written, readable: readableFrom[written], knows: format };
}

/**
 * The mark once this program has written there: numbers never fall, what a newer one wrote is still there. Throws Fault
 * `store-newer` where it can't read what lies there.
 */
export function raisedMark(before: FormatMark | undefined, own: ProgramFormat): FormatMark {
  if (before && before.readable > own.knows) {
    throw new Fault(
      'store-newer',
      `These records were written by a newer version of the bot (format ${before.written}, readable from ${before.readable}; this one has ${own.knows}). Install that version again, or restore the copy from before the upgrade.`,
    );
  }
  return {
    written: Math.max(own.written, before?.written ?? 0),
    readable: Math.max(own.readable, before?.readable ?? 0),
  };
}

/** Whether it is a mark: two whole numbers. */
export function isMark(value: unknown): value is FormatMark {
  const { written, readable } = Object(value);
  return Number.isSafeInteger(written) && Number.isSafeInteger(readable);
}
