import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startBot } from '../support/bot.ts';
import { headings, type ScreenName, type Somebody, screenOf, somebodyAt, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const at = (screen: ScreenName, locale = 'en-GB') => somebodyAt(screen, running, clock, { locale });

/** The words of all that is new in the chat. */
async function said({ chat }: Somebody, text: string): Promise<string> {
  const before = new Set(chat.cards().map(({ id }) => id));
  const spoken = chat.texts().length;
  await chat.type(text);
  const cards = chat.cards().filter(({ id }) => !before.has(id));
  return [...chat.texts().slice(spoken), ...cards.map(({ content }) => wordsOf(content))].join('\n');
}

/** Sentences that fit no step and no flow, as people say them on their way. */
const beside = {
  'en-GB': ['the one with the blue cover', 'it went all purple', 'that confuses the parrot'],
  'sv-SE': ['den med blått omslag', 'allt blev lila', 'papegojan blir förvirrad'],
} as const;

const waiting: Partial<Record<ScreenName, RegExp>> = {
  choose: /Pick a method here|Välj en metod här/u,
  phone: /Write a number that you can answer|Skriv ett nummer där du kan svara/u,
  email: /Write an address that you can open|Skriv en adress som du kommer åt/u,
  'code of a phone': /waiting for the 6 digits|väntar på de 6 siffrorna/u,
  app: /Scan the picture with your app|Skanna bilden med appen/u,
  'code of an app': /Open your app|Öppna appen/u,
  'show it is you': /first make sure that it is you|Först vill jag veta/u,
  remove: /only takes away the one method|tar bara bort den här metoden/u,
  erase: /Your work account stays|Ditt jobbkonto finns kvar/u,
};

for (const locale of ['en-GB', 'sv-SE'] as const) {
  for (const screen of Object.keys(waiting) as ScreenName[]) {
    test(`what is not understood on "${screen}" loses nobody the step, ${locale}`, async () => {
      const one = await at(screen, locale);
      let hints = 0;
      for (const text of beside[locale]) {
        const words = await said(one, text);
        assert.ok(headings[screen].test(wordsOf(one.chat.latest().content)), `${text}: ${words}`);
        if (waiting[screen]?.test(words)) hints += 1;
      }
      assert.ok(hints > 0, 'the step has never said what it waits for');
    });
  }
}

test('what may have been meant instead stands below it, and a person always', async () => {
  const one = await at('phone');
  await said(one, 'colourless green ideas');
  const buttons = actionsOf(one.chat.cards().at(-2)?.content ?? {}).map(({ title }) => title);
  assert.match(buttons.join('\n'), /Contact IT support/u);
  await said(one, 'that confuses the parrot');
  assert.match(wordsOf(one.chat.latest().content), /type: a person/u, 'the second time in a row');
});

test('who agrees to an answer goes where its button leads', async () => {
  const one = await at('home');
  await said(one, 'I lost my phone yesterday');
  await said(one, 'yes please');
  assert.equal(screenOf(one), 'choose');
});

test('an answer is remembered for one message', async () => {
  const one = await at('home');
  await said(one, 'I lost my phone yesterday');
  await said(one, 'who can see my number?');
  assert.doesNotMatch(await said(one, 'why did my reset fail?'), /That is all I know/u);
  const other = await at('home');
  await said(other, 'I lost my phone yesterday');
  await said(other, '👍🏽');
  assert.ok(headings['what is meant'].test(wordsOf(other.chat.latest().content)));
  await said(other, 'yes please');
  assert.notEqual(screenOf(other), 'manage');
});

test('a yes to what was just explained removes and deletes nothing', async () => {
  for (const screen of ['remove', 'erase'] as const) {
    const one = await at(screen);
    await said(one, 'what is an authenticator app?');
    assert.doesNotMatch(await said(one, 'yes'), /I have removed|is deleted/u);
    assert.ok(headings[screen].test(wordsOf(one.chat.latest().content)), screen);
    assert.match(await said(one, 'yes'), /I have removed|is deleted|None of your methods counts/u);
  }
});

test('what was typed into the card stays there while something else is asked', async () => {
  const one = await at('phone');
  await said(one, '070 12');
  assert.match(JSON.stringify(one.chat.latest().content), /070 12/u);
  await said(one, 'that confuses the parrot');
  assert.match(JSON.stringify(one.chat.latest().content), /070 12/u);
  const words = await said(one, 'why?');
  assert.equal(words.match(/type: a person/gu)?.length ?? 0, 0, 'the reason alone');
  assert.match(JSON.stringify(one.chat.latest().content), /070 12/u);
});

test('who says that the phone is lost where a code would go to it is sent none', async () => {
  const one = await at('show it is you');
  const before = running.caught.messages.length;
  await said(one, 'I have lost my phone');
  await said(one, 'I have a new phone number');
  assert.equal(running.caught.messages.length, before);
});

test('a question about an answer that has no more to it is told so, and by whom more is known', async () => {
  const one = await at('home');
  await said(one, 'what is an authenticator app?');
  assert.match(await said(one, 'and who paints those in purple then?'), /That is all I know about it\. IT support/u);
  assert.equal(screenOf(one), 'home');
  // The answer is not remembered any longer than that.
  await said(one, 'hi');
  assert.doesNotMatch(await said(one, 'and who paints those in purple then?'), /That is all I know/u);
});

test('an app that was explained is taken by "one of those"', async () => {
  const one = await at('choose');
  await said(one, 'what is an authenticator app?');
  await said(one, "ok then I'll take one of those");
  assert.equal(screenOf(one), 'app');
});

test('why a value was refused is said again, and the next one is taken', async () => {
  const one = await at('email');
  assert.match(await said(one, 'alva@example.org'), /need your work password/u);
  assert.match(await said(one, "why not?? that's my mail"), /need your work password/u);
  assert.equal(screenOf(one), 'email');
  await said(one, 'robin@example.net then');
  assert.match(await running.caught.code('robin@example.net'), /^\d{6}$/u);
});

test('a code counts although a person is spoken of beside it', async () => {
  const one = await at('code of a phone');
  const words = await said(one, `${await running.caught.code(one.number)} and if this fails I am calling the helpdesk`);
  assert.match(words, /Your phone is confirmed/u);
});
