import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teller } from '../../bot/texts/tell.ts';
import { type CardName, verbs } from '../../dialogs/verbs.ts';
import { everyCard } from '../cards/every-card.ts';

/** The names of cards in `everyCard`, as far as they differ from those in the table. */
const cards: readonly (readonly [RegExp, CardName])[] = [
  [/^(home)/, 'home'],
  [/^prove/, 'show-it-is-you'],
  [/^(code|cover of a code|window of a code)/, 'code'],
  [/^app, code of it/, 'app-code'],
  [/^questions, asked again/, 'answers'],
  [/^wrong value/, 'wrong-value'],
  [/^confirm, due/, 'due'],
  [/^confirm/, 'prefilled'],
  [/^my data/, 'my-data'],
  [/^register there/, 'register-there'],
  [/^(registered|more) there/, 'registered'],
  [/^not (written|taken out)/, 'not-synced'],
  [/^which change/, 'which-change'],
  [/^why, asked(?!-)/, 'ask-why'],
  [/^(why|beside|sign-in page)/, 'answer'],
  [/^caller check/, 'caller'],
  [/^contact, review/, 'review'],
];

const ofSupport = /^(bring back|support),/;
const all = Object.entries(
  everyCard(teller('en', 'UTC'), {
    contact: { name: 'IT', address: 'it@example.com' },
    number: '+46701234567',
    address: 'kim@example.com',
    note: 'x',
  }),
);

interface Pressed {
  readonly card: CardName;
  readonly verb: string;
  readonly named: boolean;
}

/** What each button of a card sends; each stands there a second time for older clients. */
function buttonsIn(card: CardName, part: unknown): readonly Pressed[] {
  if (Array.isArray(part)) return part.flatMap((one) => buttonsIn(card, one));
  if (typeof part !== 'object' || part === null) return [];
  const { data = {}, ...rest } = part as { data?: Record<string, unknown> };
  const { verb, from, challenge } = data;
  const own = typeof verb === 'string' ? [{ card, verb, named: (from ?? challenge) !== undefined }] : [];
  return [...own, ...Object.values(rest).flatMap((one) => buttonsIn(card, one))];
}

const buttons = all
  .filter(([name]) => !ofSupport.test(name))
  .flatMap(([name, card]) => {
    const [first = ''] = name.split(/[, ]/);
    return buttonsIn(cards.find(([pattern]) => pattern.test(name))?.[1] ?? (first as CardName), card);
  });
const rules = new Map(Object.entries(verbs));

test('each button stands in the table of verbs with each of its cards', () => {
  assert.ok(buttons.length > 100);
  for (const { card, verb } of buttons) assert.ok(card in (rules.get(verb)?.on ?? {}), `${verb} on ${card}`);
});

test('an old card counts while its screen waits where its button names it, and on home', () => {
  for (const { card, verb, named } of buttons) {
    const old = rules.get(verb)?.on[card];
    if (old === 'works' || card === 'home') continue;
    assert.equal(old, named ? 'while-shown' : 'nothing', `${verb} on ${card}`);
  }
});

test('a verb that something other than its screen deals with does the same on all its cards', () => {
  for (const [verb, { on, press }] of rules) {
    if (press) assert.equal(new Set(Object.values(on)).size, 1, verb);
  }
});
