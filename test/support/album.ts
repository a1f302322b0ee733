import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { card, phoneStyle, wording } from './playground-parts.ts';

/** Where the pictures of a test run are left: not under version control. */
export const album = join(import.meta.dirname, '..', 'pictures');

/** Each picture takes as long as the walk to it, so an everyday run looks at the cards and takes none. */
const taking = process.env.PICTURES !== undefined || process.env.FIGURES_FILE !== undefined;

/** Leaves a picture where the run takes them. @param take given the file it is to make */
export async function pictured(name: string, take: (file: string) => Promise<unknown>): Promise<void> {
  if (!taking) return;
  mkdirSync(album, { recursive: true });
  const file = join(album, `${name}.png`);
  // On a busy machine Chromium now and then is "unable to capture screenshot", and able to a moment later.
  await take(file).catch((reason: unknown) => {
    if (!String(reason).includes('Unable to capture screenshot')) throw reason;
    return take(file);
  });
}

export const devices = { desktop: { width: 1200, height: 900 }, phone: { width: 360, height: 800 } } as const;
export type Device = keyof typeof devices;

/** The narrowest screen that cards have to fit on. */
const narrowest = { width: 320, height: 800 };

/**
 * Fails when something of the newest card lies outside it on the narrowest phone, or when it says something else than its
 * picture in the README; and pictures it as it looks on a desktop and on a phone, whichever of them the person sits at.
 */
export async function pictureBoth(person: PlaygroundPage, language: string, name: string): Promise<void> {
  const { page } = person;
  const own = page.viewportSize() ?? devices.desktop;
  // A button under the mouse looks pressed.
  await page.mouse.move(0, 0);
  await keepWords(page.locator(card).last(), language, name);
  for (const device of taking ? (['desktop', 'phone'] as const) : []) {
    await resize(page, devices[device]);
    await pictured(`${language}-${device}-${name}`, person.pictureOfCard);
  }
  await resize(page, narrowest);
  const outside = await page.evaluate<string[]>(`(${overflowing})(${JSON.stringify(card)})`);
  await resize(page, own);
  assert.deepEqual(outside, [], `on ${narrowest.width} pixels the card "${name}" (${language}) is cut off`);
}

/** Pictures that stand in the README, each with the words it shows; `npm run pictures` takes them anew. */
export const printed = join(import.meta.dirname, '..', '..', 'manifest', 'pictures');

/** The words of a picture, to be kept with it; fails when the same picture in the README shows other words. */
export async function keepWords(shown: Locator, language: string, name: string): Promise<void> {
  const words = lasting(await wording(shown));
  if (taking) {
    mkdirSync(album, { recursive: true });
    writeFileSync(join(album, `${language}-${name}.txt`), words);
  }
  const kept = language === 'en' && join(printed, `${name}.txt`);
  if (!kept || !existsSync(kept) || process.env.PICTURES === 'new') return;
  assert.equal(words, lasting(readFileSync(kept, 'utf8')), `the README's picture "${name}" is old: npm run pictures`);
}

/** Times, dates, ticket numbers and ages differ from run to run. */
function lasting(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(months, '#').replace(/\d+/gu, '#').trim();
}

const months = new RegExp(
  Array.from({ length: 12 }, (_, at) => new Date(2026, at).toLocaleString('en', { month: 'long' })).join('|'),
  'gu',
);

/** The inbox page with what has arrived, on both devices, light and dark. */
export async function pictureInbox(chromium: Chromium, botUrl: string, language: string): Promise<void> {
  if (!taking) return;
  const page = await chromium.open({ locale: language });
  await page.goto(`${botUrl}/local/inbox`);
  await page.locator('li').first().waitFor();
  for (const [device, size] of Object.entries(devices)) {
    await page.setViewportSize(size);
    for (const [colorScheme, name] of [['light', 'inbox'] as const, ['dark', 'inbox-dark'] as const]) {
      await page.emulateMedia({ colorScheme });
      await pictured(`${language}-${device}-${name}`, (path) => page.screenshot({ path }));
    }
  }
  await page.close();
}

/**
 * Gives the window of a person another size, on a phone when it is narrower than 500. The Playground itself opens its log
 * panel whenever the window gets wide, draws all cards anew with it and forgets what was typed into them; so this waits
 * until that has happened, and closes the panel.
 */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  const wasNarrow = (page.viewportSize()?.width ?? 1200) < 500;
  const narrow = size.width < 500;
  await page.setViewportSize(size);
  await page.evaluate(`(${styled})(${JSON.stringify({ css: phoneStyle, on: narrow })})`);
  if (!wasNarrow || narrow) return;
  const logPanel = page.getByText('Log Panel', { exact: true });
  await logPanel.waitFor();
  await page.getByTitle('Toggle Log Panel').click();
  await logPanel.waitFor({ state: 'detached' });
}

// These run in the page; the types of what is there are not among those of the tests.

/** Switches the style that makes the Playground fit a phone on or off. */
const styled = `({ css, on }) => {
  let style = [...document.querySelectorAll('style')].find((one) => one.textContent === css);
  style ??= document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css }));
  style.media = on ? 'all' : 'not all';
}`;

/** What of the newest card reaches over its right edge, or is wider than the place it has. */
const overflowing = `(selector) => {
  const card = [...document.querySelectorAll(selector)].at(-1);
  const edge = card.getBoundingClientRect().right + 1;
  const over = (one) => one.getBoundingClientRect().right > edge
    || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1);
  return [...card.querySelectorAll('*')].filter(over).map((one) => one.outerHTML.slice(0, 200));
}`;
