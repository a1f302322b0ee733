import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { asking, goodRows } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { share } from '../support/figure.ts';
import { lastingFiles } from '../support/records.ts';
import {
  filledIn,
  headings,
  inGoodTime,
  lineOf,
  roads,
  type ScreenName,
  type Somebody,
  screenNames,
  screenOf,
  somebody,
  somebodyAt,
  turnedClock,
} from '../support/screens.ts';
import { seedOfRun } from '../support/seeded.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const at = (screen: ScreenName) => somebodyAt(screen, running, clock);

const missing = Symbol('missing');
const wrong: readonly unknown[] = [missing, '', 'x', 'x'.repeat(10_000), null, 42, -1, true, [], ['x'], {}, { x: 'x' }];

/** What a form does not need: the profile's country and the first channel stand in. */
function harmless(key: string, value: unknown): boolean {
  if (key === 'said') return typeof value === 'string' && value !== '';
  return (key === 'country' && (value === missing || value === '')) || (key === 'channel' && value === missing);
}

/** What is no answer to "what do you mean?" goes to the screen below it, here the first one. */
function stays(one: Somebody, screen: ScreenName): boolean {
  const words = wordsOf(one.chat.latest().content);
  return headings[screen].test(words) || (screen === 'what is meant' && headings.home.test(words));
}

/** The data of a click with one part of it wrong. */
function broken(data: Readonly<Record<string, unknown>>, key: string, value: unknown): Record<string, unknown> {
  const { [key]: _right, ...rest } = data;
  return value === missing ? rest : { ...rest, [key]: value };
}

async function pressed({ chat }: Somebody, verb: unknown, data: unknown, cardId = chat.latest().id) {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: cardId };
  const { status, body } = await chat.deliver(chat.envelope(invoke));
  // What has not even the shape of a click is turned away at the door.
  const shaped = typeof verb === 'string' && verb.length < 1_000;
  assert.ok(
    status === 200 || (status === 400 && !shaped),
    `${status} for ${String(JSON.stringify(verb)).slice(0, 30)}`,
  );
  const shown = [wordsOf([(body as { value?: unknown } | undefined)?.value]), ...chat.texts()];
  assert.doesNotMatch(shown.join('\n'), /Something went wrong|Zod|TypeError|invalid_type|\[object|undefined|NaN/);
}

const seed = seedOfRun();

for (const [of, screen] of screenNames.entries()) {
  test(`on the screen "${screen}", a click with a part missing, of another type or too long changes nothing`, async (t) => {
    t.diagnostic(`SEED=${seed}`);
    const one = await at(screen);
    // From now on a right click on "send a new code" would send one.
    clock.turn(31_000);
    const files = await lastingFiles(running.folder);
    const typed = await filledIn(one, running);
    let tried = 0;
    for (const { verb, data } of actionsOf(one.chat.latest().content)) {
      const whole = { ...data, ...(verb in typedInto ? typed : {}) };
      for (const key of Object.keys(whole).filter((name) => name !== 'verb')) {
        const values = wrong.filter((one) => !harmless(key, one));
        for (const value of share(values, 6, seed + of + tried)) {
          await pressed(one, verb, broken(whole, key, value));
          tried += 1;
          const what = `${verb} with ${key}: ${String(JSON.stringify(value)).slice(0, 20)}`;
          assert.ok(stays(one, screen), `${what} led to ${screenOf(one)}`);
        }
      }
    }
    for (const data of [missing, null, 'x', 42, [], { action: {} }]) await pressed(one, 'made-up', data);
    for (const verb of [null, 42, '', [], {}, '__proto__', 'toString', 'x'.repeat(10_000)])
      await pressed(one, verb, {});
    assert.ok(stays(one, screen), `led to ${screenOf(one)}`);
    assert.deepEqual(await lastingFiles(running.folder), files);
    assert.ok(tried > 0 || withoutData.has(screen), 'no part was tried');
  });
}

/** Verbs whose cards have inputs. */
const typedInto = { phone: true, email: true, code: true, confirm: true, dispute: true, 'take-out': true };
/** Screens whose buttons say all by their verb. */
const withoutData: ReadonlySet<ScreenName> = new Set([
  'finish',
  'keep for the day',
  'remove',
  'my data',
  'which change',
  'erase',
  'would it work',
  "Microsoft's page",
]);

