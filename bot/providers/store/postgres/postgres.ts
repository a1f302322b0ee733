import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { Fault } from '../../../domain/fault.ts';
import type { Keyring } from '../../../domain/ports/keyring.ts';
import {
  claimTime,
  type Definition,
  type Definitions,
  type IndexFields,
  type Kind,
  type Query,
  type RecordStep,
  type Records,
  type Store,
} from '../../../domain/ports/store.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { second } from '../../../domain/time.ts';
import type { StoreObserver } from '../../../metrics.ts';
import { createLruCache } from '../../lru.ts';
import { type ProgramFormat, programWriting } from '../format.ts';
import { type MovingMark, refuseMoving } from '../moving.ts';
import { createByteSeal, sealingKey } from '../seal.ts';
import {
  ambiguous,
  type Connections,
  faultOf,
  openConnections,
  type PoolSizes,
  patienceEnds,
  transient,
} from './connections.ts';
import { createLeases, type Heart } from './leases.ts';
import { databaseMoving, openTables, raiseMark } from './mark.ts';
import { createOwnRecords, ownTime } from './own-records.ts';
import { keyPrints, type ShownProcess, showProcess } from './processes.ts';
import { followServerClock, type ServerClock } from './server-clock.ts';
import { blindValues, columnValues, fieldsOf, rowOf, type SqlStatement, statementsOf } from './tables.ts';
import { followFormat, type WrittenFormat } from './written-format.ts';

export interface PostgresSettings {
  readonly connection: ClientConfig;
  readonly definitions: Definitions;
  /** Seals every record, and blinds what it is found by. */
  readonly keyring: Keyring;
  /** Most connections at once. */
  readonly sizes?: PoolSizes;
  /** For a bot: the release it shows to the others. Commands show nothing of themselves. */
  readonly release?: string;
  /** As which program it reads and writes. */
  readonly format?: ProgramFormat;
  /** Hears how the database does. */
  readonly observer?: StoreObserver | undefined;
  /** For the command that moves records: they may be on the move. */
  readonly moving?: boolean;
  /** What keeps locks while their work goes on; once a second unless given. */
  readonly heart?: Heart;
  /** What shows a bot to the others; every ten seconds unless given. */
  readonly showing?: Heart;
  /** This machine's clock. */
  readonly clock?: Clock;
}

export interface PostgresStore extends Store {
  /** Statements sent so far. */
  readonly trips: number;
  readonly moving: MovingMark;
  /**
   * Writes every record anew that an older key sealed: then the older ones may leave the ring, and what is found by a value
   * is found by one. @returns how many it wrote
   */
  reseal(): Promise<number>;
}

/** How often a record is read and decided again because another wrote meanwhile; and from which time on after a moment. */
const mostRounds = 50;
const eagerRounds = 3;
/** A backlog of letters must not keep people waiting. */
export const usualSizes: PoolSizes = { people: 8, background: 4 };
/** How many rows are kept as they were last seen: those of the people of the moment. */
const keptRows = 1_000;
/** Of how many it is known which revision was the last: some 20 MB. */
const keptRevisions = 200_000;
/** How often it is looked for more where others took what was seen. */
const mostClaims = 5;

/** A row as it was read. */
interface Row {
  readonly version: Buffer;
  readonly text: string;
  /** This process has written it: it has its shape. */
  readonly own?: true;
}

/** Somebody's step that waits to be decided, or is. */
interface Waiting {
  readonly step: RecordStep<object, unknown>;
  /** Its id is sealed anew, too. */
  readonly renames?: true | undefined;
  resolve(outcome: unknown): void;
  reject(reason: unknown): void;
}

/** What a step came to in the last round. */
type Decided = { readonly outcome: unknown } | { readonly failed: unknown };

/**
 * The store on a PostgreSQL server, for any number of processes: sealed rows, compare-and-set in single statements, nothing
 * held open while a step runs. Throws Fault `store-schema` for other tables than this program wants, `keys-wrong`,
 * `store-moved`, and `store-unavailable` when the server can't be reached.
 */
