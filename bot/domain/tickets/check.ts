import { z } from 'zod';
import { methodNames } from '../methods/method.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { ahead, type Instant, minute } from '../time.ts';
import { checkResults } from './history.ts';

/** How long the employee has to show that it is them. */
export const checkLife = 10 * minute;
/** How long a passed check says something about who is on the phone. */
export const checkCounts = 60 * minute;

/** Whether it is too late to show it. */
export function checkOver({ at }: Pick<Check, 'at'>, now: Instant): boolean {
  return now >= at + checkLife || ahead(at, now);
}

/** A supporter asks whether a caller is the employee; the bot finds out by a proven method. */
export const checkSchema = storedObject({
  /** 128 random bits, hexadecimal: the proof asked for names it, with the purpose `caller-check`. */
  id: z.string(),
  /** Directory id of the supporter who asked. */
  by: z.string(),
  name: z.string(),
  at: z.number(),
  result: z.enum(['waiting', ...checkResults]),
  /** What the employee showed it with. */
  method: z.enum(methodNames).nullable(),
  /** When that method was registered. */
  since: z.number().nullable().default(null),
});
export type Check = Stored<typeof checkSchema>;
