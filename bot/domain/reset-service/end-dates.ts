import type { MethodName } from '../methods/method.ts';
import { methodAllowed, type Policy } from '../policy.ts';
import { day, type Instant } from '../time.ts';
import { type PlatformDate, platformDates } from './platform-dates.ts';

/** What of an account decides which of Microsoft's dates are its own. */
export interface Dated {
  /** See `DirectoryEntry`. */
  readonly registration?: 'here' | 'written' | 'elsewhere';
  /** Holds the role of Global Administrator; not known: no, which is the earlier date. */
  readonly globalAdministrator?: boolean;
}

/** What has an end that is known. */
export type Ending = 'phone' | 'questions';

/** Nobody starts with something that ends so soon. */
const lastStart = 30 * day;

/** What a method ends with, and when; undefined: nothing is known to end. Where a reset asks the bot, only the policy counts. */
export function endingOf(
  method: MethodName,
  { phoneAfterRetirement }: Policy,
  { registration = 'here', globalAdministrator = false }: Dated,
): { readonly what: Ending; readonly date: PlatformDate } | undefined {
  if (registration === 'here') return undefined;
  switch (method) {
    case 'authentication-phone':
    case 'office-phone':
      if (phoneAfterRetirement === 'own-provider') return undefined;
      return { what: 'phone', date: platformDates[globalAdministrator ? 'phone-ends-late' : 'phone-ends'] };
    case 'security-questions':
      return { what: 'questions', date: platformDates['questions-end'] };
    default:
      return undefined;
  }
}

/** Whether a method that is set up still counts for a reset at a time. */
export function countsAt(method: MethodName, policy: Policy, account: Dated, at: Instant): boolean {
  const ending = endingOf(method, policy, account);
  return ending === undefined || at < ending.date.when;
}

/** Whether somebody may still begin with a method that the policy allows. */
export function startsAt(method: MethodName, policy: Policy, account: Dated, at: Instant): boolean {
  return countsAt(method, policy, account, method === 'security-questions' ? at + lastStart : at);
}

/** Somebody is ready, and will not be from a known date on. */
export interface Lapse {
  readonly what: Ending;
  readonly date: PlatformDate;
  /** How many methods are missing from then on. */
  readonly missing: number;
  /** The best to add: one that stays. null: the policy allows none. */
  readonly cure: MethodName | null;
}

/**
 * When what somebody has is no longer enough, by the first of the dates ahead that makes it so; null: none does.
 * @param counted what counts now, and is enough
 * @param requiredOf how many of these a reset takes
 * @param others what could be added, best first
 */
export function lapseOf(
  counted: readonly MethodName[],
  policy: Policy,
  account: Dated & { readonly administrator: boolean },
  requiredOf: (methods: readonly MethodName[]) => number,
  others: readonly MethodName[],
): Lapse | null {
  const endings = counted.flatMap((method) => endingOf(method, policy, account) ?? []);
  for (const { what, date } of endings.toSorted((one, other) => one.date.when - other.date.when)) {
    const left = counted.filter((method) => countsAt(method, policy, account, date.when));
    if (left.length >= requiredOf(left)) continue;
    const cure = others.find(
      (method) =>
        !counted.includes(method) &&
        methodAllowed(policy, method, account.administrator) &&
        startsAt(method, policy, account, date.when),
    );
    // An app alone takes another beside it, and another takes no app.
    const missing = Math.max(1, requiredOf(cure === undefined ? left : [...left, cure]) - left.length);
    return { what, date, missing, cure: cure ?? null };
  }
  return null;
}
