import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { type AudienceSources, wouldLoseListed } from './audience.ts';
import { readyBy } from './readiness-count.ts';

/** How many people would lose by another policy. */
export interface PolicyWhatIf {
  readonly people: number;
  /** Who can reset their password now and could not: now, and on the day Microsoft's own texts end. */
  readonly losing: number;
  readonly losingThen: number;
}

/** The same reckoning as `npm run policy -- check --what-if`, on the lists. */
export async function countLosing(
  { listed, personOf }: Pick<AudienceSources, 'listed' | 'personOf'>,
  current: Policy,
  next: Policy,
  now: Instant,
): Promise<PolicyWhatIf> {
  let [people, losing, losingThen] = [0, 0, 0];
  for await (const one of listed) {
    if (one.entry.account !== 'member') continue;
    people += 1;
    const person = await personOf(one.employee);
    const today = { policy: current, at: now };
    if (await wouldLoseListed(one, person, today, { policy: next, at: now })) losing += 1;
    if (await wouldLoseListed(one, person, today, { policy: next, at: readyBy })) losingThen += 1;
  }
  return { people, losing, losingThen };
}
