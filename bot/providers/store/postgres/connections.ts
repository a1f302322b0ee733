import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type ClientConfig, DatabaseError, Pool, type QueryConfig } from 'pg';
import { Fault } from '../../../domain/fault.ts';
import { second } from '../../../domain/time.ts';
import type { StoreObserver } from '../../../metrics.ts';
import type { DatabaseSettings } from './settings.ts';
import type { SqlStatement } from './tables.ts';

/** Longest that a statement, and a connection, is waited for; and longest in all, tries included: below what a turn has, ms. */
const statementPatience = 2.5 * second;
const connectionPatience = 2 * second;
const patience = 4 * second;

type Row = Readonly<Record<string, unknown>>;

export interface SqlAnswer {
  readonly rows: readonly Row[];
  /** How many rows it wrote or gave. */
  readonly count: number;
}

/** So many connections at once for what people wait for, and for what nobody does. */
export interface PoolSizes {
  readonly people: number;
  readonly background: number;
}

/** Of one of the two. */
export type PoolName = keyof PoolSizes;

/** Two pools of connections to the server. Each statement is a transaction of its own; nothing is held between two. */
export interface Connections {
  /** Does work whose statements go by the pool of what nobody waits for. */
  background<T>(work: () => Promise<T>): Promise<T>;
  /** How many connections each pool has, how many of them nobody uses, and how many statements wait for one. */
  pools(): Readonly<Record<PoolName, { readonly open: number; readonly idle: number; readonly waiting: number }>>;
  /** One try, at most until `end` (`performance.now()`). Rejects with what the driver says. */
  once(statement: SqlStatement, values: readonly unknown[], end: number): Promise<SqlAnswer>;
  /** For what only looks: tried again as long as there is time. Throws Fault `store-unavailable`. */
  ask(statement: SqlStatement, values: readonly unknown[]): Promise<SqlAnswer>;
  /** Statements sent so far. */
  readonly trips: number;
  end(): Promise<void>;
}

/** @param sizes most connections at once; who gets none in time gets a fault */
export function openConnections(config: ClientConfig, sizes: PoolSizes, observer?: StoreObserver): Connections {
  const inBackground = new AsyncLocalStorage<true>();
  const pools = { people: poolOf(config, sizes.people), background: poolOf(config, sizes.background) };
  let trips = 0;

  async function once({ name, text }: SqlStatement, values: readonly unknown[], end: number): Promise<SqlAnswer> {
    trips += 1;
    const left = Math.max(1, Math.min(statementPatience, end - performance.now()));
    // The types of the driver don't know that a statement may have a patience of its own.
    const query: QueryConfig & { query_timeout: number } = { name, text, values: [...values], query_timeout: left };
    const began = performance.now();
    try {
      const { rows, rowCount } = await pools[inBackground.getStore() ? 'background' : 'people'].query(query);
      return { rows, count: rowCount ?? 0 };
    } catch (error) {
      if (transient(error)) observer?.retried(ambiguous(error) ? 'cut' : 'undone');
      throw error;
    } finally {
      observer?.asked(name.split(' ')[1] ?? name, (performance.now() - began) / second);
    }
  }

  return {
    once,
    async ask(statement, values) {
      const end = patienceEnds();
      for (let wait = 20; ; wait *= 2) {
        try {
          return await once(statement, values, end);
        } catch (error) {
          if (!transient(error) || performance.now() + wait > end) throw faultOf(error);
          await pause(wait);
        }
      }
    },
    get trips() {
      return trips;
    },
    background: (work) => inBackground.run(true, work),
    pools: () => ({ people: standingOf(pools.people), background: standingOf(pools.background) }),
    async end() {
      await Promise.all([pools.people.end(), pools.background.end()]);
    },
  };
}

function poolOf(config: ClientConfig, max: number): Pool {
  const pool = new Pool({
    ...config,
    max,
    connectionTimeoutMillis: connectionPatience,
    idleTimeoutMillis: 60 * second,
    keepAlive: true,
    application_name: 'reset-ready',
  });
  // A connection that ends while nobody uses it is no news: the next statement makes another.
  pool.on('error', () => undefined);
  return pool;
}

function standingOf({ totalCount, idleCount, waitingCount }: Pool) {
  return { open: totalCount, idle: idleCount, waiting: waitingCount };
}

/** When whoever begins now has waited long enough, by `performance.now()`. */
export function patienceEnds(): number {
  return performance.now() + patience;
}

