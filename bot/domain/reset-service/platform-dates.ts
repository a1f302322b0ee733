import { hour, type Instant } from '../time.ts';

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
