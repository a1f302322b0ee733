import { readFileSync } from 'node:fs';
import type { FrameLocator, Page, Route } from 'playwright-core';
import type { Chromium, View } from './chromium.ts';

export interface HostedTab {
  readonly page: Page;
  /** The names of what the tab has asked of Teams, in order. */
  asked(): Promise<readonly string[]>;
  /** What the browser complained about: refused scripts, frames and styles among it. */
  readonly complaints: readonly string[];
  /** Teams gets another theme while the tab is open. */
  wear(theme: string): Promise<void>;
  /** The words in the tab. */
  text(): Promise<string>;
}

export interface HostOptions {
  /** Where the tab really is. */
  readonly origin: string;
  /** The host name the tab goes by. */
  readonly tabHost: string;
  /** A page that shows the tab in a frame; Teams on the web unless told. */
  readonly hostUrl?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  /** What Teams says its language is. */
  readonly locale?: string;
  /** Undefined: Teams gives none. */
  readonly token: () => Promise<string | undefined>;
  /** Teams can go to another page of the app. */
  readonly navigates?: boolean;
  readonly view?: View;
}

const hostPage = readFileSync(new URL('teams-host.html', import.meta.url), 'utf8');

/** The tab in a frame of a page that speaks to it as Teams does, under the names both have in the world. */
export async function openInTeams(chromium: Chromium, options: HostOptions): Promise<HostedTab> {
  const { origin, tabHost, hostUrl = 'https://teams.microsoft.com/v2/', theme = 'default', locale = 'en-us' } = options;
  const page = await chromium.open(options.view);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('giveToken', options.token);
  await page.route(`https://${tabHost}/**`, (route) => passOn(route, origin));
  const said = { theme, locale, navigates: options.navigates ?? true, src: `https://${tabHost}/tab` };
  const body = hostPage.replace('"{{said}}"', JSON.stringify(said));
  await page.route(hostUrl, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(hostUrl);
  return {
    page,
    complaints,
    asked: () => page.evaluate<string[]>('window.asked'),
    async wear(name) {
      await page.evaluate(`window.tell('themeChange', [${JSON.stringify(name)}])`);
    },
    text: () => seenIn(page.frameLocator('iframe')),
  };
}

/** The tab's own server answers, whatever name the browser knows it by. */
export async function passOn(route: Route, origin: string): Promise<void> {
  const url = new URL(route.request().url());
  const response = await route.fetch({ url: `${origin}${url.pathname}${url.search}` });
  await route.fulfill({ response });
}

/** The words somebody can see of the tab. */
export function seenIn(place: Page | FrameLocator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: text that is hidden does not count
  return place.locator('main:not([hidden])').innerText();
}
