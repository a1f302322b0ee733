import type { MethodName } from '../domain/methods/method.ts';
import { readPhone, withExtension } from '../domain/methods/phone.ts';
import type { Channel } from '../domain/ports/delivery.ts';
import { readNumber, ticketNumber } from '../domain/tickets/ticket.ts';
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
      const found = phoneIn(match[0], [...countries, reader.country, ...(nordic.test(text) ? ['SE'] : ['GB', 'US'])]);
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

const ticketPattern =
  /(?<![\p{L}\p{N}])(?:(r ?[-–]? ?\d{3,8}|r ?[-–] ?\d{1,8})|(?:ticket|request|case|[äa]rendet?|beg[äa]ran|nummer|number|nr)\s{0,3}#?\s?(0\d{2,5}))(?![\p{L}\p{N}@])/giu;

/** Digits of one line with what people put between them. */
const phonePattern =
  /(?<![\p{L}\p{N}•*#])(?<!\d:)(?:\+ ?|\( ?\+? ?)?\d(?:[ \t\u00a0().\-–/]{0,3}\d){5,19}(?:\s?(?:x|ext\.?|ankn\.?|anknytning|#)\s?\d{1,6})?(?![\p{L}\p{N}•])/giu;

const nordic = /[åäö]|\b(?:och|till|min|mitt|p[aå]|jag|nummer|mobil)\b/iu;

/** The longest run from the first digit on that is somebody's number. */
function phoneIn(written: string, countries: readonly (string | undefined)[]): FoundPhone | undefined {
  const [digits] = [written.replace(/\D/gu, '')];
  const first = written.replace(/^\( ?(?=\d[^)]*$)/u, '');
  const shorter = first.includes('/') ? [first, first.slice(0, first.indexOf('/')).trim()] : [first];
  for (const typed of shorter) {
    for (const country of countries) {
      const read = readPhone(typed, 'call', country);
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

const dayPart = 'morning|afternoon|evening|night|noon|lunch|bitti|f[öo]rmiddag|eftermiddag|kv[äa]ll|morgon';
const weekday = 'mon|tues?|wednes|thurs?|fri|satur|sun|m[åa]n|tis|ons|tors|fre|l[öo]r|s[öo]n';
const clock = String.raw`\d{1,2}(?:[:.]\d\d)?`;
const hour =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ett|tv[åa]|tre|fyra|fem|sex|sju|[åa]tta|nio|tio|elva|tolv';

/** When something was, or is to be: a clock, a day, a part of a day. */
const timePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:` +
    [
      String.raw`(?:(?:before|after|until|by|f[öo]re|efter|innan|till|fram till)\s)?(?:(?:at|around|kl\.?|klockan|vid|runt)\s)(?:${clock}|${hour})(?:\s?(?:am|pm|o'?clock|sharp))?`,
      String.raw`(?:before|until|f[öo]re|innan|fram till)\s(?:${clock}|${hour}|${dayPart})(?:\s?(?:am|pm))?`,
      String.raw`\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)`,
      String.raw`\d{1,2}:\d\d`,
      String.raw`(?:tomorrow|today|tonight|yesterday|this|next)(?:\s(?:${dayPart}|(?:${weekday})days?))?`,
      String.raw`(?:i\s?morgon|imorrn|i\s?dag|ikv[äa]ll|i\s?kv[äa]ll|ig[åa]r|i\s(?:${dayPart}))(?:\s(?:${dayPart}|bitti))?`,
      String.raw`(?:(?:on|p[åa]|om)\s)?(?:${weekday})(?:day|dag)(?:s|en|ar)?(?:\s(?:${dayPart}))?`,
      String.raw`(?:in|om|within|inom)\s(?:\d{1,3}|an?|en|${hour}|half an|en halv)\s(?:min(?:ute|ut)?(?:s|er)?|hours?|timm(?:e|ar)|days?|dag(?:ar)?|weeks?|veck(?:a|or))`,
      String.raw`(?:after|efter|before|f[öo]re|till|by|vid)\s(?:lunch|noon|work|jobbet)`,
      String.raw`(?:at\s)?(?:noon|midnight|lunchtime)|asap|right now|genast`,
    ].join('|') +
    String.raw`)(?![\p{L}\p{N}])`,
  'giu',
);

/** "Call me", "sms tack", "ring den": said as a wish, not told as something that happened. */
function channelsIn(text: string): readonly Channel[] {
  const plain = folded(text);
  return inOrder(plain, channelWishes).filter((channel) => !unwished[channel]?.test(plain));
}

/** "Call, don't text." */
const unwished: Readonly<Partial<Record<Channel, RegExp>>> = {
  text: /\b(?:not|no|don.?t|never|inte|inget|inga|ej) (?:a |send |skicka )?(?:text|texts|sms|smsa)\b|\b(?:smsa|sms) inte\b/u,
  call: /\b(?:not|don.?t|never|inte) (?:call|ring|ringa|phone)\b|\bring inte\b/u,
};

const channelWishes: readonly (readonly [Channel, RegExp])[] = [
  [
    'text',
    /\b(?:(?:please |just |pls |can you |could you |then )(?:text|sms)\b|^(?:text|sms)\b|(?:text|sms|message) (?:me|it to|to (?:me|\+?\d)|\+?\d)|(?:by|via|as an?|with|for|send (?:me )?an?|prefer|want) (?:texts?|sms)\b|(?:text|sms)(?:es|s)? (?:is|are|works?|would|will|please|pls|there|instead|gar|funkar|racker|duger|passar|blir|i stallet|istallet)\b|(?:skicka|kor|ta|via|vill ha|helst) (?:ett )?sms|smsa\b|messa\b|^sms till|sms (?:till (?:mig|\+?\d)|tack)|,? sms$)/u,
  ],
  [
    'call',
    /\b(?:(?<!choose |press |pick )(?:call|ring) (?:me|us|it|that|there|instead|please|\+?\d)|phone (?:me|us|please)\b|(?:call|ring) (?:my|on|at)|^(?:please |pls )?(?:call|ring)\b|(?:by|via|a|for|prefer a?|want a) (?:phone |voice )?calls?\b|(?:give|gimme) (?:me )?(?:a |an )?(?:call|ring|bell)|ring (?:mig|mej|upp|den|det|dit|pa|oss|istallet|i stallet|hellre)|(?:bli |blir )?uppringd|(?:ett|via|med) samtal|(?:can.?t|cannot|doesn.?t|can not|no) (?:take |get |receive |do )?(?:any )?texts|tar (?:forstas |ju |inte |inga )+(?:emot )?sms|sla en signal|(?:can|could|would) (?:you|someone) (?:please |just |rather )?(?:call|ring)\b|(?:please|just|rather|pls) (?:call|ring)\b|(?:call|ring) (?:with|and read)|(?:kan|kunde|far|skulle|vill att|snalla) (?:du|ni) (?:\p{L}+ )?ringa\b|ringa? (?:med|och las|a las|i stallet|istallet|hellre|mig|mej|upp)|hellre (?:ring|ett samtal)|(?:but|and|men|och)(?: please| hellre)? (?:call|ring)\b(?! back))/u,
  ],
  [
    'email',
    /\b(?:(?:e-?mail|mail) (?:me|it to|to|xemail)|(?:by|via) e-?mail|(?:mejla|maila|e-?posta)\b|(?:skicka|via) (?:ett )?(?:mejl|mail|e-?post))/u,
  ],
];

const methodWords: readonly (readonly [MethodName, RegExp])[] = [
  [
    'office-phone',
    /\b(?:(?:office|desk|work)(?: ?phone| number| line)|work landline|on my desk|pa (?:mitt )?skrivbord|^(?:use )?(?:the |my )?(?:office|desk|work)$|switchboard number|kontorstelefon|kontorsnum|arbetstelefon|bordstelefon|skrivbordstelefon|jobbtelefon|jobbnum|(?:telefonen?|numret|numret) pa (?:jobbet|kontoret)|kontoret$)\p{L}*/u,
  ],
  [
    'security-questions',
    /\b(?:security questions?|^(?:use )?(?:the |my )?questions|sakerhetsfrag|kontrollfrag|^fragor)\p{L}*/u,
  ],
  [
    'authenticator-app',
    /\b(?:authenticator|authentication app|(?:the|an|my|use) app\b|^app\b|appen\b|en app\b|autentiseringsapp|qr)\p{L}*/u,
  ],
  [
    'authentication-phone',
    /\b(?:mobile|cell ?phone|cell|telephone|phone|number|iphone|android|handset|mobil|mobbe|telefon|nummer|numret|nalle\b|lur\b|luren|sms|text message|landline)\p{L}*/u,
  ],
  ['authentication-email', /\b(?:e-?mail|mail|mailbox|inbox|gmail|hotmail|mejl|e-?post|brevlada)\p{L}*/u],
];

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

const smallWords =
  /\b(?:the|an?|my|one|use|with|via|by|on|to|then|instead|rather|please|private|personal|own|address|number|code|to|it|i.?ll|i|take|want|would|like|try|let.?s|lets|go|for|choose|ok|okay|well|thanks|min|mitt|mina|den|det|en|ett|ta|tar|anvand|med|pa|till|da|hellre|istallet|i stallet|privata?|eget|egen|egna|jag|vill|vi|kor|valj|valjer|tack|okej|adress|adressen)\b|[^\p{L}\p{N}]/gu;
