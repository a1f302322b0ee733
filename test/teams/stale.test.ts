import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startBot } from '../support/bot.ts';
import { lastingFiles } from '../support/records.ts';
import {
  again,
  filledIn,
  headings,
  inGoodTime,
  type ScreenName,
  type Somebody,
  screenNames,
  screenOf,
  somebodyAt,
  turnedClock,
} from '../support/screens.ts';
import { actionsOf, type SeenCard, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const at = (screen: ScreenName) => somebodyAt(screen, running, clock);

function cardNow({ chat }: Somebody, id: string): string {
  return wordsOf(chat.cards().find((card) => card.id === id)?.content);
}

/** Cards that wait for an answer; that of a request for help stands beside the conversation. */
function open({ chat }: Somebody): readonly string[] {
  // What has no verb opens a page.
  const waits = (verb: string) => verb && verb !== 'show' && !verb.startsWith('ticket-');
  return chat.cards().flatMap(({ id, content }) => (actionsOf(content).some(({ verb }) => waits(verb)) ? [id] : []));
}

for (const screen of screenNames) {
  test(`a card of the screen "${screen}" that was left says so when it is clicked, and can fetch the present one`, async () => {
    const one = await at(screen);
    const old: SeenCard = one.chat.latest();
    const typed = await filledIn(one, running);
    await one.chat.type('status');
    if (screen === 'home') await one.chat.click('start');
    const present = one.chat.latest();
    assert.notEqual(present.id, old.id);
    assert.deepEqual(open(one), [present.id]);
    const files = await lastingFiles(running.folder);
    const said = one.chat.texts().length;
    for (const { verb, data } of actionsOf(old.content)) {
      const { status } = await one.chat.click(verb, { ...data, ...typed }, old);
      assert.equal(status, 200);
      assert.match(cardNow(one, old.id), /That card is old/, `after ${verb}`);
      assert.deepEqual(open(one), [present.id], `${verb} moved the open card`);
    }
    assert.equal(one.chat.texts().length, said, 'an old card was answered in words');
    assert.deepEqual(await lastingFiles(running.folder), files, 'an old card changed a record');

    const stale = one.chat.cards().find(({ id }) => id === old.id);
    await one.chat.click('show', {}, stale);
    assert.deepEqual(open(one), [old.id], 'the card shown here is the only open one');
    assert.equal(cardNow(one, old.id), wordsOf(present.content));
  });
}

test('a restart in the middle of any screen is not noticed', async () => {
  const waiting = new Map<ScreenName, Somebody>();
  for (const screen of inGoodTime) waiting.set(screen, await at(screen));
  running = await running.restart();
  for (const [screen, before] of waiting) {
    const one = again(running, before);
    await one.chat.type('hello');
    // A greeting is no answer to "what do you mean?" and goes to the screen below.
    const expected = screen === 'what is meant' ? 'home' : screen;
    assert.equal(
      headings[expected].test(wordsOf(one.chat.latest().content)),
      true,
      `${screen} became ${screenOf(one)}`,
    );
    const primary = actionsOf(one.chat.latest().content).find(({ verb }) => verb);
    assert.ok(primary);
    const { status } = await one.chat.click(primary.verb, {
      ...primary.data,
      ...(await filledIn(one, running, clock())),
    });
    assert.equal(status, 200);
    // What is to be kept is sent, and can still be printed.
    const went = screen === 'keep for the day' ? /^It is on its way to/u : headings[expected];
    const shown = went.test(wordsOf(one.chat.latest().content));
    assert.equal(shown, screen === 'keep for the day', `${screen} does not go on`);
    assert.equal(one.chat.texts().length, 0, `${screen}: a restart is talked about`);
  }
});

test('a click on the card that was open during a restart goes on in place', async () => {
  const one = await at('code of a phone');
  const card = one.chat.latest();
  running = await running.restart();
  const chat = again(running, one).chat;
  const activity = { ...one.chat.press('code', await filledIn(one, running), card), serviceUrl: running.connector.url };
  const { body } = await chat.deliver(activity);
  assert.match(wordsOf((body as { value: unknown }).value), /phone is confirmed/);
});

test('a chat left for a day says that its code has run out, and goes on', async () => {
  const one = await at('code of a phone');
  clock.turn(24 * 3_600_000);
  await one.chat.type('hi');
  assert.match(wordsOf(one.chat.latest().content), /code from last time has expired/);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  assert.match(wordsOf(one.chat.latest().content), /That code has expired/);
  await one.chat.click('resend');
  assert.match(wordsOf(one.chat.latest().content), /Only the newest code works/);
});
