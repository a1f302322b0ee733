import { z } from 'zod';
import { type Stored, storedObject } from '../stored-shape.ts';
import type { Instant } from '../time.ts';

/** The heads of a day, as they were told to the log. Whoever kept one can ask whether the records come from there. */
export const witnessSchema = storedObject({ heads: z.array(storedObject({ at: z.number(), head: z.string() })) });
export type Witness = Stored<typeof witnessSchema>;

/** A head as it stands in the log: when, and what all records came to. */
export function headLine(at: Instant, head: string): string {
  return `${new Date(at).toISOString()}/${head}`;
}

/** Undefined for what is no such line. */
export function headFrom(line: string): { readonly at: Instant; readonly head: string } | undefined {
  const [, time = '', head] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/(\S{20,100})$/.exec(line) ?? [];
  const at = Date.parse(time);
  return head && Number.isFinite(at) ? { at, head } : undefined;
}

/** The id of the record in which a time's head stands: its day. */
export function witnessId(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function appendHead(witness: Witness | undefined, at: Instant, head: string): Witness {
  return { heads: [...(witness?.heads ?? []), { at, head }] };
}
