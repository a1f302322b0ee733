import { dirname } from 'node:path';
import { type Disk, errno, unlessMissing } from './fs.ts';
import { forEachParallel } from './parallel.ts';

/**
 * The folders below a root. A file is safe from a power cut only when its own entry in its folder is, and that folder's
 * entry in the one above it: both are owed to the disk until they are synced.
 */
export interface Folders {
  /** Makes a folder and the ones above it. With `durable` their entries are owed. */
  ensure(folder: string, durable: boolean): Promise<void>;
  /** Notes that an entry of a folder is owed. */
  owe(folder: string): void;
  /** Brings everything owed to disk, so many folders at once. What it could not stays owed. */
  settle(atOnce: number): Promise<void>;
  /** Brings a folder's entries to disk now. */
  sync(folder: string): Promise<void>;
  /** After a failed write: looks again which folders are there. */
  forget(): void;
}

export function createFolders(disk: Disk, root: string): Folders {
  // The root is never made again: were its volume gone, an empty one in its place would look like nobody is registered.
  let known = new Set([root]);
  const owed = new Set<string>();

  async function ensure(folder: string, durable: boolean): Promise<void> {
    if (known.has(folder)) return;
    const above = dirname(folder);
    await ensure(above, durable);
    await disk.mkdir(folder, { mode: 0o700 }).catch((error) => {
      if (errno(error) !== 'EEXIST') throw error;
    });
    // Also when it was there: who made it may have died before its entry was on disk.
    if (durable) owed.add(above);
    known.add(folder);
  }

  async function sync(folder: string): Promise<void> {
    // Windows opens no folders, and writes their entries through.
    if (process.platform === 'win32') return;
    const handle = await disk.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  return {
    ensure,
    sync,
    owe: (folder) => void owed.add(folder),
    async settle(atOnce) {
      await forEachParallel([...owed], atOnce, async (folder) => {
        owed.delete(folder);
        try {
          await unlessMissing(sync(folder));
        } catch (error) {
          owed.add(folder);
          throw error;
        }
      });
    },
    forget() {
      known = new Set([root]);
    },
  };
}
