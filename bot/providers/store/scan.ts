import { join } from 'node:path';
import type { Kind } from '../../domain/ports/store.ts';
import { type Disk, onDisk, unlessMissing } from './fs.ts';
import { forEachParallel } from './parallel.ts';

/** How much is asked of the disk at the same time, where nobody waits for it besides. */
const usual = 32;

/** Calls `visit` with the place of every record of a kind, several at once and in no order. */
export async function scan(
  disk: Disk,
  root: string,
  kind: Kind,
  visit: (place: string) => Promise<void>,
  atOnce = usual,
): Promise<void> {
  const list = async (folder: string) => (await unlessMissing(disk.readdir(join(root, folder)))) ?? [];
  const leaves: string[] = [];
  await onDisk(kind, async () => {
    await forEachParallel(await list(kind), atOnce, async (upper) => {
      for (const lower of await list(`${kind}/${upper}`)) leaves.push(`${kind}/${upper}/${lower}`);
    });
    await forEachParallel(leaves, atOnce, async (leaf) => {
      for (const name of await list(leaf)) await visit(`${leaf}/${name}`);
    });
  });
}
