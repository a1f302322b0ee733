import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkDatabase, databaseFindings } from '../../../bot/doctor/database-checks.ts';
import type { CheckFinding } from '../../../bot/doctor/examination.ts';
import { formatFindings, processFindings } from '../../../bot/doctor/process-checks.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { lookAtDatabase } from '../../../bot/providers/store/postgres/look.ts';
import { migrate } from '../../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../bot/providers/store/postgres/postgres.ts';
import { keyPrints } from '../../../bot/providers/store/postgres/processes.ts';
import type { DatabaseSettings } from '../../../bot/providers/store/postgres/settings.ts';
import { ringOf } from '../../support/keyring.ts';
import { botLogin, newDatabase, owner, type TestDatabase } from '../../support/postgres.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { until } from '../../support/until.ts';

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
  (await Array.fromAsync(checkDatabase(settings, () => clock, keyPrints(ringOf(1))))).filter(
    ({ verdict }) => verdict !== 'good',
  );
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
    [{ pooler: 'forgets-statements' }, 'database-pooler'],
  ] as const) {
    assert.deepEqual(wrong([...databaseFindings({ ...good, ...facts }, true)]), [id]);
  }
});

/** As a pooler has them, the number by which a client knows its connection is not the one of the server's process. */
async function startNumbering() {
  return startTcpProxy(
    () => database.server.port,
    (near, far) => {
      near.on('data', (bytes) => void far.write(bytes));
      far.on('data', (bytes) => {
        // BackendKeyData: K, its length, the number of the process, a secret.
        const at = bytes.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
        if (at >= 0) bytes.writeInt32BE(1, at + 5);
        near.write(bytes);
      });
    },
  );
}

test('a pooler before the database is seen, and that it knows what was prepared', async () => {
  assert.equal((await lookAtDatabase({ connectionString: database.url() }, Date.now)).pooler, 'none');
  const between = await startNumbering();
  const through = await found(settingsAs(botLogin, between.port));
  assert.equal(through.find(({ id }) => id === 'database-pooler')?.verdict, 'note');
  await between.close();
});

test('in which format bots write is said where it is not the newest, and who keeps them there', () => {
  const bot = (release: string, format: number) => ({ release, format, keys: [] });
  const says = (marked: number | undefined, ...bots: readonly ReturnType<typeof bot>[]) =>
    [...formatFindings(bots, marked)].map((one) => one.says);
  assert.deepEqual(says(undefined), []);
  assert.deepEqual(says(3, bot('1.1.0', 3)), []);
  assert.deepEqual(says(4, bot('1.2.0', 4), bot('1.1.0', 3)), []);
  assert.match(says(2, bot('1.1.0', 3))[0] ?? '', /format 2, not in 3: .* Half a minute after/);
  assert.match(says(2, bot('1.1.0', 3), bot('1.0.0', 2))[0] ?? '', /as long as a bot of 1\.0\.0 is there/);
  assert.match(says(3, bot('1.1.0', 3), bot('1.0.0', 2))[0] ?? '', /format 2/);
});

test('bots that run are named, and keys that one of them does not know', async () => {
  await migrate({ connectionString: database.url(owner) });
  const bot = (release: string, ...versions: readonly number[]) =>
    openPostgresStore({
      connection: { connectionString: database.url() },
      definitions: recordDefinitions,
      keyring: ringOf(...versions),
      release,
    });
  const shown = async (count: number) =>
    until(`${count} bots are there`, async () => (await look()).processes.length === count);
  const look = () => lookAtDatabase({ connectionString: database.url() }, Date.now);
  const one = await bot('1.0.0 aaaa', 1);
  const other = await bot('1.1.0 bbbb', 1);
  await shown(2);
  const [bots] = (await found(settingsAs(botLogin))).filter(({ id }) => id === 'database-bots');
  assert.match(bots?.says ?? '', /2 bots run .*1\.0\.0 aaaa; 1\.1\.0 bbbb.*under way/);
  await one.close();
  await shown(1);
  await other.close();
  await shown(0);
});

test('what keys of several bots come to is said before anything is sealed that one of them can not read', () => {
  const bot = (keys: readonly string[]) => ({ release: '1.0.0', format: 2, keys });
  const verdicts = (processes: readonly (readonly string[])[], own: readonly string[]) =>
    [...processFindings(processes.map(bot), own)].filter(({ id }) => id !== 'database-bots');
  const [one, two, three] = keyPrints(ringOf(1, 2, 3)).toReversed() as [string, string, string];
  const strange = two.replace(/:.*/, ':00000000');
  assert.deepEqual(verdicts([], [one]), []);
  assert.deepEqual(
    verdicts(
      [
        [one, two],
        [two, one],
      ],
      [one, two],
    ),
    [],
    'in the second step each may seal with either',
  );
  for (const [processes, own, verdict, key] of [
    [[[one]], [one, two], 'warning', '2'],
    [[[one], [one, two]], [one], 'warning', '2'],
    [[[one]], [two, one], 'problem', '2'],
    [[[two, one], [one]], [one], 'problem', '2'],
    [[[two], [three, two]], [two], 'problem', '3'],
    [[[one, two]], [one, strange], 'problem', '2'],
  ] as const) {
    const [finding, ...more] = verdicts(processes, own);
    assert.equal(finding?.verdict, verdict, JSON.stringify([processes, own]));
    assert.match(finding?.says ?? '', new RegExp(`Key ${key} `));
    assert.deepEqual(more, []);
  }
});
