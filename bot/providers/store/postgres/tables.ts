import { createHmac, hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyring } from '../../../domain/ports/keyring.ts';
import type { IndexFields, Kind, Query } from '../../../domain/ports/store.ts';
import { recordDefinitions } from '../../../domain/records.ts';
import type { LruCache } from '../../lru.ts';

/** Where all tables of the bot stand, beside whatever else is in the database. */
export const schema = 'reset_ready';

/** Plain SQL, a file a step from nothing to the tables as this program wants them; and where it is noted which were taken. */
export const migrationFolder = join(import.meta.dirname, 'migrations');
export const migrationTable = 'migration';

/** The steps in order, by the name that is noted once each is done. */
export const migrations: readonly string[] = readdirSync(migrationFolder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.slice(0, -'.sql'.length))
  .sort();

/**
 * What each kind can be found by: a number is kept as it is, a text as an HMAC, what every record has not at all. A field that
 * is kept has the column of its name (migrations).
 */
export const fieldsOf = (kind: Kind) => recordDefinitions[kind].fields;

/** A statement that the server prepares once a connection and knows by its name. */
export interface SqlStatement {
  readonly name: string;
  readonly text: string;
}

/** What is done to the records of a kind. None is made of data: values go beside it. */
interface Statements {
  /** place → version, body */
  readonly read: SqlStatement;
  /** place, version, name, body, and what is kept of each field, in order; nothing where there is one */
  readonly insert: SqlStatement;
  /** The same, and the version before: nothing where another stands there. Without a name the one that stands there stays. */
  readonly update: SqlStatement;
  /** place, version */
  readonly remove: SqlStatement;
  /** place, least → a page: place, version, name, body; `fields` the same without body */
  readonly scan: SqlStatement;
  readonly versions: SqlStatement;
  find(query: Query, paged: boolean): SqlStatement;
  /**
   * until, limit, ms on lease, ms that are left to whoever wrote it, places of its own → place, name, and whether it is ours:
   * another may have been quicker since the statement began
   */
  readonly claim: SqlStatement;
}

/** @param durable false: the server acknowledges before it has synced */
export function statementsOf(kind: Kind, durable: boolean): Statements {
  const table = `${schema}.${kind.replace('-', '_')}`;
  const columns = keptFields(kind);
  const all = ['place', 'version', 'name', 'body', ...columns];
  const values = all.map((_, at) => `$${at + 1}`);
  const named = (act: string, text: string): SqlStatement => ({ name: `${kind} ${act}`, text });
  // In the same statement, so that it costs no trip; true however it was set.
  const quick = durable ? 'true' : `set_config('synchronous_commit', 'off', true) IS NOT NULL`;
  const page = (what: string) => `SELECT ${what} FROM ${table} WHERE place > $1 ORDER BY place LIMIT $2`;
  return {
    read: named('read', `SELECT version, body FROM ${table} WHERE place = $1`),
    insert: named(
      'insert',
      `INSERT INTO ${table} (${all.join(', ')}) SELECT ${typed(values, columns, kind)} WHERE (SELECT ${quick}) ON CONFLICT (place) DO NOTHING`,
    ),
    update: named(
      'update',
      `UPDATE ${table} SET ${all
        .slice(1)
        .map((column, at) => `${column} = ${column === 'name' ? `COALESCE($${at + 2}, name)` : `$${at + 2}`}`)
        .join(', ')} WHERE place = $1 AND version = $${all.length + 1} AND (SELECT ${quick})`,
    ),
    remove: named('remove', `DELETE FROM ${table} WHERE place = $1 AND version = $2`),
    scan: named('scan', page('place, version, name, body')),
    versions: named('versions', page('place, version')),
    find(query, paged) {
      const type = fieldsOf(kind)[query.field];
      if (!type) throw new TypeError(`${kind} has no index ${query.field}`);
      const { field } = query;
      if (type === 'all') return named('find all', page('place, name'));
      if ('until' in query) {
        const after = paged ? ` AND (${field}, place) > ($3, $4)` : '';
        const order = `ORDER BY ${field}, place LIMIT $2`;
        const text = `SELECT place, name, ${field} AS at FROM ${table} WHERE ${field} <= $1${after} ${order}`;
        return named(`find ${field} until${paged ? ' after' : ''}`, text);
      }
      const has = type === 'number' ? `${field} = $3` : `${field} = ANY($3)`;
      const text = `SELECT place, name FROM ${table} WHERE ${has} AND place > $1 ORDER BY place LIMIT $2`;
      return named(`find ${field}`, text);
    },
    claim: named(
      'claim',
      `WITH due AS (
         SELECT place, version, name, due FROM ${table} AS record WHERE due <= $1 AND (due <= $1 - $4 OR place = ANY($5)) AND NOT EXISTS (
           SELECT FROM ${schema}.claim WHERE claim.place = record.place AND claim.version = record.version AND until > clock_timestamp()
         ) ORDER BY due, place LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
       ), mine AS (
         INSERT INTO ${schema}.claim AS claim (place, version, until)
         SELECT place, version, clock_timestamp() + $3 * interval '1 millisecond' FROM due
         ON CONFLICT (place) DO UPDATE SET version = EXCLUDED.version, until = EXCLUDED.until
         WHERE claim.version <> EXCLUDED.version OR claim.until <= clock_timestamp()
         RETURNING place
       ) SELECT due.place, name, mine.place IS NOT NULL AS mine FROM due LEFT JOIN mine USING (place) ORDER BY due, place`,
    ),
  };
}

/** `SELECT $1` alone would be a text. */
function typed(values: readonly string[], columns: readonly string[], kind: Kind): string {
  return values
    .map((value, at) => {
      const column = columns[at - (values.length - columns.length)];
      return `${value}::${column !== undefined && fieldsOf(kind)[column] === 'number' ? 'float8' : 'bytea'}`;
    })
    .join(', ');
}

function keptFields(kind: Kind): readonly string[] {
  return Object.keys(fieldsOf(kind)).filter((field) => fieldsOf(kind)[field] !== 'all');
}

/** Where a record lies. No two ids have one place. */
export function rowOf(kind: Kind, id: string): Buffer {
  return hash('sha256', `${kind}\0${id}`, 'buffer');
}

/**
 * What stands in the columns of a record's fields, in their order.
 * @param known what was made of values before, under the key that seals
 */
export function columnValues(
  kind: Kind,
  fields: IndexFields,
  keyring: Keyring,
  known: LruCache<Buffer>,
): readonly (Buffer | number | null)[] {
  return keptFields(kind).map((field) => {
    const value = fields[field];
    if (value === undefined) return null;
    if (fieldsOf(kind)[field] === 'number') return Number(value);
    const name = `${kind}\0${field}\0${value}`;
    const blinded = known.get(name) ?? blind(kind, field, value, keyring, keyring.newest);
    known.set(name, blinded);
    return blinded;
  });
}

/** What a text may stand there as: under whichever key of the ring it was written. */
export function blindValues(kind: Kind, field: string, value: string | number, keyring: Keyring): readonly Buffer[] {
  return keyring.versions.map((version) => blind(kind, field, value, keyring, version));
}

/** Tells nothing but which records have the same. */
function blind(kind: Kind, field: string, value: string | number, keyring: Keyring, version: number): Buffer {
  const key = keyring.key(version, 'index');
  return createHmac('sha256', key).update(`${kind}\0${field}\0`).update(`${value}`).digest().subarray(0, 16);
}
