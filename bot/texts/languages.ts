import type { Texts } from './catalog.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

/** Adding a language: its file, and one line here. */
export const catalogues = { en, sv } as const satisfies Record<string, Texts>;

export type Language = keyof typeof catalogues;

export const fallbackLanguage: Language = 'en';

export const languages = Object.keys(catalogues) as readonly Language[];

/** The language of a BCP 47 tag (`sv-SE`), if it is one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === primary);
}
