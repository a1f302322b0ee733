import { recordDefinitions } from '../../bot/domain/records.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { ringOf } from '../support/keyring.ts';
import { newDatabase, owner } from '../support/postgres.ts';
import { storeContract } from './store.ts';

for (const [name, keyring] of [
  ['PostgreSQL', ringOf(1)],
  ['PostgreSQL, while keys are rotated', ringOf(1, 2)],
] as const) {
  storeContract(name, async () => {
    const database = await newDatabase();
    await migrate({ connectionString: database.url(owner) });
    return {
      open: () =>
        openPostgresStore({
          connection: { connectionString: database.url() },
          definitions: recordDefinitions,
          keyring,
        }),
      clear: () => database.drop(),
    };
  });
}
