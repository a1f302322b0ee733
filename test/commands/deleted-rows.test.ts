import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { appendToArchive, archiveMoves, withoutMoved } from '../../bot/domain/audit/archive.ts';
import { type AuditEntry, appendAudit } from '../../bot/domain/audit/trail.ts';
import { type Campaign, campaignSettingsSchema, moved, newCampaign } from '../../bot/domain/campaigns/campaign.ts';
import { newRecipient, recipientId } from '../../bot/domain/campaigns/recipient.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Kind, Records } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { numbersId } from '../../bot/domain/tickets/ticket.ts';
import { minute } from '../../bot/domain/time.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';
import { rowOf } from '../../bot/providers/store/postgres/tables.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';
import { kim, monday, ticket } from '../support/tickets.ts';

/*
 * Who may do everything in the database can delete a row. What `npm run store -- check` finds of that is stated in SECURITY.md
 * (Known limits), and here for each kind of lasting record.
 */

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 1) % 256));
const program = join(import.meta.dirname, '../../bot/commands/store.ts');
let database: TestDatabase;

/** Of whom nothing is kept but their record; and whose older acts lie in an archive. */
const [lately, longSince] = [kim, { tenantId: 'tenant', objectId: 'alva' }];
const raised = ticket({ id: 'request 2' }, { id: 'ab'.repeat(16), number: 2 });

const acts = Array.from({ length: 150 }).reduce<readonly AuditEntry[]>(
  (audit, _, at) => appendAudit(audit, { act: 'method-removed', method: 'authentication-phone' }, monday + at * minute),
  [],
);
const before150: Person = { ...newPerson(longSince), audit: acts };
const moves = archiveMoves(before150);
const archived = withoutMoved(before150, moves);
const [move] = moves;
const archive = appendToArchive(undefined, longSince, move ?? assert.fail());

const settings = campaignSettingsSchema.parse({ name: 'Ready', by: '2027-03-01' });
const campaign = (['rehearsed', 'started'] as const).reduce<Campaign>(
  (one, act) => moved(one, { act, people: 2, by: 'it' }, monday) ?? assert.fail(),
  newCampaign('ready', 'tenant', settings, 'it', monday),
);
const invited = (objectId: string) => ({
  employee: { tenantId: 'tenant', objectId },
  reason: 'too-few' as const,
  onFile: [],
  lapse: null,
  department: null,
  country: null,
  language: null,
});

/** One of each lasting kind: its id, and whether its loss is found, by which words. */
const rows: readonly { readonly kind: Kind; readonly id: string; readonly found?: RegExp }[] = [
  { kind: 'person', id: personId(lately) },
  { kind: 'person', id: personId(longSince), found: /records are missing: tenant\/alva has an archive and no record/ },
  { kind: 'audit-archive', id: move?.id ?? '', found: /tenant\/alva: the newest archive of the trail is missing/ },
  { kind: 'ticket', id: raised.id },
  { kind: 'ticket-numbers', id: numbersId, found: /the number R-0003 was given, and they are counted up to 0/ },
  { kind: 'campaign', id: 'ready', found: /whom the campaign ready is about is there, the campaign is not/ },
  {
    kind: 'campaign-recipient',
    id: recipientId('ready', lately),
    found: /the campaign ready began with 2 people, and 1 are there/,
  },
  { kind: 'address-limit', id: 'an address' },
  { kind: 'tenant-limit', id: 'tenant' },
  { kind: 'policy', id: 'policy' },
  { kind: 'witness', id: '2026-11-23' },
  { kind: 'support-channel', id: 'tenant' },
];

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
  await fill();
});
after(() => database.drop());

