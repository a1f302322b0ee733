import { countryOf } from '../../domain/methods/phone.ts';
import { type ParsedSetting, parsed } from '../../settings/parsers.ts';
import { isPhoneNumber } from './message.ts';

/** Something chosen by the country of a number: ISO 3166-1 alpha-2, and `*` for all that are not named. */
export type ByCountry<T> = Readonly<Record<string, T>>;

/** Whom a message to this number comes from; undefined when nobody is set for its country. */
export function senderFor(senders: ByCountry<string>, number: string): string | undefined {
  return senders[countryOfNumber(number) ?? '*'] ?? senders['*'];
}

/** Null for what is no number, and where nobody knows whose it is. */
export function countryOfNumber(number: string): string | null {
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
