import { createHmac, randomBytes } from 'node:crypto';
import type { Keyring } from '../../../domain/ports/keyring.ts';
import { day, second } from '../../../domain/time.ts';
import type { Connections } from './connections.ts';
import { beatingEach, type Heart } from './leases.ts';
import { type SqlStatement, schema } from './tables.ts';

const table = `${schema}.process`;

/** id, release, format, keys */
const show: SqlStatement = {
  name: 'process show',
  text: `INSERT INTO ${table} AS process (id, release, format, keys, seen) VALUES ($1, $2, $3, $4, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET seen = EXCLUDED.seen`,
};
const forget: SqlStatement = { name: 'process forget', text: `DELETE FROM ${table} WHERE id = $1` };
export const processStatements: readonly SqlStatement[] = [show, forget];

/** → id, release, format, keys, silent (ms) */
export const processesText = `SELECT id, release, format, keys,
  extract(epoch FROM clock_timestamp() - seen)::float8 * 1000 AS silent FROM ${table}`;
const findAll: SqlStatement = { name: 'process find all', text: processesText };

/** How often a bot shows that it is there, and how long one that is silent counts. */
export const processInterval = 10 * second;
export const processSilence = 3 * processInterval;
/** Rows of those that were killed are kept so long. */
const rowLife = day;

/** What a process tells the others of itself. */
export interface ProcessFacts {
  readonly release: string;
  /** In which it writes records at most. */
  readonly format: number;
  /** `version:print` of each key, the one that seals first. */
  readonly keys: readonly string[];
}

/** The ring without its keys: two have the same print only where they have the same key under that version. */
export function keyPrints(keyring: Keyring): readonly string[] {
  return keyring.versions.map((version) => {
    const print = createHmac('sha256', keyring.key(version, 'index'))
      .update('print of a key')
      .digest('hex')
      .slice(0, 8);
    return `${version}:${print}`;
  });
}

/** This process among those that share the records. */
export interface ShownProcess {
  /** How many were seen lately, this one included. */
  count(): number;
  close(): Promise<void>;
}

interface ShownTo {
  /** Hears in which format each of those that were seen lately writes at most, this one included. */
  seen(formats: readonly number[]): Promise<void>;
  /** Every ten seconds unless given. */
  readonly heart?: Heart | undefined;
}

/** Shows this process to the others as long as it lives. What fails is made up for by the next time. */
export function showProcess(
  connections: Connections,
  { release, format, keys }: ProcessFacts,
  { seen, heart = beatingEach(processInterval) }: ShownTo,
): ShownProcess {
  const id = randomBytes(16);
  let count = 1;

  async function beat(): Promise<void> {
    await connections.ask(show, [id, release, format, keys]);
    const { rows } = await connections.ask(findAll, []);
    // Seen at a time to come: by a clock of the server that was set back since. Whoever lives has shown itself again.
    const silenceOf = ({ silent }: (typeof rows)[number]) => Math.abs(Number(silent));
    const living = rows.filter((row) => silenceOf(row) < processSilence);
    count = living.length;
    await seen(living.map((row) => Number(row.format)));
    for (const row of rows) if (silenceOf(row) > rowLife) await connections.ask(forget, [row.id]);
  }

  const beatOrNot = () => beat().catch(() => undefined);
  void beatOrNot();
  const stop = heart(beatOrNot);
  return {
    count: () => count,
    async close() {
      stop();
      // A database that does not answer finds out by the silence.
      await connections.once(forget, [id], performance.now() + second).catch(() => undefined);
    },
  };
}
