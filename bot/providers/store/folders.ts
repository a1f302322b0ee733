import { dirname } from 'node:path';
import { type Disk, errno } from './disk.ts';

/**
 * The folders below a root. A file is safe from a power cut only when its own entry in its folder is, and that folder's
 * entry in the one above it, so both are synced.
 */
export interface Folders {
  /** Makes a folder and the ones above it. With `durable` they are on disk when it resolves. */
  ensure(folder: string, durable: boolean): Promise<void>;
  /** Brings the folder's entries to disk. */
  sync(folder: string): Promise<void>;
  /** Does again what `sync` could not: nothing read from the folder may be believed before. */
  settle(folder: string): Promise<void>;
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
    if (durable) await sync(above);
    known.add(folder);
  }

  async function sync(folder: string): Promise<void> {
    // Windows opens no folders, and writes their entries through.
    if (process.platform === 'win32') return;
    try {
      const handle = await disk.open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      owed.add(folder);
      throw error;
    }
  }

  return {
    ensure,
    sync,
    async settle(folder) {
      if (owed.delete(folder)) await sync(folder);
    },
    forget() {
      known = new Set([root]);
    },
  };
}
