import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { type Disk, onDisk, unlessMissing } from './disk.ts';
import type { Folders } from './folders.ts';
import type { Seal } from './seal.ts';

/** What a record's file holds. `revision` counts its writes, from 1. */
export interface Envelope {
  readonly id: string;
  readonly revision: number;
  readonly document: unknown;
}

/** Where a record lies below the root. Says nothing of the id, whatever characters that has. */
export function placeOf(kind: Kind, id: string): string {
  const name = hash('sha256', id);
  return `${kind}/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.json`;
}

/** One file per record. A file is there whole or not at all, whenever the process or the machine ends. */
export interface RecordFiles {
  /** Undefined when there is none. Throws Fault `store-damaged` when it is not what was written for this place. */
  read(kind: Kind, place: string): Promise<Envelope | undefined>;
  /** @param document as JSON */
  write(place: string, id: string, revision: number, document: string, durable: boolean): Promise<void>;
  remove(place: string, durable: boolean): Promise<void>;
  /** Deletes what an ended process left half-written. Only before the first write. */
  sweep(): Promise<void>;
}

export function createRecordFiles(disk: Disk, root: string, folders: Folders, seal: Seal): RecordFiles {
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
    read: (kind, place) =>
      onDisk(place, async () => {
        const file = join(root, place);
        await unlessMissing(folders.settle(dirname(file)));
        const text = await unlessMissing(disk.readFile(file, 'utf8'));
        return text === undefined ? undefined : envelope(kind, place, seal.open(text, place));
      }),
    write: (place, id, revision, document, durable) =>
      onDisk(place, async () => {
        const file = join(root, place);
        const text = `{"id":${JSON.stringify(id)},"revision":${revision},"document":${document}}`;
        drafted += 1;
        const draft = join(drafts, String(drafted));
        try {
          await folders.ensure(dirname(file), durable);
          await fill(draft, seal.close(text, place), durable);
          await disk.rename(draft, file);
          if (durable) await folders.sync(dirname(file));
        } catch (error) {
          folders.forget();
          await disk.unlink(draft).catch(() => undefined);
          throw error;
        }
      }),
    remove: (place, durable) =>
      onDisk(place, async () => {
        const file = join(root, place);
        await unlessMissing(disk.unlink(file));
        // Also when it was gone: an earlier try may have failed between the two.
        if (durable) await unlessMissing(folders.sync(dirname(file)));
      }),
    sweep: () =>
      onDisk('drafts', async () => {
        await folders.ensure(drafts, true);
        for (const name of await disk.readdir(drafts)) await disk.unlink(join(drafts, name));
      }),
  };
}

function envelope(kind: Kind, place: string, text: string): Envelope {
  const { id, revision, document } = parsed(place, text);
  if (typeof id !== 'string' || placeOf(kind, id) !== place) {
    throw new Fault('store-damaged', `${place} holds the record of another place`);
  }
  if (typeof revision !== 'number') throw new Fault('store-damaged', `${place} has no revision`);
  return { id, revision, document };
}

/** A parser's own message would quote the file. */
function parsed(place: string, text: string): Partial<Record<keyof Envelope, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Fault('store-damaged', `${place} is not JSON`);
  }
}