/**
 * What the server says where the statement has done nothing and may be sent again: lost to another one, locked, begins or
 * takes none now, only reads (the old primary after a failover), took too long.
 */
const undone = new Set(['40001', '40P01', '55P03', '57P03', '25006', '57014']);
/** The connection ends: what became of the statement is not known. */
const cut = /^(08...|57P0[124])$/;

/** Whether the same again may go well, after a moment. */
export function transient(error: unknown): boolean {
  if (error instanceof DatabaseError) return undone.has(error.code ?? '') || cut.test(error.code ?? '');
  if (untrusted(error)) return false;
  // Of the driver and the system: not connected, cut off, no answer in time.
  return (
    error instanceof Error && !(error instanceof TypeError || error instanceof RangeError || error instanceof Fault)
  );
}

/** Whoever answers is not known to be the database: by Node's names for what a certificate can lack, or the driver's words. */
function untrusted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /CERT|ISSUER|SIGNATURE/.test('code' in error ? `${error.code}` : '') || /not support SSL/.test(error.message);
}

/** Whether a statement that failed may have been done all the same. */
export function ambiguous(error: unknown): boolean {
  if (error instanceof DatabaseError) return !undone.has(error.code ?? '');
  return (error as NodeJS.ErrnoException).code !== 'ECONNREFUSED';
}

/** What it is for whoever called the store; the driver's own words stay in the cause: they may quote values. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
  if (code === '23505') return new Fault('store-conflict', 'the database has such a record already', { cause: error });
  if (untrusted(error)) return new Fault('store-unavailable', notTrusted, { cause: error });
  return new Fault('store-unavailable', meanings[code] ?? `the database does not answer (${code || 'no code'})`, {
    cause: error,
  });
}

const notTrusted =
  'whoever answers has no certificate for the host in DATABASE_URL that DATABASE_CA, or a public authority, has signed';
const schemaMissing = 'the tables are not as this version wants them: npm run store -- migrate';
const forgetful = 'a pooler before the database does not know prepared statements: see max_prepared_statements';
const meanings: Readonly<Record<string, string>> = {
  '53100': 'the disk of the database is full',
  '53300': 'the database takes no more connections: see max_connections',
  '28000': 'the database does not let the bot in: look at user and password in DATABASE_URL',
  '28P01': 'the database does not let the bot in: look at user and password in DATABASE_URL',
  '3D000': 'there is no database of that name: look at DATABASE_URL',
  '42501': 'the role of the bot may not do that: it needs to be a member of reset_ready_bot',
  '42P01': schemaMissing,
  '42703': schemaMissing,
  '3F000': schemaMissing,
  '26000': forgetful,
  '42P05': forgetful,
  '25006': 'the database only reads: this is a replica, or the old primary',
  ECONNREFUSED: 'nothing answers at the address in DATABASE_URL',
  ENOTFOUND: 'the host in DATABASE_URL is not known',
};

/** What Azure Database for PostgreSQL takes tokens for. */
const scope = 'https://ossrdbms-aad.database.windows.net/.default';

type TokenOf = (id: string | undefined) => () => Promise<string>;

/** The library keeps a token and asks for another before it ends. It takes a while to load, so only whoever needs it does. */
const managedIdentity: TokenOf = (id) => {
  const opened = import('@azure/identity').then(
    ({ ManagedIdentityCredential }) => new ManagedIdentityCredential(id === undefined ? {} : { clientId: id }),
  );
  return async () => (await (await opened).getToken(scope)).token;
};

/** How the driver connects. Rejects where the file of the authority can't be read. */
export async function connectionOf(
  { host, port, database, user, secret, checked, authority }: DatabaseSettings,
  tokenOf: TokenOf = managedIdentity,
): Promise<ClientConfig> {
  const ca = authority === undefined ? undefined : await readFile(authority, 'utf8');
  // Node looks at the certificate, its end and the name on it.
  const ssl = checked ? { rejectUnauthorized: true, servername: host, ...(ca !== undefined && { ca }) } : false;
  return { host, port, database, user, ssl, ...passwordBy(secret, tokenOf) };
}

function passwordBy(secret: DatabaseSettings['secret'], tokenOf: TokenOf): Pick<ClientConfig, 'password'> {
  switch (secret?.kind) {
    case 'password':
      return { password: secret.password };
    case 'file':
      return { password: async () => (await readFile(secret.file, 'utf8')).trim() };
    case 'identity':
      return { password: tokenOf(secret.id) };
    case undefined:
      return {};
  }
}
