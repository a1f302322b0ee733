import { hash } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { onDisk } from './disk.ts';
import type { JournaledShelf } from './journaled-shelf.ts';
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

/** The records on a shelf, sealed. */
export interface RecordFiles {
  /** Undefined when there is none. Throws Fault `store-damaged` when it is not what was written for this place. */
  read(kind: Kind, place: string): Promise<Envelope | undefined>;
  /** @param document as JSON */
  write(place: string, id: string, revision: number, document: string, durable: boolean): Promise<void>;
  remove(place: string, durable: boolean): Promise<void>;
  /** Places of a kind that have no file of their own yet. */
  recent(kind: Kind): readonly string[];
}

export function createRecordFiles(shelf: JournaledShelf, seal: Seal): RecordFiles {
  return {
    read: (kind, place) =>
      onDisk(place, async () => {
        const text = await shelf.get(place);
        return text === undefined ? undefined : envelope(kind, place, seal.open(text, place));
      }),
    write: (place, id, revision, document, durable) =>
      onDisk(place, async () => {
        const text = `{"id":${JSON.stringify(id)},"revision":${revision},"document":${document}}`;
        await shelf.put(place, seal.close(text, place), durable);
      }),
    remove: (place, durable) => onDisk(place, () => shelf.drop(place, durable)),
    recent: (kind) => shelf.recent().filter((place) => place.startsWith(`${kind}/`)),
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
