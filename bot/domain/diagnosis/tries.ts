import { day, type Instant } from '../time.ts';
import type { Facts, ResetTry } from './facts.ts';

/** How long a try still says something about today: as long as the log is kept. */
const remembered = 30 * day;

/** What was tried since it last worked, newest first: a reset that works clears what was before it. */
export function triesSinceSuccess({ tries }: Facts, now: Instant): readonly ResetTry[] {
  if (tries.kind !== 'known') return [];
  const recent = tries.value
    .filter(({ at }) => at <= now && at > now - remembered)
    .sort((one, other) => other.at - one.at);
  const worked = recent.findIndex(({ end }) => end === 'succeeded');
  return worked === -1 ? recent : recent.slice(0, worked);
}

/** The newest try that says why it did not work. */
export function tellingTry(facts: Facts, now: Instant): ResetTry | undefined {
  return triesSinceSuccess(facts, now).find(({ reason }) => reason !== null);
}

/** When a block for too many tries ends, as far as it is known: 24 hours after the last of them. */
export function blockEnds(facts: Facts, now: Instant): Instant | undefined {
  const { blockedUntil } = facts;
  if (blockedUntil.kind === 'known' && blockedUntil.value !== null && blockedUntil.value > now)
    return blockedUntil.value;
  const block = triesSinceSuccess(facts, now).find(({ end, at }) => end === 'blocked' && at > now - day);
  return block && block.at + day;
}
