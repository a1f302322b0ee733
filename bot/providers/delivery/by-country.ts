import { countryOf } from '../../domain/methods/phone.ts';
import type { Channel, Delivery } from '../../domain/ports/delivery.ts';
import { day, hour, minute, second } from '../../domain/time.ts';
import { type ParsedSetting, parsed } from '../../settings/parsers.ts';
import { isPhoneNumber } from './message.ts';

/** Something chosen by the country of a number: ISO 3166-1 alpha-2, and `*` for all that are not named. */
export type ByCountry<T> = Readonly<Record<string, T>>;

/** Whom a message to this number comes from; undefined when nobody is set for its country. */
export function senderFor(senders: ByCountry<string>, number: string): string | undefined {
  return senders[countryOfNumber(number) ?? '*'] ?? senders['*'];
}

/** Null for what is no number, and where nobody knows whose it is. */
function countryOfNumber(number: string): string | null {
  if (!isPhoneNumber(number)) return null;
  try {
    return countryOf(number);
  } catch {
    return null;
  }
}

/**
 * Reads `+46701234567`, or `SE:+46701234567,US:+15005550006,*:Reset Ready`: a sender for each country, `*` for all
 * others.
 * @param sender what one looks like
 */
export function readSenders(text: string, sender: RegExp): ParsedSetting<ByCountry<string>> {
  const example = '+46701234567';
  const value: Record<string, string> = {};
  for (const one of text.split(',')) {
    const [, country = '*', name = ''] = /^(?:([A-Z]{2}|\*):)?(.*)$/.exec(one.trim()) ?? [];
    if (!sender.test(name)) return { problem: `must be ${example}, or a comma list of SE:${example}` };
    if (Object.hasOwn(value, country)) return { problem: `names ${country} twice` };
    value[country] = name;
  }
  return { value };
}

/** A number, a short code, a name of up to 11 letters (3GPP TS 23.040 §9.1.2.5), or a messaging service of Twilio's. */
export const textSender = /^(\+[1-9]\d{6,14}|\d{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
/** A number people could call back. */
export const callSender = /^\+[1-9]\d{6,14}$/;

/** The settings that name senders of texts, and of calls. */
export const textSenders = parsed((text) => readSenders(text, textSender));
export const callSenders = parsed((text) => readSenders(text, callSender));

export interface Route {
  readonly countries: 'all' | readonly string[];
  readonly channels: readonly Channel[];
  readonly delivery: Delivery;
}

/**
 * Several roads as one: the first route that knows the country and carries the channel takes a message. Its channels
 * are those of all routes together, so one may be offered that a single country lacks; it is refused there.
 */
export function byCountry(routes: readonly Route[]): Delivery {
  const carries = ({ channels, delivery }: Route, channel: Channel) =>
    channels.includes(channel) && delivery.channels.includes(channel);
  const all: readonly Channel[] = ['text', 'call', 'email'];
  return {
    channels: all.filter((channel) => routes.some((route) => carries(route, channel))),
    // Nobody is promised what a call to another country can't keep.
    extensions: routes.filter((route) => carries(route, 'call')).every(({ delivery }) => delivery.extensions === true),
    async send(message, signal) {
      const country = message.channel === 'email' ? null : countryOfNumber(message.to);
      const reaches = ({ countries }: Route) =>
        countries === 'all' || (country !== null && countries.includes(country));
      const route = routes.find((one) => reaches(one) && carries(one, message.channel));
      if (!route) return { kind: 'refused', reason: `no provider for ${message.channel} to ${country ?? 'nowhere'}` };
      return route.delivery.send(message, signal);
    },
  };
}

/**
 * Who carries texts and calls, each a folder of that name. Where no route says otherwise the last of those that are set up is
 * asked first: a gateway of one's own comes before the big ones.
 */
export const phoneProviders = ['twilio', 'azure', 'gateway'] as const;
export type PhoneProvider = (typeof phoneProviders)[number];

/** A route whose provider is known by name only. */
interface NamedRoute {
  readonly countries: 'all' | readonly [string];
  readonly channels: readonly Channel[];
  readonly provider: PhoneProvider;
}

/** What holds where nothing else is set. */
export const usualRoutes: readonly NamedRoute[] = phoneProviders
  .toReversed()
  .map((provider) => ({ provider, countries: 'all', channels: ['text', 'call'] }));

/** Reads `SE/text:gateway,NO:azure,*:twilio`: who carries what where, the first that fits. */
export function readRoutes(text: string): ParsedSetting<readonly NamedRoute[]> {
  const value: NamedRoute[] = [];
  for (const one of text.split(',')) {
    const [, country, channel, name] = /^([A-Z]{2}|\*)(?:\/(text|call))?:(\w+)$/.exec(one.trim()) ?? [];
    const provider = phoneProviders.find((known) => known === name);
    if (!country || !provider)
      return { problem: `must be a comma list such as SE/text:gateway,*:twilio (${phoneProviders.join(', ')})` };
    const channels: readonly Channel[] = channel ? [channel === 'text' ? 'text' : 'call'] : ['text', 'call'];
    value.push({ countries: country === '*' ? 'all' : [country], channels, provider });
  }
  return { value };
}

/** How much each provider takes, in any span, where it was said. */
export type PhoneLimits = Readonly<Partial<Record<PhoneProvider, NonNullable<Delivery['limits']>>>>;

const spans = { s: second, m: minute, h: hour, d: day } as const;

/** Reads `twilio:10/s,twilio:5000/d,gateway:2/s`. */
export function readLimits(text: string): ParsedSetting<PhoneLimits> {
  const value: Partial<Record<PhoneProvider, { readonly most: number; readonly per: number }[]>> = {};
  for (const one of text.split(',')) {
    const [, name, most, span] = /^(\w+):([1-9]\d{0,6})\/([smhd])$/.exec(one.trim()) ?? [];
    const provider = phoneProviders.find((known) => known === name);
    if (!provider || !span)
      return {
        problem: `must be a comma list such as twilio:10/s,twilio:5000/d (${phoneProviders.join(', ')}; s, m, h, d)`,
      };
    value[provider] = [...(value[provider] ?? []), { most: Number(most), per: spans[span as keyof typeof spans] }];
  }
  return { value };
}

export const routeSettings = {
  PHONE_LIMITS: parsed(readLimits)
    .optional()
    .describe('How many texts and calls each provider takes: twilio:10/s,twilio:5000/d. People who wait go first.'),
  PHONE_ROUTES: parsed(readRoutes)
    .optional()
    .describe(
      `Who carries what where, first that fits: SE/text:gateway,*:twilio. Else ${usualRoutes.map(({ provider }) => provider).join(', ')}.`,
    ),
};
