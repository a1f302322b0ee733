import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Store } from '../../bot/domain/ports/store.ts';
import { model } from '../../bot/understanding/model.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { handTime } from '../support/hand-time.ts';
import { personIn } from '../support/records.ts';
import { again, headings, type Somebody, somebodyAt, turnedClock } from '../support/screens.ts';
import { calm, sentenceIn, wordsOf } from '../support/teams-client.ts';
import { inTheEnd, until } from '../support/until.ts';

/** How long a turn waits for the records, ms. */
const recordsTime = 4_000;

const clock = turnedClock();
/** By which turns end. */
const time = handTime();
let running: RunningBot;

/** What a turn asks of the records, in order; undefined: no turn is looked at. */
let acts: string[] | undefined;
/** Which of them is not answered until it is let go, and whether it is done all the same. */
let hanging: { readonly at: number; readonly done: boolean; hangs: boolean; readonly goOn: Promise<void> } | undefined;

/** Stands for an act of a turn: done at once, not done yet, or done and not answered yet. */
async function through<T>(name: string, act: () => Promise<T>): Promise<T> {
  const mine = acts?.push(name);
  if (!hanging || mine !== hanging.at) return act();
  const { done, goOn } = hanging;
  const first = done ? await act() : undefined;
  hanging.hangs = true;
  await goOn;
  return done ? (first as T) : act();
}

/** Between the bot and its records. The outbox finds nothing while a turn is looked at: what it does is not the turn's. */
const around = (store: Store): Store => ({
  ...store,
  claim: async (...words) => (acts ? [] : store.claim(...words)),
  read: (kind, id) => through(`read ${kind}`, () => store.read(kind, id)),
  update: (kind, id, step) => through(`write ${kind}`, () => store.update(kind, id, step)),
  async lock(key, patience, work) {
    if (!key.startsWith('chat/')) return store.lock(key, patience, work);
    await through('lock', async () => undefined);
    const done = await store.lock(key, patience, work);
    await through('free', async () => undefined);
    return done;
  },
});

before(async () => {
  model();
  running = await startBot({ clock, alarm: time.alarm, around });
  // What is read once and kept for a while has been read.
  await whole('clicked');
});
after(() => running.stop());

/** From the screen for a number, a code is asked for: by a click, which its answer waits for, or by a message. */
const ways = {
  clicked: (one: Somebody) => one.chat.click('phone', { number: one.typedNumber, country: 'SE', channel: 'text' }),
  typed: (one: Somebody) => one.chat.type(one.typedNumber),
};
type Way = keyof typeof ways;

const said = (one: Somebody, way: Way, body: unknown) =>
  way === 'clicked' ? sentenceIn(body) : (one.chat.texts().at(-1) ?? '');

const asksForCode = ({ chat }: Somebody) => headings['code of a phone'].test(wordsOf(chat.latest().content));
const codesSent = ({ number }: Somebody) => running.caught.messages.filter(({ to }) => to === number).length;

/** A turn in which everything is answered at once. @returns what it asked of the records */
async function whole(way: Way): Promise<readonly string[]> {
  const one = await somebodyAt('phone', running, clock);
  acts = [];
  await ways[way](one);
  await until('the chat is free', () => acts?.includes('free') === true);
  const asked = acts;
  acts = undefined;
  return asked;
}

/** A turn of which one act hangs. */
async function begun(way: Way, at: number, done: boolean) {
  const one = await somebodyAt('phone', running, clock);
  const held = Promise.withResolvers<void>();
  const hang = { at, done, hangs: false, goOn: held.promise };
  [acts, hanging] = [[], hang];
  const answer = ways[way](one);
  await until('it hangs', () => hang.hangs);
  const goOn = () => {
    [acts, hanging] = [undefined, undefined];
    held.resolve();
  };
  return { one, answer, goOn };
}

suite('whichever act on the records hangs in a turn, people read so in time, and nothing is lost or done twice', () => {
  for (const way of ['clicked', 'typed'] as const) {
    for (const done of [false, true]) {
      test(`${way}, ${done ? 'it is done and not answered' : 'it is not done'}`, async () => {
        const asked = await whole(way);
        // From here on it is decided: what comes after the answer keeps nobody.
        const decided = asked.indexOf('write conversation');
        assert.ok(decided > 5, `${asked}`);
        for (const [position, name] of asked.entries()) {
          const { one, answer, goOn } = await begun(way, position + 1, done);
          const late = position <= decided;
          if (late) time.turn(recordsTime);
          const { status, body } = await inTheEnd(`the turn has ended although ${name} hangs`, answer);
          assert.equal(status, 200);
          if (late) assert.match(said(one, way, body), calm, name);
          else assert.ok(asksForCode(one), name);
          goOn();
          for (let tries = 0; !asksForCode(one); tries += 1) {
            assert.ok(tries < 3, `the chat goes on after ${name}`);
            await one.chat.type(one.typedNumber);
          }
          const code = await running.caught.code(one.number);
          assert.equal(codesSent(one), 1, `one code, whatever became of ${name}`);
          await one.chat.click('code', { code });
          const { methods } = await personIn(running.records, one.employee);
          assert.deepEqual(Object.keys(methods), ['authentication-phone'], name);
        }
      });
    }
  }
});

test('nothing is decided any more when somebody has read that it did not work', async () => {
  const asked = await whole('clicked');
  const { one, answer, goOn } = await begun('clicked', asked.indexOf('write person') + 1, false);
  time.turn(recordsTime);
  assert.match(sentenceIn((await answer).body), calm);
  goOn();
  // A turn in the same chat begins when the one before is over.
  await one.chat.type('thanks');
  assert.equal((await personIn(running.records, one.employee)).challenge, null);
  assert.equal(codesSent(one), 0);
});

test('what comes in time is waited for', async () => {
  const asked = await whole('typed');
  const { one, answer, goOn } = await begun('typed', asked.indexOf('write person') + 1, false);
  time.turn(recordsTime - 1);
  goOn();
  await inTheEnd('the turn has ended', answer);
  assert.ok(asksForCode(one));
});

test('a bot that stops first does what its last turns have left', async () => {
  const asked = await whole('typed');
  const { one, answer, goOn } = await begun('typed', asked.lastIndexOf('write conversation') + 1, false);
  await inTheEnd('the turn is answered', answer);
  const restarted = running.restart();
  goOn();
  running = await inTheEnd('it has stopped, and another is there', restarted);
  // The card that was not noted yet is the one that counts.
  await again(running, one).chat.click('code', { code: await running.caught.code(one.number) });
  const { methods } = await personIn(running.records, one.employee);
  assert.deepEqual(Object.keys(methods), ['authentication-phone']);
});
