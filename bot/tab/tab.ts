import { fallbackLanguage, type Language, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';
import { createMyTab, type MyTabPorts, type ReaderPreferences } from './my-tab.ts';
import { createOrganisationTab, type OrganisationTabPorts } from './organisation-tab.ts';
import { chatLinkOf, fixedWords, readPageFiles, shellPages } from './page.ts';

export type TabPorts = MyTabPorts & OrganisationTabPorts & { readonly teamsAppId: string | undefined };

/** The tab without its door: what the routes send once they know who asks. */
export function createTab(ports: TabPorts) {
  const pages = shellPages(chatLinkOf(ports.teamsAppId));
  const organisation = createOrganisationTab(ports);
  return {
    shell: (acceptLanguage: string) => pages[acceptedLanguage(acceptLanguage)],
    files: readPageFiles(),
    words: ({ language, timeZone }: ReaderPreferences) =>
      fixedWords(teller(languageOf(language) ?? fallbackLanguage, timeZone)),
    mine: createMyTab(ports),
    organisation: organisation.view,
    lapsing: organisation.lapsing,
  };
}

/** The first language a browser names that is one of ours. */
export function acceptedLanguage(header: string): Language {
  const named = header
    .slice(0, 1_000)
    .split(',')
    .map((part) => languageOf(part.split(';')[0]?.trim()));
  return named.find((language) => language !== undefined) ?? fallbackLanguage;
}
