import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { z } from 'zod';
import type { Readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { countText } from '../parts/readiness-words.ts';
import { type Card, cardFrom, cut, type Note } from '../parts/render.ts';
import structure from './phone.json' with { type: 'json' };

/** What the card sends back. A client may leave an empty input out. */
export const phoneForm = z.object({
  verb: z.literal('phone'),
  number: z.string().transform(cut).default(''),
  country: z.string().transform(cut).default(''),
  channel: z.enum(['text', 'call']).optional(),
});

/** What stands in the inputs when the card opens. */
export interface PhoneDraft {
  readonly number: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string;
  readonly channel: 'text' | 'call';
}

const build = cardFrom(structure);

export function phoneCard(tell: Tell, policy: Policy, readiness: Readiness, draft: PhoneDraft, note?: Note): Card {
  const { channels } = policy.phone;
  const had = readiness.proven.includes('authentication-phone');
  const safer = readiness.proven.some((method) => method === 'authentication-email' || method === 'authenticator-app');
  const allowed = countries(tell, policy);
  const choice = {
    label: tell('phone.channel'),
    value: channels.includes(draft.channel) ? draft.channel : (channels[0] ?? ''),
    channels: channels.map((channel) => ({ title: tell(`channel.${channel}`), value: channel })),
  };
  return build(
    tell,
    {
      title: tell(had ? 'phone.titleChange' : 'phone.title'),
      progress: countText(tell, readiness.proven.length, readiness.required),
      intro: tell('phone.intro'),
      countryLabel: tell('phone.country'),
      chooseCountry: tell('phone.chooseCountry'),
      // A country that can't be chosen is none: it may be anything somebody sent.
      country: allowed.some(({ value }) => value === draft.country) ? draft.country : '',
      countries: allowed,
      numberLabel: tell('phone.number'),
      number: draft.number,
      example: tell('phone.example', { example: exampleNumber(draft.country) }),
      choice: channels.length > 1 ? [choice] : [],
      weaker: had || safer ? [] : [{ text: tell('phone.weaker') }],
    },
    [
      { title: tell('phone.send'), verb: 'phone', primary: true },
      { title: tell('button.back'), verb: 'back', data: { from: 'phone' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'phone' }, leaves: true },
    ],
    note,
  );
}

/** A mobile number of the country in its national form: `070 123 45 67`. */
export function exampleNumber(country: string): string {
  const code = getCountries().find((one) => one === country) ?? 'SE';
  const known = exampled.get(code);
  if (known !== undefined) return known;
  const example = getExampleNumber(code, examples)?.formatNational() ?? '';
  exampled.set(code, example);
  return example;
}

const exampled = new Map<string, string>();

const named = new Map<string, readonly { title: string; value: string }[]>();

/** The countries a code may be sent to, in the reader's language and order. */
function countries(tell: Tell, policy: Policy) {
  const name = JSON.stringify([tell.language, policy.countries]);
  const known = named.get(name);
  if (known) return known;
  const names = new Intl.DisplayNames(tell.language, { type: 'region' });
  const allowed = getCountries().filter((one) => policy.countries === 'all' || policy.countries.includes(one));
  const list = allowed.map((value) => ({ title: names.of(value) ?? value, value }));
  list.sort((one, other) => one.title.localeCompare(other.title, tell.language));
  named.set(name, list);
  return list;
}
