import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { languageOf } from '../../bot/texts/languages.ts';
import { type Tell, teller } from '../../bot/texts/tell.ts';
import { type Device, devices, pictureBoth, resize } from './album.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import type { Chromium } from './chromium.ts';
import { startPlayground } from './playground.ts';
import { openPlayground, type PlaygroundPage } from './playground-page.ts';
import { card } from './playground-parts.ts';
import { until } from './until.ts';

/** Robin at a desk or a phone, in a chat with the real bot. */
export interface Scene extends Stage {
  readonly bot: BotProcess;
}

/** The same in front of a bot that is known by its address alone. */
export interface Stage {
  readonly person: PlaygroundPage;
  /** In the language of the chat. */
  readonly tell: Tell;
  /** Waits until the newest card says all of this. */
  shows(...words: (string | RegExp)[]): Promise<void>;
  /** Waits until an older card has become this line. */
  became(line: string): Promise<void>;
  /** Fails if something that was typed stands in any card, in words or in an input. */
  keepsFromCards(...typed: string[]): Promise<void>;
  /** Leaves pictures of the newest card. */
  picture(name: string): Promise<void>;
}

export interface SceneOptions {
  /** "en-US" unless told. */
  readonly locale?: string;
  /** A desktop unless told. */
  readonly device?: Device;
  /** What stands in the policy file, if there is to be one. */
  readonly policy?: object;
}

/** Both languages and both devices, each once: where a walk can be gone. */
export const walks = [
  ['en-US', 'desktop'],
  ['sv-SE', 'phone'],
] as const satisfies readonly (readonly [locale: string, device: Device])[];

const config = readFileSync(new URL('../../.m365agentsplayground.yml', import.meta.url), 'utf8');

/** Everything there is when somebody sees the bot for the first time; gone after the test. */
export async function openScene(t: TestContext, chromium: Chromium, how: SceneOptions): Promise<Scene> {
  let bot: BotProcess | undefined;
  const stage = await openStage(t, chromium, how, async (port) => {
    bot = await startBotProcess(how.policy, { PLAYGROUND_PORT: `${port}` });
    t.after(() => bot?.clear());
    return bot.url;
  });
  assert.ok(bot);
  return { ...stage, bot };
}

/** @param start brings the bot up, and tells its address. As in local mode, the Playground's channel is the support channel. */
export async function openStage(
  t: TestContext,
  chromium: Chromium,
  { locale = 'en-US', device = 'desktop' }: SceneOptions,
  start: (playgroundPort: number) => Promise<string>,
): Promise<Stage> {
  const port = await freePort();
  const url = await start(port);
  const playground = await startPlayground({ endpoint: `${url}/api/messages`, config, locale, port });
  t.after(() => playground.stop());
  // A page that is narrow from the start may show its log panel or not, as chance will have it.
  const person = await openPlayground(chromium, playground, { ...devices.desktop, locale });
  await resize(person.page, devices[device]);
  t.after(() => person.page.close());
  const language = languageOf(locale) ?? 'en';

  const cards = async () =>
    (await person.page.locator(card).allInnerTexts()).map((text) => text.trim().replaceAll('\u00a0', ' '));
  const become = (what: string, holds: (cards: readonly string[]) => boolean) =>
    until(
      async () => `${what}. There are:\n${(await cards()).join('\n---\n')}`,
      async () => holds(await cards()),
    );

  return {
    person,
    tell: teller(language, 'Europe/Stockholm'),
    async shows(...words) {
      for (const one of words) await become(`the newest card says "${one}"`, (all) => says(all.at(-1) ?? '', one));
    },
    became: (line) => become(`a card has become "${line}"`, (all) => all.slice(0, -1).includes(line)),
    async keepsFromCards(...typed) {
      const inputs = await person.page.locator(card).locator('input, textarea').all();
      const filled = await Promise.all(inputs.map((input) => input.inputValue()));
      const shown = [...(await cards()), ...filled].join('\n');
      for (const one of typed) assert.ok(!shown.includes(one), `"${one}" still stands in a card:\n${shown}`);
    },
    picture: (name) => pictureBoth(person, language, name),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const says = (text: string, sought: string | RegExp) =>
  typeof sought === 'string' ? text.includes(sought) : sought.test(text);
