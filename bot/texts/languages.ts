import { defaultLanguage } from '../domain/account/person.ts';
import * as all from './all-languages.ts';
import type { Texts } from './catalog.ts';
import type { LanguageRecord } from './language-record.ts';

export type Language = keyof typeof all;

/** Each language by its tag. */
export const languageRecords: { readonly [Tag in Language]: LanguageRecord<Tag> } = all;

export const languages = Object.keys(all) as readonly Language[];

/** Spoken to whoever is known to speak none of ours. */
export const fallbackLanguage: Language = defaultLanguage;

export const catalogues: Readonly<Record<Language, Texts>> = Object.fromEntries(
  languages.map((language) => [language, languageRecords[language].texts]),
) as Record<Language, Texts>;

/** The language of a BCP 47 tag (`sv-SE`), if it is one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === primary);
}

/** What a button offers beside this one: the next of them, so that clicking goes round. */
export function nextLanguage(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}

/** The language somebody names by one of its names (`pa svenska`), in lower case without accents. */
export function languageNamed(folded: string): Language | undefined {
  const words = folded.split(/[^\p{L}]+/u);
  return languages.find((language) => languageRecords[language].names.some((name) => words.includes(name)));
}
