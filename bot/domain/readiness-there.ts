import type { Facts } from './diagnosis/facts.ts';
import type { Readiness } from './readiness.ts';

/**
 * How ready somebody is whose methods are in the reset service alone, as far as the directory tells. What can't be seen
 * counts as not there. Enough by the live lists or by the report: the report is hours old, but knows apps and questions.
 * @param required how many a reset takes
 */
export function readinessThere(facts: Facts, required: number): Readiness {
  const { methods, registered } = facts;
  const proven = methods.kind === 'known' ? methods.value : [];
  const enough =
    (proven.length >= required || (registered.kind === 'known' && registered.value)) && !switchedOff(facts);
  const level = enough ? 'ready' : proven.length > 0 ? 'partly' : 'none';
  return { level, required, proven, spare: 0, open: [], due: [], written: false };
}

/** Reset is known not to be switched on for this person: whatever is registered can't be used. */
export function switchedOff({ enabled }: Facts): boolean {
  return enabled.kind === 'known' && !enabled.value;
}

/** Whether anything could be seen of it. */
export function seenThere({ methods, registered }: Facts): boolean {
  return methods.kind === 'known' || registered.kind === 'known';
}
