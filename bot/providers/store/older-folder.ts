import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';
import { sealingKeyOf, wrongKeys } from './folder-mark.ts';
import { type Disk, unlessMissing } from './fs.ts';
import type { JournaledFiles } from './journaled-shelf.ts';
import { createSeal } from './seal.ts';

/** So many records tell a wrong key from one that is damaged. */
const tried = 3;

/**
 * For a folder from before there were marks: whether the keys open what lies in it. Throws Fault `keys-wrong` when none of
 * the first few records opens.
 */
export async function checkKeysByRecords(
  disk: Disk,
  root: string,
  kinds: readonly string[],
  journaled: JournaledFiles,
  keyring: Keyring,
): Promise<void> {
  const seal = createSeal(keyring);
  let sealedBy: number | undefined;
  for (const place of await somePlaces(disk, root, kinds, journaled)) {
    const text = await journaled.get(place);
    if (text === undefined) continue;
    try {
      seal.open(text, place);
      return;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      sealedBy ??= sealingKeyOf(text);
    }
  }
  if (sealedBy !== undefined) throw wrongKeys(sealedBy, keyring);
}

async function somePlaces(
  disk: Disk,
  root: string,
  kinds: readonly string[],
  journaled: JournaledFiles,
): Promise<readonly string[]> {
  const places = journaled.pending().slice(0, tried);
  const list = async (folder: string) => (await unlessMissing(disk.readdir(join(root, folder)))) ?? [];
  const found = [...places];
  for (const kind of kinds) {
    for (const upper of await list(kind)) {
      for (const lower of await list(`${kind}/${upper}`)) {
        for (const name of await list(`${kind}/${upper}/${lower}`)) {
          found.push(`${kind}/${upper}/${lower}/${name}`);
          if (found.length >= places.length + tried) return found;
        }
      }
    }
  }
  return found;
}
