import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import type { Fault } from './domain/fault.ts';
import type { Person } from './domain/person.ts';
import type { Store } from './domain/ports/store.ts';
import { readEnvFile } from './env-file.ts';
import { openKeyring, openRecords, recordsFolder } from './opened-records.ts';

/** Everybody who is stored, one after the other. */
export async function* everybody(store: Store): AsyncGenerator<Person> {
  let after: string | undefined;
  do {
    const query = { field: 'everybody', equals: 1, limit: 200 } as const;
    const page = await store.find('person', after === undefined ? query : { ...query, after });
    for (const id of page.ids) {
      const person = await store.read('person', id);
      if (person) yield person;
    }
    after = page.next;
  } while (after !== undefined);
}

/**
 * Runs a command on the records; what it returns is the exit code, at least 1 when a record can't be read. Mistakes in
 * the settings are named as at the start.
 * @param begin records are begun where there are none; else the command was sent to the wrong place
 * @param accept what lies there counts as it is
 */
export async function onRecords(
  work: (store: Store) => Promise<number>,
  begin = false,
  accept = false,
): Promise<number> {
  readEnvFile();
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const folder = recordsFolder(read.config);
  if (!existsSync(folder)) {
    if (!begin) throw new Error(`There are no records in ${folder}: does DATA_DIR say where they are?`);
    process.stderr.write(`There were no records in ${folder} yet.\n`);
  }
  let damaged = 0;
  const onDamaged = (fault: Fault) => {
    damaged += 1;
    process.stderr.write(`${fault.message}\n`);
  };
  const onHead = (records: number) => process.stderr.write(`A head was made over the ${records} records there are.\n`);
  const store = await openRecords(read.config, await openKeyring(read.config), { onDamaged, onHead, accept });
  try {
    return Math.max(await work(store), damaged > 0 ? 1 : 0);
  } finally {
    await store.close();
  }
}
