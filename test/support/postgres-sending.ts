import type { ClientConfig } from 'pg';
import type { Keyring } from '../../bot/domain/ports/keyring.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { type Connections, openConnections } from '../../bot/providers/store/postgres/connections.ts';
import { createPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';

/** The store as it is, but for how it sends its statements: counted, or broken on purpose to know what a test would see. */
export async function openSending(
  connection: ClientConfig,
  keyring: Keyring,
  once: (real: Connections['once'], ...words: Parameters<Connections['once']>) => ReturnType<Connections['once']>,
): Promise<Store> {
  const connections = openConnections(connection, { people: 4, background: 4 });
  const sent: Connections['once'] = (...words) => once(connections.once, ...words);
  const broken: Connections = {
    ...connections,
    once: sent,
    ask: (statement, values) => sent(statement, values, performance.now() + 60_000),
  };
  return createPostgresStore(broken, recordDefinitions, keyring, { ahead: () => 0, close: () => undefined });
}
