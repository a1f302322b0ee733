import { resolve } from 'node:path';
import { Low } from 'lowdb';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';
import type { Definition, Definitions, IndexFields, Kind, Records, Store } from '../../domain/ports/store.ts';
import { createLruCache } from '../lru.ts';
import { checkKeysByRecords, readMark, writeMark } from './folder-mark.ts';
import { type ProgramFormat, programWriting } from './format.ts';
import { createAtomicFiles, createFolders, type Disk, errno, forEachParallel, onDisk, disk as realDisk } from './fs.ts';
import { createHeads, createRevisions, differingKinds, recordKindOf } from './head.ts';
import { createIndexTable, type IndexTable } from './index-table.ts';
import { createIntegrity } from './integrity.ts';
import { createJournal } from './journal.ts';
import { createKeptIndex, type KeptEntry } from './kept-index.ts';
import { createKeyedMutex } from './keyed-mutex.ts';
import { holdFolder } from './process-lock.ts';
import {
  createJournaledFiles,
  createRecordFiles,
  type Envelope,
  orUnreadable,
  type PuttingAway,
  placeOf,
} from './record-files.ts';
import { createSeal, noSeal } from './seal.ts';

/** When one in so many records was written since, the index is written down anew: some 100 ms for 20,000 people. */
const mostFiledShare = 4;

/** How many opened records are kept in memory: a day's people of a large office, some 10 MB. */
const keptOpen = 5_000;

export interface LowdbSettings {
  readonly folder: string;
  readonly definitions: Definitions;
  /** Seals every record; without one they lie there as readable JSON. */
  readonly keyring?: Keyring;
  /**
   * Told of each record that can't be indexed at the start, and of each acknowledged write the journal has lost. The bot
   * starts all the same; only its owner meets the fault.
   */
  readonly onDamaged?: (fault: Fault) => void;
  /** Told when a head was made over so many records that had none, or whose head was under an older key. */
  readonly onHead?: (records: number) => void;
  /** Takes what lies there as it is, whatever the head says. */
  readonly accept?: boolean;
  /** As which program it reads and writes. */
  readonly format?: ProgramFormat;
  readonly disk?: Disk;
  readonly puttingAway?: PuttingAway;
  /** Time that only goes on, in ms. */
  readonly elapsed?: () => number;
  /**
   * true: the index is written down now and then, and at the start only what was written since is read, as long as the two
   * come to what the head says; a record that can't be read is then met by whoever asks for it, and by `check`.
   */
  readonly keptIndex?: boolean;
  /** true: whoever only looks makes no head and does not mark the folder as written by this version. */
  readonly looking?: boolean;
}

/**
 * An opened record. It is kept as text, so that everybody gets a copy of their own for the price of a parse, the same
 * whether it was in memory or on disk.
 */
interface Opened {
  readonly revision: number;
  readonly text: string;
}

/**
 * The store on one machine's disk: a lowdb instance and a file for each record, a journal in front of the files, an index
 * in memory. Throws Fault `store-in-use` when another process holds the folder, `keys-wrong` and
 * `store-newer` before any record is opened, `store-unavailable` when the disk refuses.
 */
