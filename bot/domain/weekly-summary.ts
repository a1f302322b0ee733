import { weekendOf } from './campaigns/calendar.ts';
import type { Policy } from './policy.ts';
import { civilAt, instantOf } from './tickets/civil-time.ts';
import type { TicketAge } from './tickets/statistics.ts';
import { day, type Instant } from './time.ts';

/** What a campaign that is under way has come to. */
export interface CampaignSummary {
  readonly name: string;
  readonly people: number;
  readonly reached: number;
  readonly opened: number;
  readonly openedNotKnown: number;
  readonly answered: number;
  readonly ready: number;
}

/** What IT is told once a week: numbers of everybody, and nobody's name. */
export interface WeeklySummary {
  readonly at: Instant;
  /** `lasting`: still, on the day by which many lose what they have. Null: it could not be counted. */
  readonly readiness: { readonly people: number; readonly ready: number; readonly lasting: number } | null;
  readonly campaigns: readonly CampaignSummary[];
  readonly tickets: Readonly<Record<TicketAge, number>>;
}

/** When it comes, on the support policy's clock, on the first working day of a week. */
const clockTime = '08:00';
/** Who was down then is late by so much at most; after that it is left out until the next week. */
const lateBy = 2 * day;

/**
 * The week whose summary is due, by the date of its first working day; undefined: none is. A week begins after the weekend of the
 * country the policy names first; without one, after Sunday.
 */
export function weekDue(
  { support, countries }: Pick<Policy, 'support' | 'countries'>,
  now: Instant,
): string | undefined {
  const weekend = weekendOf((countries === 'all' ? undefined : countries[0]) ?? null);
  const rests = (date: string) => weekend.includes(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
  const back = (date: string, days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) - days * day).toISOString().slice(0, 10);
  const today = civilAt(now, support.timeZone).day;
  const first = Array.from({ length: 7 }, (_, days) => back(today, days)).find(
    (date) => !rests(date) && rests(back(date, 1)),
  );
  const at = first === undefined ? undefined : instantOf({ day: first, clock: clockTime }, support.timeZone);
  return at !== undefined && at <= now && now < at + lateBy ? first : undefined;
}
