import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFolders } from '../../../bot/providers/store/fs.ts';
import { createJournalFiles, type JournalFiles } from '../../../bot/providers/store/journal.ts';
import { createSimulatedDisk, type SimulatedDisk } from '../../chaos/simulated-disk.ts';
import { type Seeded, seeded, seedOfRun } from '../../support/seeded.ts';

const all = [0, 10, 20, 30];
const enough = 12;

const filesOn = ({ disk }: SimulatedDisk) => createJournalFiles(disk, '/journal', createFolders(disk, '/'));

async function written(random: Seeded): Promise<{ disk: SimulatedDisk; files: JournalFiles }> {
  const disk = createSimulatedDisk(random);
  const files = filesOn(disk);
  for (const start of all) {
    const handle = await files.open(start);
    await handle.appendFile('0123456789');
    await handle.datasync();
  }
  return { disk, files };
}

test('a file that was being deleted when the process ended never comes back without those after it', async () => {
  const seed = seedOfRun();
  for (let first = 0; first <= enough; first += 1) {
    for (let second = 0; second <= enough; second += 1) {
      const { disk, files } = await written(seeded(seed + first * 100 + second));
      disk.endAfter(first);
      await files.deleteBefore(20).catch(() => undefined);
      const killed = disk.after('kill');
      killed.endAfter(second);
      await filesOn(killed)
        .deleteBefore(30)
        .catch(() => undefined);
      const found = await filesOn(killed.after('power')).starts();
      assert.deepEqual(found, all.slice(all.length - found.length), `ends after ${first} and ${second}, seed ${seed}`);
    }
  }
});
