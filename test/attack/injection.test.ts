import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { share } from '../support/figure.ts';
import { roads, type ScreenName, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { seedOfRun } from '../support/seeded.ts';
import { checkCard } from './card-words.ts';
import { dressedWords, hostileWords } from './hostile-words.ts';

const clock = turnedClock();
let entry: DirectoryEntry = anybody;
let running: RunningBot;
before(async () => {
  running = await startBot({ clock, directory: { entry: async () => entry } });
});
after(() => running.stop());

let posts = 0;

/** Looks at everything the bot has sent since the last look. */
function checkPosts(given: string): void {
  for (const { activity } of running.connector.posted.slice(posts)) {
    if (activity.text !== undefined) assert.equal(activity.textFormat, 'plain');
    assert.deepEqual((activity as { entities?: unknown }).entities ?? [], [], 'an entity may mention somebody');
    for (const { content } of activity.attachments ?? []) checkCard(content, given);
    assert.doesNotMatch(activity.text ?? '', /Something went wrong/, JSON.stringify(given.slice(0, 80)));
  }
  posts = running.connector.posted.length;
}

async function deliver(one: Somebody, activity: Record<string, unknown>, given: string): Promise<void> {
  const { status, body } = await one.chat.deliver(activity);
  assert.equal(status, 200, JSON.stringify(given.slice(0, 80)));
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  if (type?.endsWith('card.adaptive')) checkCard(value, given);
  else assert.doesNotMatch(String(value), /Something went wrong/, JSON.stringify(given.slice(0, 80)));
  checkPosts(given);
}

function around(word: string): object {
  const short = word.slice(0, 60);
  return {
    locale: short,
    localTimezone: short,
    entities: [{ type: 'clientInfo', locale: short, country: short, timezone: short }],
    textFormat: 'markdown',
  };
}

/** Where words can be put: screen, verb and inputs, and which of the dressed words might pass there. */
const inputs: readonly (readonly [ScreenName, verb: string, names: readonly string[], fitting: RegExp])[] = [
  ['phone', 'phone', ['number', 'country'], /^070/],
  ['email', 'email', ['address'], /@/],
  ['code of a phone', 'code', ['code'], /^$/],
];

test(`${dressedWords.length} hostile words, typed and put into every input, are shown as they are or not at all`, async (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const home = somebody(running);
  await roads.home(home, running, clock);
  checkPosts('');
  for (const word of share(dressedWords, 3, seed)) {
    await deliver(home, home.chat.envelope({ type: 'message', text: word, ...around(word) }), word);
  }
  for (const [screen, verb, names, fitting] of inputs) {
    const one = somebody(running);
    await roads[screen](one, running, clock);
    const words = dressedWords.filter((one) => hostileWords.includes(one) || fitting.test(one));
    for (const word of share(words, 3, seed)) {
      // A number or address that can be reached leads to the next screen, and back again.
      if (!openFor(one, verb)) await one.chat.type('back');
      const typed = Object.fromEntries(names.map((name) => [name, word]));
      await deliver(one, { ...one.chat.press(verb, typed), ...around(word) }, word);
    }
    for (const word of hostileWords.filter((_, at) => at % 3 === 0)) {
      if (!openFor(one, verb)) await one.chat.type('back');
      await deliver(one, one.chat.envelope({ type: 'message', text: word, ...around(word) }), word);
    }
  }
});

function openFor({ chat }: Somebody, verb: string): boolean {
  return JSON.stringify(chat.latest().content).includes(`"verb":"${verb}"`);
}

test('hostile names in the directory and in the policy are shown as they are or not at all', async () => {
  const screens: readonly ScreenName[] = ['home', 'phone', 'finish'];
  const people = new Map<ScreenName, Somebody>();
  for (const screen of screens) {
    const one = somebody(running);
    await roads[screen](one, running, clock);
    people.set(screen, one);
  }
  checkPosts('');
  for (const word of hostileWords) {
    entry = { ...anybody, displayName: word, signInName: word, mailboxes: [word], country: word, language: word };
    const contact = { name: word.slice(0, 80), address: word.slice(0, 200) };
    await running.records.update('policy', 'policy', (policy) => ({
      record: policy && { ...policy, contact },
      outcome: undefined,
    }));
    clock.turn(6_000);
    for (const one of people.values()) {
      await deliver(one, one.chat.envelope({ type: 'message', text: 'help' }), word);
      assert.ok(one.chat.texts().at(-1)?.includes(contact.name.slice(0, 4)), 'the contact is named');
    }
  }
  entry = anybody;
});

test('a message that goes out has one line of subject and one address, whatever was typed as one', async () => {
  const one = somebody(running);
  await roads.email(one, running, clock);
  const before = running.caught.messages.length;
  const reached: string[] = [];
  for (const word of hostileWords) {
    for (const address of [word, `${word}@example.com`, `"${word}"@example.com`]) {
      if (!openFor(one, 'email')) await one.chat.type('back');
      await one.chat.click('email', { address });
      if (!openFor(one, 'email')) reached.push(address);
    }
  }
  for (const { to, subject = '' } of running.caught.messages.slice(before)) {
    assert.match(to, /^[^\s<>,;:"()[\]\\]+@[a-z0-9.-]+$/i);
    assert.match(subject, /^\d{6} is your code$/);
  }
  assert.ok(reached.length > 0, 'no word makes an address, so nothing was tried');
});
