import type { FormatMark, ProgramFormat } from '../format.ts';
import { processInterval, processSilence } from './processes.ts';

/** In which format a process writes, while older and newer ones share the records. */
export interface WrittenFormat {
  now(): number;
  /**
   * Hears, each time this process shows itself, in which format each of those that were seen lately writes at most. Rejects
   * where the mark can't be raised: then the next time will do.
   */
  seen(formats: readonly number[]): Promise<void>;
}

/**
 * An older program is let go first: as long as one was seen, nothing is written that it could not read. So often in a row
 * there has to be none, since the table of processes is empty for a moment after a crash of the server.
 */
const timesWithoutOlder = processSilence / processInterval + 1;

/**
 * @param mark which programs can read the records now
 * @param raise notes that older ones can't any more
 */
export function followFormat(own: ProgramFormat, mark: FormatMark, raise: () => Promise<unknown>): WrittenFormat {
  let written = Math.min(own.written, mark.written);
  let times = 0;
  return {
    now: () => written,
    async seen(formats) {
      const lowest = Math.min(own.written, ...formats);
      written = Math.min(written, lowest);
      times = lowest < own.written ? 0 : times + 1;
      if (written === own.written || times < timesWithoutOlder) return;
      await raise();
      written = own.written;
    },
  };
}
