import type { JournalFiles, Piece } from './journal-files.ts';
import { type Entry, isBlank, lineFrom } from './journal-line.ts';

/** What an ended process left in its journal. Positions count bytes over all files. */
export interface Replayed {
  /** Where the oldest and the last file begin, and where the last entry ends. */
  readonly oldest: number;
  readonly start: number;
  readonly end: number;
  /** Positions of what can't be read though it was on disk once. */
  readonly lost: readonly number[];
}

/**
 * Visits all entries, oldest first, and cuts off what was being written when the process ended; the rest is on disk then.
 * An unreadable piece is lost when a later line knows that it was on disk. One that no line knows of was only under way
 * when the power went: nobody was told that it is there. It is made blank, for every line to come will know of its place.
 */
export async function replay(files: JournalFiles, visit: (entry: Entry) => void): Promise<Replayed> {
  const starts = await files.starts();
  const read: { readonly start: number; readonly length: number; readonly unreadable: readonly Piece[] }[] = [];
  const gaps: number[] = [];
  let safe = 0;
  let end = starts[0] ?? 0;
  for (const start of starts) {
    if (start > end) gaps.push(end);
    const bytes = await files.read(start);
    const unreadable: Piece[] = [];
    let length = 0;
    for (let at = 0, next = 0; at < bytes.length; at = next) {
      next = bytes.indexOf('\n', at) + 1 || bytes.length;
      if (!isBlank(bytes.subarray(at, next))) {
        const line = lineFrom(bytes.subarray(at, next - 1));
        if (!line) {
          unreadable.push({ at, length: next - at });
          continue;
        }
        visit(line);
        safe = Math.max(safe, line.safe);
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
  return { oldest: starts[0] ?? 0, start: starts.at(-1) ?? 0, end, lost };
}
