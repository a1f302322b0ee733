import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { appendAudit } from '../../bot/domain/audit/trail.ts';
import type { Letter } from '../../bot/domain/outbox/letter.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { numbersId } from '../../bot/domain/tickets/ticket.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';
import { monday, ticket } from '../support/tickets.ts';
import { until } from '../support/until.ts';

const roots = [1, 2].map((fill) => Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + fill) % 256)));
const keysUpTo = (version: number) => roots.slice(0, version).map((key, at) => `${at + 1}:${key.toString('base64')}`);
const ringUpTo = (version: number) => createKeyring(new Map(roots.slice(0, version).map((key, at) => [at + 1, key])));
const program = join(import.meta.dirname, '../../bot/commands/store.ts');

let database: TestDatabase;
let folder: string;

before(async () => {
  [database, folder] = [await newDatabase(), await mkdtemp(join(tmpdir(), 'reset-ready-store-'))];
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

function environment(more: Readonly<Record<string, string>> = {}) {
  const settings = { DATA_DIR: folder, DATABASE_URL: database.url(), KEYS: keysUpTo(1).join() };
  return { PATH: process.env.PATH, ...settings, ...statedEnv, ...more };
}

/** Runs the command as whoever runs the bot would. */
function run(words: string, more?: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...statedImport, program, ...words.split(' ')], {
    cwd: folder,
    env: environment(more),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

async function inFolder<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const place = { folder: join(folder, 'records'), definitions: recordDefinitions, keyring: ringUpTo(1) };
  return closed(await openLowdbStore(place), work);
}

async function inDatabase<T>(work: (store: Store) => Promise<T>, version = 1, only = false): Promise<T> {
  const newest = roots[version - 1] ?? Buffer.alloc(32);
  const keyring = only ? createKeyring(new Map([[version, newest]])) : ringUpTo(version);
  const connection = { connectionString: database.url() };
  return closed(await openPostgresStore({ connection, definitions: recordDefinitions, keyring }), work);
}

async function closed<S extends Store, T>(store: S, work: (store: S) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const people = 30;

function somebody(at: number): Person {
  const employee = { tenantId: 'tenant', objectId: `person ${at}` };
  const audit = appendAudit([], { act: 'reminder-snoozed' }, monday + at);
  const letter: Letter = { kind: 'refresh', id: `${at}`, due: monday + at, dies: null, tries: [] };
  return { ...newPerson(employee), audit, letters: at % 3 === 0 ? [letter] : [] };
}

const digestIn = (text: string) => /digest (\S+?)(,|$)/m.exec(text)?.[1] ?? assert.fail(text);

test('the owner makes the tables, once, without keys; whoever is not called as it is meant is told how', () => {
  const first = run('migrate', { DATABASE_URL: database.url(owner), KEYS: '' });
  assert.deepEqual([first.status, first.stderr], [0, '']);
  assert.match(first.stdout, /^0001-records\n[\s\S]*\d+ steps? taken\n$/);
  assert.match(run('migrate', { DATABASE_URL: database.url(owner) }).stdout, /^the tables are up to date\n$/);
  assert.deepEqual(run('copy --from folder --to folder').status, 2);
});

test('records move to the database and back, cut off and begun again, and every one is as it was', async () => {
  await inFolder(async (store) => {
    await Promise.all(
      Array.from({ length: people }, (_, at) => {
        const person = somebody(at);
        return store.update('person', personId(person.employee), () => ({ record: person, outcome: undefined }));
      }),
    );
    await store.update('ticket', ticket().id, () => ({ record: ticket(), outcome: undefined }));
    await store.update('ticket-numbers', numbersId, () => ({ record: { last: ticket().number }, outcome: undefined }));
    await store.update('tenant-limit', 'tenant', () => ({ record: { slots: [] }, outcome: undefined }));
  });
  const folderAlone = { DATABASE_URL: '' };
  const digest = digestIn(run('check', folderAlone).stdout);

  // Killed where it can go no further: people are there, tickets are not.
  const words = [...statedImport, program, 'copy', '--from', 'folder', '--to', 'database'];
  await database.server.asAdministrator(async (client) => {
    await client.query('BEGIN; LOCK TABLE reset_ready.ticket IN EXCLUSIVE MODE');
    const cut = spawn(process.execPath, words, { cwd: folder, env: environment(), stdio: 'ignore' });
    const waits = `SELECT FROM pg_locks WHERE relation = 'reset_ready.ticket'::regclass AND NOT granted`;
    await until('it waits', async () => (await client.query(waits)).rowCount !== 0);
    cut.kill('SIGKILL');
    await once(cut, 'exit');
    await client.query('ROLLBACK');
    const { rows } = await client.query('SELECT count(*)::int AS n FROM reset_ready.person');
    assert.equal(rows[0].n, people);
  }, database.name);
  await assert.rejects(
    inDatabase(async () => undefined),
    /store-moved.*being copied/,
  );

  const there = run('copy --from folder --to database');
  assert.deepEqual([there.status, there.stderr], [0, '']);
  assert.equal(digestIn(there.stdout), digest);
  assert.match(there.stdout, new RegExp(`person: ${people}\n`));
  const refused = run('check', folderAlone);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /These records have moved to 127\.0\.0\.1:\d+\/test_\w+: let the settings say so/);

  // One changes, one goes, and all come back.
  await inDatabase(async (store) => {
    await store.update('person', personId(somebody(1).employee), () => ({ record: somebody(3), outcome: undefined }));
    await store.remove('person', personId(somebody(2).employee));
  });
  const changed = digestIn(run('check').stdout);
  assert.notEqual(changed, digest);
  const back = run('copy --from database --to folder');
  assert.deepEqual([back.status, back.stderr], [0, '']);
  assert.match(back.stdout, /1 written, 1 removed/);
  assert.equal(digestIn(run('check', folderAlone).stdout), changed);
  await assert.rejects(
    inDatabase(async () => undefined),
    /store-moved.*have moved to .*records/,
  );
  assert.equal(run('copy --from folder --to database').status, 0, 'and there once more');
});

test('after a new key everything is sealed with it, found by it, and the old one may go', async () => {
  const newer = { KEYS: keysUpTo(2).join() };
  const done = run('reindex', newer);
  assert.match(done.stdout, new RegExp(`^${people + 2} records sealed with key 2\n$`));
  await inDatabase(
    async (store) => {
      const found = await store.find('person', { field: 'tenant', equals: 'tenant', limit: people });
      assert.equal(found.ids.length, people - 1);
      assert.deepEqual(await store.check(), []);
    },
    2,
    true,
  );
});

test('after a restore, letters of before are not sent as if they were new: cards fall away, the rest counts as tried', async () => {
  const newer = { KEYS: keysUpTo(2).join() };
  const id = personId(somebody(0).employee);
  const told: Letter = { kind: 'chat-notice', change: 'c', id: 'told', due: monday, dies: null, tries: [] };
  const later = { ...told, id: 'later', due: monday + 3_600_000 };
  await inDatabase(
    (store) =>
      store.update('person', id, () => ({
        record: { ...somebody(0), letters: [...somebody(0).letters, told, later] },
        outcome: undefined,
      })),
    2,
  );
  const done = run(`settle --since ${new Date(monday + 60_000).toISOString()}`, newer);
  assert.deepEqual([done.status, done.stderr], [0, '']);
  const letters = await inDatabase(async (store) => (await store.read('person', id))?.letters, 2);
  assert.deepEqual(letters, [{ ...told, tries: [{ at: monday, result: 'restored' }] }, later]);
});
