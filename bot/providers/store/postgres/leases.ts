import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../../domain/fault.ts';
import { silence } from '../../../domain/ports/store.ts';
import { second } from '../../../domain/time.ts';
import { createKeyedMutex } from '../keyed-mutex.ts';
import { type Connections, faultOf, transient } from './connections.ts';
import { type SqlStatement, schema } from './tables.ts';

const table = `${schema}.lease`;
const until = `clock_timestamp() + ${silence} * interval '1 millisecond'`;

/** key, holder */
const take: SqlStatement = {
  name: 'lease take',
  text: `INSERT INTO ${table} AS lease (key, holder, until) VALUES ($1, $2, ${until})
    ON CONFLICT (key) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
    WHERE lease.until <= clock_timestamp() OR lease.holder = EXCLUDED.holder`,
};
const keep: SqlStatement = {
  name: 'lease keep',
  text: `UPDATE ${table} SET until = ${until} WHERE key = $1 AND holder = $2`,
};
const free: SqlStatement = { name: 'lease free', text: `DELETE FROM ${table} WHERE key = $1 AND holder = $2` };
export const leaseStatements: readonly SqlStatement[] = [take, keep, free];

const interval = second;

/** Calls from time to time; returns how to stop it. Tests beat by hand. */
export type Heart = (beat: () => Promise<void>) => () => void;

/** @param interval ms */
export function beatingEach(interval: number): Heart {
  return (beat) => {
    const timer = setInterval(() => void beat(), interval).unref();
    return () => clearInterval(timer);
  };
}

/** Locks over all processes: a line in this one, then a row in the database, by its clock. */
export interface Leases {
  lock<T>(key: string, patience: number, work: (lost: AbortSignal) => Promise<T>): Promise<T>;
  close(): void;
}

interface Held {
  readonly key: Buffer;
  readonly holder: Buffer;
  readonly lost: AbortController;
  /** When it was last kept, by `performance.now()`. */
  kept: number;
}

export function createLeases(connections: Connections, heart: Heart = beatingEach(interval)): Leases {
  const line = createKeyedMutex();
  const held = new Set<Held>();

  /** Waits until the row is ours. */
  async function taken(key: Buffer, holder: Buffer, end: number): Promise<void> {
    for (let wait = 5; ; wait = Math.min(2 * wait, 100)) {
      try {
        // One try has its time, however little patience is left.
        if ((await connections.once(take, [key, holder], performance.now() + interval)).count === 1) return;
      } catch (error) {
        if (!transient(error) || performance.now() > end) throw faultOf(error);
      }
      if (performance.now() + wait > end) throw new Fault('lock-timeout', 'another process has it');
      await pause(wait);
    }
  }

  async function kept(one: Held): Promise<void> {
    const asked = performance.now();
    try {
      const { count } = await connections.once(keep, [one.key, one.holder], asked + interval);
      if (count === 1) one.kept = asked;
      else one.lost.abort();
    } catch {
      // Nobody knows any more whose it is.
      if (performance.now() - one.kept > silence) one.lost.abort();
    }
  }

  const stop = heart(async () => {
    await Promise.all([...held].map(kept));
  });

  return {
    lock(name, patience, work) {
      const end = performance.now() + patience;
      const key = createHash('sha256').update(name).digest();
      const alone = async () => {
        const holder = randomBytes(16);
        await taken(key, holder, end);
        const one: Held = { key, holder, lost: new AbortController(), kept: performance.now() };
        held.add(one);
        try {
          return await work(one.lost.signal);
        } finally {
          held.delete(one);
          // Who can't free it leaves it to its end.
          await connections.once(free, [key, holder], performance.now() + interval).catch(() => undefined);
        }
      };
      return line.alone(name, alone, patience);
    },
    close: stop,
  };
}
