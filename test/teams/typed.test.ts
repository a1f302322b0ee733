import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startBot } from '../support/bot.ts';
import { share } from '../support/figure.ts';
import { personIn } from '../support/records.ts';
import {
  headings,
  roads,
  type ScreenName,
  type Somebody,
  screenNames,
  screenOf,
  somebody,
  turnedClock,
} from '../support/screens.ts';
import { seedOfRun } from '../support/seeded.ts';
import { wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

async function at(screen: ScreenName): Promise<Somebody> {
  const one = somebody(running);
  await roads[screen](one, running, clock);
  assert.equal(same(one, screen), true, `the road to ${screen} leads to ${screenOf(one)}`);
  return one;
}

/** The question what was meant lies over the screen that could not read it. */
const under = (screen: ScreenName): ScreenName => (screen === 'what is meant' ? 'home' : screen);

function same(one: Somebody, screen: ScreenName): boolean {
  return headings[screen].test(wordsOf(one.chat.latest().content));
}

async function typing(one: Somebody, activity: object): Promise<string> {
  const before = one.chat.texts().length;
  const { status } = await one.chat.deliver(one.chat.envelope({ type: 'message', ...activity }));
  assert.equal(status, 200);
  return one.chat.texts().slice(before).join('\n');
}

/** What can be typed anywhere and leads back to the same screen, with what is said about it. */
const asides: readonly (readonly [what: string, activity: object, says: RegExp])[] = [
  ['a call for help', { text: 'help' }, /I help you.*\n.*IT support/],
  ['a question', { text: 'who can see my number?' }, /Only you and your administrators/],
  ['thanks', { text: 'thanks!' }, /You are welcome/],
  ['another language', { text: 'auf Deutsch bitte' }, /Sorry, I only know/],
  ['Swedish', { text: 'på svenska' }, /jag på svenska/],
  ['English again', { text: 'in english' }, /in English/],
  ['a greeting', { text: 'hi' }, /^$/],
  ['a password', { text: 'Sommar-2026!x' }, /may be a password/],
  ['a password with an @', { text: 'P@ssw0rd!2026' }, /may be a password/],
  ['a password in a sentence', { text: 'my password is Sommar2026' }, /may be a password/],
];

/** What nobody understands: it is asked about, or a step says what it waits for. */
const nonsense: readonly (readonly [what: string, activity: object])[] = [
  ['an emoji', { text: '👍🏽' }],
  ['nothing', { text: '' }],
  ['no text at all', {}],
  ['words', { text: 'colourless green ideas' }],
  ['10 kB', { text: 'ab '.repeat(3_400) }],
];

/** Where any words are an answer. */
const takeWords: readonly ScreenName[] = ['a wrong value', 'what did you see', 'ask a person'];

/** Where answers are typed into the card alone: it says so of whatever else is typed that may be one. */
const takeNone: readonly ScreenName[] = ['questions', 'answers to questions'];
const inCard = /^I take no answers from the chat/mu;

/** Where nothing is waited for: it is asked what was meant. */
const asksBack: readonly ScreenName[] = [
  ...(['home', 'keep for the day', 'my data', 'why it failed', 'beside a reset', 'would it work'] as const),
  ...(['what is sent', 'what is meant', 'is it you who calls', 'what did you see', 'ask a person'] as const),
];
const waits = /^I did not quite follow that/mu;

/** And what may be an answer to some screens; it must not break any. */
const doubtful: readonly string[] = [
  '1'.repeat(10_000),
  `${'"\u0001'.repeat(5_000)}@`,
  '\\'.repeat(9_000).concat(' 123 "'),
];

/** Words that stand before what is wanted, in more than one language: a pattern that tries them anew each time never ends. */
const endless: readonly string[] = [`${'well so um '.repeat(900)}x`, `${'so,well,men,'.repeat(800)}x`];

// An everyday run says some of it on each screen; `FIGURES_FILE=FILE` says all.
const seed = seedOfRun();
const some = <T>(all: readonly T[], at: number) => share(all, 4, seed + at);

for (const [number, screen] of screenNames.entries()) {
  test(`on the screen "${screen}", words beside the point get an answer and lead back to it`, async () => {
    const one = await at(screen);
    for (const [what, activity, says] of some(asides, number)) {
      const onCard = takeNone.includes(screen) && what.includes('password');
      assert.match(await typing(one, activity), onCard ? /^$/ : says, what);
      if (onCard) assert.match(wordsOf(one.chat.latest().content), inCard, what);
      assert.ok(same(one, under(screen)), `${what} led to ${screenOf(one)}`);
      assert.doesNotMatch(JSON.stringify(one.chat.cards()), /Sommar|2026!|P@ss/, `${what} stands on a card`);
      if (what === 'Swedish') await typing(one, { text: 'in english' });
    }
    for (const [what, activity] of some(nonsense.slice(0, takeWords.includes(screen) ? 3 : undefined), number)) {
      assert.equal(await typing(one, activity), '', what);
      if (takeNone.includes(screen)) {
        assert.match(wordsOf(one.chat.latest().content), inCard, what);
        continue;
      }
      const asked = asksBack.includes(screen);
      assert.ok(same(one, asked ? 'what is meant' : screen), `${what} led to ${screenOf(one)}`);
      if (!asked) assert.match(wordsOf(one.chat.cards().at(-2)?.content), waits, what);
      if (screen === 'what is meant') continue;
      assert.match(await typing(one, { text: 'thanks!' }), /You are welcome/);
      assert.ok(same(one, screen), `${what} and thanks led to ${screenOf(one)}`);
    }
    for (const text of takeWords.includes(screen) ? [] : some(doubtful, number)) {
      assert.doesNotMatch(await typing(one, { text }), /Something went wrong/);
      assert.ok(same(one, screen) || same(one, 'what is meant'), `${text.slice(0, 10)}… led to ${screenOf(one)}`);
    }
    for (const text of some(endless, number)) assert.doesNotMatch(await typing(one, { text }), /Something went wrong/);
  });
}

/** Where words lead from each screen. */
const ways: Readonly<Record<ScreenName, { readonly back: ScreenName }>> = {
  home: { back: 'home' },
  choose: { back: 'home' },
  phone: { back: 'choose' },
  email: { back: 'choose' },
  'code of a phone': { back: 'phone' },
  'code of a mailbox': { back: 'email' },
  'show it is you': { back: 'home' },
  'code to show it is you': { back: 'show it is you' },
  finish: { back: 'home' },
  'keep for the day': { back: 'home' },
  'what was filled in': { back: 'choose' },
  'what is due': { back: 'home' },
  'office phone': { back: 'choose' },
  'a wrong value': { back: 'choose' },
  manage: { back: 'home' },
  'one method': { back: 'manage' },
  remove: { back: 'manage' },
  'my data': { back: 'home' },
  'which change': { back: 'home' },
  erase: { back: 'home' },
  app: { back: 'choose' },
  'what did you see': { back: 'home' },
  'why it failed': { back: 'home' },
  'beside a reset': { back: 'home' },
  'would it work': { back: 'home' },
  'what is meant': { back: 'home' },
  'ask a person': { back: 'home' },
  'what is sent': { back: 'ask a person' },
  'code of an app': { back: 'show it is you' },
  questions: { back: 'choose' },
  'answers to questions': { back: 'show it is you' },
  'is it you who calls': { back: 'home' },
  "Microsoft's page": { back: 'home' },
};

for (const [number, screen] of screenNames.entries()) {
  test(`from the screen "${screen}", typed words lead back and home`, async () => {
    const words: readonly (readonly [text: string, to: ScreenName])[] = [
      ['back', ways[screen].back],
      ['cancel', 'home'],
      ['skip', ways[screen].back],
      ['status', 'home'],
      ['tillbaka', ways[screen].back],
    ];
    for (const [text, expected] of some(words, number)) {
      const one = await at(screen);
      const said = await typing(one, { text });
      assert.ok(same(one, expected), `${text} led to ${screenOf(one)}`);
      assert.ok(expected === 'home' || said === '', `${text}: ${said}`);
      const { challenge } = await personIn(running.records, one.employee);
      if (text === 'cancel' || text === 'status') assert.equal(challenge, null, `${text} leaves a code alive`);
    }
  });
}

test('back, again and again, ends at home and says so', async () => {
  const one = await at('code of a phone');
  for (const expected of ['phone', 'choose', 'home'] as const) {
    await one.chat.type('back');
    assert.ok(same(one, expected), `back led to ${screenOf(one)}`);
  }
  assert.match(await typing(one, { text: 'back' }), /no way back/);
});

test('a whole registration can be typed', async () => {
  const one = somebody(running);
  await one.chat.type('hej there');
  for (const [text, expected] of [
    ['get started', 'choose'],
    ['text me', 'phone'],
    [`call me on ${one.typedNumber}`, 'code of a phone'],
  ] as const) {
    await one.chat.type(text);
    assert.ok(same(one, expected), `${text} led to ${screenOf(one)}`);
  }
  assert.match(await running.caught.code(one.number), /^\d{6}$/);
  assert.equal(running.caught.messages.at(-1)?.channel, 'call');

  await one.chat.type('text me');
  assert.match(wordsOf(one.chat.latest().content), /I have just sent a code/);
  clock.turn(31_000);
  await one.chat.type('send it again please');
  await until('a second code', () => sent(one).length === 2);
  clock.turn(31_000);
  await one.chat.type('text me instead');
  await until('a third code', () => sent(one).length === 3);
  assert.deepEqual(sent(one), ['call', 'call', 'text']);

  await one.chat.type('12345');
  assert.match(wordsOf(one.chat.latest().content), /A code has 6 digits/);
  await one.chat.type(`my code is ${await running.caught.code(one.number)}`);
  assert.ok(same(one, 'choose'));
  await one.chat.type('email');
  await one.chat.type('kim at example');
  assert.ok(same(one, 'email'), 'words without an address are no address');
  await one.chat.type('kim@');
  assert.match(wordsOf(one.chat.latest().content), /I cannot read that/);
  await one.chat.type(`use ${one.address}, please.`);
  assert.ok(same(one, 'code of a mailbox'));
  await one.chat.type(await running.caught.code(one.address));
  assert.ok(same(one, 'finish'));
  await one.chat.type('klart');
  assert.ok(same(one, 'home'));
});

function sent(one: Somebody): readonly string[] {
  return running.caught.messages.filter(({ to }) => to === one.number).map(({ channel }) => channel);
}

test('a code where none is awaited is not taken for one', async () => {
  const one = await at('choose');
  assert.match(await typing(one, { text: '123456' }), /not waiting for a code/);
});
