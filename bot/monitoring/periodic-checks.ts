import { lookForDrift } from '../doctor/drift.ts';
import type { Policy } from '../domain/policy.ts';
import type { ReachesSupport, SupportChannel } from '../domain/tickets/ports.ts';
import { hour, second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';

/** How often it is looked whether requests still reach somebody, and whether policy and directory still agree. */
const reachPause = hour;
const driftPause = 6 * hour;
const driftPatience = 30 * second;

export interface SupportReachParts {
  readonly channelOf: (tenantId: string) => Promise<SupportChannel | undefined>;
  readonly policy: () => Promise<Policy>;
  /** Something carries mails. */
  readonly mails: boolean;
}

export function createSupportReach({ channelOf, policy, mails }: SupportReachParts): ReachesSupport {
  return async (tenantId) => {
    if (mails && (await policy()).support.tiers.flat().length > 0) return true;
    const channel = await channelOf(tenantId);
    return channel !== undefined && !channel.lost;
  };
}

/** Warns where requests for help reach nobody. */
export async function warnUnreached(
  reaches: ReachesSupport,
  tenants: readonly string[],
  log: Log,
  metrics: Metrics,
): Promise<void> {
  const known = await Promise.all(tenants.map(reaches));
  const count = known.filter((one) => !one).length;
  metrics.unheard(count);
  if (count === 0) return;
  const look = 'support.tiers in the policy with a way for mails, or a support channel: nobody sees what people ask';
  log.warn('requests for help reach nobody', { count, look });
}

/** The same at the start and from time to time. Returns how to stop it. */
export function watchSupportReach(
  reaches: ReachesSupport,
  tenants: readonly string[],
  log: Log,
  metrics: Metrics,
): () => void {
  return repeat(reachPause, () => warnUnreached(reaches, tenants, log, metrics), log, 'support not looked for');
}

/** Compares policy and directory at the start and from time to time; tells the log and the metrics. Returns how to stop it. */
export function watchDrift(reader: Reader, policy: () => Promise<Policy>, log: Log, metrics: Metrics): () => void {
  const look = async () => {
    const found = await lookForDrift(reader, await policy(), log, AbortSignal.timeout(driftPatience));
    metrics.driftFound(found.map(({ id }) => id));
  };
  return repeat(driftPause, look, log, 'drift not looked for');
}

/** One that fails is warned of, and tried again at its next time. */
function repeat(pause: number, look: () => Promise<void>, log: Log, failed: string): () => void {
  const begin = () => void look().catch((error: unknown) => log.warn(failed, { error }));
  begin();
  const timer = setInterval(begin, pause).unref();
  return () => clearInterval(timer);
}
