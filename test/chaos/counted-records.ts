import assert from 'node:assert/strict';
import { setImmediate as eventsCame } from 'node:timers/promises';
import { newPerson, type Person } from '../../bot/domain/account/person.ts';
import { Fault } from '../../bot/domain/fault.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import type { Seeded } from '../support/seeded.ts';

/**
 * Records that count their writes, and what each may hold: one count when a write was acknowledged or the record was read
 * since, two when a write was refused or never answered. 0 stands for no record.
 */
export interface CountedRecords {
  readonly acknowledged: number;
  readonly refused: number;
  /** Reads every record and its place in the index. Throws when one holds what it can't. */
  compare(store: Store): Promise<void>;
  /** Writes every record again and again, at times removing it, until the disk is gone or so many writes are done. */
  write(store: Store, times: number): Promise<void>;
  /** Of what is not durable, anything that was ever written may be there now, or nothing that can be read. */
  powerWasCut(): void;
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const kinds = ['person', 'conversation'] as const;
type CountedKind = (typeof kinds)[number];

export function createCountedRecords(random: Seeded, gone: () => boolean): CountedRecords {
  const known = new Map<string, ReadonlySet<number>>();
  const ever = new Map<string, Set<number>>();
  let highest = 0;
  let acknowledged = 0;
  let refused = 0;
  let cut = false;

  function sees(kind: CountedKind, id: string, count: number): void {
    const may = known.get(`${kind} ${id}`) ?? new Set([0]);
    assert.ok(may.has(count), `${kind} ${id} is ${count}, not ${[...may].join(' or ')}`);
    known.set(`${kind} ${id}`, new Set([count]));
  }

  async function writeOne(store: Store, kind: CountedKind, id: string): Promise<void> {
    const name = `${kind} ${id}`;
    highest += 1;
    const count = random.chance() < 0.1 ? 0 : highest;
    const tried = ever.get(name) ?? new Set([0]);
    ever.set(name, tried.add(count));
    try {
      await store.update(kind, id, (before) => {
        sees(kind, id, countOf(before));
        known.set(name, new Set([countOf(before), count]));
        return { record: count === 0 ? undefined : (recordOf(kind, count) as never), outcome: undefined };
      });
      known.set(name, new Set([count]));
      acknowledged += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      assert.equal(error.code, 'store-unavailable');
      refused += 1;
      await eventsCame();
    }
  }

  /** One that a power cut has spoilt is put away. */
  async function conversation(store: Store, id: string): Promise<unknown> {
    try {
      return await store.read('conversation', id);
    } catch (error) {
      const spoilt = error instanceof Fault && error.code === 'store-damaged' && cut;
      if (!spoilt) throw error;
      await store.remove('conversation', id);
      return undefined;
    }
  }

  return {
    get acknowledged() {
      return acknowledged;
    },
    get refused() {
      return refused;
    },
    async compare(store) {
      const found = await store.find('person', { field: 'due', until: Number.MAX_SAFE_INTEGER, limit: 99 });
      for (const id of ids) {
        const person = await store.read('person', id);
        sees('person', id, countOf(person));
        assert.equal(found.ids.includes(id), person !== undefined, `person ${id} in the index`);
        sees('conversation', id, countOf(await conversation(store, id)));
      }
    },
    async write(store, times) {
      const writer = async (kind: CountedKind, id: string) => {
        for (let left = times; left > 0 && !gone(); left -= 1) await writeOne(store, kind, id);
      };
      await Promise.all(kinds.flatMap((kind) => ids.map((id) => writer(kind, id))));
    },
    powerWasCut() {
      cut = true;
      for (const id of ids) known.set(`conversation ${id}`, new Set(ever.get(`conversation ${id}`) ?? [0]));
    },
  };
}

function recordOf(kind: CountedKind, count: number): object {
  const filling = 'x'.repeat(count % 300);
  if (kind === 'conversation') {
    const none = { reference: null, language: null, timeZone: null, card: null, playing: null };
    return { ...none, version: 1, dialog: { filling }, seen: [filling], at: count };
  }
  const person: Person = {
    ...newPerson({ tenantId: 'tenant', objectId: filling }),
    letters: [{ kind: 'refresh', id: filling, due: count, dies: null, tries: [] }],
  };
  return person;
}

function countOf(record: unknown): number {
  const { at, letters } = Object(record) as { at?: number; letters?: Person['letters'] };
  return at ?? letters?.[0]?.due ?? 0;
}