export async function openPostgresStore(settings: PostgresSettings): Promise<PostgresStore> {
  const { definitions, keyring } = settings;
  const { observer, format: own = programWriting() } = settings;
  const connections = openConnections(settings.connection, settings.sizes ?? usualSizes, observer);
  try {
    const mark = await openTables(connections, keyring, own);
    // Whoever fills a place brings what it has written elsewhere.
    if (settings.moving) await raiseMark(connections, own);
    else refuseMoving(await databaseMoving(connections).read());
    const clock = await followServerClock(connections, settings.clock ?? Date.now);
    const format = followFormat(own, settings.moving ? own : mark, () => raiseMark(connections, own));
    const facts = { release: settings.release ?? '', format: own.written, keys: keyPrints(keyring) };
    const showing = { seen: format.seen, heart: settings.showing };
    const shown = settings.release === undefined ? undefined : showProcess(connections, facts, showing);
    observer?.follow(() => ({
      pools: connections.pools(),
      clockAhead: clock.ahead(),
      processes: shown?.count() ?? 0,
      format: format.now(),
    }));
    const { heart } = settings;
    return createPostgresStore(connections, definitions, keyring, clock, { heart, observer, shown, format });
  } catch (error) {
    await connections.end();
    throw error;
  }
}

interface Besides {
  readonly heart?: Heart | undefined;
  readonly observer?: StoreObserver | undefined;
  readonly shown?: ShownProcess | undefined;
  readonly format?: Pick<WrittenFormat, 'now'>;
}

