import { runner } from 'node-pg-migrate';
import type { ClientConfig } from 'pg';
import { migrationFolder, migrationTable, schema } from './tables.ts';

/**
 * Brings the tables to what this program wants: each step in one transaction with the note of it. Whoever comes second waits
 * for the first. Only the owner of the schema may.
 * @returns the steps that were taken now
 */
export async function migrate(owner: ClientConfig): Promise<readonly string[]> {
  const silent = () => undefined;
  const done = await runner({
    databaseUrl: owner,
    dir: migrationFolder,
    direction: 'up',
    migrationsTable: migrationTable,
    migrationsSchema: schema,
    createMigrationsSchema: true,
    advisoryLockMode: 'wait',
    logger: { info: silent, warn: silent, error: silent },
  });
  return done.map(({ name }) => name);
}
