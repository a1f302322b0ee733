import type { Policy } from '../domain/policy.ts';
import { verifiedDomains } from '../providers/directory/graph/organisation.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import type { Finding } from './finding.ts';

/**
 * Whether the bot knows which mail domains are the organisation's own: without them a colleague's mailbox would count as
 * one that can be opened without the password. @param reader of the directory; left out: there is none
 */
export async function checkOwnDomains(
  { ownDomains }: Policy,
  reader: Reader | undefined,
  signal: AbortSignal,
): Promise<Finding> {
  const read = reader && (await verifiedDomains(reader, signal));
  const all = new Set([...ownDomains, ...(read ?? [])]);
  if (all.size > 0) {
    const said = all.size === 1 ? 'one mail domain' : `${all.size} mail domains`;
    return { id: 'own-domains', verdict: 'good', says: `The organisation's own: ${said}.` };
  }
  return {
    id: 'own-domains',
    verdict: 'problem',
    says: "Nobody knows which mail domains are the organisation's own, so a colleague's mailbox counts as a private one.",
    where: 'ownDomains in the policy',
    fix: `name them in the policy (ownDomains)${reader ? ', or give the app Domain.Read.All' : ''}.`,
  };
}
