import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { makeFolder } from '../store/make-folder.ts';

const size = 32;

/**
 * The root key of local mode, as version 1: made at the first start, read afterwards, so that what was sealed yesterday
 * opens today. Two first starts at once end up with the same key. Throws Fault `key-missing` for a file of another size.
 */
export async function localKeys(folder: string): Promise<ReadonlyMap<number, Uint8Array>> {
  const file = join(folder, 'local.key');
  const root = (await readIfThere(file)) ?? (await make(folder, file));
  if (root.length !== size) throw new Fault('key-missing', `${file} does not hold ${size} bytes`);
  return new Map([[1, root]]);
}

async function make(folder: string, file: string): Promise<Uint8Array> {
  await makeFolder(resolve(folder));
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(size));
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A link appears whole or not at all, and never over another's: whoever comes second reads the first one's key.
  await link(draft, file).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return readFile(file);
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
