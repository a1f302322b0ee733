import { campaignSettingsSchema } from '../domain/campaigns/campaign.ts';
import { languages } from '../texts/languages.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskBlock, DeskField } from './page-data.ts';

const usual = campaignSettingsSchema.parse({ name: '', by: '' });

/** The fields of the form, with what stands in them at first, and the fields of a campaign they are about. */
const fields = {
  name: { kind: 'text', first: '', about: 'name' },
  by: { kind: 'date', first: '', about: 'by' },
  perDay: { kind: 'number', first: `${usual.perDay}`, about: 'perDay' },
  first: { kind: 'number', first: '', about: 'waves' },
  messages: { kind: 'number', first: `${usual.messages}`, about: 'messages' },
  from: { kind: 'time', first: usual.hours.from, about: 'hours' },
  to: { kind: 'time', first: usual.hours.to, about: 'hours' },
  departments: { kind: 'lines', first: '', about: 'departments' },
  countries: { kind: 'text', first: '', about: 'countries' },
  holidays: { kind: 'lines', first: '', about: 'holidays' },
} as const;
type FieldName = keyof typeof fields;
const fieldNames = Object.keys(fields) as readonly FieldName[];

/** What stands in the form; `words` by language. `timeZone`: the client's. */
export interface FormGiven {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

/** @param given empty for what was left out: then what stands there at first counts */
export function formValues(given: (name: string) => string): FormGiven {
  const sent = given('sent') !== '';
  const values = fieldNames.map((name) => [name, sent ? given(name) : fields[name].first]);
  const words = languages.map((language) => [language, given(`words-${language}`)]);
  return {
    fields: Object.fromEntries(values) as Record<FieldName, string>,
    words: Object.fromEntries(words),
    timeZone: given('timeZone') || usual.timeZone,
  };
}

/** As a campaign's file would say it. What can't be read is handed on as it is, to be found wrong. */
export function campaignGiven({ fields: given, words, timeZone }: FormGiven): unknown {
  const first = given.first === '' ? null : numberOf(given.first);
  return {
    name: given.name,
    by: given.by,
    perDay: numberOf(given.perDay),
    messages: numberOf(given.messages),
    hours: { from: given.from, to: given.to },
    timeZone,
    waves: first === null ? usual.waves : [{ people: first }, {}],
    departments: partsOf(given.departments, /\r?\n/),
    countries: partsOf(given.countries, /[\s,;]+/).map((one) => one.toUpperCase()),
    holidays: partsOf(given.holidays, /\r?\n/).map((line) => {
      const [date, country] = line.split(/\s+/);
      return { date, ...(country !== undefined && { country: country.toUpperCase() }) };
    }),
    words: Object.fromEntries(Object.entries(words).filter(([, sentence]) => sentence !== '')),
  };
}

function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function partsOf(text: string, border: RegExp): readonly string[] {
  return text
    .split(border)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @param wrong fields of a campaign that need another look */
export function settingsForm(tell: Tell, given: FormGiven, wrong: readonly string[]): DeskBlock {
  const says = (about: string) => (wrong.includes(about) ? tell('desk.form.wrong') : null);
  const own = fieldNames.map(
    (name): DeskField => ({
      name,
      label: tell(`desk.form.${name}`),
      kind: fields[name].kind,
      value: given.fields[name],
      choices: [],
      wrong: says(fields[name].about),
    }),
  );
  const named = new Intl.DisplayNames(tell.language, { type: 'language' });
  const words = languages.map(
    (language): DeskField => ({
      name: `words-${language}`,
      label: tell('desk.form.words', { language: named.of(language) ?? language }),
      kind: 'text',
      value: given.words[language] ?? '',
      choices: [],
      wrong: says('words'),
    }),
  );
  const call = { name: 'campaign-new', given: { sent: 'yes', timeZone: tell.zone ?? given.timeZone } };
  return { kind: 'form', fields: [...own, ...words], submit: tell('desk.form.save'), call };
}
