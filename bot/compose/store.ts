import { resolve } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { Store } from '../domain/ports/store.ts';
import { recordDefinitions } from '../domain/records.ts';
import type { Log } from '../log.ts';
import { createKeyring, localKeys } from '../providers/keys/keys.ts';
import { programWriting } from '../providers/store/format.ts';
import { type LowdbSettings, openLowdbStore } from '../providers/store/lowdb.ts';
import { makeFolder } from '../providers/store/make-folder.ts';
import { folderMoving, type MovingMark, refuseMoving } from '../providers/store/moving.ts';
import type { PostgresSettings, PostgresStore } from '../providers/store/postgres/postgres.ts';
import type { DatabaseSettings } from '../providers/store/postgres/settings.ts';
import { type Hold, holdFolder } from '../providers/store/process-lock.ts';
import { openRecordsBeside, type RecordsSocket, serveRecords } from '../providers/store/records-socket.ts';
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
export type OpeningRecords = Pick<LowdbSettings, 'onDamaged' | 'onHead' | 'accept' | 'looking' | 'keptIndex'> &
  Pick<PostgresSettings, 'release' | 'observer'>;

/**
 * The records, sealed with these keys. Throws Fault `store-in-use` while another process holds them, `keys-wrong` when the
 * keys are others, `store-newer` when a newer version wrote them, `store-schema` for a database without the tables,
 * `store-moved` where they are no more or not yet; what the system refuses names the setting.
 */
export async function openRecords(config: Config, keyring: Keyring, opening: OpeningRecords): Promise<Store> {
  if (config.database) return openDatabase(config.database, keyring, { ...opening, ...formatOf(config) });
  const store = await openFolder(config, keyring, opening);
  try {
    refuseMoving(await folderMoving(recordsFolder(config)).read());
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

/** Records that are to leave a place, or to come to one. */
export interface MovingRecords {
  readonly store: Store;
  readonly mark: MovingMark;
  /** What the place is called in the mark of the other; no secret. */
  readonly name: string;
}

/** Opens the records in one of the two places, also where they are on the move. */
export async function openForMoving(
  place: 'folder' | 'database',
  config: Config,
  keyring: Keyring,
): Promise<MovingRecords> {
  if (place === 'folder') {
    const name = recordsFolder(config);
    return { store: await openFolder(config, keyring, {}), mark: folderMoving(name), name };
  }
  const { database } = config;
  if (!database) throw new Error('DATABASE_URL is missing: it says which database.');
  const store = await openDatabase(database, keyring, { moving: true, ...formatOf(config) });
  return { store, mark: store.moving, name: `${database.host}:${database.port}/${database.database}` };
}

export async function openDatabase(
  database: DatabaseSettings,
  keyring: Keyring,
  { release, observer, moving, format }: Pick<PostgresSettings, 'release' | 'observer' | 'moving' | 'format'>,
): Promise<PostgresStore> {
  // The driver takes a while to load, so only whoever has a database does.
  const { connectionOf } = await import('../providers/store/postgres/connections.ts');
  const { openPostgresStore } = await import('../providers/store/postgres/postgres.ts');
  const connection = await standingOn('DATABASE_CA', `${database.authority}`, () => connectionOf(database));
  return openPostgresStore({
    connection,
    definitions: recordDefinitions,
    keyring,
    observer,
    ...(release !== undefined && { release }),
    ...(moving !== undefined && { moving }),
    ...(format !== undefined && { format }),
  });
}

const formatOf = ({ format }: Config) => ({ format: programWriting(format) });

function openFolder(config: Config, keyring: Keyring, opening: OpeningRecords): Promise<Store> {
  const folder = recordsFolder(config);
  return standingOn('DATA_DIR', config.dataDir, async () => {
    await makeFolder(folder);
    return openLowdbStore({ folder, definitions: recordDefinitions, keyring, ...opening, ...formatOf(config) });
  });
}

/** Keeps a second process out of `DATA_DIR`. Throws Fault `store-in-use`. */
export function holdDataFolder({ dataDir }: Config): Promise<Hold> {
  return standingOn('DATA_DIR', dataDir, async () => {
    await makeFolder(resolve(dataDir));
    return holdFolder(resolve(dataDir));
  });
}

/** Where commands get at the records of the bot that has them open. */
const socketOf = ({ dataDir }: Config) => resolve(dataDir, 'records.sock');

/**
 * Lets commands at the records that are open here; with a database they need nobody. Where the system has no such socket, or the
 * folder's name is too long for one, commands wait until the bot has stopped.
 */
export async function serveCommands(config: Config, store: Store, log: Log): Promise<RecordsSocket | undefined> {
  if (config.database || process.platform === 'win32') return undefined;
  try {
    return await serveRecords(store, socketOf(config));
  } catch (error) {
    log.warn('no commands beside the bot', { error });
    return undefined;
  }
}

/** The records for a command: opened as ever, or those of the bot that runs. */
export async function openRecordsOrBeside(
  config: Config,
  keyring: Keyring,
  opening: OpeningRecords,
): Promise<{ readonly store: Store; readonly beside: boolean }> {
  try {
    return { store: await openRecords(config, keyring, opening), beside: false };
  } catch (error) {
    // What lies there can only be accepted as it is by whoever opens it.
    if (!(error instanceof Fault && error.code === 'store-in-use') || opening.accept) throw error;
    const store = await openRecordsBeside(socketOf(config), recordDefinitions);
    if (!store) throw error;
    return { store, beside: true };
  }
}
