import { hash } from 'node:crypto';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { second } from '../../domain/time.ts';
import { type AtomicFiles, type Disk, forEachParallel, onDisk, scan, unlessMissing } from './fs.ts';
import { type Heads, headPlace, type RevisionChange, recordKindOf } from './head.ts';
import type { Journal, JournalEntry } from './journal.ts';
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
interface Draft {
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
  /** At most so many places of a kind that come after one, in order. */
  placesAfter(kind: Kind, after: string, limit: number): Promise<readonly string[]>;
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
    async placesAfter(kind, after, limit) {
      const pending = journaled.pending().filter((place) => recordKindOf(place) === kind && place > after);
      const filed = await onDisk(kind, () => filesAfter(disk, root, kind, after, limit));
      return [...new Set([...pending, ...filed])].sort().slice(0, limit);
    },
  };
}

/** Folders are named by how the names in them begin, so their order is that of the places. */
async function filesAfter(disk: Disk, root: string, kind: Kind, after: string, limit: number): Promise<string[]> {
  const [, first = '', second = ''] = after.split('/');
  const list = async (folder: string) => ((await unlessMissing(disk.readdir(join(root, folder)))) ?? []).sort();
  const found: string[] = [];
  for (const upper of await list(kind)) {
    if (upper < first) continue;
    for (const lower of await list(`${kind}/${upper}`)) {
      if (upper === first && lower < second) continue;
      const places = (await list(`${kind}/${upper}/${lower}`)).map((name) => `${kind}/${upper}/${lower}/${name}`);
      found.push(...places.filter((place) => place > after && place.endsWith('.json')));
      if (found.length >= limit) return found;
    }
  }
  return found;
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

/** When the journal is put away: at this size in bytes, and this often in ms. */
export interface PuttingAway {
  readonly at: number;
  readonly every: number;
}

/**
 * Both bound how long a start may take and what is kept in memory. The time also bounds how long what was replaced or
 * removed can still be read in the journal: half a minute while the disk does its work.
 */
const usual: PuttingAway = { at: 8 * 1024 * 1024, every: 15 * second };
/** So many times `at` it may grow while the disk can't keep up; then it takes no more. */
const mostTimes = 4;
/** How many files are written at once while people wait for the disk, and when nobody does. */
const besides = 2;
const atRest = 16;

interface PendingEntry extends JournalEntry {
  readonly durable: boolean;
}

/** Files that are quick to write: they go to a journal first and to their own files later, the last one only. */
export interface JournaledFiles extends Pick<AtomicFiles, 'get'> {
  /** @param change what it does to a record that the head counts */
  put(place: string, text: string, durable: boolean, change?: RevisionChange): Promise<void>;
  drop(place: string, durable: boolean, change?: RevisionChange): Promise<void>;
  /** What has no file of its own yet. */
  pending(): readonly string[];
  /** Takes over what an ended process left. Nothing goes to files of its own before `begin`. */
  recover(): Promise<Recovered>;
  begin(): void;
  /** Writes the head into the journal, behind all that is in it. */
  addHead(): Promise<void>;
  /** Brings everything to the files. What the disk refuses stays in the journal, for the next start. */
  close(): Promise<void>;
}

/** What was found in the journal of an ended process. */
export interface Recovered {
  /** Positions of what was acknowledged and can't be read. */
  readonly lost: readonly number[];
  /** The last head there is. */
  readonly head: string | undefined;
  /** What was being written after it, with what lay at its place before. */
  readonly inFlight: readonly { readonly entry: JournalEntry; readonly before: string | undefined }[];
}

/** @param filed told which places have their newest files now, before the journal forgets them */
export function createJournaledFiles(
  files: AtomicFiles,
  journal: Journal,
  heads: Heads,
  { at, every } = usual,
  filed: (places: readonly string[]) => Promise<void> = async () => undefined,
): JournaledFiles {
  /** The last entry of each place that is in the journal and not yet in its file. */
  const pending = new Map<string, PendingEntry>();
  /** What came to its file and is still in the journal. */
  const moved = new Set<string>();
  let puttingAway: Promise<void> | undefined;
  let refused = false;
  let timer: NodeJS.Timeout | undefined;
  /** How many entries came: in all, before the newest file was begun, and before all older files were gone. */
  let came = 0;
  let cameBefore = 0;
  let cameAndWent = 0;
  /** Where the newest file begins, once it holds the head. */
  let newest: number | undefined;

  function nudge(): Promise<void> {
    puttingAway ??= putAway(besides)
      .then(
        () => {
          refused = false;
        },
        // What fails stays in the journal and is tried again at the next tick.
        () => {
          refused = true;
        },
      )
      .finally(() => {
        puttingAway = undefined;
      });
    return puttingAway;
  }

  async function putAway(atOnce: number): Promise<void> {
    const position = await turnOver();
    await forEachParallel([...pending.values()], atOnce, moveToFile);
    await files.settle(atOnce);
    await filed([...moved]);
    moved.clear();
    await journal.forget(position);
    cameAndWent = cameBefore;
  }

  /** Older files go: the newest has to hold the head before they do. Nothing new, no new file. */
  async function turnOver(): Promise<number> {
    await journal.held();
    if (newest !== undefined && came === cameBefore) return newest;
    const count = came;
    const position = await journal.turn();
    if (heads.after([])) await journal.addHead();
    newest = position;
    cameBefore = count;
    return position;
  }

  /** At the end the head has a file of its own, too, and the journal is empty. */
  async function putAwayForGood(): Promise<void> {
    const position = await journal.turn();
    await forEachParallel([...pending.values()], atRest, moveToFile);
    const head = heads.after([]);
    if (head) await files.put(headPlace, head.text, true);
    await files.settle(atRest);
    await journal.forget(position);
  }

  async function moveToFile(entry: PendingEntry): Promise<void> {
    const { place, text, durable } = entry;
    // A newer one is in the new file of the journal.
    if (pending.get(place) !== entry) return;
    if (text === undefined) await files.drop(place, durable);
    else await files.put(place, text, durable);
    moved.add(place);
    if (pending.get(place) === entry) pending.delete(place);
  }

  async function add(
    place: string,
    text: string | undefined,
    durable: boolean,
    change?: RevisionChange,
  ): Promise<void> {
    while (journal.size > mostTimes * at) {
      if (refused && !puttingAway) throw new Fault('store-unavailable', 'the journal is full');
      await nudge();
    }
    const entry = { place, text, durable };
    await journal.add(entry, durable, change, () => {
      came += 1;
      pending.set(place, entry);
    });
    if (journal.size > at && !refused && timer) void nudge();
  }

  return {
    async get(place) {
      await journal.settle();
      const entry = pending.get(place);
      return entry ? entry.text : files.get(place);
    },
    put: add,
    drop: (place, durable, change) => add(place, undefined, durable, change),
    pending: () => [...pending.keys()],
    async recover() {
      await files.sweep();
      const take = ({ place, text }: JournalEntry) => {
        came += 1;
        pending.set(place, { place, text, durable: true });
      };
      const { lost, head, inFlight } = await journal.replay(take);
      const found: Recovered['inFlight'][number][] = [];
      for (const entry of inFlight) {
        const before = pending.has(entry.place) ? pending.get(entry.place)?.text : await files.get(entry.place);
        found.push({ entry, before });
        take(entry);
      }
      return { lost, head: head ?? (await files.get(headPlace)), inFlight: found };
    },
    begin() {
      timer = setInterval(() => came > cameAndWent && nudge(), every).unref();
    },
    addHead: () => journal.addHead(),
    async close() {
      clearInterval(timer);
      await puttingAway;
      // A start that failed leaves all as it found it.
      if (timer) await putAwayForGood().catch(() => undefined);
      await journal.close();
    },
  };
}
