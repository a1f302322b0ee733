import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Fault } from '../../bot/domain/fault.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { amount, figure } from '../support/figure.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';
import { type CountedRecords, createCountedRecords } from './counted-records.ts';
import { createSimulatedDisk, type SimulatedDisk } from './simulated-disk.ts';

const keyring = createKeyring(new Map([[1, new Uint8Array(32).fill(7)]]));
/** So soon that the journal is put away all the time. */
const puttingAway = { at: 4_000, every: 5 };
const livesPerDisk = 8;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-'));
});
after(() => rm(folder, { recursive: true }));

async function open({ disk }: SimulatedDisk): Promise<Store> {
  const onDamaged = (fault: Fault) => assert.fail(fault);
  return openLowdbStore({ folder, definitions: recordDefinitions, keyring, puttingAway, disk, onDamaged });
}

type End = 'kill' | 'power' | 'close';

/** Several lives of a store on one disk: each compares what it finds with what was acknowledged, then writes to its end. */
async function livesOn(random: Seeded, failing: number, ends: readonly End[]): Promise<CountedRecords> {
  let disk = createSimulatedDisk(random);
  const records = createCountedRecords(random, () => disk.gone);
  for (let life = 0; life < livesPerDisk; life += 1) {
    const store = await open(disk);
    const end = random.pick(ends);
    try {
      await records.compare(store);
      assert.deepEqual(await store.check(), [], 'all of it adds up to the head');
      disk.failing = random.chance() * failing;
      if (end !== 'close') disk.endAfter(random.below(600));
      await records.write(store, end === 'close' ? 20 : 1_000);
    } finally {
      // Nothing gets through to a disk that is gone: the process might as well have been killed.
      await store.close();
    }
    disk = disk.after(end === 'power' ? 'power' : 'kill');
    if (end === 'power') records.powerWasCut();
  }
  return records;
}

const promises = [
  { title: 'is there after a power cut', failing: 0, ends: ['power', 'kill'] },
  { title: 'is there though the disk fails again and again', failing: 0.1, ends: ['power', 'kill', 'close'] },
] as const;

for (const { title, failing, ends } of promises) {
  test(`whatever was acknowledged ${title}`, async () => {
    const seed = seedOfRun();
    const disks = amount(8, 150);
    let [acknowledged, refused, wrong] = [0, 0, ''];
    for (let at = 0; at < disks && !wrong; at += 1) {
      try {
        const records = await livesOn(seeded(seed + at), failing, ends);
        acknowledged += records.acknowledged;
        refused += records.refused;
      } catch (error) {
        wrong = `disk ${at}: ${error}`;
      }
    }
    figure({
      test: `whatever was acknowledged ${title}, lowdb`,
      measured: `${disks * livesPerDisk} ends, ${acknowledged} acknowledged, ${refused} refused: ${wrong || '0 lost, 0 half, 0 unreadable'}`,
      target: '0 lost, 0 half, 0 unreadable',
      met: !wrong,
      seed,
    });
    assert.equal(wrong, '');
  });
}
