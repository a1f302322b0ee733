import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import type { Letter } from '../../../bot/domain/outbox/letter.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import { fault } from '../../contract/store.ts';
import { ringOf } from '../../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';
import { openSending } from '../../support/postgres-sending.ts';
import { patience } from '../../support/until.ts';

const keyring = ringOf(1);
let database: TestDatabase;

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
});
after(() => database.drop());

const connection = () => ({ connectionString: database.url() });
const openGood = () => openPostgresStore({ connection: connection(), definitions: recordDefinitions, keyring });

/** Does something with stores of their own, one for each process. */
async function withStores(open: () => Promise<Store>, count: number, work: (...stores: Store[]) => Promise<void>) {
  const stores = await Promise.all(Array.from({ length: count }, open));
  try {
    await work(...stores);
  } finally {
    await Promise.all(stores.map((one) => one.close()));
  }
}

/** Nobody is given what another was given. */
async function claimedOnce(...stores: Store[]): Promise<void> {
  const letter: Letter = { kind: 'refresh', id: 'a', due: 5, dies: null, tries: [] };
  const person = (at: number) => ({ ...newPerson({ tenantId: 't', objectId: `${at}` }), letters: [letter] });
  const [first] = stores;
  await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      first?.update('person', `${at}`, () => ({ record: person(at), outcome: undefined })),
    ),
  );
  const given = (await Promise.all([...stores, ...stores].map((one) => one.claim('person', 10, 7)))).flat();
  assert.equal(new Set(given).size, given.length, 'a claim was given twice');
}

/** Who was silent too long has lost the lock, and lets go of nothing. */
async function keptByItsHolder(...stores: Store[]): Promise<void> {
  const [silent, next, third] = stores;
  assert.ok(silent && next && third);
  const { promise: hangs, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: held, resolve: holds } = Promise.withResolvers<void>();
  const lost = silent.lock('chat', patience, () => {
    holds();
    return hangs;
  });
  await held;
  await database.server.asAdministrator(
    (client) => client.query("UPDATE reset_ready.lease SET until = clock_timestamp() - interval '1 second'"),
    database.name,
  );
  await next.lock('chat', patience, async () => {
    goOn();
    await lost;
    const late = third.lock('chat', 50, async () => assert.fail('two hold the lock'));
    await assert.rejects(late, fault('lock-timeout'));
  });
}

test('of several processes none is given what another has claimed, and who has lost a lock lets go of nothing', async () => {
  await withStores(openGood, 3, claimedOnce);
  await withStores(openGood, 3, keptByItsHolder);
});

// The next two are broken on purpose, so that it is known what the test above would see.

test('a claim that is given twice is caught', async () => {
  const given = () =>
    openSending(connection(), keyring, (real, { name, text }, ...words) => {
      const open = text
        .replace(/AND NOT EXISTS \([^)]*\(\)\s*\)/, '')
        .replace(/WHERE claim\.version[\s\S]*?(?=RETURNING)/, '')
        .replace('FOR NO KEY UPDATE SKIP LOCKED', '');
      return real({ name, text: open }, ...words);
    });
  await assert.rejects(withStores(given, 3, claimedOnce), /a claim was given twice/);
});

test('a lock that whoever has lost it can let go of is caught', async () => {
  const unfenced = () =>
    openSending(connection(), keyring, (real, statement, values, end) => {
      if (statement.name !== 'lease free') return real(statement, values, end);
      return real(
        { name: 'lease free', text: statement.text.replace(' AND holder = $2', '') },
        values.slice(0, 1),
        end,
      );
    });
  await assert.rejects(withStores(unfenced, 3, keptByItsHolder), /two hold the lock/);
});
