import type { Instant } from './instant.ts';

/** How many days before their methods are due people are reminded, and on the day itself. */
export const remindedBefore = [14, 3, 0] as const;
export type DaysBefore = (typeof remindedBefore)[number];

/** Which reminder was the last: for the due time it was about, each stage comes once. */
export interface Reminded {
  readonly due: Instant;
  readonly daysBefore: DaysBefore;
}
