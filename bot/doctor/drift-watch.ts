import type { DecidedPolicy } from '../domain/policy.ts';
import { policyOfEverybody } from '../domain/policy-rules.ts';
import type { Log } from '../log.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import { driftOf, observe } from './drift.ts';
import type { CheckFinding } from './examination.ts';
import { checkRuleGroups, ruleDrift } from './rule-checks.ts';

/**
 * Looks for drift once and tells the log; what it found is for the metrics too. To be run now and then, an hour apart or
 * more.
 */
export async function lookForDrift(
  reader: Reader,
  decided: DecidedPolicy,
  log: Log,
  signal: AbortSignal,
): Promise<readonly CheckFinding[]> {
  const observed = await observe(reader, signal);
  const common = driftOf(policyOfEverybody(decided), observed);
  const groups = (await checkRuleGroups(decided, reader, signal)).filter(({ verdict }) => verdict !== 'good');
  const found = [...common, ...ruleDrift(decided, common, observed), ...groups];
  for (const { id, verdict, says } of found) {
    const fields = { provider: 'graph', kind: id, reason: says };
    if (verdict === 'note') log.info('policy and directory differ', fields);
    else log.warn('policy and directory differ', fields);
  }
  return found;
}
