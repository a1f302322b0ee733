import { dirname, join } from 'node:path';
import { type Disk, unlessMissing } from './disk.ts';
import type { Folders } from './folders.ts';

type Handle = Awaited<ReturnType<Disk['open']>>;

/** The journal's files. Each is named by the position of its first byte, so they read in order. */
export interface JournalFiles {
  /** Where the files begin, oldest first. */
  starts(): Promise<readonly number[]>;
  read(start: number): Promise<Buffer>;
  /** Makes or opens a file to append to. Its name is on disk before the first byte is. */
  open(start: number): Promise<Handle>;
  /** Ends a file after so many bytes. These are on disk then, the others gone for good. */
  cut(start: number, length: number): Promise<void>;
  /** Deletes the files that begin before a position. A power cut brings none back without all that came after it. */
  deleteBefore(position: number): Promise<void>;
}

export function createJournalFiles(disk: Disk, folder: string, folders: Folders): JournalFiles {
  /** A deleted file's name may still be on the disk. */
  let unsynced = false;
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
    async cut(start, length) {
      // Opened anew: the handle that failed may belong to a volume that is gone.
      const handle = await disk.open(pathOf(start), 'r+');
      try {
        await handle.truncate(length);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    async deleteBefore(position) {
      // One that came back alone would put old contents over newer ones.
      if (unsynced) await folders.sync(folder);
      for (const start of await starts()) {
        if (start >= position) continue;
        unsynced = true;
        await disk.unlink(pathOf(start));
        await folders.sync(folder);
        unsynced = false;
      }
    },
  };
}
