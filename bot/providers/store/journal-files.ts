import { dirname, join } from 'node:path';
import type { Folders } from './folders.ts';
import { type Disk, unlessMissing } from './fs.ts';
import { blankLine } from './journal-line.ts';

type Handle = Awaited<ReturnType<Disk['open']>>;

export interface Piece {
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
