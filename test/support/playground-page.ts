import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import type { Chromium, View } from './chromium.ts';
import type { Playground } from './playground.ts';
import * as parts from './playground-parts.ts';
import { until } from './until.ts';

/** What a person does and sees in the Playground. What doesn't come fails in the end, and tells what is there instead. */
export interface PlaygroundPage {
  /** For what is not foreseen here. */
  readonly page: Page;
  /** Types into the box of the chat and sends it. In a group chat or channel the bot isn't told: that takes a mention. */
  say(text: string): Promise<void>;
  /** Waits until the newest card is headed so. */
  card(heading: string | RegExp): Promise<void>;
  /** Waits until the bot's newest message that is no card says this. */
  reply(text: string | RegExp): Promise<void>;
  /** Waits until the line below the newest card says this: the answer to a press that left the card as it was. */
  note(text: string | RegExp): Promise<void>;
  /** Presses a button or link of the newest card, or of the newest one headed `inCard`. */
  press(title: string, inCard?: string): Promise<void>;
  /** Writes into an input of the newest card, replacing what was there. */
  fill(label: string, text: string): Promise<void>;
  /** Picks a choice of the newest card; for several choices, once for each. */
  choose(label: string, choice: string): Promise<void>;
  /** Does something and waits until the newest card says something else in the same place; fails if a card was added. */
  changesInPlace(act: () => Promise<void>): Promise<void>;
  /** How many cards the chat shows. */
  cards(): Promise<number>;
  /** All that was said, from top to bottom: the oldest first, but in a channel the newest post. */
  chat(): Promise<parts.Said[]>;
  /** Goes to another chat: "Personal Chat", the group chat's name or the channel's. The bot is installed on first sight. */
  goTo(chat: string): Promise<void>;
  /** The newest card alone, whole, as a PNG. */
  pictureOfCard(file: string): Promise<void>;
  /** The window as it is, as a PNG. */
  picture(file: string): Promise<void>;
}

const still = { animations: 'disabled', caret: 'hide' } as const;

/**
 * Opens the Playground as a person with a browser of their own, on a phone when the view is narrower than 500. This
 * installs the bot. A reload, or another page, begins with an empty chat and installs it again.
 */
export async function openPlayground(chromium: Chromium, place: Playground, view: View = {}): Promise<PlaygroundPage> {
  const page = await chromium.open(view);
  await page.goto(place.url);
  await page.getByTitle('Toggle Log Panel').click();
  if ((view.width ?? 1200) < 500) await page.addStyleTag({ content: parts.phoneStyle });

  let newestFirst = false;
  const newest = (selector: string) => {
    const all = page.locator(selector);
    return newestFirst ? all.first() : all.last();
  };
  const cards = page.locator(parts.card);
  const newestCard = () => newest(parts.card);
  const headed = (heading: string) => {
    const those = cards.filter({ has: page.getByRole('heading', { name: heading }) });
    return newestFirst ? those.first() : those.last();
  };
  const chat = async () => Promise.all((await page.locator(parts.message).all()).map(parts.read));
  const comes = (what: string, condition: () => Promise<boolean>) =>
    until(async () => `the ${what} is there. There is:\n${inspect(await chat())}`, condition);
  const wait = (part: () => Locator, sought: string | RegExp, what: string) =>
    comes(`${what} "${sought}"`, async () => (await part().count()) > 0 && says(await parts.wording(part()), sought));
  const asks = (label: string) =>
    comes(`input "${label}"`, async () => (await parts.field(newestCard(), label).count()) > 0);

  return {
    page,
    async say(text) {
      const before = await parts.own(page).count();
      await page.locator(parts.box).first().click();
      await page.keyboard.insertText(text);
      if (newestFirst) await page.getByRole('button', { name: 'Post', exact: true }).click();
      else await page.keyboard.press('Enter');
      await comes(`message "${text}"`, async () => (await parts.own(page).count()) > before);
    },
    card: (heading) => wait(() => newestCard().getByRole('heading').first(), heading, 'card headed'),
    reply: (text) => wait(() => parts.words(parts.replies(page).last()), text, 'reply'),
    note: (text) => wait(() => newest(parts.note), text, 'note'),
    async press(title, inCard) {
      const where = inCard === undefined ? newestCard() : headed(inCard);
      const named = { name: title, exact: true };
      const button = where.getByRole('button', named).or(where.getByRole('link', named));
      await comes(`button "${title}"`, async () => (await button.count()) > 0);
      await button.click();
    },
    async fill(label, text) {
      await asks(label);
      await parts.field(newestCard(), label).locator('input, textarea').fill(text);
    },
    async choose(label, choice) {
      await asks(label);
      await parts.choose(newestCard(), label, choice);
    },
    async changesInPlace(act) {
      const [count, text] = [await cards.count(), await parts.wording(newestCard())];
      await act();
      await comes('change of the card', async () => (await parts.wording(newestCard())) !== text);
      if ((await cards.count()) !== count) throw new Error('A card was added instead of one changed in place.');
    },
    cards: () => cards.count(),
    chat,
    async goTo(name) {
      const entry = page.getByRole('treeitem', { name: new RegExp(`(^|- )${name}$`) });
      // The list of chats lies outside the window until a button is pressed, and then over the chat.
      await entry.dispatchEvent('click');
      // React needs a moment; a chat that is shown already makes no difference to wait for.
      await delay(200);
      newestFirst = (await page.getByText('Start a new post').count()) > 0;
    },
    async pictureOfCard(file) {
      const [size, frame] = [page.viewportSize(), await newestCard().boundingBox()];
      // The chat scrolls within the window and would cut a higher card off.
      if (size && frame) await page.setViewportSize({ width: size.width, height: Math.ceil(frame.height) + 500 });
      await newestCard().screenshot({ path: file, ...still });
      if (size) await page.setViewportSize(size);
    },
    async picture(file) {
      await page.screenshot({ path: file, ...still });
    },
  };
}

const says = (text: string, sought: string | RegExp) =>
  typeof sought === 'string' ? text.includes(sought) : sought.test(text);
