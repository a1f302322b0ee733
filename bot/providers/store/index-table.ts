import { claimTime, type IdPage, type IndexFields, type Query } from '../../domain/ports/store.ts';

type Value = string | number;

interface IndexEntry {
  readonly value: Value;
  readonly id: string;
}

/** Which records have which values, in memory. Finding and changing take a binary search, however many records there are. */
export interface IndexTable {
  /** How many records. */
  readonly size: number;
  set(id: string, fields: IndexFields): void;
  delete(id: string): void;
  has(id: string): boolean;
  /** What a record is found by; undefined where none is known. */
  get(id: string): IndexFields | undefined;
  find(query: Query): IdPage;
  /** All there is. */
  entries(): Iterable<readonly [id: string, fields: IndexFields]>;
  /** Many at once, into an empty one. */
  fill(entries: Iterable<readonly [id: string, fields: IndexFields]>): void;
  /** As the store's port promises. @param now time that only goes on, ms */
  claim(until: number, limit: number, now: number): readonly string[];
  /** What was claimed may be claimed again. */
  release(id: string): void;
}

export function createIndexTable(): IndexTable {
  const records = new Map<string, IndexFields>();
  /** For each field its entries in order, numbers before strings, ids among equal values. */
  const sorted = new Map<string, IndexEntry[]>();
  /** Until when. */
  const claimed = new Map<string, number>();

  function entriesOf(field: string): IndexEntry[] {
    const entries = sorted.get(field) ?? [];
    sorted.set(field, entries);
    return entries;
  }

  function change(field: string, id: string, before: Value | undefined, after: Value | undefined): void {
    if (before === after) return;
    const entries = entriesOf(field);
    if (before !== undefined) entries.splice(position(entries, { value: before, id }), 1);
    if (after !== undefined) entries.splice(position(entries, { value: after, id }), 0, { value: after, id });
  }

  function set(id: string, fields: IndexFields): void {
    const before = records.get(id) ?? {};
    for (const field of new Set([...Object.keys(before), ...Object.keys(fields)])) {
      change(field, id, before[field], fields[field]);
    }
    records.set(id, { ...fields });
  }

  return {
    get size() {
      return records.size;
    },
    set,
    delete(id) {
      set(id, {});
      records.delete(id);
      claimed.delete(id);
    },
    entries: () => records,
    fill(entries) {
      for (const [id, fields] of entries) {
        records.set(id, fields);
        for (const [field, value] of Object.entries(fields)) {
          if (value !== undefined) entriesOf(field).push({ value, id });
        }
      }
      for (const found of sorted.values()) found.sort(order);
    },
    has: (id) => records.has(id),
    get: (id) => records.get(id),
    find(query) {
      const entries = sorted.get(query.field) ?? [];
      let at = query.after === undefined ? first(entries, query) : after(entries, decoded(query.after));
      const found: IndexEntry[] = [];
      for (; found.length < query.limit; at += 1) {
        const entry = entries[at];
        if (!entry || !matches(entry.value, query)) return { ids: found.map(({ id }) => id) };
        found.push(entry);
      }
      const ids = found.map(({ id }) => id);
      const last = found.at(-1);
      const next = entries[at];
      return last && next && matches(next.value, query) ? { ids, next: encoded(last) } : { ids };
    },
    claim(until, limit, now) {
      const free: string[] = [];
      for (const { value, id } of sorted.get('due') ?? []) {
        if (free.length === limit || !matches(value, { field: 'due', until, limit })) break;
        if ((claimed.get(id) ?? now) > now) continue;
        claimed.set(id, now + claimTime);
        free.push(id);
      }
      return free;
    },
    release: (id) => void claimed.delete(id),
  };
}

function matches(value: Value, query: Query): boolean {
  return 'equals' in query ? value === query.equals : typeof value === 'number' && value <= query.until;
}

function first(entries: readonly IndexEntry[], query: Query): number {
  return 'equals' in query ? position(entries, { value: query.equals, id: '' }) : 0;
}

/** Where the entries after this one begin, whether or not it is still there. */
function after(entries: readonly IndexEntry[], entry: IndexEntry): number {
  const at = position(entries, entry);
  const there = entries[at];
  return there && order(there, entry) === 0 ? at + 1 : at;
}

/** Where the entry is, or would be. */
function position(entries: readonly IndexEntry[], entry: IndexEntry): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = entries[middle];
    if (there && order(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function order(a: IndexEntry, b: IndexEntry): number {
  if (typeof a.value !== typeof b.value) return typeof a.value === 'number' ? -1 : 1;
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function encoded(entry: IndexEntry): string {
  return Buffer.from(JSON.stringify([entry.value, entry.id])).toString('base64url');
}

function decoded(cursor: string): IndexEntry {
  const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [Value, string];
  return { value, id };
}