test('buttons of all other screens do nothing on a screen that does not have them', async (t) => {
  t.diagnostic(`SEED=${seed}`);
  const donors = new Map<ScreenName, Somebody>();
  for (const screen of inGoodTime) donors.set(screen, await at(screen));
  // The last turns the clock so far that reminders go out; their buttons work beside whatever screen there is.
  for (const [of, screen] of inGoodTime.toReversed().entries()) {
    const one = await at(screen);
    const own = new Set(actionsOf(one.chat.latest().content).map(({ verb }) => verb));
    clock.turn(31_000);
    const files = await lastingFiles(running.folder);
    // Another part of them for each screen.
    for (const [from, donor] of share([...donors], 30, seed + of)) {
      if (!stays(donor, from)) continue;
      const typed = await filledIn(donor, running);
      for (const { verb, data } of actionsOf(donor.chat.latest().content)) {
        if (!verb) continue; // It opens a page.
        const foreign = data.challenge !== undefined || data.from !== undefined || !own.has(verb);
        const alike = data.from !== undefined && headings[from].source === headings[screen].source;
        // Home starts for whoever clicks "add one more" on an old last page.
        const known =
          alike ||
          ((screen === 'home' || screen === 'what is meant') && verb === 'more') ||
          everywhere.has(verb) ||
          sameScreen(from, screen);
        if (!foreign || known) continue;
        await pressed(one, verb, { ...data, ...typed });
        assert.ok(stays(one, screen), `${verb} of ${from} led to ${screenOf(one)}`);
      }
    }
    assert.deepEqual(await lastingFiles(running.folder), files, screen);
  }
});

/** Cards of one screen of the dialogs; and what lies below the question what is meant. */
function sameScreen(from: ScreenName, screen: ScreenName): boolean {
  const answers: readonly ScreenName[] = ['why it failed', 'beside a reset'];
  return (answers.includes(from) && answers.includes(screen)) || (screen === 'what is meant' && from === 'home');
}

/** What every screen answers. */
const everywhere = new Set(['privacy', 'help', 'language', 'show']);

test('more than the form asks for changes nothing of what it does', async () => {
  const one = await at('phone');
  const victim = await at('code of a phone');
  const [{ data: foreign } = { data: {} }] = actionsOf(victim.chat.latest().content);
  const extra = {
    ...foreign,
    verb: 'phone',
    purpose: 'prove',
    method: 'authentication-email',
    objectId: victim.objectId,
    employee: victim.employee,
    language: 'sv',
    live: true,
    playing: victim.objectId,
  };
  await pressed(one, 'phone', { ...extra, number: one.typedNumber, country: 'SE', channel: 'call' });
  assert.match(wordsOf(one.chat.latest().content), lineOf('code.title'));
  assert.match(await running.caught.code(one.number), /^\d{6}$/);
  assert.equal(running.caught.messages.findLast(({ to }) => to === one.number)?.channel, 'call');
});

test('a click for an earlier code, or one that was never sent, sends nothing', async () => {
  const one = await at('code of a phone');
  const resend = actionsOf(one.chat.latest().content).find(({ verb }) => verb === 'resend');
  assert.ok(resend);
  clock.turn(31_000);
  await one.chat.click('resend');
  clock.turn(31_000);
  const messages = () => running.caught.messages.filter(({ to }) => to === one.number).length;
  await until('the second code is sent', () => messages() === 2);
  const files = await lastingFiles(running.folder);
  for (const send of [0, 1, 3, 4, 1_000_000, -2, Number.MAX_SAFE_INTEGER]) {
    await pressed(one, 'resend', { ...resend.data, send });
  }
  for (const channel of ['email', 'fax']) await pressed(one, 'resend', { ...resend.data, send: 2, channel });
  assert.deepEqual(await lastingFiles(running.folder), files);
  assert.equal(messages(), 2);
});

test('a part of the card of questions that is missing, of another type or too long keeps nothing', async () => {
  const asks = await startBot({ clock });
  try {
    await setPolicy(asks.records, { ...defaultPolicy, questions: asking }, 'test', 0);
    const one = somebody(asks);
    await roads.choose(one, asks, clock);
    await one.chat.click('take', { method: 'security-questions' });
    const title = /^Choose your questions$/mu;
    assert.match(wordsOf(one.chat.latest().content), title);
    const files = await lastingFiles(asks.folder);
    const whole = Object.fromEntries(
      goodRows.flatMap(({ question, answer }, at) => [
        [`question-${at + 1}`, question],
        [`answer-${at + 1}`, answer],
      ]),
    );
    for (const [of, key] of Object.keys(whole).entries()) {
      for (const value of share(wrong, 4, seed + of)) {
        await pressed(one, 'questions', broken(whole, key, value));
        assert.match(
          wordsOf(one.chat.latest().content),
          title,
          `${key}: ${String(JSON.stringify(value)).slice(0, 20)}`,
        );
      }
    }
    assert.deepEqual(await lastingFiles(asks.folder), files);
    await pressed(one, 'questions', whole);
    assert.doesNotMatch(wordsOf(one.chat.latest().content), title, 'the right parts are taken');
  } finally {
    await asks.stop();
  }
});
