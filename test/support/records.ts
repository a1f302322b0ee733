import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type EmployeeKey, newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createKeyring, localKeys } from '../../bot/providers/keys/keys.ts';
import type { RootKey } from '../../bot/providers/keys/settings.ts';
import { unlessMissing } from '../../bot/providers/store/fs.ts';
import { type JournalEntry, parseLine } from '../../bot/providers/store/journal.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';

/** The records in a bot's data folder, with the keys it uses itself. */
export async function openRecords(folder: string, keys: readonly RootKey[] = []): Promise<Store> {
  const roots = keys.length > 0 ? new Map(keys.map(({ version, key }) => [version, key])) : await localKeys(folder);
  return openLowdbStore({
    folder: join(folder, 'records'),
    definitions: recordDefinitions,
    keyring: createKeyring(roots),
  });
}

export async function personIn(records: Store, employee: EmployeeKey): Promise<Person> {
  return (await records.read('person', personId(employee))) ?? newPerson(employee);
}

/** Every kind of record but the chats, which remember where they stand. */
const lasting = /^(person|address-limit|tenant-limit|policy)\//;

type Fingerprints = Readonly<Record<string, string>>;

/** How long nothing may change before it counts as done, ms. */
const moment = 50;

/**
 * Fingerprints of all records of people and counts, wherever they lie: in the journal, else in files of their own. Sealing
 * is random, so even the same record written again makes a difference; moving it to its file does not. Waits until the
 * outbox, which works on after a turn, has let them be for a moment.
 */
export async function lastingFiles(folder: string): Promise<Fingerprints> {
  for (let before = await fingerprints(folder); ; ) {
    await pause(moment);
    const now = await fingerprints(folder);
    if (isDeepStrictEqual(now, before)) return now;
    before = now;
  }
}

async function fingerprints(folder: string): Promise<Fingerprints> {
  const root = join(folder, 'records');
  const texts = new Map<string, string | undefined>();
  for (const { place, text } of await journaled(root)) texts.set(place, text);
  for (const place of await readdir(root, { recursive: true })) {
    if (!place.endsWith('.json') || texts.has(place)) continue;
    texts.set(place, await readFile(join(root, place), 'utf8'));
  }
  const places = [...texts.keys()].filter((place) => lasting.test(place)).sort();
  return Object.fromEntries(
    places.flatMap((place) => {
      const text = texts.get(place);
      return text === undefined ? [] : [[place, createHash('sha256').update(text).digest('hex')]];
    }),
  );
}

/** The entries of a running store's journal, oldest first. */
async function journaled(root: string): Promise<readonly JournalEntry[]> {
  const folder = join(root, 'journal');
  const names = (await unlessMissing(readdir(folder))) ?? [];
  const entries: JournalEntry[] = [];
  for (const name of names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))) {
    const text = (await unlessMissing(readFile(join(folder, name), 'utf8'))) ?? '';
    entries.push(...text.split('\n').flatMap((line) => parseLine(Buffer.from(line)) ?? []));
  }
  return entries;
}
