import type { Policy } from '../policy.ts';

/** Every organisation's first domain lies below it, and the mailboxes of all of them. */
const firstDomains = 'onmicrosoft.com';

/**
 * The policy with the mail domains that are the organisation's own beside those it names: a mailbox there needs the very
 * password that was forgotten, the asker's or a colleague's.
 * @param verified as the directory has them
 */
export function withOwnDomains(policy: Policy, verified: readonly string[]): Policy {
  return { ...policy, ownDomains: [...new Set([...policy.ownDomains, ...verified, firstDomains])] };
}
