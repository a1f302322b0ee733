import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkDatabase, databaseFindings } from '../../../bot/doctor/database-checks.ts';
import type { CheckFinding } from '../../../bot/doctor/examination.ts';
import { lookAtDatabase } from '../../../bot/providers/store/postgres/look.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import type { DatabaseSettings } from '../../../bot/providers/store/postgres/settings.ts';
import { botLogin, newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
before(async () => {
  database = await newDatabase();
});
after(() => database.drop());

function settingsAs(role: string, port = database.server.port): DatabaseSettings {
  const { password, username } = new URL(database.url(role));
  return {
    host: '127.0.0.1',
    port,
    database: database.name,
    user: username,
    secret: { kind: 'password', password: decodeURIComponent(password) },
    checked: false,
    authority: undefined,
  };
}

const found = async (settings: DatabaseSettings, clock = performance.timeOrigin + performance.now()) =>
  (await Array.fromAsync(checkDatabase(settings, () => clock))).filter(({ verdict }) => verdict !== 'good');
const wrong = (findings: readonly CheckFinding[]) =>
  findings.filter(({ verdict }) => verdict === 'problem' || verdict === 'warning').map(({ id }) => id);

test('the doctor says of a real server what is wrong with it, and with the role of the bot', async () => {
  assert.deepEqual(wrong(await found(settingsAs(botLogin))), [
    'database-tables',
    'database-unsafe',
    'database-timeout',
  ]);
  await migrate({ connectionString: database.url(owner) });
  // What the tests' own server is started without.
  const known = ['database-unsafe', 'database-timeout'];
  assert.deepEqual(wrong(await found(settingsAs(botLogin))), known);
  assert.deepEqual(wrong(await found(settingsAs(owner))), ['database-rights', ...known]);
  const nobody = await found(settingsAs(botLogin, 1));
  assert.deepEqual(wrong(nobody), ['database']);
  assert.match(nobody[0]?.says ?? '', /nothing answers at the address/);
  assert.deepEqual(wrong(await found({ ...settingsAs(botLogin), user: 'stranger' })), ['database']);
});

test('each thing the bot counts on has a finding of its own, with what to do', async () => {
  const connection = { connectionString: database.url() };
  const real = await lookAtDatabase(connection, () => performance.timeOrigin + performance.now());
  const good = { ...real, unsafe: [], statementTimeout: 2_500, synchronousStandby: true, clockAhead: 0 };
  assert.deepEqual(wrong([...databaseFindings(good, true)]), []);
  for (const [facts, id] of [
    [{ version: 140_011 }, 'database-old'],
    [{ replica: true }, 'database-replica'],
    [{ writes: false }, 'database-rights'],
    [{ free: 3 }, 'database-connections'],
    [{ logsValues: true }, 'database-log'],
    [{ clockAhead: -7_000 }, 'database-clock'],
    [{ clockAhead: 2_000 }, 'database-clock'],
    [{ people: 5_000, dead: 0.7 }, 'database-dead'],
  ] as const) {
    assert.deepEqual(wrong([...databaseFindings({ ...good, ...facts }, true)]), [id]);
  }
});
