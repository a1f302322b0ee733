import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { shared } from '../../bot/domain/shared-result.ts';
import { day } from '../../bot/domain/time.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore, type PostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { newDatabase, owner, type PostgresServer, type TestDatabase } from '../support/postgres.ts';
import { employee, tenantId } from './person.ts';

/** So many people are whole; all others are rows like theirs, for the room they take: nobody asks for one of them. */
export const whole = 200;
/** The key of every bot on these databases, and as their setting has it. */
const root = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 1) % 256));
export const keys = createKeyring(new Map([[1, root]]));
export const keySetting = `1:${root.toString('base64')}`;

export const someone = (at: number) => personId({ tenantId, objectId: employee(9_000_000 + at).objectId });

/** A database with so many people, the whole ones with a letter that is due long from now. */
export async function fillDatabase(server: PostgresServer, people: number): Promise<TestDatabase> {
  const database = await newDatabase(server);
  await migrate({ connectionString: database.url(owner) });
  const store = await openOn(database.url());
  for (let at = 0; at < whole; at += 1) {
    const { objectId, conversation } = employee(9_000_000 + at);
    const letter = { kind: 'refresh', id: `${at}`, due: Date.now() + 300 * day, dies: null, tries: [] } as const;
    const record = { ...newPerson({ tenantId, objectId }), chat: conversation, letters: [letter] };
    await store.update('person', someone(at), () => ({ record, outcome: undefined }));
  }
  // As if another process had looked at all of them lately: rows that are only there for their room do not open.
  for (const name of ['check', 'head'])
    await shared(store, store.clock(Date.now), { name, fresh: day, make: async () => 0 });
  await store.close();
  await server.asAdministrator(async (client) => {
    const times = people / whole;
    await client.query(
      `INSERT INTO reset_ready.person SELECT sha256(place || int4send(n)), version, name, body, due + n, tenant, letter
       FROM reset_ready.person, generate_series(2, $1::int) AS n`,
      [times],
    );
    await client.query('VACUUM ANALYZE reset_ready.person');
  }, database.name);
  return database;
}

export function openOn(connectionString: string): Promise<PostgresStore> {
  return openPostgresStore({ connection: { connectionString }, definitions: recordDefinitions, keyring: keys });
}
