import { z } from 'zod';
import { askedReasons, type CampaignSettings, campaignSettingsSchema } from '../domain/campaigns/campaign.ts';
import { mostMessages } from '../domain/campaigns/recipient.ts';
import { instantOf } from '../domain/tickets/civil-time.ts';
import { languages } from '../texts/languages.ts';
import { countryField, directoryIdField, fieldList, quotedText, timeZoneField, wholeNumber } from './file-fields.ts';
import { readJson } from './json-file.ts';
import { fieldMistakes } from './policy-mistakes.ts';

const usual = campaignSettingsSchema.parse({ name: '', by: '' });

const dateForm = 'must be a date such as 2027-01-31';
const date = z
  .string({ error: dateForm })
  .refine((text) => instantOf({ day: text, clock: '00:00' }, 'UTC') !== undefined, dateForm);
const clockForm = 'must be a time such as 09:00, of a whole quarter';
const clock = z.string({ error: clockForm }).regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, clockForm);
const text = (most: number) => quotedText(most).min(1, 'must not be empty');

/** A campaign as IT writes it down: what is left out keeps its default, what is not known is a mistake. */
const campaignFile: z.ZodType<CampaignSettings> = z
  .strictObject(
    {
      name: text(60),
      reasons: fieldList(
        z.enum(askedReasons, { error: `must be one of ${askedReasons.join(', ')}` }),
        'reasons',
      ).default([...usual.reasons]),
      departments: fieldList(text(200), 'departments').default([]),
      countries: fieldList(countryField, 'countries').default([]),
      groups: fieldList(directoryIdField, 'directory ids of groups').default([]),
      by: date,
      waves: fieldList(
        z.strictObject(
          { from: date.nullable().default(null), people: wholeNumber(1, 10_000_000).nullable().default(null) },
          { error: 'must be a wave such as {"from": "2026-12-01", "people": 100}' },
        ),
        'waves',
      )
        .min(1, 'must name at least one wave')
        .max(20, 'must name at most 20 waves')
        .default([...usual.waves]),
      perDay: wholeNumber(1, 1_000_000).default(usual.perDay),
      timeZone: timeZoneField.default(usual.timeZone),
      hours: z
        .strictObject({ from: clock, to: clock }, { error: 'must be hours such as {"from": "09:00", "to": "16:00"}' })
        .refine(({ from, to }) => from < to, 'must end after they begin')
        .default(usual.hours),
      holidays: fieldList(
        z.strictObject(
          { date, country: countryField.nullable().default(null), department: text(200).nullable().default(null) },
          { error: 'must be a day such as {"date": "2026-12-24", "country": "SE"}' },
        ),
        'days',
      ).default([]),
      messages: wholeNumber(1, mostMessages).default(usual.messages),
      apart: wholeNumber(1, 60).default(usual.apart),
      words: z
        .partialRecord(z.enum(languages), text(200), { error: 'must be an object of sentences by language' })
        .transform((given) => given as Record<string, string>)
        .default({}),
      prices: z
        .strictObject(
          { currency: text(10), text: z.record(countryField, z.number({ error: 'must be a price' }).min(0)) },
          { error: 'must be prices such as {"currency": "EUR", "text": {"SE": 0.05}}' },
        )
        .nullable()
        .default(null),
    },
    { error: 'must be an object, in braces' },
  )
  .check(({ value, issues }) => {
    const open = value.waves.slice(0, -1).findIndex(({ people }) => people === null);
    const say = (message: string, ...path: (string | number)[]) =>
      issues.push({ code: 'custom', input: value, message, path: path.map(String) });
    if (open >= 0) say('must say how many people it is; only the last wave is everybody else', 'waves', open, 'people');
  });

/** The same of a form: the fields that need another look, each by its first name. */
export function readCampaign(
  given: unknown,
):
  | { readonly kind: 'settings'; readonly settings: CampaignSettings }
  | { readonly kind: 'mistakes'; readonly fields: readonly string[] } {
  const read = campaignFile.safeParse(given);
  if (read.success) return { kind: 'settings', settings: read.data };
  return { kind: 'mistakes', fields: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] };
}

/** Reads a campaign, or throws with every mistake in it, one a line. @param name of the file, for that */
export function parseCampaign(json: string, name: string): CampaignSettings {
  const given = readJson(json);
  if (given.kind === 'broken') throw new Error(`${name} needs a look:\n- ${given.at}: ${given.says}`);
  const read = campaignFile.safeParse(given.value);
  if (read.success) return read.data;
  const lines = fieldMistakes(
    read.error.issues,
    given.value,
    { ...usual, prices: { currency: '', text: {} } },
    'the campaign',
  );
  throw new Error([`${name} needs a look:`, ...lines.map((one) => `- ${one}`)].join('\n'));
}