async function fill(): Promise<void> {
  const store = await openPostgresStore({
    connection: { connectionString: database.url() },
    definitions: recordDefinitions,
    keyring: createKeyring(new Map([[1, key]])),
  });
  const put = <K extends Kind>(kind: K, id: string, record: Records[K]) =>
    store.update(kind, id, () => ({ record, outcome: undefined }));
  await put('person', personId(lately), newPerson(lately));
  await put('person', personId(longSince), archived);
  await put('audit-archive', move?.id ?? '', archive);
  for (const number of [1, 3]) {
    const id = String(number).repeat(32);
    await put('ticket', id, ticket({ id: `request ${number}` }, { id, number }));
  }
  await put('ticket', raised.id, raised);
  await put('ticket-numbers', numbersId, { last: 3 });
  await put('campaign', campaign.id, campaign);
  for (const { objectId } of [lately, longSince]) {
    const recipient = newRecipient(campaign.id, invited(objectId), 0, monday);
    await put('campaign-recipient', recipientId(campaign.id, recipient.employee), recipient);
  }
  await put('address-limit', 'an address', { slots: [{ at: monday, count: 1, by: 'code' }] });
  await put('tenant-limit', 'tenant', { slots: [{ at: monday, count: 1, by: null }] });
  await setPolicy(store, { ...defaultPolicy, methodsRequired: 1 }, 'it', monday);
  await put('witness', '2026-11-23', { heads: [{ at: monday, head: 'head' }] });
  await put('support-channel', 'tenant', {
    channel: '19:channel@thread.tacv2',
    team: '19:team@thread.tacv2',
    serviceUrl: 'https://example.org/',
    tenantId: 'tenant',
    setAt: monday,
    setBy: null,
    lost: false,
  });
  await store.close();
}

/** What `npm run store -- check` says. */
function check() {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url(), KEYS: `1:${key.toString('base64')}` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...statedImport, program, 'check'], {
    env: { ...env, ...statedEnv },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Deletes rows, looks, and puts them back. */
function without<T>(gone: readonly { readonly kind: Kind; readonly id: string }[], look: () => T): Promise<T> {
  return database.server.asAdministrator(async (client) => {
    const deleted = gone.map(({ kind, id }) => {
      const name = kind.replace('-', '_');
      return { place: rowOf(kind, id), table: `reset_ready.${name}`, copy: `copy_of_${name}` };
    });
    for (const { place, table, copy } of deleted) {
      await client.query(`CREATE TABLE IF NOT EXISTS ${copy} AS TABLE ${table}`);
      const { rowCount } = await client.query(`DELETE FROM ${table} WHERE place = $1`, [place]);
      assert.equal(rowCount, 1, table);
    }
    const seen = look();
    for (const { table, copy } of deleted) {
      await client.query(`INSERT INTO ${table} TABLE ${copy} ON CONFLICT DO NOTHING`);
    }
    return seen;
  }, database.name);
}

test('every kind of lasting record is looked at', () => {
  const lasting = Object.entries(recordDefinitions).flatMap(([kind, { durable }]) => (durable ? [kind] : []));
  assert.deepEqual([...new Set(rows.map(({ kind }) => kind as string))].toSorted(), lasting.toSorted());
});

test('where nothing was deleted nothing is found', () => {
  const { status, stdout, stderr } = check();
  assert.deepEqual([status, stderr], [0, '']);
  assert.doesNotMatch(stdout, /without a ticket/);
});

test('a deleted row that others tell of is found', async () => {
  const found = rows.filter((row) => row.found !== undefined);
  // What tells of another one is not deleted together with it.
  const telling: readonly Kind[] = ['audit-archive', 'campaign-recipient'];
  for (const gone of [
    found.filter(({ kind }) => telling.includes(kind)),
    found.filter(({ kind }) => !telling.includes(kind)),
  ]) {
    const { status, stderr } = await without(gone, check);
    for (const row of gone) assert.match(stderr, row.found ?? /^$/, row.kind);
    assert.equal(stderr.trim().split('\n').length, gone.length, stderr);
    assert.equal(status, 1);
  }
});

test('one that no other tells of is not found: only a number without its ticket is told', async () => {
  const { status, stdout, stderr } = await without(
    rows.filter(({ found }) => !found),
    check,
  );
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^numbers without a ticket \(a request broke off there, or somebody deleted it\): R-0002$/m);
});
