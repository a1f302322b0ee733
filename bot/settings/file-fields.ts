import { z } from 'zod';
import { countryMistake } from './policy-mistakes.ts';

/* Fields of the files that people write, each with the words for what is wrong with it. */

export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, error).max(most, error);
}

/** @param of what stands in it, as the mistake says it */
export function fieldList<T extends z.ZodType>(item: T, of: string) {
  return z.array(item, { error: `must be a list of ${of}, in brackets` });
}

/** @param most characters */
export function quotedText(most: number) {
  return z.string({ error: 'must be a text in quotes' }).max(most, `must have at most ${most} characters`);
}

/** ISO 3166-1 alpha-2, in capitals. */
export const countryField = z
  .string({ error: 'must be an ISO 3166-1 code of two letters, such as SE' })
  .trim()
  .toUpperCase()
  .superRefine((code, context) => {
    const mistake = countryMistake(code);
    if (mistake !== undefined) context.addIssue(mistake);
  });

const zoneForm = 'must be a time zone such as Europe/Stockholm';

/** IANA name, or UTC. */
export const timeZoneField = z
  .string({ error: zoneForm })
  .refine((zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone), zoneForm);

export const directoryIdField = z.guid('must be a directory id (a GUID)').toLowerCase();
