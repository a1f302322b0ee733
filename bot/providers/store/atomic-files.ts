import { dirname, join } from 'node:path';
import type { Folders } from './folders.ts';
import { type Disk, unlessMissing } from './fs.ts';

/** One file for each place below a root. A file is there whole or not at all, whenever the process or the machine ends. */
export interface AtomicFiles {
  /** Undefined when there is none. */
  get(place: string): Promise<string | undefined>;
  /** @param durable whether it survives a power cut, from the next `settle` on */
  put(place: string, text: string, durable: boolean): Promise<void>;
  drop(place: string, durable: boolean): Promise<void>;
  /** Makes durable what was put and dropped, so many folders at once. */
  settle(atOnce: number): Promise<void>;
  /** Deletes what an ended process left half-written. Only before the first `put`. */
  sweep(): Promise<void>;
}

export function createAtomicFiles(disk: Disk, root: string, folders: Folders): AtomicFiles {
  // Drafts have a folder of their own: sweeping them costs one listing, however many records there are.
  const drafts = join(root, 'drafts');
  let drafted = 0;

  async function fill(file: string, text: string, durable: boolean): Promise<void> {
    const handle = await disk.open(file, 'w', 0o600);
    try {
      await handle.writeFile(text);
      if (durable) await handle.datasync();
    } finally {
      await handle.close();
    }
  }

  return {
    get: (place) => unlessMissing(disk.readFile(join(root, place), 'utf8')),
    async put(place, text, durable) {
      const file = join(root, place);
      drafted += 1;
      const draft = join(drafts, String(drafted));
      try {
        await folders.ensure(dirname(file), durable);
        await fill(draft, text, durable);
        await disk.rename(draft, file);
        if (durable) folders.owe(dirname(file));
      } catch (error) {
        folders.forget();
        await disk.unlink(draft).catch(() => undefined);
        throw error;
      }
    },
    async drop(place, durable) {
      const file = join(root, place);
      await unlessMissing(disk.unlink(file));
      // Also when it was gone: who deleted it may have died before that was on disk.
      if (durable) folders.owe(dirname(file));
    },
    settle: (atOnce) => folders.settle(atOnce),
    async sweep() {
      await folders.ensure(drafts, true);
      for (const name of await disk.readdir(drafts)) await disk.unlink(join(drafts, name));
    },
  };
}
