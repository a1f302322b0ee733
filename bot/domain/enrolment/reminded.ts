import type { Instant } from '../time.ts';

/** How many days before their methods are due people are reminded, and on the day itself. */
export const remindedBefore = [14, 3, 0] as const;
export type DaysBefore = (typeof remindedBefore)[number];

/** What a reminder is about: whether methods are still right, or that what somebody has will no longer be enough. */
export type RemindedAbout = 'methods' | 'lapse';

/** Which reminder was the last: for the due time it was about, each stage comes once. */
export interface Reminded {
  readonly due: Instant;
  readonly daysBefore: DaysBefore;
}
