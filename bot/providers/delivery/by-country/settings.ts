import type { Channel } from '../../../domain/ports/delivery.ts';
import type { ByCountry } from './by-country.ts';

export type ReadByCountry =
  | { readonly kind: 'read'; readonly value: ByCountry<string> }
  /** Reads on after the setting's name. */
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads `+46701234567`, or `SE:+46701234567,US:+15005550006,*:Reset Ready`: a sender for each country, `*` for all
 * others.
 * @param sender what one looks like
 * @param example of one
 */
export function readByCountry(text: string, sender: RegExp, example: string): ReadByCountry {
  const value: Record<string, string> = {};
  for (const one of text.split(',')) {
    const [, country = '*', name = ''] = /^(?:([A-Z]{2}|\*):)?(.*)$/.exec(one.trim()) ?? [];
    if (!sender.test(name)) return { kind: 'problem', problem: `must be ${example}, or a comma list of SE:${example}` };
    if (Object.hasOwn(value, country)) return { kind: 'problem', problem: `names ${country} twice` };
    value[country] = name;
  }
  return { kind: 'read', value };
}

/** A number, a short code, a name of up to 11 letters (3GPP TS 23.040 §9.1.2.5), or a messaging service of Twilio's. */
export const textSender = /^(\+[1-9]\d{6,14}|\d{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
/** A number people could call back. */
export const callSender = /^\+[1-9]\d{6,14}$/;

export const phoneProviders = ['twilio', 'azure', 'gateway'] as const;
export type PhoneProvider = (typeof phoneProviders)[number];

/** A route whose provider is known by name only. */
export interface NamedRoute {
  readonly countries: 'all' | readonly [string];
  readonly channels: readonly Channel[];
  readonly provider: PhoneProvider;
}

export type ReadRoutes =
  | { readonly kind: 'read'; readonly value: readonly NamedRoute[] }
  /** Reads on after the setting's name. */
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads `SE/text:gateway,NO:azure,*:twilio`: who carries what where, the first that fits. */
export function readRoutes(text: string): ReadRoutes {
  const value: NamedRoute[] = [];
  for (const one of text.split(',')) {
    const [, country, channel, name] = /^([A-Z]{2}|\*)(?:\/(text|call))?:(\w+)$/.exec(one.trim()) ?? [];
    const provider = phoneProviders.find((known) => known === name);
    if (!country || !provider) {
      return {
        kind: 'problem',
        problem: `must be a comma list such as SE/text:gateway,*:twilio (${phoneProviders.join(', ')})`,
      };
    }
    const channels: readonly Channel[] = channel ? [channel === 'text' ? 'text' : 'call'] : ['text', 'call'];
    value.push({ countries: country === '*' ? 'all' : [country], channels, provider });
  }
  return { kind: 'read', value };
}
