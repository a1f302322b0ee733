import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore, type PostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { amount, figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import { makeRoles, newDatabase, owner, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { personIn } from '../support/records.ts';
import { headings, type Somebody, settled, somebody } from '../support/screens.ts';
import { type SmallVolume, smallVolume } from '../support/small-volume.ts';
import { calm, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

/* The disk of the database is full, in truth: a server whose data lies on a small volume, beside a table that takes all of it. */

const volume: SmallVolume | undefined = smallVolume(96);
let server: PostgresServer;
let store: PostgresStore;
let running: RunningBot;

before(async () => {
  if (!volume) return;
  // Small, and looked at again and again: what is written has to come to the disk in time.
  server = await startPostgres({ shared_buffers: '2MB', autovacuum: 'off' }, '-', volume);
  await makeRoles(server);
  const database = await newDatabase(server);
  await migrate({ connectionString: database.url(owner) });
  const connection = { connectionString: database.url() };
  const open = () => openPostgresStore({ connection, definitions: recordDefinitions, keyring: ringOf(1) });
  store = await open();
  running = await startBot({ records: await open() });
});
after(async () => {
  if (!volume) return;
  await running.stop();
  await store.close();
  await server.stop();
  volume.remove();
});

/** A command beside the server's data. It reads what it is given, and takes no page of the server's own. */
const beside = (command: string) =>
  server.asAdministrator((client) => client.query(`COPY (SELECT 1) TO PROGRAM 'cat > /dev/null; ${command}'`));

/** Takes what there is of the disk, to the last page, but for a file that an administrator can take away to have room to act. */
async function fill(): Promise<void> {
  await beside('head -c 1000000 /dev/zero > reserve');
  await server.asAdministrator(async (client) => {
    await client.query('CREATE TABLE filler (taken bytea)');
    await client.query('ALTER TABLE filler ALTER COLUMN taken SET STORAGE EXTERNAL');
    for (let size = 1_000_000; size > 500; ) {
      const text = "INSERT INTO filler SELECT convert_to(repeat('x', $1), 'UTF8')";
      const full = await client.query(text, [size]).then(
        () => false,
        ({ code }) => code === '53100' || assert.fail(code),
      );
      if (full) size = Math.floor(size / 2);
    }
  });
}

async function free(): Promise<void> {
  // On a disk that is full to its last page the server may not even begin to drop a table.
  await beside('rm reserve');
  await server.asAdministrator((client) => client.query('DROP TABLE filler'));
}

/** Records of so many writers each, which are written again and again: none is the same twice, each takes half a page. */
const each = 100;
const writers = 4;
const sum = { acknowledged: 0, refused: 0 };
const acknowledged = new Map<string, number>();
const tried = new Map<string, number>();
const reasons = new Set<string>();
let last = 0;

async function writing(own: number, done: () => boolean): Promise<void> {
  for (let at = 0; !done(); at += 1) {
    const id = `${own} ${at % each}`;
    last += 1;
    const mine = last;
    tried.set(id, mine);
    const slots = Array.from({ length: 40 }, () => ({ at: mine, count: 1, by: null }));
    try {
      await store.update('tenant-limit', id, () => ({ record: { slots }, outcome: undefined }));
      acknowledged.set(id, mine);
      sum.acknowledged += 1;
    } catch (error) {
      assert.ok(error instanceof Fault && error.code === 'store-unavailable', `${error}`);
      reasons.add(error.detail);
      sum.refused += 1;
    }
  }
}

/** What is there is what was acknowledged last, or what was refused after that and written all the same. */
async function compare(): Promise<void> {
  for (const [id, newest] of tried) {
    const slots = (await store.read('tenant-limit', id))?.slots ?? [];
    const at = slots[0]?.at ?? 0;
    assert.ok(at >= (acknowledged.get(id) ?? 0) && at <= newest, `${id}: ${at}`);
    assert.ok(
      slots.every((slot) => slot.at === at),
      `${id} is half`,
    );
  }
}

/** Types until the newest card says it: whoever was told that something went wrong tries again. */
async function say({ chat }: Somebody, text: string, wanted: RegExp): Promise<void> {
  await until(`${text} comes to something`, async () => {
    const { status } = await chat.type(text);
    assert.equal(status, 200);
    return chat.cards().length > 0 && wanted.test(wordsOf(chat.latest().content));
  });
}

test('while the disk of the database is full nothing is promised, and all goes on when there is room', async (t) => {
  if (!volume) return t.skip('THE DISK OF A DATABASE WAS NOT FILLED: this system mounts no volume for a test');
  const rounds = amount(1, 12);
  let sorry = 0;
  for (let round = 0; round < rounds; round += 1) {
    let over = false;
    const work = Promise.all(Array.from({ length: writers }, (_, own) => writing(own, () => over)));
    const people = Array.from({ length: 3 }, () => somebody(running));
    try {
      await until('every record is there', () => acknowledged.size === writers * each);
      await fill();
      const before = sum.refused;
      await until('writes are refused', () => sum.refused > before + 20);
      for (const { chat } of people) {
        const { status } = await chat.type('hi');
        assert.equal(status, 200);
        if (calm.test(chat.texts().at(-1) ?? '')) sorry += 1;
      }
      await free();
      const soFar = sum.acknowledged;
      await until('writes go on', () => sum.acknowledged > soFar + writers * each);
    } finally {
      over = true;
      await work;
    }
    await compare();
    for (const one of people) {
      await say(one, 'start', headings.choose);
      await say(one, 'phone', headings.phone);
      await say(one, one.typedNumber, headings['code of a phone']);
      await say(one, await running.caught.code(one.number), headings.choose);
      await settled(one, running);
      assert.deepEqual(Object.keys((await personIn(running.records, one.employee)).methods), ['authentication-phone']);
    }
  }
  assert.deepEqual([...reasons], ['the disk of the database is full']);
  assert.deepEqual(await store.check(), []);
  figure({
    test: 'disk full, PostgreSQL',
    measured: `${rounds} times full: ${sum.acknowledged} acknowledged, ${sum.refused} refused, ${sorry} people told so; 0 lost, 0 half, on without a restart`,
    target: '0 lost, 0 half, on without a restart',
    met: true,
  });
});