export function createPostgresStore(
  connections: Connections,
  definitions: Definitions,
  keyring: Keyring,
  serverClock: ServerClock,
  { heart, observer, shown, format }: Besides = {},
) {
  const seal = createByteSeal(keyring);
  const leases = createLeases(connections, heart);
  const kinds = Object.keys(definitions) as Kind[];
  const statements = new Map(kinds.map((kind) => [kind, statementsOf(kind, definitions[kind].durable)]));
  const lines = new Map<string, Waiting[]>();
  /** Rows as they were last seen here; null: there was none. Another process may have written since: only a write that fits counts. */
  const seen = createLruCache<Row | null>(keptRows);
  /** What values are found by that were written lately, as most are again. */
  const blinded = createLruCache<Buffer>(keptRows);
  /** The highest revision seen here of a lasting record, by place: one that falls was put back. */
  const highest = createLruCache<number>(keptRevisions);
  const underWay = new Set<Promise<unknown>>();
  /** Of a bot among others; commands send nothing. */
  const leftToWriter = shown ? ownTime : 0;
  const owned = new Map(kinds.map((kind) => [kind, createOwnRecords()]));
  /** Rows that others write as often: what was seen of them is old again by the next write. */
  const contested = createLruCache<true>(keptRows);
  let closing: Promise<void> | undefined;

  function statementsFor(kind: Kind) {
    const known = statements.get(kind);
    if (!known) throw new TypeError(`${kind} is no kind of record`);
    return known;
  }

  /** None once the store is closed; what is under way ends before it is. */
  function open<T>(work: () => Promise<T>): Promise<T> {
    if (closing) return Promise.reject(new Fault('store-unavailable', 'closed'));
    const done = work();
    const ended: Promise<unknown> = done.then(
      () => underWay.delete(ended),
      () => underWay.delete(ended),
    );
    underWay.add(ended);
    return done;
  }

  /** @returns whether it is as high as the one that was seen last */
  function noteRevision(kind: Kind, place: Buffer, version: Buffer): boolean {
    if (!definitions[kind].durable) return true;
    const key = place.toString('latin1', 0, 10);
    const revision = Number(version.readBigUInt64BE());
    const known = highest.get(key) ?? 0;
    highest.set(key, Math.max(known, revision));
    return revision >= known;
  }

  async function readRow(kind: Kind, place: Buffer): Promise<Row | undefined> {
    const { rows } = await connections.ask(statementsFor(kind).read, [place]);
    const [found] = rows;
    const version = found && (found.version as Buffer);
    const row = version && { version, text: seal.open(found.body as Buffer, bodyPlace(kind, place, version)) };
    seen.set(place.toString('latin1'), row ?? null);
    if (row) noteRevision(kind, place, row.version);
    return row;
  }

  /**
   * Sends one write until it is known what became of it. The same statement with the same new version: whichever of them
   * comes late finds that its condition does not hold.
   * @returns false: another wrote first. Throws Fault `store-unavailable` where the record is as before or as decided
   */
  async function settled(
    statement: SqlStatement,
    values: readonly unknown[],
    read: SqlStatement,
    place: Buffer,
    before: Buffer | undefined,
    after: Buffer | undefined,
  ): Promise<boolean> {
    const end = patienceEnds();
    let unsure = false;
    for (let wait = 20; ; wait *= 2) {
      try {
        if ((await connections.once(statement, values, end)).count === 1) return true;
        if (!unsure) return false;
        const [row] = (await connections.once(read, [place], end)).rows;
        const there = row && (row.version as Buffer);
        if (same(there, after)) return true;
        if (!same(there, before)) throw new Fault('store-unavailable', 'the connection was lost while it was written');
      } catch (error) {
        if (!transient(error)) throw faultOf(error);
        unsure ||= ambiguous(error);
        if (performance.now() + wait > end) throw faultOf(error);
      }
      await pause(wait);
    }
  }

  /** Whether nobody else wrote since the row was read. */
  async function write(
    kind: Kind,
    id: string,
    place: Buffer,
    before: Row | undefined,
    after: { readonly record: object; readonly text: string; readonly renames: boolean } | undefined,
  ): Promise<boolean> {
    const { insert, update, remove, read } = statementsFor(kind);
    const key = place.toString('latin1');
    // Until it is known what came of it.
    seen.delete(key);
    if (after === undefined) {
      if (!before) return true;
      return settled(remove, [place, before.version], read, place, before.version, undefined);
    }
    const { record, text, renames } = after;
    const definition = definitions[kind] as Definition<object>;
    const version = nextVersion(before?.version);
    const name = before && !renames ? null : seal.close(id, namePlace(kind, place));
    const body = seal.close(text, bodyPlace(kind, place, version));
    const fields = definition.index(record);
    const values = [place, version, name, body, ...columnValues(kind, fields, keyring, blinded)];
    await refuseSecond(kind, place, fields);
    const written = before
      ? await settled(update, [...values, before.version], read, place, before.version, version)
      : await settled(insert, values, read, place, undefined, version);
    if (written) {
      seen.set(key, { version, text, own: true });
      noteRevision(kind, place, version);
      owned.get(kind)?.wrote(place, fields.due);
    }
    return written;
  }

  /**
   * While keys are rotated one process writes a value under one key and another under the next, and the database takes the two
   * for different ones: so it is looked for under all of them. The index keeps those apart that come at the same moment under
   * one key.
   */
  async function refuseSecond(kind: Kind, place: Buffer, fields: IndexFields): Promise<void> {
    const { unique: field = '' } = definitions[kind];
    const value = fields[field];
    if (value === undefined || keyring.versions.length === 1) return;
    const query = { field, equals: value, limit: 1 };
    const { rows } = await connections.ask(statementsFor(kind).find(query, false), findValues(kind, query, keyring));
    const others = rows.some((row) => !place.equals(row.place as Buffer));
    if (others) throw new Fault('store-conflict', `another ${kind} has this ${field}`);
  }

  /** Decides all steps that wait for a record, one after the other, and writes once. */
  async function decide(kind: Kind, id: string, place: Buffer, waiting: readonly Waiting[]): Promise<void> {
    const definition = definitions[kind] as Definition<object>;
    // What was seen last saves a trip where it leads to a write, which fits or does not. For everything else it may be old.
    const key = place.toString('latin1');
    const last = seen.get(key);
    const known = contested.get(key) ? undefined : last;
    for (let round = known === undefined ? 1 : 0; round <= mostRounds; round += 1) {
      const before = round === 0 ? (known ?? undefined) : await readRow(kind, place);
      if (round > 0 && same(before?.version, last?.version)) contested.delete(key);
      const decided = new Map<Waiting, Decided>();
      const has = before?.own === true;
      let text = before?.text;
      let after: object | undefined;
      let wrote = false;
      let failed = false;
      for (const one of waiting) {
        try {
          const document = text === undefined ? undefined : (JSON.parse(text) as object);
          const given = document && (has || wrote ? document : shaped(definition, document, kind));
          const { record, outcome } = one.step(given);
          if (record !== given) {
            after = record === undefined ? undefined : shaped(definition, record, `what became of ${kind}`);
            text = after && JSON.stringify(after);
            wrote = true;
          }
          decided.set(one, { outcome });
        } catch (error) {
          failed = true;
          decided.set(one, { failed: error });
        }
      }
      if (round === 0 && (failed || !wrote || (text === undefined && !before))) continue;
      const renames = waiting.some((one) => one.renames);
      const written = after && text !== undefined ? { record: after, text, renames } : undefined;
      if (!wrote || (await write(kind, id, place, before, written))) {
        for (const [one, came] of decided) 'failed' in came ? one.reject(came.failed) : one.resolve(came.outcome);
        return;
      }
      observer?.conflicted(kind);
      contested.set(key, true);
      if (round >= eagerRounds) await pause(((randomBytes(1)[0] ?? 0) / 51) * round);
    }
    throw new Fault('store-conflict', `${kind} was written by others ${mostRounds} times in a row`);
  }

  /** One write at a time for each record; what comes meanwhile is decided together in the next. */
  async function serve(kind: Kind, id: string, place: Buffer, key: string, line: Waiting[]): Promise<void> {
    while (line.length > 0) {
      const waiting = line.splice(0);
      await decide(kind, id, place, waiting).catch((reason) => waiting.forEach((one) => void one.reject(reason)));
    }
    lines.delete(key);
  }

  function updated<K extends Kind, O>(
    kind: K,
    id: string,
    step: RecordStep<Records[K], O>,
    renames?: true,
  ): Promise<O> {
    const place = rowOf(kind, id);
    const key = `${kind} ${place.toString('latin1')}`;
    return new Promise<O>((resolve, reject) => {
      const one = { step, renames, resolve, reject } as unknown as Waiting;
      const line = lines.get(key);
      if (line) {
        line.push(one);
        return;
      }
      const fresh = [one];
      lines.set(key, fresh);
      void serve(kind, id, place, key, fresh);
    });
  }

  /** Visits the rows of a kind in order of their places, page by page. */
  async function eachRow(statement: SqlStatement, limit: number, visit: (row: ReadRow) => void): Promise<void> {
    let after: Buffer = Buffer.alloc(0);
    for (;;) {
      const { rows } = await connections.ask(statement, [after, limit]);
      for (const row of rows as unknown as readonly ReadRow[]) visit(row);
      const last = rows.at(-1);
      if (!last || rows.length < limit) return;
      after = last.place as Buffer;
    }
  }

  const lasting = kinds.filter((kind) => definitions[kind].durable);
  const opened = (kind: Kind, row: Pick<ReadRow, 'place' | 'name'>) => seal.open(row.name, namePlace(kind, row.place));

  const store: PostgresStore = {
    read: (kind, id) =>
      open(async () => {
        const row = await readRow(kind, rowOf(kind, id));
        return row && (shaped(definitions[kind] as Definition<object>, JSON.parse(row.text), kind) as never);
      }),
    update: (kind, id, step) => open(() => updated(kind, id, step)),
    remove: (kind, id) => open(() => updated(kind, id, () => ({ record: undefined, outcome: undefined }))),
    find: (kind, query) =>
      open(async () => {
        const { limit } = query;
        const statement = statementsFor(kind).find(query, query.after !== undefined);
        const { rows } = await connections.ask(statement, findValues(kind, query, keyring));
        const page = rows.slice(0, limit) as unknown as readonly ReadRow[];
        const ids = page.map((row) => opened(kind, row));
        const last = page.at(-1);
        return last && rows.length > limit ? { ids, next: cursorAt(last) } : { ids };
      }),
    scan: (kind, limit, after = '') =>
      open(async () => {
        const definition: Definition<Records[typeof kind]> = definitions[kind];
        const values = [Buffer.from(after, 'base64url'), limit + 1];
        const { rows } = await connections.ask(statementsFor(kind).scan, values);
        const page = rows.slice(0, limit) as unknown as readonly ReadRow[];
        const entries = page.map((row) => {
          const text = seal.open(row.body, bodyPlace(kind, row.place, row.version));
          return { id: opened(kind, row), record: shaped(definition, JSON.parse(text), kind) };
        });
        const last = page.at(-1);
        return last && rows.length > limit ? { entries, next: last.place.toString('base64url') } : { entries };
      }),
    claim: (kind, until, limit) =>
      open(async () => {
        if (fieldsOf(kind).due !== 'number') throw new TypeError(`${kind} has nothing that is due`);
        const claimed: string[] = [];
        for (let tries = 0; tries < mostClaims && claimed.length < limit; tries += 1) {
          const own = owned.get(kind)?.dueBy(until) ?? [];
          const values = [until, limit - claimed.length, claimTime, leftToWriter, own];
          const { rows } = await connections.ask(statementsFor(kind).claim, values);
          const mine = rows.filter((row) => row.mine === true);
          claimed.push(...mine.map((row) => opened(kind, row as unknown as ReadRow)));
          if (mine.length === rows.length) break;
        }
        return claimed;
      }),
    lock: (key, patience, work) => {
      if (closing) return Promise.reject(new Fault('store-unavailable', 'closed'));
      const asked = performance.now();
      return leases.lock(key, patience, (lost) => {
        observer?.waitedForLock((performance.now() - asked) / second);
        return work(lost);
      });
    },
    background: (work) => connections.background(work),
    clock: (own) => () => Math.round(own() + serverClock.ahead()),
    format: () => format?.now() ?? programWriting().written,
    head: () =>
      open(async () => {
        const key = keyring.key(keyring.newest, 'head');
        const sums: string[] = [];
        for (const kind of lasting) {
          let sum = 0n;
          await eachRow(statementsFor(kind).versions, headPage, ({ place, version }) => {
            const one = createHmac('sha256', key).update(place).update(version).digest('hex');
            sum = (sum + BigInt(`0x${one}`)) % (1n << 256n);
          });
          sums.push(`${kind} ${sum}`);
        }
        return createHmac('sha256', key).update(sums.join('\n')).digest('base64url');
      }),
    check: () =>
      open(async () => {
        const faults: Fault[] = [];
        for (const kind of lasting) {
          await eachRow(statementsFor(kind).scan, checkPage, (row) => {
            try {
              const id = opened(kind, row);
              const text = seal.open(row.body, bodyPlace(kind, row.place, row.version));
              shaped(definitions[kind] as Definition<object>, JSON.parse(text), kind);
              if (!rowOf(kind, id).equals(row.place))
                throw new Fault('store-damaged', `${kind} lies at another's place`);
              if (!noteRevision(kind, row.place, row.version))
                throw new Fault('store-damaged', `${kind}/${row.place.toString('hex')} is an older one, put back`);
            } catch (error) {
              if (!(error instanceof Fault)) throw error;
              faults.push(error);
            }
          });
        }
        return faults;
      }),
    moving: databaseMoving(connections),
    reseal: () =>
      open(async () => {
        let written = 0;
        for (const kind of kinds) {
          const old: string[] = [];
          await eachRow(statementsFor(kind).scan, checkPage, (row) => {
            const sealed = [row.name, row.body].map(sealingKey);
            if (sealed.some((key) => key !== keyring.newest)) old.push(opened(kind, row));
          });
          for (const id of old) {
            await updated(kind, id, (record) => ({ record: record && { ...record }, outcome: undefined }), true);
          }
          written += old.length;
        }
        return written;
      }),
    get trips() {
      return connections.trips;
    },
    close() {
      closing ??= Promise.all(underWay).then(async () => {
        leases.close();
        serverClock.close();
        await shown?.close();
        await connections.end();
      });
      return closing;
    },
  };
  return store;
}

