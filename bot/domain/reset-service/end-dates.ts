import type { MethodName } from '../methods/method.ts';
import { methodAllowed, type Policy } from '../policy.ts';
import { day, hour, type Instant } from '../time.ts';

/** What is known of Microsoft's platform and may move. When Microsoft moves it, its line here changes and nothing else. */
interface PlatformFact {
  /** For administrators, as in "…, by what was known on …". */
  readonly what: string;
  readonly forWhom: string;
  readonly source: string;
  /** When somebody last looked whether it still is so. */
  readonly lookedAt: Instant;
}

/** Something that ends or begins, at the start of a day. A month: the source names no day, and its first counts. */
export interface PlatformDate extends PlatformFact {
  readonly when: Instant;
  readonly named: 'day' | 'month';
}

/** Something that takes time. */
interface PlatformLag extends PlatformFact {
  readonly lasts: number;
}

/** The start of a day in UTC. */
function dayOf(text: string): Instant {
  return Date.parse(`${text}T00:00:00Z`);
}

/** A day as it is typed, `2027-02-02`, at its start in UTC; undefined: it is none. */
export function dayRead(text: string | undefined): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text ?? '')) return undefined;
  const at = dayOf(text ?? '');
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text ?? '') ? undefined : at;
}

export const platformDates = {
  'filled-in-ends': {
    what: 'numbers and addresses that an administrator filled in stop counting for a reset',
    forWhom: 'everybody',
    when: dayOf('2026-11-09'),
    named: 'day',
    source: 'Microsoft 365 Message Center MC1325414; Microsoft Learn, "Pre-populate contact information for SSPR"',
    lookedAt: dayOf('2026-11-28'),
  },
  'phone-ends': {
    what: 'Microsoft stops its own text messages and calls, for resets too',
    forWhom: 'everybody but those of the next line, unless the organisation has its own telephony provider',
    when: dayOf('2027-02-01'),
    named: 'day',
    source: 'Microsoft Learn, "SMS and voice retirement" (2026-09-23) and its FAQ (2026-09-04)',
    lookedAt: dayOf('2026-11-28'),
  },
  'phone-ends-late': {
    what: 'Microsoft stops its own text messages and calls, for resets too',
    forWhom: 'Global Administrators and external users',
    when: dayOf('2027-07-01'),
    named: 'day',
    source: 'Microsoft Learn, "SMS and voice retirement" (2026-09-23) and its FAQ (2026-09-04)',
    lookedAt: dayOf('2026-11-28'),
  },
  'questions-end': {
    what: 'security questions stop counting for a reset',
    forWhom: 'everybody',
    when: dayOf('2027-03-01'),
    named: 'month',
    source: 'Microsoft Learn, "Security questions authentication method" (2026-02-18), which names the month only',
    lookedAt: dayOf('2026-11-28'),
  },
  'report-lag': {
    what: 'the registration report shows what was registered',
    forWhom: 'everybody',
    lasts: 36 * hour,
    source: 'Microsoft Learn, "Authentication methods activity" (2025-10-22)',
    lookedAt: dayOf('2026-11-28'),
  },
} as const satisfies Readonly<Record<string, PlatformDate | PlatformLag>>;

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
    case 'authentication-email':
    case 'authenticator-app':
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
