import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Fault } from '../../bot/domain/fault.ts';
import type { Definition, IdPage, Kind, Query, RecordStep, Records, Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';

export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  /** JSON, so that nobody can change what is stored by changing what they were given. */
  readonly text: string;
}

/** One thing the store is asked to do to a record. */
export interface Access {
  readonly verb: 'read' | 'write';
  readonly kind: Kind;
  readonly id: string;
}

export interface MemoryStoreOptions {
  /** What was stored before: survives a store that is closed. */
  readonly disk?: Map<string, Entry>;
  /** Waited for between reading and writing, so that others come in between. */
  readonly pause?: () => Promise<unknown>;
  /** Called before each access; what it throws is what the access comes to. */
  readonly watch?: (access: Access) => void;
}

/** Losing compare-and-set more often than this in a row is a conflict. */
const patientRetries = 2_000;

/** A store in memory, with the races of a real one: everybody reads, decides and then finds out who wrote meanwhile. */
export function openMemoryStore(options: MemoryStoreOptions = {}): Store {
  const { disk = new Map<string, Entry>(), pause, watch = () => {} } = options;
  const queues = new Map<string, Promise<void>>();
  let under = 0;
  let idle = () => {};
  let closed = false;

  async function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new Fault('store-unavailable', 'closed');
    under += 1;
    try {
      return await work();
    } finally {
      under -= 1;
      if (under === 0) idle();
    }
  }

  async function read<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    watch({ verb: 'read', kind, id });
    if (pause) await pause();
    return own<Records[K]>(disk.get(keyOf(kind, id)));
  }

  async function update<K extends Kind, O>(kind: K, id: string, step: RecordStep<Records[K], O>): Promise<O> {
    const key = keyOf(kind, id);
    for (let tries = 0; tries < patientRetries; tries += 1) {
      watch({ verb: 'read', kind, id });
      const before = disk.get(key);
      if (pause) await pause();
      const given = own<Records[K]>(before);
      const { record, outcome } = step(given);
      if (record === given) return outcome;
      const text = record === undefined ? undefined : written(kind, record);
      if (pause) await pause();
      if (disk.get(key) !== before) continue;
      watch({ verb: 'write', kind, id });
      if (text === undefined) disk.delete(key);
      else disk.set(key, { kind, id, text });
      return outcome;
    }
    throw new Fault('store-conflict', kind);
  }

  async function find(kind: Kind, query: Query): Promise<IdPage> {
    if (pause) await pause();
    const found = [...disk.values()]
      .filter((entry) => entry.kind === kind)
      .map(({ id, text }) => ({ id, value: fieldOf(kind, text, query.field) }))
      .filter(({ value }) => fits(query, value))
      .sort((one, other) => compare(one.value, other.value) || compare(one.id, other.id));
    const after = query.after === undefined ? undefined : JSON.parse(query.after);
    const rest = after
      ? found.filter(({ value, id }) => (compare(value, after.value) || compare(id, after.id)) > 0)
      : found;
    const page = rest.slice(0, query.limit);
    const ids = page.map(({ id }) => id);
    return rest.length > page.length ? { ids, next: JSON.stringify(page.at(-1)) } : { ids };
  }

  async function lock<T>(key: string, patience: number, work: () => Promise<T>): Promise<T> {
    const before = queues.get(key) ?? Promise.resolve();
    const { promise: done, resolve: leave } = Promise.withResolvers<void>();
    queues.set(
      key,
      before.then(() => done),
    );
    try {
      await withPatience(before, patience);
      return await work();
    } finally {
      leave();
    }
  }

  return {
    read: (kind, id) => tracked(() => read(kind, id)),
    update: (kind, id, step) => tracked(() => update(kind, id, step)),
    remove: (kind, id) => tracked(() => update(kind, id, () => ({ record: undefined, outcome: undefined }))),
    find: (kind, query) => tracked(() => find(kind, query)),
    lock,
    head: () => tracked(async () => headOf([...disk.values()])),
    // Nobody but the store gets at its memory.
    check: () => tracked(async () => []),
    async close() {
      closed = true;
      if (under > 0) await new Promise<void>((resolve) => (idle = resolve));
    },
  };
}

async function withPatience(turn: Promise<void>, patience: number): Promise<void> {
  const given = new AbortController();
  const tired = setTimeout(patience, 'tired', { signal: given.signal });
  const first = await Promise.race([turn, tired]);
  given.abort();
  if (first === 'tired') throw new Fault('lock-timeout', 'memory');
}

/** Made by a look at all, as a store would that many processes share. */
function headOf(entries: readonly Entry[]): string {
  const lasting = entries.filter(({ kind }) => recordDefinitions[kind].durable);
  const lines = lasting.map(({ kind, id, text }) => JSON.stringify([kind, id, text])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

function keyOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}

function own<T>(entry: Entry | undefined): T | undefined {
  return entry && JSON.parse(entry.text);
}

function definitionOf<K extends Kind>(kind: K): Definition<Records[K]> {
  return recordDefinitions[kind];
}

function written<K extends Kind>(kind: K, record: Records[K]): string {
  try {
    return JSON.stringify(definitionOf(kind).parse(record));
  } catch (cause) {
    throw new Fault('store-damaged', kind, { cause });
  }
}

function fieldOf(kind: Kind, text: string, field: string): string | number | undefined {
  return definitionOf(kind).index(JSON.parse(text))[field];
}

function fits(query: Query, value: string | number | undefined): boolean {
  if (value === undefined) return false;
  return 'until' in query ? typeof value === 'number' && value <= query.until : value === query.equals;
}

function compare<T extends string | number | undefined>(one: T, other: T): number {
  if (one === other || one === undefined || other === undefined) return 0;
  return one < other ? -1 : 1;
}
