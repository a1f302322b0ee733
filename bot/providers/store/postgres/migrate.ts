import { runner } from 'node-pg-migrate';
import { Client, type ClientConfig } from 'pg';
import { migrationFolder, migrationTable, schema } from './tables.ts';

/**
 * Brings the tables to what this program wants: each step in one transaction with the note of it. Whoever comes second waits
 * for the first. Only the owner of the schema may.
 * @returns the steps that were taken now
 */
export async function migrate(owner: ClientConfig): Promise<readonly string[]> {
  const silent = () => undefined;
  const client = new Client(owner);
  // Whoever waits for an answer hears that the connection ended.
  client.on('error', silent);
  await client.connect();
  try {
    const done = await runner({
      dbClient: client,
      dir: migrationFolder,
      direction: 'up',
      migrationsTable: migrationTable,
      migrationsSchema: schema,
      createMigrationsSchema: true,
      advisoryLockMode: 'wait',
      logger: { info: silent, warn: silent, error: silent },
    });
    return done.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
