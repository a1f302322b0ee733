import assert from 'node:assert/strict';
import fs, { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson, type Person, personId } from '../../../bot/domain/account/person.ts';
import type { Fault } from '../../../bot/domain/fault.ts';
import type { Store } from '../../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../../bot/domain/records.ts';
import { type Disk, disk } from '../../../bot/providers/store/fs.ts';
import { type LowdbSettings, openLowdbStore } from '../../../bot/providers/store/lowdb.ts';
import { createSimulatedDisk, type SimulatedDisk } from '../../chaos/simulated-disk.ts';
import { fault } from '../../contract/store.ts';
import { amount } from '../../support/figure.ts';
import { ringOf } from '../../support/keyring.ts';
import { seeded, seedOfRun } from '../../support/seeded.ts';

const keyring = ringOf(1);
const open = (folder: string, more: Partial<LowdbSettings> = {}) =>
  openLowdbStore({ folder, definitions: recordDefinitions, keyring, keptIndex: true, ...more });

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-index-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

function somebody(at: number, due?: number): Person {
  const person = newPerson({ tenantId: `tenant ${at % 3}`, objectId: `somebody ${at}` });
  const refresh = { kind: 'refresh', id: `${at}`, due: due ?? 0, dies: null, tries: [] } as const;
  return { ...person, letters: due === undefined ? [] : [refresh] };
}

const put = (store: Store, person: Person) =>
  store.update('person', personId(person.employee), () => ({ record: person, outcome: undefined }));

/** All that the people are found by. */
async function foundIn(store: Store): Promise<readonly (readonly string[])[]> {
  const queries = [
    { field: 'due', until: Number.MAX_SAFE_INTEGER },
    { field: 'everybody', equals: 1 },
    ...[0, 1, 2].map((at) => ({ field: 'tenant', equals: `tenant ${at}` })),
  ];
  return Promise.all(queries.map(async (query) => (await store.find('person', { ...query, limit: 10_000 })).ids));
}

/** Counts the records' files that are read. */
function counting() {
  let reads = 0;
  const counted = {
    ...disk,
    readFile: (...asked: Parameters<typeof fs.readFile>) => {
      if (/person\/../.test(String(asked[0]))) reads += 1;
      return fs.readFile(...asked);
    },
  } as Disk;
  return { disk: counted, reads: () => reads };
}

/** The folder as a process leaves it that is killed. */
async function killed(t: TestContext, folder: string): Promise<string> {
  const left = await newFolder(t);
  await cp(folder, left, { recursive: true });
  for (const name of await readdir(left)) if (name.startsWith('in-use.')) await rm(join(left, name));
  return left;
}

test('after a close no record is read at the start, and all is found as before', async (t) => {
  const seed = seedOfRun();
  const { below, chance } = seeded(seed);
  const folder = await newFolder(t);
  for (let life = 0; life < 4; life += 1) {
    const store = await open(folder);
    for (let act = 0; act < 80; act += 1) {
      const person = somebody(below(60), chance() < 0.5 ? below(1_000) : undefined);
      if (chance() < 0.2) await store.remove('person', personId(person.employee));
      else await put(store, person);
    }
    const before = await foundIn(store);
    await store.close();
    const { disk, reads } = counting();
    const kept = await open(folder, { disk });
    assert.equal(reads(), 0, `SEED=${seed}`);
    assert.deepEqual(await foundIn(kept), before, `SEED=${seed}`);
    assert.deepEqual(await kept.check(), []);
    await kept.close();
    const read = await open(folder, { keptIndex: false });
    assert.deepEqual(await foundIn(read), before, `SEED=${seed}`);
    await read.close();
  }
});

test('after a kill only what was written since is read, and with an index of another moment everything', async (t) => {
  const folder = await newFolder(t);
  const first = await open(folder);
  await put(first, somebody(1, 5));
  await first.close();
  const older = await readFile(join(folder, 'index.json'));
  const second = await open(folder);
  await put(second, somebody(2, 6));
  const before = await foundIn(second);
  const left = await killed(t, folder);
  await second.close();
  await writeFile(join(folder, 'index.json'), older);
  for (const [place, all] of [
    [left, 0],
    [folder, 2],
  ] as const) {
    const { disk, reads } = counting();
    const store = await open(place, { disk });
    assert.deepEqual(await foundIn(store), before);
    assert.equal(reads(), all);
    await store.close();
  }
});

