import type { Policy } from '../domain/policy.ts';
import type { ReachesSupport, SupportChannel } from '../domain/tickets/ports.ts';
import { hour } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** How often it is looked whether requests still reach somebody. */
const pause = hour;

export interface HeardParts {
  readonly channelOf: (tenantId: string) => Promise<SupportChannel | undefined>;
  readonly policy: () => Promise<Policy>;
  /** Something carries mails. */
  readonly mails: boolean;
}

export function createHeard({ channelOf, policy, mails }: HeardParts): ReachesSupport {
  return async (tenantId) => {
    if (mails && (await policy()).support.tiers.flat().length > 0) return true;
    const channel = await channelOf(tenantId);
    return channel !== undefined && !channel.lost;
  };
}

/** Warns where requests for help reach nobody. */
export async function warnUnheard(
  heard: ReachesSupport,
  tenants: readonly string[],
  log: Log,
  metrics: Metrics,
): Promise<void> {
  const known = await Promise.all(tenants.map(heard));
  const count = known.filter((one) => !one).length;
  metrics.unheard(count);
  if (count === 0) return;
  const look = 'support.tiers in the policy with a way for mails, or a support channel: nobody sees what people ask';
  log.warn('requests for help reach nobody', { count, look });
}

/** The same at the start and from time to time. Returns how to stop it. */
export function watchHeard(heard: ReachesSupport, tenants: readonly string[], log: Log, metrics: Metrics): () => void {
  const look = () =>
    void warnUnheard(heard, tenants, log, metrics).catch((error: unknown) =>
      log.warn('support not looked for', { error }),
    );
  look();
  const timer = setInterval(look, pause);
  timer.unref();
  return () => clearInterval(timer);
}
