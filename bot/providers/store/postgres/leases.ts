import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../../domain/fault.ts';
import { second } from '../../../domain/time.ts';
import { createKeyedMutex } from '../keyed-mutex.ts';
import { type Connections, faultOf, transient } from './connections.ts';
import { type SqlStatement, schema } from './tables.ts';

/** How long a holder may be silent before its lock is others', and how often it says that it is there, ms. */
const silence = 3 * second;
const beat = second;

const table = `${schema}.lease`;
const until = `clock_timestamp() + ${silence} * interval '1 millisecond'`;

const take: SqlStatement = {
  name: 'lease take',
  text: `INSERT INTO ${table} AS lease (key, holder, until) VALUES ($1, $2, ${until})
    ON CONFLICT (key) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
    WHERE lease.until < clock_timestamp() OR lease.holder = EXCLUDED.holder`,
};
const keep: SqlStatement = {
  name: 'lease keep',
  text: `UPDATE ${table} SET until = ${until} WHERE key = $1 AND holder = $2`,
};
const free: SqlStatement = { name: 'lease free', text: `DELETE FROM ${table} WHERE key = $1 AND holder = $2` };

/** Locks over all processes: a line in this one, then a row in the database, by its clock. */
export interface Leases {
  lock<T>(key: string, patience: number, work: (lost: AbortSignal) => Promise<T>): Promise<T>;
}

export function createLeases(connections: Connections): Leases {
  const line = createKeyedMutex();

  /** Waits until the row is ours. */
  async function taken(key: Buffer, holder: Buffer, end: number): Promise<void> {
    for (let wait = 5; ; wait = Math.min(2 * wait, 100)) {
      try {
        if ((await connections.once(take, [key, holder], end)).count === 1) return;
      } catch (error) {
        if (!transient(error) || performance.now() > end) throw faultOf(error);
      }
      if (performance.now() + wait > end) throw new Fault('lock-timeout', 'another process has it');
      await pause(wait);
    }
  }

  return {
    lock(name, patience, work) {
      const end = performance.now() + patience;
      const key = createHash('sha256').update(name).digest();
      return line.alone(
        name,
        async () => {
          const holder = randomBytes(16);
          await taken(key, holder, end);
          const lost = new AbortController();
          let heard = performance.now();
          const beating = setInterval(async () => {
            const asked = performance.now();
            try {
              const { count } = await connections.once(keep, [key, holder], asked + beat);
              if (count === 1) heard = asked;
              else lost.abort();
            } catch {
              if (performance.now() - heard > silence) lost.abort();
            }
          }, beat).unref();
          try {
            return await work(lost.signal);
          } finally {
            clearInterval(beating);
            // Who can't free it leaves it to its end.
            await connections.once(free, [key, holder], performance.now() + beat).catch(() => undefined);
          }
        },
        patience,
      );
    },
  };
}
