import { resolve } from 'node:path';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { Store } from '../domain/ports/store.ts';
import { recordDefinitions } from '../domain/records.ts';
import { createKeyring, localKeys } from '../providers/keys/keys.ts';
import { type LowdbSettings, openLowdbStore } from '../providers/store/lowdb.ts';
import { makeFolder } from '../providers/store/make-folder.ts';
import { connectionOf } from '../providers/store/postgres/connections.ts';
import { openPostgresStore } from '../providers/store/postgres/postgres.ts';
import type { Config } from '../settings/config.ts';
import { standingOn } from '../system-errors.ts';

/** The keys of the settings, or those of local mode, made at its first start. */
export async function openKeyring(config: Config): Promise<Keyring> {
  const keys = new Map(config.keys.map(({ version, key }) => [version, key]));
  if (keys.size > 0) return createKeyring(keys, config.keys[0]?.version);
  return createKeyring(await standingOn('DATA_DIR', config.dataDir, () => localKeys(config.dataDir)));
}

export function recordsFolder({ dataDir }: Config): string {
  return resolve(dataDir, 'records');
}

/** true in `looking`: whoever only looks does not mark the folder as written by this version. */
export type OpeningRecords = Pick<LowdbSettings, 'onDamaged' | 'onHead' | 'accept' | 'looking'>;

/**
 * The records, sealed with these keys. Throws Fault `store-in-use` while another process holds them, `keys-wrong` when the
 * keys are others, `store-newer` when a newer version wrote them, `store-schema` for a database without the tables; what the
 * system refuses names the setting.
 */
export async function openRecords(config: Config, keyring: Keyring, opening: OpeningRecords): Promise<Store> {
  const { database } = config;
  if (database) {
    const connection = await standingOn('DATABASE_CA', `${database.authority}`, () => connectionOf(database));
    return openPostgresStore({ connection, definitions: recordDefinitions, keyring });
  }
  const folder = recordsFolder(config);
  return standingOn('DATA_DIR', config.dataDir, async () => {
    await makeFolder(folder);
    return openLowdbStore({ folder, definitions: recordDefinitions, keyring, ...opening });
  });
}
