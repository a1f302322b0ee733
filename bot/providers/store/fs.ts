import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';

/** What the store asks of a file system. An argument, so that a test can stand in a disk that fails. */
export type Disk = Pick<typeof fs, 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'unlink'>;

export const disk: Disk = fs;

/** The operating system's name for what went wrong (`ENOSPC`), when it was the operating system. */
export function errno(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Runs work on the disk. What the disk refuses becomes Fault `store-unavailable`. */
export async function onDisk<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('store-unavailable', `${what}: ${errno(error) ?? 'failed'}`, { cause: error });
  }
}

/** Undefined when work finds no such file. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errno(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Does work on things, so many at once. Every one gets its turn; then it throws what came of the first that failed. */
export async function forEachParallel<T>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const rest = things.values();
  const failures: unknown[] = [];
  const hand = async () => {
    for (const thing of rest) await work(thing).catch((reason: unknown) => failures.push(reason));
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  if (failures.length > 0) throw failures[0];
}

/** How much is asked of the disk at the same time, where nobody waits for it besides. */
const usual = 32;

/** Calls `visit` with the place of every record of a kind, several at once and in no order. */
export async function scan(
  disk: Disk,
  root: string,
  kind: Kind,
  visit: (place: string) => Promise<void>,
  atOnce = usual,
): Promise<void> {
  const list = async (folder: string) => (await unlessMissing(disk.readdir(join(root, folder)))) ?? [];
  const leaves: string[] = [];
  await onDisk(kind, async () => {
    await forEachParallel(await list(kind), atOnce, async (upper) => {
      for (const lower of await list(`${kind}/${upper}`)) leaves.push(`${kind}/${upper}/${lower}`);
    });
    await forEachParallel(leaves, atOnce, async (leaf) => {
      for (const name of await list(leaf)) await visit(`${leaf}/${name}`);
    });
  });
}

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
