import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmployeeKey, newPerson, type Person, personId } from '../../bot/domain/person.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { localKeys } from '../../bot/providers/keys/local-file.ts';
import { createKeyring } from '../../bot/providers/keys/ring.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { definitions } from '../../bot/records.ts';
import type { RootKey } from '../../bot/settings.ts';

/** The records in a bot's data folder, with the keys it uses itself. */
export async function openRecords(folder: string, keys: readonly RootKey[] = []): Promise<Store> {
  const roots = keys.length > 0 ? new Map(keys.map(({ version, key }) => [version, key])) : await localKeys(folder);
  return openLowdbStore({ folder: join(folder, 'records'), definitions, keyring: createKeyring(roots) });
}

export async function personIn(records: Store, employee: EmployeeKey): Promise<Person> {
  return (await records.read('person', personId(employee))) ?? newPerson(employee);
}

/** Every kind of record but the chats, which remember where they stand. */
const lasting = /^(person|address-limit|tenant-limit|policy)\//;

/**
 * Fingerprints of the files of all records of people and counts. Sealing is random, so even the same record written again
 * makes a difference.
 */
export async function lastingFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const root = join(folder, 'records');
  const names = await readdir(root, { recursive: true });
  const files: Record<string, string> = {};
  for (const name of names.sort()) {
    if (!lasting.test(name) || !name.endsWith('.json')) continue;
    files[name] = createHash('sha256')
      .update(await readFile(join(root, name)))
      .digest('hex');
  }
  return files;
}
