import { Fault } from '../../domain/fault.ts';

/**
 * How records are written now. It rises when something is stored that was not before. Fields that an older program does
 * not know it keeps (stored-shape.ts), so one release back goes on with the same records.
 */
export const format = 4;
/** The lowest format whose program can read what this one writes. It rises with a value that an older one would not take. */
export const readableFrom = 3;

/** Which programs can read the records of a place. */
export interface FormatMark {
  readonly written: number;
  readonly readable: number;
}

/** What this program writes, unless a test plays another. */
export const ownFormat: FormatMark = { written: format, readable: readableFrom };

/**
 * The mark once this program has written there: numbers never fall, what a newer one wrote is still there. Throws Fault
 * `store-newer` where it can't read what lies there.
 */
export function raisedMark(before: FormatMark | undefined, own: FormatMark = ownFormat): FormatMark {
  if (before && before.readable > own.written) {
    throw new Fault(
      'store-newer',
      `These records were written by a newer version of the bot (format ${before.written}, readable from ${before.readable}; this one has ${own.written}). Install that version again, or restore the copy from before the upgrade.`,
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
