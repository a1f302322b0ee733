import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { plainText } from '../typed-text.ts';

/** Why a typed number can't be used. Each is a text key. */
export type PhoneProblem =
  | 'phone-missing'
  | 'phone-unreadable'
  | 'phone-needs-country'
  | 'phone-too-short'
  | 'phone-too-long'
  | 'phone-not-in-use'
  | 'phone-not-personal'
  | 'phone-internet-only'
  | 'phone-cannot-text';

export type PhoneReading =
  /** `number` is E.164; `extension` its digits behind it; `country` ISO 3166-1 alpha-2 where the number tells it. */
  | {
      readonly kind: 'phone';
      readonly number: string;
      readonly extension?: string;
      readonly country: string | null;
    }
  | { readonly kind: PhoneProblem };

/** Nothing people type as a number is longer; more is not worth reading. */
const longest = 60;
/** Paid, shared, forwarded or machine numbers: not somebody's own phone. */
const impersonal = new Set([
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'VOICEMAIL',
  'PAGER',
  'PERSONAL_NUMBER',
]);

/**
 * Numbers of machines that the metadata takes for somebody's mobile. Dutch 097 is for automated applications alone (Nummerplan
 * telefoon- en ISDN-diensten, article 1c, Staatscourant, 14 November 2011). Others are no numbers to the metadata or have a
 * type of their own: Spain's 59 (13 digits), Norway's 12 digits, France's 0700 (14 digits), Australia's 014, Japan's 020.
 */
const machines: readonly { readonly country: CountryCode; readonly begins: string }[] = [
  { country: 'NL', begins: '97' },
];

/**
 * Reads a number in any human form: `070-123 45 67`, `+46 (0)70 123 45 67`, `(+46) 70 123 45 67`, `0046701234567`.
 * @param country ISO 3166-1 alpha-2, for numbers without country code
 */
export function readPhone(typed: string, channel: 'text' | 'call', country: string | undefined): PhoneReading {
  const written = plainText(typed)
    .replace(/^\s*tel:/iu, '')
    .trim();
  const whole = readWritten(written, channel, country);
  const within = whole.kind === 'phone-unreadable' ? numberWithin(written) : undefined;
  return within ? readWritten(within, channel, country) : whole;
}

/** The only thing on a line that is as long as a number: "Mobile: 070-123 45 67 (private)". */
function numberWithin(written: string): string | undefined {
  const found = written.length <= longest && !/[\n\r\u2028\u2029@]/u.test(written) ? written.match(numberLike) : null;
  return found?.length === 1 ? found[0] : undefined;
}

