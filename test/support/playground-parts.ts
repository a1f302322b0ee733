import type { Locator, Page } from 'playwright-core';

/*
 * Where things are on the Playground's page, learnt by looking at it: the one place to mend when a new version of it looks
 * different.
 */

/** One thing in the chat, as a person reads it: a card with its labels and buttons, too. */
export interface Said {
  readonly from: 'bot' | 'person';
  readonly kind: 'card' | 'text';
  readonly text: string;
}

/** Not the cards inside a card, which Action.ShowCard opens. */
export const card = '.ac-preview-panel > .ac-adaptiveCard';
/** A message in a chat, or a post in a channel; not the card that a new post is written in. */
export const message = `#root div:has(> [aria-label="Message header"]), .fui-Card:has([aria-label="Send Message"])`;
/** What the bot answered to the press of a button without changing the card; it stands below the card. */
export const note = '[aria-label="Display Invoked Message"]';
/** The box to type in; in a channel it begins a new post, and each post has one more for replies. */
export const box = '[data-lexical-editor]';

const fromBot = '.fui-Avatar__icon';

/** What the person at the page wrote. */
export const own = (page: Page) => page.locator(message).filter({ hasNot: page.locator(fromBot) });

/** The bot's messages that are no cards. */
export const replies = (page: Page) =>
  page.locator(message).filter({ has: page.locator(fromBot), hasNot: page.locator(card) });

export async function read(item: Locator): Promise<Said> {
  const shown = item.locator(card).first();
  const kind = (await shown.count()) > 0 ? 'card' : 'text';
  const from = (await item.locator(fromBot).count()) > 0 ? 'bot' : 'person';
  return { from, kind, text: await wording(kind === 'card' ? shown : words(item)) };
}

/** What a message says, without its head. */
export const words = (item: Locator) =>
  item.locator('.fai-OutputCard, :scope:not(:has(.fai-OutputCard)) > :nth-child(2)');

/** As a person reads it: line by line, and without what is hidden. */
export async function wording(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would run the lines of a card together.
  return (await part.innerText()).trim();
}

/** An input with all that belongs to it, by its label; the star of a required one is the page's. */
export function field(where: Locator, label: string): Locator {
  const exactly = new RegExp(
    `^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/gu, '\\s+')}(\\s*\\*)?\\s*$`,
  );
  const labels = where.locator('.ac-richTextBlock').filter({ hasText: exactly });
  return labels.locator('xpath=..').filter({ has: where.page().locator('.ac-input-container') });
}

/** Picks a choice, however the choices are shown. */
export async function choose(where: Locator, label: string, choice: string): Promise<void> {
  const input = field(where, label).locator('.ac-input-container');
  const list = input.getByRole('combobox');
  if ((await list.count()) === 0) return input.getByText(choice, { exact: true }).click();
  await list.click();
  await where.page().getByRole('option', { name: choice, exact: true }).click();
}

/** The Playground is never narrower than 600 pixels, and a card in it never narrower than 450. This undoes that. */
export const phoneStyle = `
  [role=toolbar], h1 { display: none !important }
  #root div:has(${box}), #root div:has(> [aria-label="Message header"]) {
    min-width: 0 !important; margin-left: 0 !important; margin-right: 0 !important;
  }
  #root div:has(> [role=img]):has(+ .fai-OutputCard) { display: none !important }
  .fai-OutputCard { padding: 0 !important; flex: 1 1 auto !important }
  div:has(> .ac-preview-panel) { width: 100% !important }
`;
