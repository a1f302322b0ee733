import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';
import type { Kind } from '../../domain/ports/store.ts';
import type { Seal } from './seal.ts';

/** Where the head lies: in the journal on a line that brings no entry, and in a file of its own once the store is closed. */
export const headPlace = 'head.json';

/** What a write does to a record that is counted: its revision before and after; undefined where there is none. */
export interface RevisionChange {
  readonly place: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** How many records of a kind there are, and the sum over them. */
interface Total {
  readonly count: number;
  readonly sum: bigint;
}

/** What all counted records come to. */
export interface Head {
  /** Version of the key the sums are made with. */
  readonly key: number;
  /** Writes so far. No record's revision is above it, so one that was removed never comes back under a revision it had. */
  readonly writes: number;
  readonly totals: ReadonlyMap<string, Total>;
}

/**
 * Keeps the head: a keyed multiset hash of the place and revision of every counted record, one for each kind. It is the
 * sum of an HMAC of each, modulo 2²⁵⁶, so a write costs two HMACs however many records there are (MSet-Add-Hash: Clarke,
 * Devadas, van Dijk, Gassend, Suh, "Incremental Multiset Hash Functions and Their Application to Memory Integrity
 * Checking", ASIACRYPT 2003, doi 10.1007/978-3-540-40061-5_12). A record that was put back, removed or added by anybody
 * but the store makes another sum.
 */
export interface Heads {
  /** Undefined while there is none that can be read. */
  readonly now: Head | undefined;
  /** The head once these changes are written, sealed, and how to take it over; undefined while there is none. */
  after(changes: readonly RevisionChange[]): { readonly text: string; keep(): void } | undefined;
  begin(head: Head): void;
  /** Hands on a head that can't be read now, as it is. */
  carry(text: string): void;
  /** Called with what each write changed, once it is on disk. */
  watch(seen: ((changes: readonly RevisionChange[]) => void) | undefined): void;
  text(head: Head): string;
  /** Throws Fault `store-damaged` for what is no head, `key-missing` for one under a key not in the ring. */
  read(text: string): Head;
  /** An empty head under the newest key. */
  empty(writes: number): Head;
  changed(head: Head, changes: readonly RevisionChange[]): Head;
  /** A keyed digest of it, the same only for the same records: for a log, or any other place out of the disk's reach. */
  digest(head: Head): string;
}

const modulus = 1n << 256n;

export function createHeads(seal: Seal, keyring: Keyring | undefined): Heads {
  let now: Head | undefined;
  let carried: string | undefined;
  let watching: ((changes: readonly RevisionChange[]) => void) | undefined;
  const plain = createSecretKey(Buffer.alloc(32));
  const keyOf = (version: number): KeyObject => keyring?.key(version, 'head') ?? plain;

  function element(key: KeyObject, place: string, revision: number | undefined): bigint {
    if (revision === undefined) return 0n;
    return BigInt(`0x${createHmac('sha256', key).update(`${place} ${revision}`).digest('hex')}`);
  }

  function changed(head: Head, changes: readonly RevisionChange[]): Head {
    const key = keyOf(head.key);
    const totals = new Map(head.totals);
    for (const { place, before, after } of changes) {
      const kind = recordKindOf(place);
      const { count, sum } = totals.get(kind) ?? { count: 0, sum: 0n };
      totals.set(kind, {
        count: count + Number(after !== undefined) - Number(before !== undefined),
        sum: (sum + element(key, place, after) + modulus - element(key, place, before)) % modulus,
      });
    }
    return { ...head, writes: head.writes + changes.length, totals };
  }

  const text = (head: Head) => seal.close(plainText(head), headPlace);

  return {
    get now() {
      return now;
    },
    after(changes) {
      if (!now) return carried === undefined ? undefined : { text: carried, keep: () => undefined };
      const next = changed(now, changes);
      return {
        text: text(next),
        keep() {
          now = next;
          watching?.(changes);
        },
      };
    },
    begin(head) {
      now = head;
    },
    carry(sealed) {
      carried = sealed;
    },
    watch(seen) {
      watching = seen;
    },
    text,
    read(sealed) {
      const head = headFrom(seal.open(sealed, headPlace));
      keyOf(head.key);
      return head;
    },
    empty: (writes) => ({ key: keyring?.newest ?? 0, writes, totals: new Map() }),
    changed,
    digest: (head) =>
      createHmac('sha256', keyOf(head.key))
        .update(`head ${plainText(head)}`)
        .digest('base64url'),
  };
}

export function recordKindOf(place: string): Kind {
  return place.slice(0, place.indexOf('/')) as Kind;
}

/** Kinds of which two heads tell different things. */
export function differingKinds(one: Head, other: Head): readonly string[] {
  const none = { count: 0, sum: 0n };
  return [...new Set([...one.totals.keys(), ...other.totals.keys()])].filter((kind) => {
    const [a, b] = [one.totals.get(kind) ?? none, other.totals.get(kind) ?? none];
    return a.count !== b.count || a.sum !== b.sum;
  });
}

function plainText({ key, writes, totals }: Head): string {
  const kinds = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ key, writes, kinds: kinds.map(([kind, { count, sum }]) => [kind, count, sum.toString(16)]) });
}

function headFrom(text: string): Head {
  try {
    const { key, writes, kinds } = JSON.parse(text) as {
      key: number;
      writes: number;
      kinds: [string, number, string][];
    };
    const totals = new Map(kinds.map(([kind, count, sum]) => [kind, { count, sum: BigInt(`0x${sum}`) }]));
    return { key, writes, totals };
  } catch (cause) {
    throw new Fault('store-damaged', 'the head of the records is not one', { cause });
  }
}

/** Which revision of each record was last written, as far as this process has looked or written. */
export interface Revisions {
  has(place: string): boolean;
  /** Undefined: nothing is there, or nobody has looked yet. */
  get(place: string): number | undefined;
  set(place: string, revision: number | undefined): void;
  /** Notes what was found. Throws Fault `store-damaged` when it is not what was written last. */
  verify(place: string, revision: number | undefined): void;
}

/** So much of a place's name tells it from all others: 64 bits of a hash besides its kind. */
const shortest = 16;

export function createRevisions(): Revisions {
  const last = new Map<string, number>();
  const keyOf = (place: string) => `${place.slice(0, place.indexOf('/'))}${place.slice(-shortest - '.json'.length)}`;
  const set = (place: string, revision: number | undefined) => void last.set(keyOf(place), revision ?? 0);
  return {
    has: (place) => last.has(keyOf(place)),
    get: (place) => last.get(keyOf(place)) || undefined,
    set,
    verify(place, revision) {
      const known = last.get(keyOf(place));
      if (known === undefined) set(place, revision);
      else if (known !== (revision ?? 0)) {
        // A volume that is away for a while looks like this, too.
        if (revision === undefined) throw new Fault('store-unavailable', `${place} is gone`);
        throw new Fault('store-damaged', `${place} is not what was written last: somebody put it there`);
      }
    },
  };
}