/** Counts a simulated disk's reads of people's records, too. */
function countingOn(simulated: SimulatedDisk) {
  let reads = 0;
  const counted = {
    ...simulated.disk,
    readFile: (...asked: Parameters<typeof fs.readFile>) => {
      if (/person\/../.test(String(asked[0]))) reads += 1;
      return simulated.disk.readFile(...asked);
    },
  } as Disk;
  return { disk: counted, reads: () => reads };
}

test('whenever it is killed or the power goes, the index is what a look at every record would make it', async (t) => {
  const seed = seedOfRun();
  const random = seeded(seed);
  const folder = await newFolder(t);
  // So soon that most of it is in files when the end comes.
  const puttingAway = { at: 4_000, every: 5 };
  const told = (one: Fault) => assert.fail(one);
  let [taken, all] = [0, 0];
  let disk = createSimulatedDisk(random);
  for (let life = 0; life < amount(12, 300); life += 1) {
    const end = random.pick(['kill', 'kill', 'power'] as const);
    const store = await open(folder, { disk: disk.disk, puttingAway, onDamaged: told });
    disk.endAfter(random.below(1_500));
    while (!disk.gone) {
      const person = somebody(random.below(40), random.chance() < 0.5 ? random.below(1_000) : undefined);
      const act = random.chance() < 0.2 ? store.remove('person', personId(person.employee)) : put(store, person);
      await act.catch(() => undefined);
    }
    await store.close();
    disk = disk.after(end);
    const [kept, read] = [disk.after('kill'), disk.after('kill')];
    const { disk: counted, reads } = countingOn(kept);
    const quick = await open(folder, { disk: counted, onDamaged: told });
    const found = await foundIn(quick);
    if (reads() < (found[1]?.length ?? 0)) taken += 1;
    else all += 1;
    assert.deepEqual(await quick.check(), [], `SEED=${seed}`);
    await quick.close();
    const whole = await open(folder, { disk: read.disk, keptIndex: false, onDamaged: told });
    assert.deepEqual(found, await foundIn(whole), `SEED=${seed}`);
    await whole.close();
  }
  assert.ok(taken > all, `SEED=${seed}: ${taken} starts read some of the records, ${all} all of them`);
});

test('an index that is damaged, or sealed by somebody else, is made anew', async (t) => {
  const folder = await newFolder(t);
  const first = await open(folder);
  await put(first, somebody(1, 5));
  const before = await foundIn(first);
  await first.close();
  const file = join(folder, 'index.json');
  const whole = await readFile(file, 'utf8');
  for (const broken of ['', '{', '{"key":1,"sealed":"AAAA"}', whole.slice(0, -9), '{"head":"x","kinds":{}}']) {
    await writeFile(file, broken);
    const store = await open(folder);
    assert.deepEqual(await foundIn(store), before);
    await store.close();
  }
});

test('a record that was put back while nobody looked is found by whoever reads it, and by the check', async (t) => {
  const folder = await newFolder(t);
  const first = await open(folder);
  await put(first, somebody(1, 5));
  await first.close();
  const [name = ''] = (await readdir(join(folder, 'person'), { recursive: true })).filter((one) =>
    one.endsWith('.json'),
  );
  const older = await readFile(join(folder, 'person', name));
  const second = await open(folder);
  await put(second, somebody(1, 6));
  await second.close();
  await writeFile(join(folder, 'person', name), older);
  const store = await open(folder);
  await assert.rejects(store.read('person', personId(somebody(1).employee)), fault('store-damaged'));
  assert.ok((await store.check()).length > 0);
  await store.close();
});

test('where a record could not be read no index is kept, and every start tells of it', async (t) => {
  const folder = await newFolder(t);
  const first = await open(folder);
  await put(first, somebody(1, 5));
  await put(first, somebody(2, 6));
  await first.close();
  const [name = ''] = (await readdir(join(folder, 'person'), { recursive: true })).filter((one) =>
    one.endsWith('.json'),
  );
  await writeFile(join(folder, 'person', name), 'torn');
  await rm(join(folder, 'index.json'));
  for (let start = 0; start < 2; start += 1) {
    const told: Fault[] = [];
    const store = await open(folder, { onDamaged: (one) => void told.push(one) });
    assert.equal(told.length, 1);
    await store.close();
  }
});
