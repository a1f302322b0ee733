import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { appendAudit } from '../../bot/domain/audit/trail.ts';
import { numbersId, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import { createLog } from '../../bot/log.ts';
import { tellHead } from '../../bot/monitoring/records-watch.ts';
import { placeOf } from '../../bot/providers/store/record-files.ts';
import { openRecords } from '../support/records.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';
import { after, kim, monday, sam, ticket } from '../support/tickets.ts';

/** What a command of ours prints about records in a folder of their own. */
async function commandOn(t: TestContext, records: { readonly person?: Person; readonly tickets: readonly Ticket[] }) {
  const folder = await mkdtemp(join(tmpdir(), 'reset-ready-audit-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = await openRecords(folder);
  const { person, tickets } = records;
  if (person) await store.update('person', personId(person.employee), () => ({ record: person, outcome: undefined }));
  for (const one of tickets) await store.update('ticket', one.id, () => ({ record: one, outcome: undefined }));
  const last = Math.max(0, ...tickets.map(({ number }) => number));
  await store.update('ticket-numbers', numbersId, () => ({ record: { last }, outcome: undefined }));
  await store.close();
  return (command: 'audit' | 'tickets', ...words: string[]) => {
    const file = join(import.meta.dirname, `../../bot/commands/${command}.ts`);
    return spawnSync(process.execPath, [...statedImport, file, ...words], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, ...statedEnv },
      encoding: 'utf8',
    });
  };
}

const audit = appendAudit(appendAudit([], { act: 'reminder-snoozed' }, monday), { act: 'sent-to-register' }, monday);
const person: Person = { ...newPerson(kim), audit };
const worked = after(
  ticket(),
  [sam, { kind: 'claim', over: null }, monday],
  [sam, { kind: 'resolve', words: 'Try now.' }, monday],
);
/** Another ticket than `worked`, in which somebody has changed what a supporter wrote. */
const forged: Ticket = {
  ...worked,
  id: 'ab'.repeat(16),
  requests: ['another request'],
  number: 428,
  story: worked.story.map((act) => (act.act === 'resolved' ? { ...act, words: 'Try later.' } : act)),
};

test('the check goes through everybody’s notes and every ticket’s story', async (t) => {
  const run = await commandOn(t, { person, tickets: [worked] });
  const { stdout, stderr, status } = run('audit', 'verify');
  const last = 'all records that are there are the ones last written';
  assert.equal(stdout, `1 people, 2 entries, 0 broken chains\n1 tickets, 3 acts, 0 broken chains\n${last}\n`);
  assert.deepEqual([stderr, status], ['', 0]);
});

test('words that were changed in a ticket are found, and the act they stand in is named', async (t) => {
  const run = await commandOn(t, { person, tickets: [worked, forged] });
  const { stdout, stderr, status } = run('audit', 'verify');
  assert.equal(stderr, 'ticket R-0428: entry 3 of 3 (resolved) does not follow from the ones before it\n');
  assert.match(stdout, /^2 tickets, 6 acts, 1 broken chains$/mu);
  assert.equal(status, 1);
});

test('a record put back while the bot stood still is found, and a witness tells older records from newer ones', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'reset-ready-audit-'));
  t.after(() => rm(folder, { recursive: true }));
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bot/commands/audit.ts'), ...words], {
      env: { PATH: process.env.PATH, DATA_DIR: folder },
      encoding: 'utf8',
    });
  const put = async (record: Person, told: string[]) => {
    const store = await openRecords(folder);
    await store.update('person', personId(kim), () => ({ record, outcome: undefined }));
    const log = createLog('info', { write: (line) => void told.push(JSON.parse(line).head) });
    await tellHead(store, () => monday + told.length, log);
    await store.close();
  };
  const told: string[] = [];
  await put(person, told);
  await cp(folder, `${folder}-before`, { recursive: true });
  t.after(() => rm(`${folder}-before`, { recursive: true }));
  await put({ ...person, frozenUntil: monday }, told);
  const [first = '', second = ''] = told;
  assert.deepEqual([run('verify', '--since', first).status, run('verify', '--since', second).status], [0, 0]);

  const file = join('records', placeOf('person', personId(kim)));
  const newest = await readFile(join(folder, file));
  await cp(join(`${folder}-before`, file), join(folder, file));
  const putBack = run('verify');
  assert.match(putBack.stderr, /the records of kind person are not the ones last written/);
  assert.equal(putBack.status, 1);
  await writeFile(join(folder, file), newest);
  assert.equal(run('verify').status, 0);

  // The whole folder put back: all of it adds up, but it does not know what the log was told since.
  await rm(folder, { recursive: true });
  await cp(`${folder}-before`, folder, { recursive: true });
  assert.equal(run('verify', '--since', first).status, 0);
  const older = run('verify', '--since', second);
  assert.match(older.stderr, /these records do not know .*: they are older, or others/);
  assert.equal(older.status, 1);
  assert.equal(run('verify', '--since').status, 2);
});

test('tickets are listed, shown and exported from the records', async (t) => {
  const open = ticket({ id: 'another request' }, { id: 'cd'.repeat(16), number: 7 });
  const run = await commandOn(t, { tickets: [worked, open] });
  assert.match(run('tickets').stdout, /^R-0007 {2}open .*\n1 open tickets\n$/);
  assert.match(run('tickets', 'all').stdout, /^R-0007 .*\nR-0427 {2}resolved.*\n2 tickets\n$/);
  assert.match(run('tickets', 'show', 'r 427').stdout, /^R-0427[\s\S]*Try now\./);
  const missing = run('tickets', 'show', 'R-0001');
  assert.deepEqual([missing.stderr, missing.status], [`There is no ticket ${ticketNumber(1)}.\n`, 1]);
  assert.equal(run('tickets', 'export', 'csv').stdout.split('\n').length, 4);
  assert.equal(JSON.parse(run('tickets', 'export', 'json').stdout).length, 2);
  assert.equal(run('tickets', 'export', 'xml').status, 2);
});

test('a command on records reads .env as the bot does, and makes nothing where there are no records', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'reset-ready-audit-'));
  t.after(() => rm(folder, { recursive: true }));
  const audit = (cwd: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bot/commands/audit.ts'), 'verify'], {
      cwd,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
  const lost = audit(folder);
  assert.equal(lost.status, 2);
  assert.match(lost.stderr, /There are no records in .*data.records: does DATA_DIR say where they are/);
  assert.deepEqual(await readdir(folder), []);

  const store = await openRecords(join(folder, 'elsewhere'));
  await store.update('person', personId(kim), () => ({ record: newPerson(kim), outcome: undefined }));
  await store.close();
  await writeFile(join(folder, '.env'), 'DATA_DIR=elsewhere\n');
  assert.match(audit(folder).stdout, /^1 people/);
});
