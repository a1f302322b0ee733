import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openKeyring, openRecordsOrBeside, recordsFolder } from '../compose/store.ts';
import type { Time } from '../deadline.ts';
import type { Person } from '../domain/account/person.ts';
import type { Fault } from '../domain/fault.ts';
import { everyRecord, type Store } from '../domain/ports/store.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { readEnvFile } from '../settings/env-file.ts';
import { complain, type ExitCode } from './command-line.ts';

/** Time that keeps the process alive while it waits: the bot's own does not, and nobody would hear the rest. */
export const wakefulTime: Time = {
  now: Date.now,
  pause: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  alarm(milliseconds, ring) {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The settings as a command finds them. Throws with every mistake, as the start does. */
export function configHere(): Config {
  readEnvFile();
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

/** Everybody who is stored, one after the other. */
export function everybody(store: Store): AsyncGenerator<Person> {
  return everyRecord(store, 'person');
}

/** Every ticket there is, one after the other. */
export function everyTicket(store: Store): AsyncGenerator<Ticket> {
  return everyRecord(store, 'ticket');
}

/**
 * Runs a command on the records; what it returns is the exit code, at least 1 when a record can't be read. Mistakes in
 * the settings are named as at the start. While the bot runs they are the bot's. Where there are no records, none are made: the command was sent to the wrong
 * place.
 * @param otherwise what to do instead where there are none; `begin`: records are begun
 * @param accept what lies there counts as it is
 */
export async function onRecords(
  work: (store: Store) => Promise<ExitCode>,
  otherwise?: 'begin' | ((folder: string) => Promise<ExitCode>),
  accept = false,
): Promise<ExitCode> {
  const config = configHere();
  const folder = recordsFolder(config);
  if (!config.database && !existsSync(folder)) {
    if (typeof otherwise === 'function') return otherwise(folder);
    if (!otherwise) throw new Error(`There are no records in ${folder}: does DATA_DIR say where they are?`);
    complain(`There were no records in ${folder} yet.`);
  }
  let damaged = 0;
  const onDamaged = (fault: Fault) => {
    damaged += 1;
    complain(fault.detail);
  };
  const onHead = (records: number) => complain(`A head was made over the ${records} records there are.`);
  const opening = { onDamaged, onHead, accept, looking: otherwise !== 'begin' && !accept };
  const { store } = await openRecordsOrBeside(config, await openKeyring(config), opening);
  try {
    const code = await work(store);
    return code === 0 && damaged > 0 ? 1 : code;
  } finally {
    await store.close();
  }
}
