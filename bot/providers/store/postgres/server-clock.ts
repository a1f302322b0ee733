import type { Clock } from '../../../domain/ports/system.ts';
import { minute, second } from '../../../domain/time.ts';
import type { Connections } from './connections.ts';
import type { SqlStatement } from './tables.ts';

/** The server's own, also where a test has put another one before it. */
const now: SqlStatement = {
  name: 'clock now',
  text: 'SELECT extract(epoch FROM pg_catalog.clock_timestamp())::float8 * 1000 AS now',
};

/** How often it is looked at again, and how much it may change then: no lease is torn by a clock that was set. */
const interval = minute;
const most = second;
/** Of so many looks the quickest counts: it can be wrong by half its time. */
const looks = 5;

/** How far the server's clock is ahead of this machine's. */
export interface ServerClock {
  /** In ms. */
  ahead(): number;
  close(): void;
}

/** Looks at the server's clock now and then. Throws Fault `store-unavailable` when it can't be asked at first. */
export async function followServerClock(connections: Connections, own: Clock): Promise<ServerClock> {
  async function measured(): Promise<number> {
    let best = { took: Number.POSITIVE_INFINITY, ahead: 0 };
    for (let look = 0; look < looks; look += 1) {
      const [began, before] = [performance.now(), own()];
      const { rows } = await connections.ask(now, []);
      const took = performance.now() - began;
      if (took < best.took) best = { took, ahead: Number(rows[0]?.now) - before - took / 2 };
    }
    return best.ahead;
  }

  let ahead = await measured();
  const follow = async () => {
    const change = (await measured()) - ahead;
    ahead += Math.max(-most, Math.min(most, change));
  };
  // A look that fails is made up for by the next.
  const timer = setInterval(() => void follow().catch(() => undefined), interval).unref();
  return { ahead: () => ahead, close: () => clearInterval(timer) };
}
