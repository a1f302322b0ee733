import { lookForDrift } from '../doctor/drift-watch.ts';
import type { DecidedPolicy, Policy } from '../domain/policy.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { type SharedWork, sharedUnlessBusy } from '../domain/shared-result.ts';
import type { ReachesSupport, SupportChannel } from '../domain/tickets/ports.ts';
import { hour, minute, second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';

/** How often it is looked whether requests still reach somebody, and what was found of policy and directory. */
const reachPause = hour;
const driftPause = 10 * minute;
/** How long that counts. */
const driftLife = 6 * hour;
const driftPatience = 30 * second;

export interface SupportReachParts {
  readonly channelOf: (tenantId: string) => Promise<SupportChannel | undefined>;
  readonly policy: () => Promise<Policy>;
  /** Something carries mails. */
  readonly mails: boolean;
}

export function createSupportReach({ channelOf, policy, mails }: SupportReachParts): ReachesSupport {
  return async (tenantId, support) => {
    const { tiers } = support ?? (await policy()).support;
    if (mails && tiers.flat().length > 0) return true;
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
  const known = await Promise.all(tenants.map((one) => reaches(one)));
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

export interface Drifting {
  readonly store: Store;
  readonly clock: Clock;
  readonly reader: Reader;
  readonly policy: () => Promise<DecidedPolicy>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Compares policy and directory by one process for all, which tells the log; each shows what came of it. */
export async function compareDrift({ store, clock, reader, policy, log, metrics }: Drifting): Promise<void> {
  const work: SharedWork<string[]> = {
    name: 'drift',
    fresh: driftLife,
    async make(lost) {
      const signal = AbortSignal.any([lost, AbortSignal.timeout(driftPatience)]);
      return (await lookForDrift(reader, await policy(), log, signal)).map(({ id }) => id);
    },
  };
  const found = await sharedUnlessBusy(store, clock, work);
  if (found) metrics.driftFound(found);
}

/** The same at the start and from time to time. Returns how to stop it. */
export function watchDrift(parts: Drifting): () => void {
  return repeat(driftPause, () => compareDrift(parts), parts.log, 'drift not looked for');
}

/** One that fails is warned of, and tried again at its next time. */
function repeat(pause: number, look: () => Promise<void>, log: Log, failed: string): () => void {
  const begin = () => void look().catch((error: unknown) => log.warn(failed, { error }));
  begin();
  const timer = setInterval(begin, pause).unref();
  return () => clearInterval(timer);
}
