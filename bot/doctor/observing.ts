import type { Policy } from '../domain/policy.ts';
import type { Log } from '../log.ts';
import { seen } from '../providers/directory/graph/account-facts.ts';
import {
  authenticationMethodsPolicy,
  authorizationPolicy,
  methodPolicyFor,
  synchronisation,
  writebackOf,
} from '../providers/directory/graph/organisation.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import { notEnabled } from '../providers/directory/graph/registration.ts';
import { driftOf, type Observed } from './drift.ts';
import type { Finding } from './finding.ts';

/** Reads what the directory shows of the organisation's own rules. Never throws. */
export async function observe(reader: Reader, signal: AbortSignal): Promise<Observed> {
  const [methodPolicy, authorization, sync, dark] = await Promise.all([
    reader.one(authenticationMethodsPolicy(), signal),
    reader.one(authorizationPolicy(), signal),
    reader.all(synchronisation(), signal),
    reader.one(notEnabled(), signal),
  ]);
  return {
    methodPolicy: seen(methodPolicy, (value) => methodPolicyFor(value, undefined)),
    administratorsMayReset: seen(authorization, ({ allowedToUseSSPR }) => allowedToUseSSPR !== false),
    writeback: seen(sync, writebackOf),
    notEnabled: seen(dark, ({ value, '@odata.nextLink': next }) => ({ count: value.length, more: next !== undefined })),
  };
}

/**
 * Looks for drift once and tells the log; what it found is for the metrics too. To be run now and then, an hour apart or
 * more.
 */
export async function lookForDrift(
  reader: Reader,
  policy: Policy,
  log: Log,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const found = driftOf(policy, await observe(reader, signal));
  for (const { id, verdict, says } of found) {
    const fields = { provider: 'graph', kind: id, reason: says };
    if (verdict === 'note') log.info('policy and directory differ', fields);
    else log.warn('policy and directory differ', fields);
  }
  return found;
}
