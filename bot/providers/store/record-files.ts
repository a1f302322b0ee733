import { hash } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { type Disk, onDisk } from './fs.ts';
import { type RevisionChange, recordKindOf } from './heads.ts';
import type { JournaledFiles } from './journaled-shelf.ts';
import { scan } from './scan.ts';
import type { Seal } from './seal.ts';

/** What a record's file holds. */
export interface Envelope {
  readonly id: string;
  /** Counts its writes; begins above every revision there was, so that none ever comes again. */
  readonly revision: number;
  /** It was written when there was a head to count it. */
  readonly counted: boolean;
  readonly document: unknown;
}

/** What is written of a record. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  /** As JSON. */
  readonly document: string;
}

/** Where a record lies below the root. Says nothing of the id, whatever characters that has. */
export function placeOf(kind: Kind, id: string): string {
  const name = hash('sha256', id);
  return `${kind}/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.json`;
}

/** The records in their files, sealed. */
export interface RecordFiles {
  /** Undefined when there is none. Throws Fault `store-damaged` when it is not what was written for this place. */
  read(place: string): Promise<Envelope | undefined>;
  /** Opens what was found at a place. Throws as `read` does. */
  open(place: string, text: string): Envelope;
  /** @param change what it does to a record that the head counts */
  write(place: string, draft: Draft, durable: boolean, change?: RevisionChange): Promise<void>;
  remove(place: string, durable: boolean, change?: RevisionChange): Promise<void>;
  /** Calls `visit` with the place of every record of a kind, so many at once and in no order. */
  visit(kind: Kind, visit: (place: string) => Promise<void>, atOnce?: number): Promise<void>;
}

export function createRecordFiles(disk: Disk, root: string, journaled: JournaledFiles, seal: Seal): RecordFiles {
  const open = (place: string, text: string) => parseEnvelope(recordKindOf(place), place, seal.open(text, place));
  return {
    read: (place) =>
      onDisk(place, async () => {
        const text = await journaled.get(place);
        return text === undefined ? undefined : open(place, text);
      }),
    open,
    write: (place, { id, revision, document }, durable, change) =>
      onDisk(place, async () => {
        const counted = change ? '"counted":true,' : '';
        const text = `{"id":${JSON.stringify(id)},"revision":${revision},${counted}"document":${document}}`;
        await journaled.put(place, seal.close(text, place), durable, change);
      }),
    remove: (place, durable, change) => onDisk(place, () => journaled.drop(place, durable, change)),
    async visit(kind, visit, atOnce) {
      // First those without a file: they may get one while the files are listed.
      const pending = new Set(journaled.pending().filter((place) => recordKindOf(place) === kind));
      for (const place of pending) await visit(place);
      await scan(disk, root, kind, async (place) => (pending.has(place) ? undefined : visit(place)), atOnce);
    },
  };
}

function parseEnvelope(kind: Kind, place: string, text: string): Envelope {
  const { id, revision, counted, document } = parseRecordJson(place, text);
  if (typeof id !== 'string' || placeOf(kind, id) !== place) {
    throw new Fault('store-damaged', `${place} holds the record of another place`);
  }
  if (typeof revision !== 'number') throw new Fault('store-damaged', `${place} has no revision`);
  return { id, revision, counted: counted === true, document };
}

/** A parser's own message would quote the file. */
function parseRecordJson(place: string, text: string): Partial<Record<keyof Envelope, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Fault('store-damaged', `${place} is not JSON`);
  }
}

/** For a look that goes on behind records which can't be read. The disk's own faults end it. */
export function orUnreadable(error: unknown): undefined {
  if (!(error instanceof Fault) || error.code === 'store-unavailable') throw error;
  return undefined;
}
