import type { MethodName } from '../domain/methods/method.ts';
import { readPhone, withExtension } from '../domain/methods/phone.ts';
import type { Channel } from '../domain/ports/delivery.ts';
import { readNumber, ticketNumber } from '../domain/tickets/ticket.ts';
import { fallbackLanguage, languageRecords, languages } from '../texts/languages.ts';
import { asWords, eitherOf, patternOf, saying } from '../texts/phrases.ts';
import { type Code, codesIn } from './codes.ts';
import { countriesIn } from './countries.ts';
import { folded } from './normalisation.ts';

/** As many as the sentences that go with a code say; codes of apps have as many. */
const codeDigits = 6;

/** What stands in a message, each in the order of the text. */
export interface Entities {
  readonly phones: readonly FoundPhone[];
  /** As written, without what clings to them; whether one may be used is for `readEmail`. */
  readonly emails: readonly string[];
  /** Six digits in ASCII. */
  readonly codes: readonly string[];
  /** Numbers of requests, as `R-0427`. */
  readonly tickets: readonly string[];
  readonly errorCodes: readonly Code[];
  /** The words that say when. */
  readonly times: readonly string[];
  /** How somebody wants to be reached. */
  readonly channels: readonly Channel[];
  readonly methods: readonly MethodName[];
  /** ISO 3166-1 alpha-2 of countries that are named. */
  readonly countries: readonly string[];
}

export interface FoundPhone {
  readonly typed: string;
  /** E.164, with its extension behind an x; `null`: written like a number, and none that can be read. */
  readonly number: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

export interface ReaderLocale {
  /** Where a number without country code is dialled; ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

/** What a message contains, and the message with words in the place of numbers and addresses: what they say is that they stand there. */
export function entitiesIn(
  text: string,
  reader: ReaderLocale = {},
): { readonly found: Entities; readonly masked: string } {
  const claims: Claim[] = [];
  const claim = (pattern: RegExp, word: string, accept: (match: RegExpMatchArray) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length];
      if (!claims.some((one) => from < one.to && one.from < to) && accept(match)) claims.push({ from, to, word });
    }
  };
  const lists = { emails: [] as string[], tickets: [] as string[], times: [] as string[], codes: [] as string[] };
  const add = (list: string[]) => (match: RegExpMatchArray) => list.push(match[0].trim()) > 0;
  claim(emailPattern, masks.email, add(lists.emails));
  if (/\d/u.test(text)) {
    claim(/https?:\/\/\S{1,300}/giu, masks.link);
    claim(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/giu, masks.id);
    claim(/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,7})?Z?)?/gu, masks.time);
    claim(/[s5]{2}pr[\W_]{0,4}\d{1,5}|a?[ad]?dsts[\W_]{0,4}\d{5,7}|\b0x[\da-f]{4,8}\b/giu, masks.error);
    claim(ticketPattern, masks.ticket, (match) => {
      const number = readNumber(match[1] ?? match[2] ?? '');
      return number !== undefined && lists.tickets.push(ticketNumber(number)) > 0;
    });
  }
  const countries = countriesIn(text);
  const phones: FoundPhone[] = [];
  if (/\d/u.test(text)) {
    claim(phonePattern, masks.phone, (match) => {
      const found = phoneIn(match[0], [...countries, reader.country, ...dialledFrom(text)]);
      return found !== undefined && phones.push(found) > 0;
    });
    claim(codePattern, masks.code, (match) => lists.codes.push(match[0].replace(/\D/gu, '')) > 0);
  }
  claim(timePattern, masks.time, add(lists.times));
  const found = { ...lists, phones, countries, errorCodes: codesIn(text) };
  return {
    found: { ...found, channels: channelsIn(text), methods: methodsIn(text, found) },
    masked: maskedText(text, claims),
  };
}

interface Claim {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** Words nobody says, for what stood there. */
export const masks = {
  email: 'xemail',
  phone: 'xphone',
  code: 'xcode',
  ticket: 'xticket',
  time: 'xtime',
  error: 'xerror',
  link: 'xlink',
  id: 'xid',
} as const;

function maskedText(text: string, claims: readonly Claim[]): string {
  let [masked, at] = ['', 0];
  for (const { from, to, word } of [...claims].sort((one, other) => one.from - other.from)) {
    // The words of a time and of an error say more than that one stands there.
    const words = word === masks.time || word === masks.error ? `${text.slice(from, to)} ` : '';
    masked += `${text.slice(at, from)} ${words}${word} `;
    at = to;
  }
  return masked + text.slice(at);
}

/** A smiley, a bracket or a full stop that clings to an address is no part of it. */
const emailPattern =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/gu;

const ticketPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(r ?[-–]? ?\d{3,8}|r ?[-–] ?\d{1,8})|${eitherOf((said) => said.ticket)}\s{0,3}#?\s?(0\d{2,5}))(?![\p{L}\p{N}@])`,
  'giu',
);

/** Digits of one line with what people put between them. */
const phonePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}•*#])(?<!\d:)(?:\+ ?|\( ?\+? ?)?\d(?:[ \t\u00a0().\-–/]{0,3}\d){5,19}(?:\s?(?:x|#|${eitherOf((said) => said.extension)})\s?\d{1,6})?(?![\p{L}\p{N}•])`,
  'giu',
);

/** Between a number and its extension. */
const extensionWord = new RegExp(String.raw`\s?${eitherOf((said) => said.extension)}(?=\s?\d)`, 'iu');

