import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';
import { errno, unlessMissing } from '../store/fs.ts';
import { makeFolder } from '../store/make-folder.ts';

/** Shortest root key the ring takes, in bytes: no derived key can be stronger than its root. */
const shortestRoot = 32;

/**
 * A ring over root keys by version. Every use gets its own 32 bytes by HKDF-SHA256 (RFC 5869).
 * Throws RangeError for an empty ring, a version that is no positive whole number, or a root under 32 bytes.
 * @param sealing the version that seals; the highest, unless others do not know that one yet
 */
export function createKeyring(roots: ReadonlyMap<number, Uint8Array>, sealing?: number): Keyring {
  const descending = [...roots.keys()].sort((a, b) => b - a);
  const newest = sealing ?? descending[0];
  if (newest === undefined) throw new RangeError('a key ring needs at least one key');
  if (!roots.has(newest)) throw new RangeError(`key ${newest} is not in the ring`);
  for (const [version, root] of roots) {
    if (!Number.isSafeInteger(version) || version < 1) throw new RangeError('a key version is a whole number from 1');
    if (root.length < shortestRoot) throw new RangeError(`key ${version} is shorter than ${shortestRoot} bytes`);
  }
  // Made ready once: with raw bytes the runtime would do so at each use.
  const derived = new Map<string, KeyObject>();
  return {
    newest,
    versions: [newest, ...descending.filter((version) => version !== newest)],
    key(version, use) {
      const name = `${version}/${use}`;
      const known = derived.get(name);
      if (known) return known;
      const root = roots.get(version);
      if (!root) throw new Fault('key-missing', `version ${version} is not in the ring`);
      const key = createSecretKey(new Uint8Array(hkdfSync('sha256', root, '', `reset-ready/${use}`, 32)));
      derived.set(name, key);
      return key;
    },
  };
}

const size = 32;

/**
 * The root key of local mode, as version 1: made at the first start, read afterwards, so that what was sealed yesterday
 * opens today. Two first starts at once end up with the same key. Throws Fault `key-missing` for a file of another size.
 */
export async function localKeys(folder: string): Promise<ReadonlyMap<number, Uint8Array>> {
  const file = join(folder, 'local.key');
  const root = (await unlessMissing<Uint8Array>(readFile(file))) ?? (await make(folder, file));
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
  await link(draft, file).catch((error: unknown) => {
    if (errno(error) !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return readFile(file);
}
