import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import type { Keyring } from '../../../bot/domain/ports/keyring.ts';
import type { Kind, Query } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import type { ProgramFormat } from '../../../bot/providers/store/format.ts';
import type { Heart } from '../../../bot/providers/store/postgres/leases.ts';
import { leaseStatements } from '../../../bot/providers/store/postgres/leases.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import { processStatements } from '../../../bot/providers/store/postgres/processes.ts';
import { migrations, type SqlStatement, statementsOf } from '../../../bot/providers/store/postgres/tables.ts';
import { fault } from '../../contract/store.ts';
import { ringOf, sealing } from '../../support/keyring.ts';
import { botLogin, newDatabase, owner, readerLogin, type TestDatabase } from '../../support/postgres.ts';
import { ticket } from '../../support/tickets.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;

before(async () => {
  database = await newDatabase();
  const took = await migrate({ connectionString: database.url(owner) });
  assert.deepEqual(took, migrations);
});
after(() => database.drop());

async function as<T>(role: string, work: (client: Client) => Promise<T>, where = database): Promise<T> {
  const client = new Client({ connectionString: where.url(role) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const kinds = Object.keys(recordDefinitions) as Kind[];

test('each kind has a table with a column for what it is found by, of the type that is searched, and an index on it', async () => {
  await as(owner, async (client) => {
    for (const kind of kinds) {
      const { fields } = recordDefinitions[kind];
      const kept = Object.entries(fields).filter(([, type]) => type !== 'all');
      const table = kind.replace('-', '_');
      const { rows } = await client.query(
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns
         WHERE table_schema = 'reset_ready' AND table_name = $1 AND column_name NOT IN ('place', 'version', 'name', 'body')`,
        [table],
      );
      const wanted = kept.map(([name, type]) => ({ name, type: type === 'number' ? 'double precision' : 'bytea' }));
      const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
      assert.deepEqual(rows.sort(byName), wanted.sort(byName), kind);
      const { rows: indexes } = await client.query(
        `SELECT indexdef FROM pg_indexes WHERE schemaname = 'reset_ready' AND tablename = $1`,
        [table],
      );
      for (const [name] of kept) {
        assert.ok(
          indexes.some(({ indexdef }) => indexdef.includes(`(${name}`)),
          `${kind} ${name}`,
        );
      }
    }
  });
});

test('the bot may read and write records and nothing else; who only looks writes nothing', async () => {
  const definitions = [
    'CREATE TABLE reset_ready.more (a int)',
    'ALTER TABLE reset_ready.person ADD COLUMN more int',
    'DROP TABLE reset_ready.person',
    'TRUNCATE reset_ready.person',
    'CREATE INDEX more ON reset_ready.person (name)',
    'ALTER TABLE reset_ready.person DISABLE TRIGGER ALL',
    'CREATE SCHEMA more',
    'CREATE TABLE public.more (a int)',
    'CREATE FUNCTION reset_ready.more() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'DROP SCHEMA reset_ready CASCADE',
    'GRANT SELECT ON reset_ready.person TO PUBLIC',
    `INSERT INTO reset_ready.migration (name, run_on) VALUES ('more', now())`,
    'DELETE FROM reset_ready.migration',
  ];
  const refused = (client: Client, text: string) =>
    assert.rejects(client.query(text), (error) => Object(error).code === '42501', text);
  await as(botLogin, async (client) => {
    // What is only noticed is not granted either.
    await client.query(`SET client_min_messages = warning`);
    for (const text of definitions.filter((one) => !one.startsWith('GRANT'))) await refused(client, text);
    await client.query('GRANT SELECT ON reset_ready.person TO PUBLIC').catch(() => undefined);
    assert.equal((await client.query('SELECT count(*)::int AS n FROM reset_ready.person')).rows[0].n, 0);
  });
  await as(owner, async (client) => {
    const { rows } = await client.query(
      `SELECT grantee FROM information_schema.table_privileges WHERE table_schema = 'reset_ready' AND grantee = 'PUBLIC'`,
    );
    assert.deepEqual(rows, []);
  });
  await as(readerLogin, async (client) => {
    await client.query('SELECT FROM reset_ready.person');
    for (const text of [
      'DELETE FROM reset_ready.person',
      `UPDATE reset_ready.setting SET value = ''`,
      definitions[0],
    ]) {
      await refused(client, text ?? '');
    }
  });
});

test('whoever brings the tables up to date second waits for the first, and finds nothing to do', async () => {
  const fresh = await newDatabase();
  const both = await Promise.all([1, 2].map(() => migrate({ connectionString: fresh.url(owner) })));
  assert.deepEqual(both.flat(), migrations);
  await fresh.drop();
});

test('a bot whose tables are not there says which command makes them', async () => {
  const empty = await newDatabase();
  const opening = openPostgresStore({
    connection: { connectionString: empty.url() },
    definitions: recordDefinitions,
    keyring: ringOf(1),
  });
  await assert.rejects(opening, (error) => fault('store-schema')(error) && /store -- migrate/.test(String(error)));
  await empty.drop();
});

test('keys that are not those of the records are named before any record is opened', async () => {
  const open = (...versions: readonly number[]) =>
    openPostgresStore({
      connection: { connectionString: database.url() },
      definitions: recordDefinitions,
      keyring: ringOf(...versions),
    });
  await (await open(3)).close();
  await assert.rejects(open(4), fault('keys-wrong'));
  await (await open(3, 4)).close();
  await (await open(4)).close();
});

test('while bots are replaced one by one what is written stays readable to the older, until the last of them has gone', async () => {
  const shared = await newDatabase();
  await migrate({ connectionString: shared.url(owner) });
  /** A bot shows itself when it is told to; a command never does. @param knows up to which format it reads */
  const open = async (format: ProgramFormat, release?: string) => {
    let show: () => Promise<void> = async () => assert.fail('nobody is shown');
    const showing: Heart = (beat) => {
      show = beat;
      return () => undefined;
    };
    const store = await openPostgresStore({
      connection: { connectionString: shared.url() },
      definitions: recordDefinitions,
      keyring: ringOf(1),
      format,
      showing,
      ...(release !== undefined && { release }),
    });
    return Object.assign(store, { show: () => show() });
  };
  const former: ProgramFormat = { written: 2, readable: 1, knows: 2 };
  const own: ProgramFormat = { written: 3, readable: 3, knows: 3 };
  const older = await open(former, '1.0.0');
  const newer = await open(own, '2.0.0');
  const other = await open(own, '2.0.0');
  const command = await open(own);
  const formats = () => [older, newer, other, command].map((one) => one.format());
  assert.deepEqual(formats(), [2, 2, 2, 2]);
  for (let time = 0; time < 9; time += 1) for (const one of [older, newer, other]) await one.show();
  assert.deepEqual(formats(), [2, 2, 2, 2], 'as long as the older is there');
  await (await open(former, '1.0.0')).close();
  await older.update('tenant-limit', 'one', () => ({ record: { slots: [] }, outcome: undefined }));
  assert.deepEqual(await newer.read('tenant-limit', 'one'), { slots: [] });

  await older.close();
  await newer.show();
  assert.equal(newer.format(), 2, 'the table of bots may only be empty after a crash of the server');
  for (let time = 0; time < 4; time += 1) for (const one of [newer, other]) await one.show();
  assert.deepEqual(
    [newer, other].map((one) => one.format()),
    [3, 3],
  );
  await assert.rejects(open(former, '1.0.0'), fault('store-newer'));
  assert.equal(command.format(), 2, 'a command goes by what it found');
  await command.close();

  // One that is told to keep to the format before holds the others there, and reads what they have written.
  const held = await open({ written: 2, readable: 2, knows: 3 }, '2.0.0');
  await held.show();
  for (const one of [newer, other]) await one.show();
  assert.deepEqual(
    [held, newer, other].map((one) => one.format()),
    [2, 2, 2],
  );
  for (const one of [held, newer, other]) await one.close();
  await assert.rejects(open(former), fault('store-newer'), 'the mark never falls');
  await shared.drop();
});

test('records that are copied into a database, and those of an empty one, have the mark of who wrote them at once', async () => {
  const shared = await newDatabase();
  await migrate({ connectionString: shared.url(owner) });
  const open = (format: ProgramFormat, moving: boolean) =>
    openPostgresStore({
      connection: { connectionString: shared.url() },
      definitions: recordDefinitions,
      keyring: ringOf(1),
      format,
      moving,
    });
  const written = async (format: ProgramFormat, moving: boolean) => {
    const store = await open(format, moving);
    await store.close();
    return store.format();
  };
  const former: ProgramFormat = { written: 2, readable: 1, knows: 2 };
  const own: ProgramFormat = { written: 3, readable: 3, knows: 3 };
  assert.equal(await written(former, false), 2);
  assert.equal(await written(own, false), 2);
  assert.equal(await written(own, true), 3);
  await assert.rejects(open(former, false), fault('store-newer'));
  await shared.drop();
});

test('in the second step of a rotation each bot reads, finds and writes what the other has sealed with another key', async () => {
  const shared = await newDatabase();
  await migrate({ connectionString: shared.url(owner) });
  const open = (keyring: Keyring) =>
    openPostgresStore({ connection: { connectionString: shared.url() }, definitions: recordDefinitions, keyring });
  const [before, after] = [await open(sealing(1, 1, 2)), await open(ringOf(1, 2))];
  for (const [one, other, id] of [
    [before, after, 'one'],
    [after, before, 'other'],
  ] as const) {
    const asked = ticket({}, { id, requests: [`request ${id}`] });
    await one.update('ticket', id, () => ({ record: asked, outcome: undefined }));
    assert.deepEqual(await other.read('ticket', id), asked);
    const found = await other.find('ticket', { field: 'request', equals: `request ${id}`, limit: 9 });
    assert.deepEqual(found.ids, [id]);
    await assert.rejects(
      other.update('ticket', `${id} again`, () => ({ record: { ...asked, id: `${id} again` }, outcome: undefined })),
      fault('store-conflict'),
    );
    await other.update('ticket', id, (record) => ({ record: record && { ...record, number: 9 }, outcome: undefined }));
    assert.equal((await one.read('ticket', id))?.number, 9);
  }
  for (const store of [before, after]) {
    assert.deepEqual(await store.check(), []);
    await store.close();
  }
  await shared.drop();
});

test('a step to the tables that is cut off between its tables and the note of it leaves nothing, and is taken the next time', async () => {
  const shared = await newDatabase();
  const connection = { connectionString: shared.url(owner) };
  await migrate(connection);
  const last = migrations.at(-1) ?? '';
  const there = (client: Client) =>
    client.query(`SELECT to_regclass('reset_ready.process') IS NOT NULL AS there`).then(({ rows }) => rows[0].there);
  await as(
    owner,
    async (client) => {
      await client.query('DROP TABLE reset_ready.process');
      await client.query('DELETE FROM reset_ready.migration WHERE name = $1', [last]);
    },
    shared,
  );
  await shared.server.asAdministrator(async (client) => {
    // It may be read, but not written to: the note waits.
    await client.query('BEGIN; LOCK TABLE reset_ready.migration IN SHARE ROW EXCLUSIVE MODE');
    const cut = assert.rejects(migrate(connection), /terminat/);
    const waiting = `SELECT pid FROM pg_locks WHERE relation = 'reset_ready.migration'::regclass AND NOT granted`;
    let pid: number | undefined;
    await until('the note waits', async () => {
      pid = (await client.query(waiting)).rows[0]?.pid;
      return pid !== undefined;
    });
    await client.query('SELECT pg_terminate_backend($1)', [pid]);
    await cut;
    await client.query('COMMIT');
    assert.equal(await there(client), false);
    assert.deepEqual(await migrate(connection), [last]);
    assert.equal(await there(client), true);
  }, shared.name);
  await shared.drop();
});

/** Every statement on records, by what it is called. */
function everyStatement(): readonly SqlStatement[] {
  const others = kinds.flatMap((kind) => {
    const { find, ...others } = statementsOf(kind, recordDefinitions[kind].durable);
    const queries: Query[] = Object.entries(recordDefinitions[kind].fields).flatMap(([field, type]) => [
      { field, equals: 1, limit: 1 },
      ...(type === 'number' ? [{ field, until: 1, limit: 1 }] : []),
    ]);
    return [...Object.values(others), ...queries.flatMap((query) => [find(query, false), find(query, true)])];
  });
  return [...others, ...leaseStatements, ...processStatements];
}

/** Whether whatever a statement reads or writes is the row at one place. A distributed database can then send it there. */
function namesOneRow(text: string): boolean {
  const inserted =
    /^INSERT INTO reset_ready\.\w+ .*\((place|key|id), .* ON CONFLICT \((place|key|id)\) DO (NOTHING|UPDATE)\b/s.test(
      text,
    );
  return inserted || /^(SELECT|UPDATE|DELETE)\b.* WHERE (place|key|id) = \$1( AND |$)/.test(text);
}

test('every statement but those that look for records names one row', () => {
  assert.equal(namesOneRow('DELETE FROM reset_ready.person WHERE version = $1'), false, 'so the rule can fail');
  const others = everyStatement().filter(({ text }) => !namesOneRow(text));
  const looking = / (claim|scan|versions|find( \w+)+)$/;
  assert.deepEqual(
    others.filter(({ name }) => !looking.test(name)).map(({ name }) => name),
    [],
  );
  // Of those, only a claim writes, and no record.
  assert.ok(others.every(({ name, text }) => name.endsWith(' claim') || /^SELECT\b/.test(text)));
  assert.ok(others.every(({ text }) => !/(INSERT INTO|UPDATE|DELETE FROM) reset_ready\.(?!claim)/.test(text)));
});

test('statements have one text for each name, and hold no value', async () => {
  const texts = new Map<string, string>();
  for (const { name, text } of everyStatement()) {
    assert.equal(texts.get(name) ?? text, text, name);
    texts.set(name, text);
    assert.ok(name.length < 64, 'longer names are cut, and meet');
  }
});

test('a row that was changed, moved to another place or put back behind the store’s back is found, and named', async () => {
  const keyring = ringOf(4);
  const connection = { connectionString: database.url() };
  const store = await openPostgresStore({ connection, definitions: recordDefinitions, keyring });
  const put = (id: string, at: number) =>
    store.update('tenant-limit', id, () => ({ record: { slots: [{ at, count: 1, by: null }] }, outcome: undefined }));
  const rows = 'reset_ready.tenant_limit';
  await put('older', 1);
  await as(owner, (client) => client.query(`CREATE TABLE public.kept AS SELECT * FROM ${rows}`));
  await put('older', 2);
  await put('other', 1);
  assert.deepEqual(await store.check(), []);
  const spoilt: readonly (readonly [string, RegExp])[] = [
    [
      `UPDATE ${rows} SET version = kept.version, body = kept.body FROM public.kept WHERE kept.place = ${rows}.place`,
      /put back/,
    ],
    [
      `UPDATE ${rows} SET body = set_byte(body, 40, get_byte(body, 40) # 1) WHERE place NOT IN (SELECT place FROM public.kept)`,
      /was changed/,
    ],
    [
      `UPDATE ${rows} SET name = (SELECT name FROM public.kept) WHERE place NOT IN (SELECT place FROM public.kept)`,
      /another place/,
    ],
    [
      `UPDATE ${rows} SET version = decode('ff', 'hex') || substr(version, 2) WHERE place IN (SELECT place FROM public.kept)`,
      /was changed/,
    ],
  ];
  for (const [text, found] of spoilt) {
    await as(owner, async (client) => {
      await client.query(`CREATE TABLE public.good AS SELECT * FROM ${rows}`);
      assert.equal((await client.query(text)).rowCount, 1, text);
    });
    const faults = await store.check();
    assert.equal(faults.length, 1, text);
    assert.match(`${faults[0]}`, found);
    await as(owner, async (client) => {
      await client.query(`DELETE FROM ${rows}; INSERT INTO ${rows} SELECT * FROM public.good; DROP TABLE public.good`);
    });
    assert.deepEqual(await store.check(), []);
  }
  await store.close();
});
