import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { IndexFields } from '../../domain/ports/store.ts';
import type { AtomicFiles } from './fs.ts';
import type { Seal } from './seal.ts';

const place = 'index.json';

/** Of a record: its id, its revision, and what it is found by. */
export type KeptEntry = readonly [id: string, revision: number | null, fields: IndexFields];

const keptSchema = z.object({
  head: z.string(),
  kinds: z.record(
    z.string(),
    z.array(z.tuple([z.string(), z.number().nullable(), z.record(z.string(), z.union([z.string(), z.number()]))])),
  ),
});

/**
 * What the records are found by, as it was when the store was closed: whoever opens it next need not read every record. It
 * belongs to one head and counts for no other, so that one write since makes it worth nothing.
 */
export interface KeptIndex {
  /** By kind; undefined: there is none for this head. */
  read(head: string): Promise<Readonly<Record<string, readonly KeptEntry[]>> | undefined>;
  /** What the disk refuses is not kept: the next start reads the records. */
  write(head: string, kinds: Readonly<Record<string, readonly KeptEntry[]>>): Promise<void>;
}

export function createKeptIndex(files: Pick<AtomicFiles, 'get' | 'put'>, seal: Seal): KeptIndex {
  return {
    async read(head) {
      const text = await files.get(place);
      if (text === undefined) return undefined;
      try {
        const kept = keptSchema.safeParse(JSON.parse(seal.open(text, place)));
        return kept.data?.head === head ? kept.data.kinds : undefined;
      } catch (error) {
        // Not ours, or not whole: it can be made anew.
        if (error instanceof Fault || error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
    async write(head, kinds) {
      await files.put(place, seal.close(JSON.stringify({ head, kinds }), place), false).catch(() => undefined);
    },
  };
}
