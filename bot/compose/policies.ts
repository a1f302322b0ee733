import { createPolicies, type Policies } from '../domain/policies.ts';
import { type DecidedPolicy, withChannels, withOwnDomains } from '../domain/policy.ts';
import type { Delivery } from '../domain/ports/delivery.ts';
import type { Clock } from '../domain/ports/system.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import { createThrottle } from '../domain/throttle.ts';
import { minute } from '../domain/time.ts';
import type { Log } from '../log.ts';

interface PolicyParts {
  /** As IT has decided it. */
  readonly inForce: () => Promise<DecidedPolicy>;
  readonly deliveries: readonly Delivery[];
  readonly ownDomains: (() => Promise<readonly string[]>) | undefined;
  readonly whereabouts: WhereaboutsSource;
  readonly clock: Clock;
  readonly log: Log;
}

/** The policy as far as it can be kept, with what the directory knows, and whose is which. */
export function openPolicies({ inForce, deliveries, ownDomains, whereabouts, clock, log }: PolicyParts): Policies {
  const channels = deliveries.flatMap((delivery) => delivery.channels);
  const dialsExtensions = deliveries.find((one) => one.channels.includes('call'))?.extensions === true;
  const seldom = createThrottle<string>(10 * minute, clock);
  return createPolicies(
    async () => withOwnDomains(withChannels(await inForce(), channels, dialsExtensions), (await ownDomains?.()) ?? []),
    whereabouts,
    ({ rule, what }) => {
      const count = seldom(rule.name);
      const look = 'npm run doctor: whether the groups of the rules can be read';
      if (count !== undefined)
        log.warn("everybody's policy held: a rule could not be matched", { kind: what, count, look });
    },
  );
}
