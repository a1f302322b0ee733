import { readFileSync } from 'node:fs';
import { type Language, languages } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';
import { escaped, filledPage } from './markup.ts';

const template = readFileSync(new URL('page/page.html', import.meta.url), 'utf8');

/**
 * The page before it knows who reads it: what it is, how to get to the chat, who sees what. Teams is where it works, so
 * that is all a browser elsewhere ever shows.
 * @param chatLink where the chat is; null when the bot was not told its id in Teams
 */
export function shells(chatLink: string | null): Readonly<Record<Language, string>> {
  return Object.fromEntries(languages.map((language) => [language, shellIn(language, chatLink)])) as Record<
    Language,
    string
  >;
}

function shellIn(language: Language, chatLink: string | null): string {
  const tell = teller(language, null);
  const link = chatLink && `<a class="button" href="${escaped(chatLink)}">${escaped(tell('tab.outside.link'))}</a>`;
  const slots: Readonly<Record<string, string>> = {
    title: escaped(tell('tab.title')),
    away: escaped(tell('tab.problem.away')),
    again: escaped(tell('tab.again')),
    outside: escaped(tell('tab.outside')),
    outsideText: escaped(tell('tab.outside.text')),
    way: link ?? escaped(tell('tab.outside.search', { name: tell('product.name') })),
    privacy: escaped(tell('tab.privacy')),
    privacyText: escaped(tell('privacy.text')),
    terms: escaped(tell('tab.terms')),
    termsText: escaped(tell('tab.terms.text')),
  };
  return filledPage(template, language, slots);
}

/** The chat with the bot, as Teams opens it from anywhere. Source: Microsoft Learn, "Deep link to a tab": app and page id. */
export function chatLinkOf(teamsAppId: string | undefined): string | null {
  return teamsAppId === undefined ? null : `https://teams.microsoft.com/l/entity/${teamsAppId}/conversations`;
}
