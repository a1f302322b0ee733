import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { IndexFields } from '../../domain/ports/store.ts';
import { type AtomicFiles, type Disk, unlessMissing } from './fs.ts';
import type { Seal } from './seal.ts';

const place = 'index.json';
/** Beside it, a line for each record that was brought to its file since: where it lies. No more than the disk shows. */
const sincePlace = 'index.since';

/** Of a record: its id, its revision, and what it is found by. */
export type KeptEntry = readonly [id: string, revision: number | null, fields: IndexFields];

const keptSchema = z.object({
  head: z.string(),
  kinds: z.record(
    z.string(),
    z.array(z.tuple([z.string(), z.number().nullable(), z.record(z.string(), z.union([z.string(), z.number()]))])),
  ),
});

/** What the records were found by at one moment. */
interface Kept {
  /** The digest of the head of that moment. */
  readonly head: string;
  readonly kinds: Readonly<Record<string, readonly KeptEntry[]>>;
  /** Places of what was brought to its file after it. What waits in the journal is not among them. */
  readonly since: readonly string[];
}

/**
 * What the records are found by, as it was when it was last written down, and which were written since: whoever opens the
 * store next need not read every record. Whether the two come to the records there are is for the head to say.
 */
export interface KeptIndex {
  /** Undefined: there is none. */
  read(): Promise<Kept | undefined>;
  /** What the disk refuses is not kept: the next start reads the records. */
  write(head: string, kinds: Kept['kinds']): Promise<void>;
  /** Notes what comes to its file. Where the disk refuses, the head will not agree, and the next start reads the records. */
  note(places: readonly string[]): Promise<void>;
}

export function createKeptIndex(
  disk: Disk,
  root: string,
  files: Pick<AtomicFiles, 'get' | 'put'>,
  seal: Seal,
): KeptIndex {
  const since = join(root, sincePlace);
  return {
    async read() {
      const text = await files.get(place);
      if (text === undefined) return undefined;
      try {
        const kept = keptSchema.safeParse(JSON.parse(seal.open(text, place)));
        const noted = (await unlessMissing(disk.readFile(since, 'utf8'))) ?? '';
        return kept.data && { ...kept.data, since: noted.split('\n').filter((line) => line !== '') };
      } catch (error) {
        // Not ours, or not whole: it can be made anew.
        if (error instanceof Fault || error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
    async write(head, kinds) {
      await files
        .put(place, seal.close(JSON.stringify({ head, kinds }), place), false)
        // Whoever dies between the two reads a few records more than needed.
        .then(() => unlessMissing(disk.unlink(since)))
        .catch(() => undefined);
    },
    async note(places) {
      const handle = await disk.open(since, 'a', 0o600).catch(() => undefined);
      await handle?.appendFile(places.map((one) => `${one}\n`).join('')).catch(() => undefined);
      await handle?.close().catch(() => undefined);
    },
  };
}