const headPage = 2_000;
const checkPage = 500;

interface ReadRow {
  readonly place: Buffer;
  readonly version: Buffer;
  readonly name: Buffer;
  readonly body: Buffer;
  readonly at?: number;
}

function same(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

/**
 * A number that rises with each write of a record, also after one that was removed, then eight random bytes. Sealed with the
 * record: an older one that is put back has its older number.
 */
function nextVersion(before: Buffer | undefined): Buffer {
  const version = Buffer.alloc(16);
  const last = before?.readBigUInt64BE() ?? 0n;
  const now = BigInt(Date.now());
  version.writeBigUInt64BE(last >= now ? last + 1n : now);
  nextRandom().copy(version, 8);
  return version;
}

/** Drawn many at a time: each call to the system's source costs as much as a seal. */
const nextRandom = (() => {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(512 * 8);
    const next = drawn.subarray(0, 8);
    drawn = drawn.subarray(8);
    return next;
  };
})();

function namePlace(kind: Kind, place: Buffer): string {
  return `${kind}/${place.toString('hex')}/name`;
}

function bodyPlace(kind: Kind, place: Buffer, version: Buffer): string {
  return `${kind}/${place.toString('hex')}/${version.toString('hex')}`;
}

/** What is read and what is written both have their shape: what we write can be read again. */
function shaped<T>(definition: Definition<T>, document: unknown, what: string): T {
  try {
    return definition.parse(document);
  } catch (error) {
    throw new Fault('store-damaged', `${what} does not have its shape`, { cause: error });
  }
}

/** Where a page ends: the number it is in order of, if it is, and the place. */
function cursorAt({ place, at }: ReadRow): string {
  return JSON.stringify([place.toString('base64url'), at ?? null]);
}

function findValues(kind: Kind, query: Query, keyring: Keyring): readonly unknown[] {
  const [place, at] = query.after === undefined ? ['', null] : (JSON.parse(query.after) as [string, number | null]);
  const after = Buffer.from(place, 'base64url');
  // One more than wanted tells whether there is a next page.
  const limit = query.limit + 1;
  if ('until' in query) return at === null ? [query.until, limit] : [query.until, limit, at, after];
  const type = fieldsOf(kind)[query.field];
  if (type === 'all') return [after, limit];
  const value = type === 'number' ? query.equals : blindValues(kind, query.field, query.equals, keyring);
  return [after, limit, value];
}
