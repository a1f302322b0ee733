import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Language, languages } from '../texts/languages.ts';
import { type Tell, teller } from '../texts/tell.ts';
import type { FixedWords } from './page-data.ts';

const template = readFileSync(new URL('page/page.html', import.meta.url), 'utf8');

/**
 * The page before it knows who reads it: what it is, how to get to the chat, who sees what. Teams is where it works, so
 * that is all a browser elsewhere ever shows.
 * @param chatLink where the chat is; null when the bot was not told its id in Teams
 */
export function shellPages(chatLink: string | null): Readonly<Record<Language, string>> {
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

/** A file of the page, ready to send. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
  /** Changes with the content. */
  readonly tag: string;
}

const files = ['page.css', 'page.js', 'elements.js', 'my-page.js', 'organisation-page.js', 'desk-page.js'] as const;
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** The files of the page by their path, read once. teams-js comes from its package, so that nothing is loaded from elsewhere. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  return new Map([
    ['/tab/teams-js.js', read(new URL(import.meta.resolve('@microsoft/teams-js')), types.js)],
    ...files.map((name) => [`/tab/${name}`, pageFile(name)] as const),
  ]);
}

/** One of the files beside the page. */
export function pageFile(name: `${string}.${keyof typeof types}`): PageFile {
  return read(new URL(`page/${name}`, import.meta.url), name.endsWith('.css') ? types.css : types.js);
}

function read(source: URL, type: string): PageFile {
  const body = readFileSync(source);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type, body, zipped: gzipSync(body, { level: 9 }), tag };
}

export function fixedWords(tell: Tell): FixedWords {
  return {
    language: tell.language,
    wait: tell('tab.wait'),
    again: tell('tab.again'),
    chat: tell('tab.chat'),
    signInProblem: tell('tab.problem.sign-in'),
    awayProblem: tell('tab.problem.away'),
  };
}

/** Text as it may stand in markup and in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A page with its slots filled and its language named. The values are markup already. */
export function filledPage(template: string, language: string, slots: Readonly<Record<string, string>>): string {
  return template
    .replace('<html lang="en"', `<html lang="${language}"`)
    .replace(/\{\{(\w+)\}\}/g, (_, slot: string) => slots[slot] ?? '');
}