/** Where a number without country code is dialled, by the language around it. */
function dialledFrom(text: string): readonly string[] {
  const spoken = dialled.find(({ signs }) => signs.test(text))?.language ?? fallbackLanguage;
  return languageRecords[spoken].phrases.dialled.countries;
}

const dialled = languages.map((language) => {
  const { letters, words } = languageRecords[language].phrases.dialled;
  const spoken = asWords(patternOf(words));
  return { language, signs: letters === '' ? spoken : new RegExp(`[${letters}]|${spoken.source}`, 'iu') };
});

/** The longest run from the first digit on that is somebody's number. */
function phoneIn(written: string, countries: readonly (string | undefined)[]): FoundPhone | undefined {
  const [digits] = [written.replace(/\D/gu, '')];
  const first = written.replace(/^\( ?(?=\d[^)]*$)/u, '');
  const shorter = first.includes('/') ? [first, first.slice(0, first.indexOf('/')).trim()] : [first];
  for (const typed of shorter) {
    for (const country of countries) {
      const read = readPhone(typed.replace(extensionWord, ' x'), 'call', country);
      if (read.kind !== 'phone') continue;
      return { typed: typed.trim(), number: withExtension(read.number, read.extension), country: read.country };
    }
  }
  const likeOne = digits.length >= 8 && /^[+(0]/u.test(first);
  return likeOne ? { typed: first.trim(), number: null, country: null } : undefined;
}

const codePattern = new RegExp(
  `(?<![\\p{L}\\p{N}•*#_]|[\\d][ .:-])(?:\\d{${codeDigits}}|\\d{3}[ \\u00a0.\\-–·]{1,3}\\d{3}|\\d\\d[ -]\\d\\d[ -]\\d\\d|\\d(?:[ -]\\d){5})(?![\\p{N}•]|[ .:-]\\d)`,
  'gu',
);

const clock = String.raw`\d{1,2}(?:[:.]\d\d)?`;
const hours = eitherOf((said) => said.time.hours);
const dayParts = eitherOf((said) => said.time.dayParts);
const weekdays = eitherOf((said) => said.time.weekdays);
const halves = eitherOf((said) => said.time.halves);

/** When something was, or is to be: a clock, a day, a part of a day. */
const timePattern = asWords(
  [
    String.raw`(?:${eitherOf((said) => said.time.around)}\s)?${eitherOf((said) => said.time.at)}\s(?:${clock}|${hours})(?:\s?${eitherOf(({ time }) => [...time.halves, ...time.exactly])})?`,
    String.raw`${eitherOf((said) => said.time.until)}\s(?:${clock}|${hours}|${dayParts})(?:\s?${halves})?`,
    String.raw`${clock}\s?${halves}`,
    String.raw`\d{1,2}:\d\d`,
    String.raw`${eitherOf((said) => said.time.days)}(?:\s(?:${dayParts}|${weekdays}))?`,
    String.raw`(?:${eitherOf((said) => said.time.on)}\s)?${weekdays}(?:\s${dayParts})?`,
    String.raw`${eitherOf((said) => said.time.within)}\s(?:\d{1,3}|${eitherOf((said) => said.time.amounts)}|${hours})\s${eitherOf((said) => said.time.units)}`,
    eitherOf((said) => said.time.phrases),
  ].join('|'),
  'giu',
);

/** "Call me", "sms tack", "ring den": said as a wish, not told as something that happened. */
function channelsIn(text: string): readonly Channel[] {
  const plain = folded(text);
  return inOrder(plain, channelWishes).filter((channel) => !unwished[channel]?.test(plain));
}

/** "Call, don't text." */
const unwished: Readonly<Partial<Record<Channel, RegExp>>> = {
  text: saying((said) => said.unwished.text),
  call: saying((said) => said.unwished.call),
};

const channelWishes = (['text', 'call', 'email'] as const).map(
  (channel) => [channel, saying((said) => said.channels[channel])] as const,
);

/** A longer name before those it holds. */
const methodWords = (
  ['office-phone', 'security-questions', 'authenticator-app', 'authentication-phone', 'authentication-email'] as const
).map((method) => [method, saying((said) => said.methods[method])] as const);

/** Which of these are named, in the order of the text; what a longer name holds is not named beside it. */
function inOrder<Name>(plain: string, words: readonly (readonly [Name, RegExp])[]): readonly Name[] {
  let rest = plain;
  const found: { readonly name: Name; readonly at: number }[] = [];
  for (const [name, pattern] of words) {
    const match = pattern.exec(rest);
    if (!match) continue;
    found.push({ name, at: match.index });
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  return found.sort((one, other) => one.at - other.at).map(({ name }) => name);
}

/** The methods that a folded text names, in its order. */
export function methodsNamed(plain: string): readonly MethodName[] {
  return inOrder(plain, methodWords);
}

function methodsIn(text: string, found: Pick<Entities, 'phones' | 'emails'>): readonly MethodName[] {
  const named = [...methodsNamed(folded(text))];
  if (found.phones.length > 0 && !named.includes('office-phone')) named.push('authentication-phone');
  if (found.emails.length > 0) named.push('authentication-email');
  return [...new Set(named)];
}

/** Nothing but the name of a method, with small words around it: "my private mail then". */
export function isMethodName(text: string): boolean {
  const plain = folded(text);
  const rest = methodWords.reduce((left, [, pattern]) => left.replace(pattern, ' '), plain);
  return rest !== plain && rest.replace(smallWords, ' ').trim() === '';
}

const smallWords = new RegExp(String.raw`${saying((said) => said.small).source}|[^\p{L}\p{N}]`, 'gu');
