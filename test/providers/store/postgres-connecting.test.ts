import assert from 'node:assert/strict';
import { chmod, chown, copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { connectionOf } from '../../../bot/providers/store/postgres/connections.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import type { DatabaseSettings } from '../../../bot/providers/store/postgres/settings.ts';
import { fault } from '../../contract/store.ts';
import { ringOf } from '../../support/keyring.ts';
import { botLogin, newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

const certificates = join(import.meta.dirname, '../../fixtures/tls');
let database: TestDatabase;
before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
});
after(() => database.drop());

function settings(more: Partial<DatabaseSettings> = {}): DatabaseSettings {
  const { username, password } = new URL(database.url(botLogin));
  const secret = { kind: 'password', password: decodeURIComponent(password) } as const;
  const { port } = database.server;
  const place = { host: 'localhost', port, database: database.name, user: username };
  return { ...place, secret, checked: true, authority: join(certificates, 'authority.pem'), ...more };
}

const open = async (given: DatabaseSettings, tokenOf?: Parameters<typeof connectionOf>[1]) =>
  openPostgresStore({
    connection: await connectionOf(given, tokenOf),
    definitions: recordDefinitions,
    keyring: ringOf(1),
    sizes: { people: 1, background: 1 },
  });

/** Gives the running server a certificate: what it reads has to be its own. */
async function switchOnTls({ server }: TestDatabase): Promise<void> {
  const { uid, gid } = await stat(server.data);
  for (const name of ['server.pem', 'server.key']) {
    const file = join(server.data, name);
    await copyFile(join(certificates, name), file);
    await chmod(file, 0o600);
    if (process.getuid?.() === 0) await chown(file, uid, gid);
  }
  await server.asAdministrator(async (client) => {
    await client.query(`ALTER SYSTEM SET ssl_cert_file = 'server.pem'`);
    await client.query(`ALTER SYSTEM SET ssl_key_file = 'server.key'`);
    await client.query('ALTER SYSTEM SET ssl = on');
    await client.query('SELECT pg_reload_conf()');
  });
  const shown = () => server.asAdministrator(async (client) => (await client.query('SHOW ssl')).rows[0].ssl === 'on');
  await until('the server has its certificate', shown);
}

test('the bot talks to nobody but the server whose certificate is good for the host in its address', async () => {
  const refused = (given: DatabaseSettings, why: RegExp) =>
    assert.rejects(
      open(given),
      (error) =>
        fault('store-unavailable')(error) && /certificate/.test(`${error}`) && why.test(`${Object(error).cause}`),
    );
  await refused(settings(), /does not support SSL/);
  await switchOnTls(database);
  const store = await open(settings());
  await store.update('tenant-limit', 'one', () => ({ record: { slots: [] }, outcome: undefined }));
  await database.server.asAdministrator(async (client) => {
    const { rows } = await client.query(
      `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = $1`,
      [database.name],
    );
    assert.deepEqual(rows, [{ ssl: true }]);
  });
  await store.close();
  await refused(settings({ host: '127.0.0.1' }), /does not match certificate's altnames/);
  await refused(settings({ authority: join(certificates, 'stranger.pem') }), /unable to verify|self-signed|issuer/);
  await refused(settings({ authority: undefined }), /unable to verify|self-signed|issuer/);
  await assert.rejects(open(settings({ authority: join(certificates, 'nowhere.pem') })), { code: 'ENOENT' });
});

test('a token in place of a password is asked for at each connection, so that one that ends is followed by another', async () => {
  const login = `token_${database.name.slice(-8)}`;
  const alter = (token: string) =>
    database.server.asAdministrator((client) => client.query(`ALTER ROLE ${login} PASSWORD '${token}'`));
  await database.server.asAdministrator((client) => client.query(`CREATE ROLE ${login} LOGIN IN ROLE reset_ready_bot`));
  const asked: (string | undefined)[] = [];
  let token = 'first';
  const tokenOf = (id: string | undefined) => async () => {
    asked.push(id);
    return token;
  };
  const given = settings({
    user: login,
    secret: { kind: 'identity', id: 'client' },
    host: '127.0.0.1',
    checked: false,
  });
  await alter('first');
  const store = await open(given, tokenOf);
  const write = () => store.update('tenant-limit', 'two', () => ({ record: { slots: [] }, outcome: undefined }));
  await write();
  const before = asked.length;
  assert.deepEqual(new Set(asked), new Set(['client']));
  const cut = () =>
    database.server.asAdministrator((client) =>
      client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [login]),
    );
  await alter('second');
  await cut();
  await assert.rejects(write(), fault('store-unavailable'), 'the first one is over');
  token = 'second';
  await write();
  assert.ok(asked.length > before);
  await store.close();
  await database.server.asAdministrator((client) => client.query(`DROP ROLE ${login}`));
});
