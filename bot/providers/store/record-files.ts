import { hash } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { onDisk } from './fs.ts';
import { type Change, kindOf } from './heads.ts';
import type { JournaledShelf } from './journaled-shelf.ts';
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

/** The records on a shelf, sealed. */
export interface RecordFiles {
  /** Undefined when there is none. Throws Fault `store-damaged` when it is not what was written for this place. */
  read(place: string): Promise<Envelope | undefined>;
  /** Opens what was found at a place. Throws as `read` does. */
  open(place: string, text: string): Envelope;
  /** @param change what it does to a record that the head counts */
  write(place: string, draft: Draft, durable: boolean, change?: Change): Promise<void>;
  remove(place: string, durable: boolean, change?: Change): Promise<void>;
  /** Places of a kind that have no file of their own yet. */
  recent(kind: Kind): readonly string[];
}

export function createRecordFiles(shelf: JournaledShelf, seal: Seal): RecordFiles {
  const open = (place: string, text: string) => envelope(kindOf(place), place, seal.open(text, place));
  return {
    read: (place) =>
      onDisk(place, async () => {
        const text = await shelf.get(place);
        return text === undefined ? undefined : open(place, text);
      }),
    open,
    write: (place, { id, revision, document }, durable, change) =>
      onDisk(place, async () => {
        const counted = change ? '"counted":true,' : '';
        const text = `{"id":${JSON.stringify(id)},"revision":${revision},${counted}"document":${document}}`;
        await shelf.put(place, seal.close(text, place), durable, change);
      }),
    remove: (place, durable, change) => onDisk(place, () => shelf.drop(place, durable, change)),
    recent: (kind) => shelf.recent().filter((place) => place.startsWith(`${kind}/`)),
  };
}

function envelope(kind: Kind, place: string, text: string): Envelope {
  const { id, revision, counted, document } = parsed(place, text);
  if (typeof id !== 'string' || placeOf(kind, id) !== place) {
    throw new Fault('store-damaged', `${place} holds the record of another place`);
  }
  if (typeof revision !== 'number') throw new Fault('store-damaged', `${place} has no revision`);
  return { id, revision, counted: counted === true, document };
}

/** A parser's own message would quote the file. */
function parsed(place: string, text: string): Partial<Record<keyof Envelope, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Fault('store-damaged', `${place} is not JSON`);
  }
}
