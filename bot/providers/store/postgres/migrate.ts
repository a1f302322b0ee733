import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import type { ClientConfig } from 'pg';
import { schema } from './tables.ts';

const folder = join(import.meta.dirname, 'migrations');
const table = 'migration';

/** Every step from nothing to the tables as this program wants them, in order, by the name that is noted once it is done. */
export const migrations: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.slice(0, -'.sql'.length))
  .sort();

/**
 * Brings the tables to what this program wants: each step in one transaction with the note of it. Whoever comes second waits
 * for the first. Only the owner of the schema may.
 * @returns the steps that were taken now
 */
export async function migrate(owner: ClientConfig): Promise<readonly string[]> {
  const silent = () => undefined;
  const done = await runner({
    databaseUrl: owner,
    dir: folder,
    direction: 'up',
    migrationsTable: table,
    migrationsSchema: schema,
    createMigrationsSchema: true,
    advisoryLockMode: 'wait',
    logger: { info: silent, warn: silent, error: silent },
  });
  return done.map(({ name }) => name);
}

/** Gives the names of the steps that were taken. */
export const stepsTaken = `SELECT name FROM ${schema}.${table} ORDER BY id`;
