import { Client, type ClientConfig } from 'pg';
import { second } from '../../../domain/time.ts';
import { faultOf } from './connections.ts';
import { type ProcessFacts, processesText, processSilence } from './processes.ts';
import { migrations, migrationTable, schema } from './tables.ts';

/** What a server tells of itself and of the bot's place in it. */
export interface DatabaseFacts {
  /** As PostgreSQL counts: 170010 is 17.10. */
  readonly version: number;
  readonly replica: boolean;
  /** Steps to the tables that were not taken. */
  readonly missing: readonly string[];
  /** The role may write records; and may make or change tables, which it should not. */
  readonly writes: boolean;
  readonly defines: boolean;
  /** Settings of the server by which an acknowledged write could be lost. */
  readonly unsafe: readonly string[];
  /** Connections that nobody uses. */
  readonly free: number;
  /** Longest a statement may take, ms; 0: for ever. */
  readonly statementTimeout: number;
  /** Whether values of statements that fail stand in the server's log. */
  readonly logsValues: boolean;
  /** Whether a write is acknowledged only once a standby has it; undefined where the role may not see. */
  readonly synchronousStandby: boolean | undefined;
  readonly people: number;
  readonly bytes: number;
  /** Rows of people that wait to be cleared away, as a share. */
  readonly dead: number;
  /** How far its clock is ahead of this machine's, ms. */
  readonly clockAhead: number;
  /**
   * Whether something stands between that hands connections to others after each transaction, and whether it knows statements
   * that were prepared on another.
   */
  readonly pooler: 'none' | 'knows-statements' | 'forgets-statements';
  /** In which format records are written; undefined before the first. */
  readonly format: number | undefined;
  /** The bots that were seen lately. */
  readonly processes: readonly ProcessFacts[];
}

const look = `SELECT current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS replica,
  to_regclass('${schema}.${migrationTable}') IS NOT NULL AS made, to_regclass('${schema}.process') IS NOT NULL AS shown,
  COALESCE(has_table_privilege(to_regclass('${schema}.person'), 'INSERT, UPDATE, DELETE'), false) AS writes,
  COALESCE((SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = '${schema}'), false) AS defines,
  ARRAY(SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off') AS unsafe,
  current_setting('max_connections')::int - (SELECT count(*) FROM pg_stat_activity)::int AS free,
  (SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout') AS timeout,
  current_setting('log_parameter_max_length_on_error') <> '0' AS logs,
  (SELECT setting <> '' FROM pg_settings WHERE name = 'synchronous_standby_names') AS standby,
  COALESCE((SELECT n_live_tup FROM pg_stat_user_tables WHERE schemaname = '${schema}' AND relname = 'person'), 0)::int AS people,
  COALESCE((SELECT n_dead_tup FROM pg_stat_user_tables WHERE schemaname = '${schema}' AND relname = 'person'), 0)::int AS dead,
  pg_database_size(current_database())::float8 AS bytes, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now`;

const marked = `SELECT value::json ->> 'written' AS format FROM ${schema}.setting WHERE name = 'format'`;

function clientOf(connection: ClientConfig): Client {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5 * second });
  client.on('error', () => undefined);
  return client;
}

/** The number of the server's process by which a client might ask it to stop. A pooler has numbers of its own. */
const promised = (client: Client): unknown => (client as unknown as { readonly processID: unknown }).processID;
const noSuchStatement = new Set(['26000', '42P05']);

/** @param client one that is connected */
async function poolerBefore(client: Client, connection: ClientConfig): Promise<DatabaseFacts['pooler']> {
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  if (rows[0]?.pid === promised(client)) return 'none';
  const other = clientOf(connection);
  try {
    const statement = { name: 'look through a pooler', text: 'SELECT 1' };
    await client.query(statement);
    await other.connect();
    // Whoever is in a transaction has the connection on which it was prepared, so the next is another.
    await other.query('BEGIN');
    await other.query('SELECT 1');
    await client.query(statement);
    return 'knows-statements';
  } catch (error) {
    if (noSuchStatement.has(Object(error).code)) return 'forgets-statements';
    throw error;
  } finally {
    await other.end().catch(() => undefined);
  }
}

/** Looks at a server without changing anything. Throws Fault `store-unavailable`. */
export async function lookAtDatabase(connection: ClientConfig, clock: () => number): Promise<DatabaseFacts> {
  const client = clientOf(connection);
  try {
    await client.connect();
    const [row] = (await client.query(look)).rows;
    const asked = clock();
    const taken: readonly string[] = row.made
      ? (await client.query(`SELECT name FROM ${schema}.${migrationTable}`)).rows.map(({ name }) => name)
      : [];
    const seen = row.shown ? (await client.query(processesText)).rows : [];
    const [mark] = row.made ? (await client.query(marked)).rows : [];
    const processes = seen.filter(({ silent }) => Math.abs(silent) < processSilence);
    return {
      processes: processes.map(({ release, format, keys }) => ({ release, format, keys })),
      pooler: await poolerBefore(client, connection),
      format: mark && Number(mark.format),
      version: row.version,
      replica: row.replica,
      missing: migrations.filter((name) => !taken.includes(name)),
      writes: row.writes,
      defines: row.defines,
      unsafe: row.unsafe,
      free: row.free,
      statementTimeout: row.timeout,
      logsValues: row.logs,
      synchronousStandby: row.standby ?? undefined,
      people: row.people,
      bytes: row.bytes,
      dead: row.dead / Math.max(1, row.people + row.dead),
      clockAhead: row.now - asked,
    };
  } catch (error) {
    throw faultOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
