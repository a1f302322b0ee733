import type { JournalFiles, Piece } from './journal-files.ts';
import { headPlace, isBlank, type JournalEntry, parseLine } from './journal-line.ts';

/** What an ended process left in its journal. Positions count bytes over all files. */
export interface Replayed {
  /** Where the oldest and the last file begin, and where the last entry ends. */
  readonly oldest: number;
  readonly start: number;
  readonly end: number;
  /** Positions of what can't be read though it was on disk once. */
  readonly lost: readonly number[];
  /** The last head that knows of everything before it. */
  readonly head: string | undefined;
  /** What came after it, oldest first: it was being written, and nobody was told that it is there. */
  readonly inFlight: readonly JournalEntry[];
}

/**
 * Visits all entries, oldest first, and cuts off what was being written when the process ended; the rest is on disk then.
 * An unreadable piece is lost when a later line knows that it was on disk. One that no line knows of was only under way
 * when the power went: nobody was told that it is there. It is made blank, for every line to come will know of its place.
 * A head counts only where all that was written with it can be read.
 * @param visit gets what the last such head covers
 */
export async function replay(files: JournalFiles, visit: (entry: JournalEntry) => void): Promise<Replayed> {
  const starts = await files.starts();
  const read: { readonly start: number; readonly length: number; readonly unreadable: readonly Piece[] }[] = [];
  const gaps: number[] = [];
  let safe = 0;
  let end = starts[0] ?? 0;
  let head: string | undefined;
  let inFlight: JournalEntry[] = [];
  /** Where the last piece ends that says nothing. */
  let silent = 0;
  for (const start of starts) {
    if (start > end) gaps.push(end);
    const bytes = await files.read(start);
    const unreadable: Piece[] = [];
    let length = 0;
    for (let at = 0, next = 0; at < bytes.length; at = next) {
      next = bytes.indexOf('\n', at) + 1 || bytes.length;
      if (isBlank(bytes.subarray(at, next))) {
        silent = start + next;
      } else {
        const line = parseLine(bytes.subarray(at, next - 1));
        if (!line) {
          silent = start + next;
          unreadable.push({ at, length: next - at });
          continue;
        }
        if (line.place !== headPlace) inFlight.push(line);
        safe = Math.max(safe, line.safe);
        if (line.head !== undefined && line.safe >= silent) {
          head = line.head;
          inFlight.forEach(visit);
          inFlight = [];
        }
      }
      length = next;
    }
    end = start + length;
    read.push({ start, length, unreadable });
  }
  if (safe > end) gaps.push(end);
  const lost = gaps.filter((at) => at < safe);
  for (const { start, length, unreadable } of read) {
    lost.push(...unreadable.map(({ at }) => start + at).filter((at) => at < safe));
    const underWay = unreadable.filter(({ at }) => start + at >= safe && at < length);
    await files.cut(start, length, underWay);
  }
  return { oldest: starts[0] ?? 0, start: starts.at(-1) ?? 0, end, lost, head, inFlight };
}
