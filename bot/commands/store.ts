import { type MovingRecords, openDatabase, openForMoving, openKeyring } from '../compose/store.ts';
import { personId } from '../domain/account/person.ts';
import { afterRestore } from '../domain/outbox/person-letters.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { Kind, Store } from '../domain/ports/store.ts';
import type { Instant } from '../domain/time.ts';
import { connectionOf } from '../providers/store/postgres/connections.ts';
import { migrate } from '../providers/store/postgres/migrate.ts';
import { readDatabase } from '../settings/config.ts';
import { readEnvFile } from '../settings/env-file.ts';
import { verifyRecords } from './audit-chains.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { copyRecords, type Digest, digestOf, removeOthers } from './copy-records.ts';
import { configHere, everybody, onRecords } from './records.ts';

/*
 * `npm run store -- migrate`: makes the tables of the database, or brings them to this version; as their owner.
 * `check`: whether all records open and are the ones last written, and what they come to. `copy --from folder --to database`
 * or the other way round, while no bot runs: then the place they come from opens no more. `reindex`: after a new key, seals
 * everything with it, so that the old one may go. `settle --since 2026-11-29T08:00Z`: after a backup was restored, letters of
 * before then are not sent as if they were new.
 */

async function migrateTables(): Promise<ExitCode> {
  readEnvFile();
  const database = readDatabase(process.env);
  if (!database) throw new Error('DATABASE_URL does not say which database, and as whom: the owner of its tables.');
  const steps = await migrate(await connectionOf(database));
  for (const step of steps) print(step);
  print(steps.length === 0 ? 'the tables are up to date' : `${steps.length} steps taken`);
  return 0;
}

function tell({ counts, digest }: Digest): void {
  for (const [kind, count] of Object.entries(counts)) if (count > 0) print(`${kind}: ${count}`);
  print(`digest ${digest}`);
}

async function check(): Promise<ExitCode> {
  const keyring = await openKeyring(configHere());
  return onRecords(async (store) => {
    const well = await verifyRecords(store);
    tell(await digestOf(store, keyOf(keyring)));
    return well ? 0 : 1;
  });
}

/** The same whichever key is newest, so that digests from before and after a rotation can be held against each other. */
function keyOf(keyring: Keyring) {
  return keyring.key(Math.min(...keyring.versions), 'head');
}

async function copy(from: 'folder' | 'database'): Promise<ExitCode> {
  const config = configHere();
  const keyring = await openKeyring(config);
  const source = await openForMoving(from, config, keyring);
  try {
    const target = await openForMoving(from === 'folder' ? 'database' : 'folder', config, keyring);
    try {
      return await moved(source, target, keyring);
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

/** Copies everything, compares, and only then says at the source where they are. Each step may be the last before a cut. */
async function moved(source: MovingRecords, target: MovingRecords, keyring: Keyring): Promise<ExitCode> {
  const [left, came] = [await source.mark.read(), await target.mark.read()];
  const resumed = came?.state === 'filling' && came.other === source.name;
  if (left && !(left.state === 'moved' && left.other === target.name && resumed)) {
    throw new Error(`The records in ${source.name} are not there to be copied: ${left.state}, ${left.other}.`);
  }
  const back = came?.state === 'moved' && came.other === source.name;
  if (!resumed && !back && (came || !(await isEmpty(target.store)))) {
    throw new Error(`There are records in ${target.name} already: they would be mixed.`);
  }
  await target.mark.write({ state: 'filling', other: source.name });
  const written = await copyRecords(source.store, target.store, (kind, count) => {
    if (count > 0) print(`${kind}: ${count}`);
  });
  const removed = await removeOthers(source.store, target.store);
  print(`${written} written, ${removed} removed`);
  const digests = [await digestOf(source.store, keyOf(keyring)), await digestOf(target.store, keyOf(keyring))];
  const [one, other] = digests.map(({ digest }) => digest);
  let well = one === other;
  if (well) print(`digest ${one}, on both sides`);
  else complain(`The copies differ: digest ${one} in ${source.name}, ${other} in ${target.name}.`);
  for (const { store, name } of [source, target]) {
    print(`${name}:`);
    well = (await verifyRecords(store)) && well;
  }
  if (!well) {
    complain('Nothing has moved: the bot goes on with the records where they were. Run it again when this is mended.');
    return 1;
  }
  await source.mark.write({ state: 'moved', other: target.name });
  await target.mark.write(undefined);
  print(`The records are in ${target.name}; those in ${source.name} open no more.`);
  return 0;
}

async function isEmpty(store: Store): Promise<boolean> {
  for (const kind of ['person', 'ticket', 'policy', 'conversation'] satisfies Kind[]) {
    if ((await store.scan(kind, 1)).entries.length > 0) return false;
  }
  return true;
}

async function reindex(): Promise<ExitCode> {
  const config = configHere();
  if (!config.database) throw new Error('DATABASE_URL is missing: records in a folder are found by what is in memory.');
  const keyring = await openKeyring(config);
  const store = await openDatabase(config.database, keyring, {});
  try {
    print(`${await store.reseal()} records sealed with key ${keyring.newest}`);
    return 0;
  } finally {
    await store.close();
  }
}

async function settle(since: Instant): Promise<ExitCode> {
  return onRecords(async (store) => {
    let people = 0;
    for await (const { employee } of everybody(store)) {
      people += await store.update('person', personId(employee), (person) => {
        const after = person && afterRestore(person, since);
        return { record: after, outcome: after === person ? 0 : 1 };
      });
    }
    print(`letters of ${people} people settled`);
    return 0;
  }, 'begin');
}

/** What was asked for; undefined: nothing that there is. */
function command(words: readonly string[]): (() => Promise<ExitCode>) | undefined {
  const [verb, option, value, second, last, ...more] = words;
  if (more.length > 0) return undefined;
  if (words.length === 1) return { migrate: migrateTables, check, reindex }[verb ?? ''];
  const roads = { folder: 'database', database: 'folder' } as const;
  if (verb === 'copy' && option === '--from' && second === '--to' && (value === 'folder' || value === 'database')) {
    return last === roads[value] ? () => copy(value) : undefined;
  }
  const at = Date.parse(value ?? '');
  const dated = verb === 'settle' && option === '--since' && words.length === 3 && !Number.isNaN(at);
  return dated ? () => settle(at) : undefined;
}

await runCommand(
  command(process.argv.slice(2)),
  'Usage: npm run store -- migrate | check | copy --from folder --to database | copy --from database --to folder | reindex | settle --since 2026-11-29T08:00Z',
);
