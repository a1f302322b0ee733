import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import type { Heart } from '../../bot/providers/store/postgres/leases.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { ringOf } from '../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { storeContract } from './store.ts';

interface Process {
  readonly beat: () => Promise<void>;
  hangs: boolean;
}

/** By store, so that a test can let one hang. */
const processes = new WeakMap<Store, Process>();

for (const [name, keyring] of [
  ['PostgreSQL', ringOf(1)],
  ['PostgreSQL, while keys are rotated', ringOf(1, 2)],
] as const) {
  let openAhead: (by: number) => Promise<Store>;
  storeContract(
    name,
    async () => {
      const database = await newDatabase();
      await migrate({ connectionString: database.url(owner) });
      await stopClock(database);
      const alive = new Set<Process>();
      const open = async (ahead = 0) => {
        let own: Process | undefined;
        const heart: Heart = (beat) => {
          const process = { beat, hangs: false };
          own = process;
          alive.add(process);
          return () => alive.delete(process);
        };
        const connection = { connectionString: database.url() };
        const clock = () => Date.now() + ahead;
        const store = await openPostgresStore({ connection, definitions: recordDefinitions, keyring, heart, clock });
        if (own) processes.set(store, own);
        return store;
      };
      openAhead = open;
      return {
        open,
        async pass(time) {
          for (let left = time; left > 0; left -= second) {
            await turnClock(database, Math.min(left, second));
            await Promise.all([...alive].map((one) => one.hangs || one.beat()));
          }
        },
        clear: () => database.drop(),
      };
    },
    {
      openAhead: (by) => openAhead(by),
      hang(store) {
        const process = processes.get(store);
        if (process) process.hangs = true;
        return () => {
          if (process) process.hangs = false;
          void process?.beat();
        };
      },
    },
  );
}

const second = 1_000;

/** Puts a clock that is turned by hand before the server's own, for everybody in this database. */
async function stopClock({ server, name }: TestDatabase): Promise<void> {
  await server.asAdministrator(async (client) => {
    await client.query(`
      CREATE SCHEMA by_hand;
      CREATE TABLE by_hand.clock AS SELECT clock_timestamp() AS now;
      CREATE FUNCTION by_hand.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT now FROM by_hand.clock';
      GRANT USAGE ON SCHEMA by_hand TO PUBLIC;
      GRANT SELECT ON by_hand.clock TO PUBLIC;
      ALTER DATABASE ${name} SET search_path = by_hand, pg_catalog;`);
  }, name);
}

async function turnClock({ server, name }: TestDatabase, by: number): Promise<void> {
  const turn = "UPDATE by_hand.clock SET now = now + $1 * interval '1 millisecond'";
  await server.asAdministrator((client) => client.query(turn, [by]), name);
}
