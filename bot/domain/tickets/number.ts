import { z } from 'zod';
import { type Stored, storedObject } from '../stored-shape.ts';

/** Numbers already given to tickets: the next is one more. A number that was given and not used stays unused. */
export const ticketNumbersSchema = storedObject({ last: z.number() });
export type TicketNumbers = Stored<typeof ticketNumbersSchema>;

/** The only record of its kind. */
export const numbersId = 'all';

/** The next number. Compare-and-set gives it to one asker only, over all processes. */
export function nextNumber(numbers: TicketNumbers | undefined): { record: TicketNumbers; outcome: number } {
  const last = (numbers?.last ?? 0) + 1;
  return { record: { last }, outcome: last };
}

/** As people say it: `R-0427`. */
export function spoken(number: number): string {
  return `R-${String(number).padStart(4, '0')}`;
}

/** Reads a number however it is said: `R-0427`, `r427`, `R 0427`, `427`. */
export function readNumber(said: string): number | undefined {
  const [, digits] = /^\s*(?:r\s*(?:[-–]\s*)?)?0*([1-9]\d{0,8})\s*$/iu.exec(said) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
