import { lookForDrift } from '../doctor/observing.ts';
import type { Policy } from '../domain/policy.ts';
import { hour, second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';

/** How often the two are compared. */
const pause = 6 * hour;
const patience = 30 * second;

/** Compares policy and directory at the start and from time to time; tells the log and the metrics. Returns how to stop it. */
export function watchDrift(reader: Reader, policy: () => Promise<Policy>, log: Log, metrics: Metrics): () => void {
  const look = async () => {
    try {
      const found = await lookForDrift(reader, await policy(), log, AbortSignal.timeout(patience));
      metrics.driftFound(found.map(({ id }) => id));
    } catch (error) {
      log.warn('drift not looked for', { error });
    }
  };
  void look();
  const timer = setInterval(() => void look(), pause);
  timer.unref();
  return () => clearInterval(timer);
}
