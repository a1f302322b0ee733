import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '../../bot/domain/fault.ts';
import {
  claimTime,
  type Definition,
  type IdPage,
  type Kind,
  type Query,
  type RecordStep,
  type Records,
  type Store,
  silence,
} from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { programWriting } from '../../bot/providers/store/format.ts';

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
  /** The time by which claims and locks end, the same for all who opened it. */
  readonly clock?: () => number;
  /** How far the clock of the machine that opens it is ahead of that, ms. */
  readonly ahead?: number;
}

/** One process's opening. Several may be open on the same disk at once. */
export interface MemoryStore extends Store {
  /** Its heart stops, as that of a process which hangs; its work goes on. */
  hang(): void;
  /** It beats again, and finds out which locks it has lost. */
  goOn(): void;
}

/** What all openings of a disk share besides the records. */
interface Shared {
  /** By the key of the record: what it was when it was claimed, and when that was. */
  readonly claims: Map<string, { readonly entry: Entry; readonly at: number }>;
  readonly locks: Map<string, Holding>;
}

interface Holding {
  /** Since when its process has been silent; undefined: it is heard. */
  readonly silentSince: () => number | undefined;
  /** Called by whoever takes the lock over. */
  readonly lose: () => void;
}

const sharings = new WeakMap<Map<string, Entry>, Shared>();

function sharedBy(disk: Map<string, Entry>): Shared {
  const shared = sharings.get(disk) ?? { claims: new Map(), locks: new Map() };
  sharings.set(disk, shared);
  return shared;
}

/** Losing compare-and-set more often than this in a row is a conflict. */
const patientRetries = 2_000;

/** A store in memory, with the races of a real one: everybody reads, decides and then finds out who wrote meanwhile. */
export function openMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const {
    disk = new Map<string, Entry>(),
    pause,
    watch = () => {},
    clock = () => performance.now(),
    ahead = 0,
  } = options;
  const { claims, locks } = sharedBy(disk);
  let silentSince: number | undefined;
  /** Locks that others took while its heart stood still. */
  const lostMeanwhile = new Set<AbortController>();
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
      refuseSecond(kind, id, before, text);
      if (text === undefined) disk.delete(key);
      else disk.set(key, { kind, id, text });
      return outcome;
    }
    throw new Fault('store-conflict', kind);
  }

  function refuseSecond(kind: Kind, id: string, before: Entry | undefined, text: string | undefined): void {
    const { unique } = definitionOf(kind);
    if (unique === undefined || text === undefined) return;
    const value = fieldOf(kind, text, unique);
    if (value === undefined || (before && fieldOf(kind, before.text, unique) === value)) return;
    const { ids } = findNow(kind, { field: unique, equals: value, limit: 2 });
    if (ids.some((one) => one !== id)) throw new Fault('store-conflict', unique);
  }

  async function find(kind: Kind, query: Query): Promise<IdPage> {
    if (pause) await pause();
    return findNow(kind, query);
  }

  function findNow(kind: Kind, query: Query): IdPage {
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

  async function claim(kind: Kind, until: number, limit: number): Promise<readonly string[]> {
    if (pause) await pause();
    const ids: string[] = [];
    for (let after: string | undefined; ids.length < limit; ) {
      const page = findNow(kind, { field: 'due', until, limit, ...(after !== undefined && { after }) });
      for (const id of page.ids) {
        const entry = disk.get(keyOf(kind, id));
        const before = claims.get(keyOf(kind, id));
        // Under a clock that was set back no claim lasts longer.
        const held = before?.entry === entry && Math.abs(clock() - (before?.at ?? 0)) < claimTime;
        if (!entry || held || ids.length === limit) continue;
        claims.set(keyOf(kind, id), { entry, at: clock() });
        ids.push(id);
      }
      if (page.next === undefined) break;
      after = page.next;
    }
    return ids;
  }

  async function lock<T>(key: string, patience: number, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
    const before = queues.get(key) ?? Promise.resolve();
    const { promise: done, resolve: leave } = Promise.withResolvers<void>();
    queues.set(
      key,
      before.then(() => done),
    );
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), patience);
    const lost = new AbortController();
    // It hears of it when its heart beats again.
    const mine: Holding = { silentSince: () => silentSince, lose: () => lostMeanwhile.add(lost) };
    try {
      await withPatience(before, given.signal);
      await take(key, mine, given.signal);
      clearTimeout(timer);
      return await work(lost.signal);
    } finally {
      clearTimeout(timer);
      if (locks.get(key) === mine) locks.delete(key);
      leave();
    }
  }

  /** Waits until no other opening holds the key, or one that has been silent for too long. */
  async function take(key: string, mine: Holding, given: AbortSignal): Promise<void> {
    for (let held = locks.get(key); held; held = locks.get(key)) {
      const since = held.silentSince();
      if (since !== undefined && clock() - since >= silence) {
        held.lose();
        break;
      }
      await withPatience(delay(1), given);
    }
    locks.set(key, mine);
  }

  return {
    read: (kind, id) => tracked(() => read(kind, id)),
    update: (kind, id, step) => tracked(() => update(kind, id, step)),
    remove: (kind, id) => tracked(() => update(kind, id, () => ({ record: undefined, outcome: undefined }))),
    scan: (kind, limit, after = '') =>
      tracked(async () => {
        const keys = [...disk.keys()].filter((key) => key.startsWith(`${kind} `) && key > after).sort();
        const page = keys.slice(0, limit);
        const entries = page.flatMap((key) => {
          const entry = disk.get(key);
          return entry ? [{ id: entry.id, record: JSON.parse(entry.text) }] : [];
        });
        const next = page.at(-1);
        return keys.length > limit && next !== undefined ? { entries, next } : { entries };
      }),
    find: (kind, query) => tracked(() => find(kind, query)),
    claim: (kind, until, limit) => tracked(() => claim(kind, until, limit)),
    lock,
    background: (work) => work(),
    clock: (own) => () => own() - ahead,
    format: () => programWriting().written,
    head: () => tracked(async () => headOf([...disk.values()])),
    // Nobody but the store gets at its memory.
    check: () => tracked(async () => []),
    async close() {
      closed = true;
      if (under > 0) await new Promise<void>((resolve) => (idle = resolve));
    },
    hang() {
      silentSince ??= clock();
    },
    goOn() {
      silentSince = undefined;
      for (const lost of lostMeanwhile) lost.abort();
      lostMeanwhile.clear();
    },
  };
}

async function withPatience(turn: Promise<unknown>, given: AbortSignal): Promise<void> {
  const { promise: tired, resolve } = Promise.withResolvers<'tired'>();
  const leave = () => resolve('tired');
  given.addEventListener('abort', leave);
  if (given.aborted) leave();
  const first = await Promise.race([turn, tired]);
  given.removeEventListener('abort', leave);
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
