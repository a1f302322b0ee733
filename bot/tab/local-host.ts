import { readFileSync } from 'node:fs';
import { type Language, languages } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';
import { escaped, filledPage, type PageFile, pageFile } from './page.ts';

/** Somebody to look at the tab as. */
export interface Onlooker {
  readonly as: string;
  readonly name: string;
}

const template = readFileSync(new URL('page/local-host.html', import.meta.url), 'utf8');
const themes = ['default', 'dark', 'contrast'] as const;

/**
 * A page for local mode that shows the tab in a frame and stands in for Teams.
 * @param chat where the chat with the bot is
 */
export function localHost(people: readonly Onlooker[], chat: string): Readonly<Record<Language, string>> {
  const pageIn = (language: Language) => {
    const tell = teller(language, null);
    const others = languages.filter((one) => one !== language);
    const named = new Intl.DisplayNames(language, { type: 'language' });
    return filledPage(template, language, {
      title: escaped(tell('local.tab.title')),
      chat: escaped(chat),
      person: escaped(tell('local.tab.person')),
      people: people.map(({ as, name }) => option(as, name)).join(''),
      theme: escaped(tell('local.tab.theme')),
      themes: themes.map((theme) => option(theme, tell(`local.tab.theme.${theme}`))).join(''),
      language: escaped(tell('local.tab.language')),
      languages: [language, ...others].map((one) => option(one, named.of(one) ?? one)).join(''),
    });
  };
  return Object.fromEntries(languages.map((language) => [language, pageIn(language)])) as Record<Language, string>;
}

function option(value: string, text: string): string {
  return `<option value="${escaped(value)}">${escaped(text)}</option>`;
}

/** Its files by their path. */
export function localHostFiles(): ReadonlyMap<string, PageFile> {
  return new Map([
    ['/local/tab.css', pageFile('local-host.css')],
    ['/local/tab.js', pageFile('local-host.js')],
  ]);
}
