import type { Budget } from '../../../domain/ports/budget.ts';
import { second } from '../../../domain/time.ts';
import { createBudget, type Quota } from '../../budget/in-process.ts';
import type { Workload } from './client.ts';
import type { Time } from './time.ts';

/** What each part of Graph lets through, for this app in this organisation. */
export interface Budgets extends Readonly<Partial<Record<Workload, Budget>>> {
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

/** Kept by this process alone. Mail is counted by its own service, which puts off and does not refuse. */
export function ownBudgets(time: Pick<Time, 'now' | 'alarm'>): Budgets {
  const shared = createBudget(time, identity);
  return { reports: createBudget(time, reports), directory: shared, roles: shared, policies: shared, methods: shared };
}