export async function openLowdbStore(settings: LowdbSettings): Promise<Store> {
  const { definitions, keyring, onDamaged, disk = realDisk, elapsed = () => performance.now() } = settings;
  const { format = programWriting() } = settings;
  const root = resolve(settings.folder);
  const folders = createFolders(disk, root);
  const seal = keyring ? createSeal(keyring) : noSeal;
  const heads = createHeads(seal, keyring);
  const atomic = createAtomicFiles(disk, root, folders);
  const kept = createKeptIndex(disk, root, atomic, seal);
  const journaled = createJournaledFiles(
    atomic,
    createJournal(disk, root, folders, heads, () => hold.held()),
    heads,
    settings.puttingAway,
    settings.keptIndex ? noteFiled : undefined,
  );
  const files = createRecordFiles(disk, root, journaled, seal);
  const revisions = createRevisions();
  const kinds = Object.keys(definitions) as Kind[];
  const counted = (kind: Kind) => definitions[kind].durable;
  const searched = (kind: Kind) => Object.keys(definitions[kind].fields).length > 0;
  const integrity = createIntegrity({
    heads,
    files,
    journaled,
    kinds: kinds.filter(counted),
    onDamaged,
    onHead: settings.onHead,
    accept: settings.accept === true,
    looking: settings.looking === true,
  });
  const opened = createLruCache<Low<Opened | null>>(keptOpen);
  const indexes = new Map<Kind, IndexTable>();
  /** Places of which the index can't tell whether something lies there. */
  const unsure = new Set<string>();
  const queues = createKeyedMutex();
  const locks = createKeyedMutex();
  const underWay = new Set<Promise<unknown>>();
  /** How many were brought to their files since the index was last written down. */
  let filedSince = 0;
  let closing: Promise<void> | undefined;

  await onDisk(root, () => disk.mkdir(root, { recursive: true, mode: 0o700 }));
  const hold = await holdFolder(root);
  try {
    const mark = await onDisk('mark', () => readMark(disk, root, keyring, format));
    const recovered = await onDisk('journal', () => journaled.recover());
    if (!mark && keyring) await onDisk('records', () => checkKeysByRecords(disk, root, kinds, journaled, keyring));
    for (const position of recovered.lost) {
      onDamaged?.(new Fault('store-damaged', `the journal lost an acknowledged entry at byte ${position}`));
    }
    const found = recovered.head === undefined ? undefined : integrity.readHead(recovered.head);
    if (found) await integrity.settleInFlight(recovered.inFlight, found);
    const taken = settings.keptIndex === true && (await onDisk('index', takeKept));
    for (const kind of taken ? [] : kinds) await buildIndex(kind);
    if (settings.accept || recovered.head === undefined || (found && found.key !== heads.empty(0).key)) {
      await integrity.makeHead(settings.accept ? undefined : found);
    }
    if (settings.keptIndex && !taken) await keepIndex();
    journaled.begin();
    // A disk that takes none now takes it at the next start.
    if (!settings.looking) {
      await writeMark(disk, root, folders, mark, keyring, format).catch((error) => {
        if (errno(error) === undefined) throw error;
      });
    }
  } catch (error) {
    await journaled.close();
    await hold.letGo();
    throw error;
  }

  /** Reads a record and looks whether it is the one last written. */
  async function readLast(kind: Kind, place: string): Promise<Envelope | undefined> {
    const envelope = await files.read(place);
    if (counted(kind)) revisions.verify(place, envelope?.revision);
    return envelope;
  }

  const revisionAt = async (place: string) => (await readLast(recordKindOf(place), place))?.revision;

  /** What the head is told of a write, and what is noted of it once it is done. */
  function changeOf(kind: Kind, place: string, before: number | undefined, after: number | undefined) {
    return counted(kind) && heads.now ? { place, before, after } : undefined;
  }

  /** Finds out what the record at a place is found by. */
  async function indexPlace(kind: Kind, place: string): Promise<void> {
    const definition = definitions[kind] as Definition<object>;
    const envelope = await readLast(kind, place);
    if (envelope) indexes.get(kind)?.set(envelope.id, definition.index(shaped(definition, envelope.document, place)));
  }

  async function buildIndex(kind: Kind): Promise<void> {
    indexes.set(kind, createIndexTable());
    if (!searched(kind)) return;
    await files.visit(kind, async (place) => {
      try {
        await indexPlace(kind, place);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        unsure.add(place);
        onDamaged?.(error);
      }
    });
  }

  /**
   * Takes over the index as it was written down, and reads only what was written since.
   * @returns false: there is none, or the two do not come to what the head says
   */
  async function takeKept(): Promise<boolean> {
    const before = heads.now && (await kept.read());
    if (!heads.now || !before) return false;
    const all = new Set([...before.since, ...journaled.pending()]);
    const later = [...all].filter((place) => Object.hasOwn(definitions, recordKindOf(place)));
    const last = new Map<string, number>();
    for (const kind of kinds) {
      const index = createIndexTable();
      indexes.set(kind, index);
      const entries = (before.kinds[kind] ?? []).map(([id, revision, fields]) => ({
        place: placeOf(kind, id),
        id,
        revision,
        fields,
      }));
      const still = entries.filter(({ place }) => !all.has(place));
      index.fill(still.map(({ id, fields }) => [id, fields]));
      for (const { place, revision } of still) if (revision !== null) last.set(place, revision);
    }
    if (all.size > 0 || before.head !== digestNow()) {
      try {
        await forEachParallel(
          later.filter((place) => searched(recordKindOf(place))),
          16,
          (place) => indexPlace(recordKindOf(place), place),
        );
      } catch (error) {
        // Whoever reads them all tells of it.
        if (error instanceof Fault) return false;
        throw error;
      }
      const found = [...last, ...later.map((place) => [place, revisions.get(place)] as const)];
      const changes = found.map(([place, after]) => ({ place, before: undefined, after }));
      const sum = heads.changed({ ...heads.now, totals: new Map() }, changes);
      const differing = new Set(differingKinds(sum, heads.now));
      if (kinds.some((kind) => searched(kind) && (!counted(kind) || differing.has(kind)))) return false;
    }
    for (const [place, revision] of last) revisions.set(place, revision);
    filedSince = before.since.length;
    return true;
  }

  /** Where much has changed the index is written down anew: a start reads no more than some of the records. */
  async function noteFiled(places: readonly string[]): Promise<void> {
    const worth = places.filter((place) => searched(recordKindOf(place)));
    filedSince += worth.length;
    const size = [...indexes.values()].reduce((sum, index) => sum + index.size, 0);
    if (filedSince * mostFiledShare > size) await keepIndex();
    else if (worth.length > 0) await kept.note(worth);
  }

  /** For whoever opens it next. Where a record could not be read there is none: it is to be met again. */
  async function keepIndex(): Promise<void> {
    if (settings.looking || unsure.size > 0 || !heads.now) return;
    const entriesOf = (kind: Kind) =>
      [...(indexes.get(kind)?.entries() ?? [])].map(([id, fields]): KeptEntry => {
        const revision = counted(kind) ? revisions.get(placeOf(kind, id)) : undefined;
        return [id, revision ?? null, fields];
      });
    filedSince = 0;
    await kept.write(digestNow(), Object.fromEntries(kinds.filter(searched).map((kind) => [kind, entriesOf(kind)])));
  }

  function digestNow(): string {
    return heads.now ? heads.digest(heads.now) : '';
  }

  function indexTable(kind: Kind, field: string): IndexTable {
    const index = indexes.get(kind);
    if (!index || !definitions[kind].fields[field]) throw new TypeError(`${kind} has no index ${field}`);
    return index;
  }

  /** One at a time for each record, and none once the store is closed. */
  function queued<T>(place: string, work: () => Promise<T>): Promise<T> {
    if (closing) throw new Fault('store-unavailable', 'closed');
    const done = queues.alone(place, work);
    const ended: Promise<unknown> = done.then(
      () => underWay.delete(ended),
      () => underWay.delete(ended),
    );
    underWay.add(ended);
    return done;
  }

  function low<K extends Kind>(kind: K, id: string, place: string): Low<Opened | null> {
    const definition: Definition<Records[K]> = definitions[kind];
    return new Low<Opened | null>(
      {
        async read() {
          const envelope = await readLast(kind, place);
          if (!envelope) return null;
          const record = shaped(definition, envelope.document, place);
          indexes.get(kind)?.set(id, definition.index(record));
          return { revision: envelope.revision, text: JSON.stringify(record) };
        },
        async write(data) {
          if (!data) return;
          const { revision, text: document } = data;
          const change = changeOf(kind, place, revisions.get(place), revision);
          await files.write(place, { id, revision, document }, definition.durable, change);
          if (counted(kind)) revisions.set(place, revision);
        },
      },
      null,
    );
  }

  async function open(kind: Kind, id: string, place: string): Promise<Low<Opened | null>> {
    const kept = opened.get(place);
    if (kept) return kept;
    const fresh = low(kind, id, place);
    const indexed = searched(kind) && !unsure.has(place);
    // Somebody new is asked for many times before there is anything to write: no disk for that.
    if (indexed && !indexes.get(kind)?.has(id)) return fresh;
    await fresh.read();
    if (fresh.data) opened.set(place, fresh);
    // A missing one is not kept: were its volume gone for a while, the next write would replace what is there.
    else if (indexes.get(kind)?.has(id)) throw new Fault('store-unavailable', `${place} is gone`);
    return fresh;
  }

  /** Only ever called by whoever has the record's place in the queue. */
  async function discard(kind: Kind, id: string): Promise<void> {
    const place = placeOf(kind, id);
    // Its revision has to be known to be taken out of the head.
    if (counted(kind) && !revisions.has(place)) await readLast(kind, place).catch(orUnreadable);
    const before = revisions.get(place);
    opened.delete(place);
    indexes.get(kind)?.delete(id);
    try {
      const change = before === undefined ? undefined : changeOf(kind, place, before, undefined);
      await files.remove(place, definitions[kind].durable, change);
      if (counted(kind)) revisions.set(place, undefined);
    } catch (error) {
      unsure.add(place);
      await open(kind, id, place).catch(() => undefined);
      throw error;
    }
  }

  /** Writes, unless another record has the value that only one may have. */
  function uniquely(kind: Kind, id: string, fields: IndexFields, write: () => Promise<void>): Promise<void> {
    const { unique: field = '' } = definitions[kind];
    const value = fields[field];
    const index = indexes.get(kind);
    if (value === undefined || index?.get(id)?.[field] === value) return write();
    return queues.alone(`${kind} ${field} ${value}`, async () => {
      const others = index?.find({ field, equals: value, limit: 1 }).ids ?? [];
      if (others.length > 0) throw new Fault('store-conflict', `another ${kind} has this ${field}`);
      await write();
    });
  }

  async function end(): Promise<void> {
    await Promise.all(underWay);
    await journaled.close();
    // Nothing is to be left in a folder that another process has by now.
    await hold.held().then(keepIndex, () => undefined);
    await hold.letGo();
  }

  let checking: Promise<readonly Fault[]> | undefined;

  return {
    async read(kind, id) {
      const place = placeOf(kind, id);
      return queued(place, async () => copy(await open(kind, id, place)));
    },
    async update(kind, id, step) {
      const place = placeOf(kind, id);
      const definition: Definition<Records[typeof kind]> = definitions[kind];
      return queued(place, async () => {
        const record = await open(kind, id, place);
        const before = copy<Records[typeof kind]>(record);
        const { record: after, outcome } = step(before);
        if (after === before) return outcome;
        if (after === undefined) {
          await discard(kind, id);
          return outcome;
        }
        const decided = shaped(definition, after, `what became of ${place}`);
        const fields = definition.index(decided);
        await uniquely(kind, id, fields, async () => {
          const revision = (record.data?.revision ?? heads.now?.writes ?? 0) + 1;
          record.data = { revision, text: JSON.stringify(decided) };
          try {
            await record.write();
          } catch (error) {
            // Whether it was written is for the disk to say.
            unsure.add(place);
            opened.delete(place);
            await open(kind, id, place).catch(() => undefined);
            throw error;
          }
          opened.set(place, record);
          indexes.get(kind)?.set(id, fields);
          indexes.get(kind)?.release(id);
        });
        return outcome;
      });
    },
    async remove(kind, id) {
      return queued(placeOf(kind, id), () => discard(kind, id));
    },
    async scan(kind, limit, after = '') {
      const definition: Definition<Records[typeof kind]> = definitions[kind];
      // One more than wanted tells whether there is a next page.
      const places = await files.placesAfter(kind, after, limit + 1);
      const page = places.slice(0, limit);
      const entries: { id: string; record: Records[typeof kind] }[] = [];
      for (const place of page) {
        const envelope = await queued(place, () => readLast(kind, place));
        if (envelope) entries.push({ id: envelope.id, record: shaped(definition, envelope.document, place) });
      }
      const next = page.at(-1);
      return places.length > limit && next !== undefined ? { entries, next } : { entries };
    },
    async find(kind, query) {
      return indexTable(kind, query.field).find(query);
    },
    async claim(kind, until, limit) {
      if (closing) throw new Fault('store-unavailable', 'closed');
      return indexTable(kind, 'due').claim(until, limit, elapsed());
    },
    // Nobody else has the folder: it is never lost to another process while this one can write.
    lock: (key, patience, work) => locks.alone(key, () => work(new AbortController().signal), patience),
    // All wait for the one disk, and for each sync together.
    background: (work) => work(),
    // One machine's clock is everybody's.
    clock: (own) => own,
    format: () => format.written,
    head: async () => heads.now && heads.digest(heads.now),
    check() {
      checking ??= integrity.check(queued, revisionAt).finally(() => {
        checking = undefined;
      });
      return checking;
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

function copy<T>(record: Low<Opened | null>): T | undefined {
  return record.data ? (JSON.parse(record.data.text) as T) : undefined;
}

/** What is read and what is written both have their shape: what we write can be read again. */
function shaped<T>(definition: Definition<T>, document: unknown, place: string): T {
  try {
    return definition.parse(document);
  } catch (error) {
    throw new Fault('store-damaged', `${place} does not have its shape`, { cause: error });
  }
}
