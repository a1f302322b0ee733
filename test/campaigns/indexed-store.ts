import { deepEqual } from 'node:assert/strict';
import type { Kind, Records, Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { programWriting } from '../../bot/providers/store/format.ts';
import type { IndexTable } from '../../bot/providers/store/index-table.ts';
import { createIndexTable } from '../../bot/providers/store/index-table.ts';

/** What every process of a simulation stands on: found by index, so that many thousand people cost little. */
export interface Shelf {
  /** Nobody can change them: whoever reads one has the record itself. */
  readonly records: Map<string, unknown>;
  readonly tables: Map<Kind, IndexTable>;
  readonly locks: Map<string, Promise<void>>;
  /** How many records were written. */
  writes: number;
}

export function emptyShelf(): Shelf {
  return { records: new Map(), tables: new Map(), locks: new Map(), writes: 0 };
}

/** Every so-maniest document is held against its shape, as it comes back from a store. */
const looked = 97;

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** One process on the shelf. @param living called before each access; what it throws ends the process there */
export function openShelf(shelf: Shelf, living: () => void): Store {
  const keyOf = (kind: Kind, id: string) => `${kind} ${id}`;
  const own = <K extends Kind>(kind: K, id: string) => shelf.records.get(keyOf(kind, id)) as Records[K] | undefined;
  function tableOf(kind: Kind): IndexTable {
    const table = shelf.tables.get(kind) ?? createIndexTable();
    shelf.tables.set(kind, table);
    return table;
  }
  function put<K extends Kind>(kind: K, id: string, record: Records[K] | undefined): void {
    shelf.writes += 1;
    if (record === undefined) {
      shelf.records.delete(keyOf(kind, id));
      tableOf(kind).delete(id);
      return;
    }
    const definition = recordDefinitions[kind];
    if (shelf.writes % looked === 0) deepEqual(definition.parse(JSON.parse(JSON.stringify(record))), record);
    shelf.records.set(keyOf(kind, id), frozen(record));
    tableOf(kind).set(id, definition.index(record));
  }
  return {
    async read(kind, id) {
      living();
      return own(kind, id);
    },
    async update(kind, id, step) {
      living();
      // Others come in between, as they do where a disk is waited for.
      await undefined;
      living();
      const before = own(kind, id);
      const { record, outcome } = step(before);
      if (record !== before) put(kind, id, record);
      return outcome;
    },
    async remove(kind, id) {
      living();
      put(kind, id, undefined);
    },
    async find(kind, query) {
      living();
      return tableOf(kind).find(query);
    },
    // Nothing that is driven here asks for all of a kind.
    scan: async () => ({ entries: [] }),
    clock: (own) => own,
    format: () => programWriting().written,
    background: (work) => work(),
    async claim(kind, until, limit) {
      living();
      return tableOf(kind).find({ field: 'due', until, limit }).ids;
    },
    async lock(key, _patience, work) {
      living();
      const before = shelf.locks.get(key) ?? Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      shelf.locks.set(
        key,
        before.then(() => promise),
      );
      await before;
      try {
        return await work(new AbortController().signal);
      } finally {
        resolve();
      }
    },
    head: async () => undefined,
    check: async () => [],
    close: async () => undefined,
  };
}
