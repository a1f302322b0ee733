import { IntlMessageFormat } from 'intl-messageformat';
import { Fault } from '../domain/fault.ts';
import type { PlatformDate } from '../domain/reset-service/end-dates.ts';
import type { Instant } from '../domain/time.ts';
import { knownZone } from '../domain/time-zone.ts';
import type { SlotValues, SourceTexts, TextKey } from './catalog.ts';
import { catalogues, fallbackLanguage, type Language, languageOf, languageRecords } from './languages.ts';

type Values<Key extends TextKey> = SlotValues<SourceTexts[Key]>;

/** The values argument is asked for only by sentences that take values. */
type ValuesOf<Key extends TextKey> = keyof Values<Key> extends never ? [] : [values: Values<Key>];

/** Says a sentence in one language, for one time zone. */
export interface Tell {
  <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string;
  readonly language: Language;
  /** That times are said in; null: nobody knows the reader's. */
  readonly zone: string | null;
  /** `14:05`, or with the day in front when it is not today. */
  time(at: Instant, now: Instant): string;
  /** `23 November 2026 at 14:05`, for words that are read later. */
  moment(at: Instant): string;
  /** `23 November 2026`. */
  date(at: Instant): string;
  /** `1 February 2027`, or `March 2027` where no more is known: the same words in every time zone. */
  calendar(date: Pick<PlatformDate, 'when' | 'named'>): string;
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: Language, key: TextKey): IntlMessageFormat {
  const name = `${language} ${key}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
  formats.set(name, made);
  return made;
}

/** Reads every sentence of a language, so that nobody's turn has to. */
export function prepareTexts(language: Language): void {
  for (const key of Object.keys(catalogues[language]) as TextKey[]) formatOf(language, key);
}

/** For whoever reads this language, by its tag; where it is none of ours, in the first of them. @param timeZone as below */
export function tellerFor(tag: string | null | undefined, timeZone: string | null): Tell {
  return teller(languageOf(tag) ?? fallbackLanguage, timeZone);
}

/** @param timeZone see `knownZone`; where nobody knows theirs, times are those of UTC, and say so */
export function teller(language: Language, timeZone: string | null): Tell {
  const own = timeZone === null ? undefined : knownZone(timeZone);
  const zone = own ?? 'UTC';
  const named = (said: string) => (own ? said : `${said} UTC`);
  const format = (at: Instant, options: Intl.DateTimeFormatOptions) => formatter(language, zone, options).format(at);
  const date = (at: Instant) => format(at, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = (at: Instant, now: Instant) => {
    const clock = format(at, { hour: '2-digit', minute: '2-digit' });
    const day = format(at, { day: 'numeric', month: 'long' });
    if (date(at) === date(now)) return named(clock);
    return named(languageRecords[language].otherDay.replace('{day}', day).replace('{clock}', clock));
  };
  const calendar = ({ when, named }: Pick<PlatformDate, 'when' | 'named'>) =>
    formatter(language, 'UTC', {
      ...(named === 'day' && { day: 'numeric' }),
      month: 'long',
      year: 'numeric',
    }).format(when);
  const moment = (at: Instant) => named(format(at, { dateStyle: 'long', timeStyle: 'short' }));
  const tell = <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string => {
    try {
      return String(formatOf(language, key).format(values[0]));
    } catch (cause) {
      throw new Fault('text-slot-missing', `${language} ${key}`, { cause });
    }
  };
  return Object.assign(tell, { language, zone: own ?? null, time, date, moment, calendar });
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([language, timeZone, options]);
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(languageRecords[language].region, { ...options, timeZone });
  // Time zone names come from outside: a stranger must not be able to fill the memory with them.
  if (formatters.size < 2_000) formatters.set(name, made);
  return made;
}

/** A text with a capital at the beginning of each sentence: a name in lower case may stand there. */
export function capitalised(text: string): string {
  return text.replace(/(?<=^|[.?!] )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
