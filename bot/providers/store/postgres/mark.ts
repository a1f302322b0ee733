import { Fault } from '../../../domain/fault.ts';
import type { Keyring } from '../../../domain/ports/keyring.ts';
import { type FormatMark, isMark, type ProgramFormat, raisedMark } from '../format.ts';
import { type MovingMark, movingIn, movingText } from '../moving.ts';
import { createByteSeal, sealingKey } from '../seal.ts';
import type { Connections } from './connections.ts';
import { migrations, migrationTable, type SqlStatement, schema } from './tables.ts';

const table = `${schema}.setting`;
const readSetting: SqlStatement = { name: 'setting read', text: `SELECT value FROM ${table} WHERE name = $1` };
const writeSetting: SqlStatement = {
  name: 'setting write',
  text: `INSERT INTO ${table} (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
};

/** name, value, the value before */
const replaceSetting: SqlStatement = {
  name: 'setting replace',
  text: `UPDATE ${table} SET value = $2 WHERE name = $1 AND value = $3`,
};

const stepsTaken: SqlStatement = {
  name: 'steps taken',
  text: `SELECT name FROM ${schema}.${migrationTable} ORDER BY id`,
};
const removeSetting: SqlStatement = { name: 'setting remove', text: `DELETE FROM ${table} WHERE name = $1` };

/** Where the database keeps whether its records are on the move. */
export function databaseMoving(connections: Connections): MovingMark {
  const name = 'moving';
  return {
    async read() {
      const text = await setting(connections, name);
      return text === undefined ? undefined : movingIn(text);
    },
    async write(moving) {
      if (moving) await connections.ask(writeSetting, [name, movingText(moving)]);
      else await connections.ask(removeSetting, [name]);
    },
  };
}

const formatName = 'format';
const probeName = 'probe';
const probeText = 'reset-ready';

/**
 * Looks, before any record is opened, whether the tables are there, the records are not those of a newer program and the keys
 * are theirs. While bots are replaced one by one, older and newer ones pass here by turns: so records that have a mark keep it.
 * @returns which programs can read the records
 */
export async function openTables(connections: Connections, keyring: Keyring, own: ProgramFormat): Promise<FormatMark> {
  await checkSteps(connections);
  const text = await setting(connections, formatName);
  const mark = text === undefined ? raisedMark(undefined, own) : markIn(text);
  raisedMark(mark, own);
  if (text === undefined) await connections.ask(writeSetting, [formatName, JSON.stringify(mark)]);
  const probe = await setting(connections, probeName);
  const bytes = probe === undefined ? undefined : Buffer.from(probe, 'base64');
  const seal = createByteSeal(keyring);
  if (bytes && !opens(bytes)) {
    throw new Fault('keys-wrong', `KEYS does not open these records; key ${sealingKey(bytes)} sealed them.`);
  }
  if (!bytes || sealingKey(bytes) !== keyring.newest) {
    await connections.ask(writeSetting, [probeName, seal.close(probeText, probeName).toString('base64')]);
  }
  return mark;

  function opens(sealed: Buffer): boolean {
    try {
      return seal.open(sealed, probeName) === probeText;
    } catch (error) {
      if (error instanceof Fault) return false;
      throw error;
    }
  }
}

/** Brings the mark to what a program writes from now on. Throws Fault `store-newer` where another has gone further meanwhile. */
export async function raiseMark(connections: Connections, own: ProgramFormat): Promise<void> {
  for (let count = 0; count === 0; ) {
    const text = (await setting(connections, formatName)) ?? '';
    const raised = JSON.stringify(raisedMark(markIn(text), own));
    if (raised === text) return;
    ({ count } = await connections.ask(replaceSetting, [formatName, raised, text]));
  }
}

function markIn(text: string): FormatMark {
  const mark: unknown = JSON.parse(text);
  if (isMark(mark)) return mark;
  throw new Fault('store-damaged', `the setting ${formatName} in the database is not as it was written`);
}

/** Every step of this program has to be taken. Those of a newer one leave it working: each is made so. */
async function checkSteps(connections: Connections): Promise<void> {
  const taken: readonly unknown[] = await connections
    .ask(stepsTaken, [])
    .then(({ rows }) => rows.map(({ name }) => name))
    .catch((error: unknown) => {
      if (error instanceof Fault && Object(error.cause).code === '42P01') return [];
      throw error;
    });
  const missing = migrations.filter((name) => !taken.includes(name));
  if (missing.length === 0) return;
  throw new Fault(
    'store-schema',
    `The database lacks ${missing.join(', ')}: run npm run store -- migrate as the owner of the schema.`,
  );
}

async function setting(connections: Connections, name: string): Promise<string | undefined> {
  const { rows } = await connections.ask(readSetting, [name]);
  return rows[0]?.value as string | undefined;
}
