import type { Time } from '../../../deadline.ts';
import type { Budget, Quota } from '../../../domain/ports/budget.ts';
import { minute, second } from '../../../domain/time.ts';
import { createBudget } from '../../budget/in-process.ts';
import type { Counted } from './client.ts';

/** What each part of Graph lets through, for this app in this organisation. */
export interface Budgets extends Counted {
  readonly reports: Budget;
}

/**
 * Five requests in ten seconds, whatever is asked. Source: Microsoft Learn, "Microsoft Graph service-specific throttling
 * limits", identity and access reports. Two for the bot itself: three people who come at once find a place.
 */
const reports: Quota = { most: 5, per: 10 * second, background: 2 };

/**
 * 3 500 units in ten seconds in an organisation of under 50 people, 8 000 in one of over 500; a request of ours is one to
 * five units. Same source, identity and access. Half for the bot itself.
 */
const identity: Quota = { most: 700, per: 10 * second, background: 350 };

/** 3 000 changes in 150 seconds, beside what the requests count for. Same source, identity and access. */
const writes: Quota = { most: 3_000, per: 150 * second, background: 1_500 };

/**
 * 30 messages a minute from one mailbox; what comes faster Exchange refuses or puts off. Ten are kept for codes. Source:
 * Microsoft Learn, "Exchange Online limits", sending limits, message rate limit.
 */
const mail: Quota = { most: 30, per: minute, background: 20 };

/**
 * 30 requests a second, reading and installing each; both are counted as one. Source: Microsoft Learn, "Microsoft Graph
 * service-specific throttling limits", Microsoft Teams service limits, installedApps and appCatalogs.
 */
export const installations: Quota = { most: 30, per: second, background: 20 };

/** Kept by this process alone. */
export function ownBudgets(time: Pick<Time, 'now' | 'alarm'>): Budgets {
  const shared = createBudget(time, identity);
  return {
    reports: createBudget(time, reports),
    directory: shared,
    roles: shared,
    policies: shared,
    methods: shared,
    writes: createBudget(time, writes),
    mail: createBudget(time, mail),
    installations: createBudget(time, installations),
  };
}
