import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import { model } from '../../bot/understanding/model.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import type { Connector, Refusal } from '../support/connector.ts';
import { handTime } from '../support/hand-time.ts';
import { headings, type ScreenName, somebody, somebodyAt, turnedClock } from '../support/screens.ts';
import { calm, sentenceIn, wordsOf } from '../support/teams-client.ts';
import { inTheEnd, until } from '../support/until.ts';

const clock = turnedClock();
/** By which turns end. */
const time = handTime();
let running: RunningBot;
/** What befalls single people and chats; all others are served well. */
const askedFor = new Map<string, () => Promise<DirectoryEntry>>();
const sentTo = new Map<string, Connector['fail']>();

before(async () => {
  const entry = async ({ objectId }: { objectId: string }) => askedFor.get(objectId)?.() ?? anybody;
  running = await startBot({ clock, directory: { entry }, alarm: time.alarm });
  running.connector.fail = (posted) => sentTo.get(posted.conversation)?.(posted);
});
after(() => running.stop());

// Learning to understand takes a second, once for a process.
before(() => void model());

const never = new Promise<never>(() => undefined);
/** How long a turn may take, and how much of it the directory gets, ms. */
const [turnTime, directoryTime] = [4_500, 3_000];

const at = (screen: ScreenName) => somebodyAt(screen, running, clock);

test('a directory that throws is a calm sentence, and the chat goes on where it was', async () => {
  for (const reason of [new Fault('directory-unavailable', 'down'), new TypeError('fetch failed')]) {
    const one = await at('choose');
    askedFor.set(one.objectId, () => Promise.reject(reason));
    const clicked = await one.chat.click('take');
    assert.equal(clicked.status, 200);
    assert.match(sentenceIn(clicked.body), calm);
    assert.equal((await one.chat.type('help')).status, 200);
    assert.match(one.chat.texts().at(-1) ?? '', calm);
    askedFor.delete(one.objectId);
    await one.chat.click('take');
    assert.match(wordsOf(one.chat.latest().content), headings.phone);
  }
});

suite('a turn ends within five seconds, with 200', () => {
  const hung = Promise.withResolvers<Refusal>();
  after(() => hung.resolve({ status: 403 }));

  test('when the directory hangs', async () => {
    const [one, other] = [await at('choose'), await at('choose')];
    const asked = new Set<string>();
    for (const { objectId } of [one, other]) {
      askedFor.set(objectId, () => {
        asked.add(objectId);
        return never;
      });
    }
    const answers = Promise.all([one.chat.click('take'), other.chat.type('hi')]);
    await until('the directory is asked for both', () => asked.size === 2);
    time.turn(directoryTime);
    const [click, text] = await inTheEnd('both turns have ended', answers);
    assert.deepEqual([click.status, text.status], [200, 200]);
    assert.match(sentenceIn(click.body), calm);
    assert.match(other.chat.texts().at(-1) ?? '', calm);
    askedFor.delete(one.objectId);
    await one.chat.click('take');
    assert.match(wordsOf(one.chat.latest().content), headings.phone);
  });

  for (const [what, fail] of [
    ['hangs', () => hung.promise],
    ['refuses for good', () => ({ status: 403 })],
    ['does not know the chat', () => ({ status: 404 })],
    ['fails', () => ({ status: 500 })],
    ['is out of order', () => ({ status: 502 })],
    ['is busy', () => ({ status: 429 })],
    ['is busy and asks for more time than there is', () => ({ status: 429, headers: { 'retry-after': '5' } })],
    ['is at odds with itself', () => ({ status: 412 })],
  ] as const) {
    test(`when the connector ${what}; and what was done is kept`, async () => {
      const one = await at('home');
      let asked = false;
      sentTo.set(one.chat.conversation, () => {
        asked = true;
        return fail();
      });
      const answer = one.chat.type('start');
      await until('the connector is asked', () => asked);
      time.turn(turnTime);
      assert.equal((await inTheEnd('the turn has ended', answer)).status, 200);
      sentTo.delete(one.chat.conversation);
      // The SDK may go on sending what was given up: then an old card comes in between.
      const shown = (heading: RegExp) => one.chat.cards().some(({ content }) => heading.test(wordsOf(content)));
      await one.chat.type('hi');
      assert.ok(shown(headings.choose));
      await one.chat.type('phone');
      assert.ok(shown(headings.phone));
    });
  }

  test('and not before: what comes in time is waited for', async () => {
    const one = await at('home');
    const late = Promise.withResolvers<undefined>();
    let asked = false;
    sentTo.set(one.chat.conversation, () => {
      asked = true;
      return late.promise;
    });
    const answer = one.chat.type('thanks');
    await until('the connector is asked', () => asked);
    time.turn(turnTime - 1);
    late.resolve(undefined);
    await inTheEnd('the turn has ended', answer);
    assert.deepEqual(one.chat.texts(), ['You are welcome.']);
  });
});

test('a connector that is busy for a moment is tried again, and nothing is said twice', async () => {
  for (const status of [429, 412, 503]) {
    const one = await at('home');
    let refusals = 1;
    sentTo.set(one.chat.conversation, () => {
      refusals -= 1;
      return refusals >= 0 ? { status } : undefined;
    });
    await one.chat.type('thanks');
    assert.deepEqual(one.chat.texts(), ['You are welcome.'], `after ${status}`);
  }
});

test('a group whose messages are refused is no fault of the turn', async () => {
  const one = somebody(running);
  sentTo.set('19:group', () => ({ status: 403 }));
  const conversation = {
    id: '19:group',
    conversationType: 'groupChat',
    isGroup: true,
    tenantId: one.employee.tenantId,
  };
  const { status } = await one.chat.deliver(one.chat.envelope({ type: 'message', text: 'hi', conversation }));
  assert.equal(status, 200);
});

test('a card that cannot be changed any more is followed by a new one', async () => {
  const one = await at('choose');
  const old = one.chat.latest();
  sentTo.set(one.chat.conversation, ({ kind }) => (kind === 'updated' ? { status: 404 } : undefined));
  await one.chat.submit('take', { method: 'authentication-email' });
  assert.notEqual(one.chat.latest().id, old.id);
  assert.match(wordsOf(one.chat.latest().content), headings.email);
  await one.chat.type(one.address);
  assert.match(wordsOf(one.chat.latest().content), headings['code of a mailbox']);
});

test('a card that arrived although the connector denied it can be used', async () => {
  const one = await at('home');
  sentTo.set(one.chat.conversation, () => ({ status: 409, arrives: true }));
  await one.chat.type('start');
  sentTo.delete(one.chat.conversation);
  const card = one.chat.cards().find(({ content }) => headings.choose.test(wordsOf(content)));
  assert.ok(card, 'the card has arrived');
  await one.chat.click('later', {}, card);
  const after = one.chat.cards().find(({ id }) => id === card.id);
  assert.match(wordsOf(after?.content), headings.home);
});
