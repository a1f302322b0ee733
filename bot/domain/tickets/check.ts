import type { MethodName } from '../methods/method.ts';
import { ahead, type Instant, minute } from '../time.ts';
import type { CheckResult } from './history.ts';

/** How long the employee has to show that it is them. */
export const checkLife = 10 * minute;
/** How long a passed check says something about who is on the phone. */
export const checkCounts = 60 * minute;

/** Whether it is too late to show it. */
export function checkOver({ at }: Pick<Check, 'at'>, now: Instant): boolean {
  return now >= at + checkLife || ahead(at, now);
}

/** A supporter asks whether a caller is the employee; the bot finds out by a proven method. */
export interface Check {
  /** 128 random bits, hexadecimal: the proof asked for names it, with the purpose `caller-check`. */
  readonly id: string;
  /** Directory id of the supporter who asked. */
  readonly by: string;
  readonly name: string;
  readonly at: Instant;
  readonly result: CheckResult | 'waiting';
  /** What the employee showed it with. */
  readonly method: MethodName | null;
  /** When that method was registered. */
  readonly since: Instant | null;
}
