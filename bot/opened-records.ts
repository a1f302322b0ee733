import { resolve } from 'node:path';
import type { Config } from './config.ts';
import type { Keyring } from './domain/ports/keyring.ts';
import type { Store } from './domain/ports/store.ts';
import { localKeys } from './providers/keys/local-file.ts';
import { createKeyring } from './providers/keys/ring.ts';
import { type LowdbSettings, openLowdbStore } from './providers/store/lowdb.ts';
import { definitions } from './records.ts';

/** The keys of the settings, or those of local mode, made at its first start. */
export async function openKeyring(config: Config): Promise<Keyring> {
  const keys = new Map(config.keys.map(({ version, key }) => [version, key]));
  return createKeyring(keys.size > 0 ? keys : await localKeys(config.dataDir));
}

export function recordsFolder({ dataDir }: Config): string {
  return resolve(dataDir, 'records');
}

/** The records, sealed with these keys. Throws Fault `store-in-use` while another process holds them. */
export function openRecords(
  config: Config,
  keyring: Keyring,
  told: Pick<LowdbSettings, 'onDamaged' | 'onHead' | 'accept'>,
): Promise<Store> {
  return openLowdbStore({ folder: recordsFolder(config), definitions, keyring, ...told });
}
