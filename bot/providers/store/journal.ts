import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Disk, type Folders, unlessMissing } from './fs.ts';
import { type Heads, headPlace, type RevisionChange } from './head.ts';

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

/** What an ended process left in its journal. Positions count bytes over all files. */
interface Replayed {
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
async function replay(files: JournalFiles, visit: (entry: JournalEntry) => void): Promise<Replayed> {
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

type Handle = Awaited<ReturnType<Disk['open']>>;

interface Piece {
  readonly at: number;
  readonly length: number;
}

/** The journal's files. Each is named by the position of its first byte, so they read in order. */
export interface JournalFiles {
  /** Where the files begin, oldest first. */
  starts(): Promise<readonly number[]>;
  read(start: number): Promise<Buffer>;
  /** Makes or opens a file to append to. Its name is on disk before the first byte is. */
  open(start: number): Promise<Handle>;
  /**
   * Ends a file after so many bytes. These are on disk then, the others gone for good.
   * @param blank pieces of it to make blank: where each begins in the file, and its bytes
   */
  cut(start: number, length: number, blank?: readonly Piece[]): Promise<void>;
  /** Deletes the files that begin before a position. A power cut brings none back without all that came after it. */
  deleteBefore(position: number): Promise<void>;
}

export function createJournalFiles(disk: Disk, folder: string, folders: Folders): JournalFiles {
  /** A deleted file's name may still be on the disk; also one that a process before this one deleted. */
  let unsynced = true;
  const pathOf = (start: number) => join(folder, `${start}.log`);

  async function starts(): Promise<readonly number[]> {
    const names = (await unlessMissing(disk.readdir(folder))) ?? [];
    return names.flatMap((name) => (/^\d+\.log$/.test(name) ? [Number.parseInt(name, 10)] : [])).sort((a, b) => a - b);
  }

  return {
    starts,
    read: (start) => disk.readFile(pathOf(start)),
    async open(start) {
      await folders.ensure(folder, true);
      const handle = await disk.open(pathOf(start), 'a', 0o600);
      try {
        await folders.sync(dirname(folder));
        await folders.sync(folder);
        return handle;
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    async cut(start, length, blank = []) {
      // Opened anew: the handle that failed may belong to a volume that is gone.
      const handle = await disk.open(pathOf(start), 'r+');
      try {
        await handle.truncate(length);
        for (const piece of blank) {
          const bytes = blankLine(piece.length);
          await handle.write(bytes, 0, bytes.length, piece.at);
        }
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    async deleteBefore(position) {
      for (const start of await starts()) {
        if (start >= position) continue;
        // One that came back alone would put old contents over newer ones.
        if (unsynced) await folders.sync(folder);
        unsynced = true;
        await disk.unlink(pathOf(start));
        await folders.sync(folder);
        unsynced = false;
      }
    },
  };
}

/** What came to be at a place; undefined: nothing is there any more. */
export interface JournalEntry {
  readonly place: string;
  readonly text: string | undefined;
}

/**
 * An entry as the journal holds it. `safe`: every byte of the journal before this one was on disk when it was written.
 * `head`, on the last line of what was written together: what all records come to with everything up to here.
 */
interface JournalLine extends JournalEntry {
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
function blankLine(length: number): Buffer {
  return Buffer.from('\n'.padStart(length));
}

function isBlank(line: Buffer): boolean {
  return line.equals(blankLine(line.length));
}

function sumOf(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