const numberLike =
  /(?<![\p{L}\p{N}•*#+])(?:\+ ?|\( ?\+? ?)?\d(?:[ \u00a0().\-–/]{0,3}\d){5,19}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?(?![\p{L}\p{N}•*])/giu;

function readWritten(written: string, channel: 'text' | 'call', country: string | undefined): PhoneReading {
  // A zero in brackets is the one people drop when they dial from abroad; all other brackets only group.
  const plain = withoutFormerPrefix(ungrouped(written.replace(bracketedZero, '')));
  if (plain === '') return { kind: 'phone-missing' };
  if (plain.length > longest || !/\d/u.test(plain)) return { kind: 'phone-unreadable' };
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  // Most of the world dials 00 abroad. Where people dial something else, their own way is tried first.
  const abroad = plain.replace(/^00[\s.\-–/]*(?=\d)/u, '+');
  // Italian landlines keep the zero that everybody else drops behind the country code.
  const zero = ungrouped(written.replace(bracketedZero, '0'));
  const phone = [abroad, zero].reduce(
    (best, other) => (typeof best === 'string' || !best.isValid() ? better(best, parsed(other, home)) : best),
    parsed(plain, home),
  );
  if (typeof phone === 'string') return { kind: phone };
  if (!phone.isValid()) return { kind: lengthProblem(phone) ?? 'phone-not-in-use' };
  const type = phone.getType() ?? '';
  // Satellite and other networks that belong to no country cost a multiple.
  if (impersonal.has(type) || phone.country === undefined || ofMachine(phone)) return { kind: 'phone-not-personal' };
  if (type === 'VOIP') return { kind: 'phone-internet-only' };
  if (channel === 'text' && type === 'FIXED_LINE') return { kind: 'phone-cannot-text' };
  const extension = phone.ext === undefined ? {} : { extension: phone.ext };
  return { kind: 'phone', number: phone.number, ...extension, country: phone.country };
}

/** Mexico's mobiles had a 1 behind the country code until 2019, and address books still have it. */
function withoutFormerPrefix(plain: string): string {
  const digits = plain.replace(/\D/gu, '').replace(/^00/u, '');
  return /^(?:\+|00)/u.test(plain) && /^521\d{10}$/u.test(digits) ? `+52${digits.slice(3)}` : plain;
}

const bracketedZero = /\(\s*0\s*\)/gu;

function ungrouped(written: string): string {
  return written.replace(/[()[\]]/gu, ' ').trim();
}

function ofMachine({ country, nationalNumber }: PhoneNumber): boolean {
  return machines.some((one) => one.country === country && nationalNumber.startsWith(one.begins));
}

function parsed(plain: string, home: CountryCode | undefined): PhoneNumber | PhoneProblem {
  try {
    return parsePhoneNumberWithError(plain, home ? { defaultCountry: home, extract: false } : { extract: false });
  } catch (reason) {
    return problemOf(reason);
  }
}

/** The second reading where it is a number, or nearer to one than the first. */
function better(first: PhoneNumber | PhoneProblem, second: PhoneNumber | PhoneProblem): PhoneNumber | PhoneProblem {
  return typeof second !== 'string' && (typeof first === 'string' || second.isValid()) ? second : first;
}

function lengthProblem(phone: PhoneNumber): PhoneProblem | undefined {
  const length = validatePhoneNumberLength(phone.number);
  if (length === 'TOO_SHORT') return 'phone-too-short';
  return length === 'TOO_LONG' ? 'phone-too-long' : undefined;
}

/** ISO 3166-1 alpha-2 of an E.164 number, where it tells one. */
export function countryOf(number: string): string | null {
  return parsePhoneNumberWithError(number).country ?? null;
}

function problemOf(reason: unknown): PhoneProblem {
  switch (reason instanceof Error ? reason.message : '') {
    case 'INVALID_COUNTRY':
      return 'phone-needs-country';
    case 'TOO_SHORT':
      return 'phone-too-short';
    case 'TOO_LONG':
      return 'phone-too-long';
    default:
      return 'phone-unreadable';
  }
}

/** `+46 70 123 45 67`. */
export function formatPhone(number: string): string {
  return parsePhoneNumberWithError(number).formatInternational();
}

/** `+46 70 ••• •• 67`, `+46 8 5•• ••• 45 #105`: an extension, the country code, at most two digits from each end of a long number, the rest hidden. */
export function maskPhone(number: string): string {
  const phone = parsePhoneNumberWithError(number);
  const code = `+${phone.countryCallingCode}`;
  const extension = phone.ext === undefined ? '' : ` #${phone.ext}`;
  phone.setExt('');
  const shape = phone.formatInternational().slice(code.length).trim();
  const digits = phone.nationalNumber.length;
  const [first, last] = digits >= 9 ? [2, 2] : [0, Math.min(2, Math.floor(digits / 3))];
  let seen = 0;
  const masked = shape.replace(/\d/gu, (digit) => {
    seen += 1;
    return seen <= first || seen > digits - last ? digit : '•';
  });
  return `${code} ${masked}${extension}`;
}

/** Behind a number that ends at a switchboard: `+46850512345x105`. The number before it is E.164. */
const behind = /^(\+\d+)x(\d+)$/u;

export function withExtension(number: string, extension: string | undefined): string {
  return extension === undefined ? number : `${number}x${extension}`;
}

/** The digits behind a number; undefined where there are none, and for a mail address. */
export function extensionOf(address: string): string | undefined {
  return behind.exec(address)?.[2];
}

/** What rings when nobody dials the extension. */
export function mainLine(address: string): string {
  return behind.exec(address)?.[1] ?? address;
}

/** Where a message goes: the line, and for a call what is dialled once somebody answers there. */
export function reachedAt(address: string, channel: 'text' | 'call' | 'email') {
  const extension = channel === 'call' ? extensionOf(address) : undefined;
  return { to: mainLine(address), ...(extension !== undefined && { extension }) };
}

/**
 * Whether two numbers or addresses mean the same, however they are spelled: spaces, brackets, a zero behind the country
 * code, the word before an extension. Another extension is another number. What can't be read as a number in use is
 * compared sign by sign.
 */
export function sameAddress(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  const [left, right] = [lineOf(one), lineOf(other)];
  return left.line === right.line && left.extension === right.extension;
}

/**
 * Whether somebody who answered at `shown` has answered for `registered`: the same, or the main line of an extension, as the
 * reset service calls no extension. Never enough to replace or remove something.
 * Source: Microsoft Learn, "How it works: Microsoft Entra self-service password reset", phone number format.
 * @param country ISO 3166-1 alpha-2, for a registered number without country code
 */
export function answersFor(shown: string, registered: string, country?: string): boolean {
  if (shown === registered) return true;
  const [left, right] = [lineOf(shown), lineOf(registered, country)];
  return left.line === right.line && (left.extension === right.extension || left.extension === null);
}

function lineOf(value: string | null, country?: string): { readonly line: string; readonly extension: string | null } {
  const lower = (value ?? '').trim().toLowerCase();
  const read = lower.includes('@') ? undefined : readPhone(lower, 'call', country);
  if (read?.kind === 'phone') return { line: read.number, extension: read.extension ?? null };
  return { line: lower.includes('@') ? lower : lower.replace(/[^+\dx*•]/gu, ''), extension: null };
}
