import { join } from 'node:path';
import type { Folders } from './folders.ts';
import type { Disk } from './fs.ts';
import type { Heads, RevisionChange } from './heads.ts';
import { createJournalFiles } from './journal-files.ts';
import { formatLine, headPlace, type JournalEntry } from './journal-line.ts';
import { type Replayed, replay } from './journal-replay.ts';

/**
 * What was written lately, in order: however many write at the same moment, they wait for one sync together. It lies in
 * files one after the other, the last one growing; a position counts bytes over all of them.
 */
export interface Journal {
  /** Bytes in all its files. */
  readonly size: number;
  /**
   * Adds an entry. Rejects when the disk refuses; the entry is then not in the journal, or is taken out before the next
   * one goes in or `settle` resolves.
   * @param durable whether it has to survive a power cut
   * @param change what it does to a record that the head counts: the head goes in with it
   * @param added called when it is in, before anything else happens here
   */
  add(entry: JournalEntry, durable: boolean, change: RevisionChange | undefined, added: () => void): Promise<void>;
  /** Adds the head alone, so that the newest file holds one. */
  addHead(): Promise<void>;
  /** Takes out what a failed `add` may have left behind. Nothing read may be believed before. */
  settle(): Promise<void>;
  /** Throws when the folder is not this process's any more. */
  held(): Promise<void>;
  /** Begins a new file, after the entries that wait now. Resolves with its position. */
  turn(): Promise<number>;
  /** Deletes the files before a position that `turn` gave. */
  forget(before: number): Promise<void>;
  /**
   * Visits what an ended process left, oldest first, up to its last head. Only before the first `add`.
   */
  replay(visit: (entry: JournalEntry) => void): Promise<Pick<Replayed, 'lost' | 'head' | 'inFlight'>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly durable: boolean;
  readonly change: RevisionChange | undefined;
  readonly added: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * @param held throws when the folder is not this process's any more; asked before each write
 */
export function createJournal(
  disk: Disk,
  root: string,
  folders: Folders,
  heads: Heads,
  held: () => Promise<void>,
): Journal {
  const files = createJournalFiles(disk, join(root, 'journal'), folders);
  /** Positions: of the oldest file, of the last file, and behind its last entry. */
  let oldest = 0;
  let start = 0;
  let end = 0;
  /** Every byte before this position is on disk. */
  let safe = 0;
  let file: Awaited<ReturnType<Disk['open']>> | undefined;
  /** A failed write may have left a part of itself behind `end`. */
  let unsettled = false;
  let waiting: Waiting[] = [];
  /** Everything that touches the last file, one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function putDown(): Promise<void> {
    const handle = file;
    file = undefined;
    await handle?.close().catch(() => undefined);
  }

  async function settled(): Promise<void> {
    if (!unsettled) return;
    await putDown();
    await files.cut(start, end - start);
    unsettled = false;
  }

  async function write(bytes: Buffer, durable: boolean): Promise<void> {
    await settled();
    file ??= await files.open(start);
    try {
      await file.appendFile(bytes);
      if (durable) await file.datasync();
    } catch (error) {
      unsettled = true;
      throw error;
    }
    end += bytes.length;
    if (durable) safe = end;
  }

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    const counted = batch.some(({ change, entry }) => change || entry.place === headPlace);
    const next = counted ? heads.after(batch.flatMap(({ change }) => change ?? [])) : undefined;
    const lines = batch.map(({ entry }, at) =>
      formatLine({ ...entry, safe, head: at === batch.length - 1 ? next?.text : undefined }),
    );
    try {
      await held();
      await write(
        Buffer.from(lines.join('')),
        batch.some(({ durable }) => durable),
      );
    } catch (reason) {
      for (const { reject } of batch) reject(reason);
      return;
    }
    next?.keep();
    for (const { added, resolve } of batch) {
      added();
      resolve();
    }
  }

  const add: Journal['add'] = (entry, durable, change, added) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    if (waiting.length === 0) void alone(flush);
    waiting.push({ entry, durable, change, added, resolve, reject });
    return promise;
  };

  return {
    get size() {
      return end - oldest;
    },
    held,
    add,
    addHead: () => add({ place: headPlace, text: undefined }, true, undefined, () => undefined),
    settle: () => (unsettled ? alone(settled) : Promise.resolve()),
    turn: () =>
      alone(async () => {
        await held();
        await settled();
        if (end === start) return start;
        await putDown();
        await files.cut(start, end - start);
        start = end;
        safe = end;
        return start;
      }),
    async forget(before) {
      await files.deleteBefore(before);
      oldest = before;
    },
    async replay(visit) {
      const left = await replay(files, visit);
      ({ oldest, start, end } = left);
      safe = end;
      return left;
    },
    close: () => alone(putDown),
  };
}
