import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import { model } from '../../bot/understanding/model.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import type { Connector, Refusal } from '../support/connector.ts';
import { headings, roads, type ScreenName, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { calm, sentenceIn, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
/** What befalls single people and chats; all others are served well. */
const askedFor = new Map<string, () => Promise<DirectoryEntry>>();
const sentTo = new Map<string, Connector['fail']>();

before(async () => {
  const entry = async ({ objectId }: { objectId: string }) => askedFor.get(objectId)?.() ?? anybody;
  running = await startBot({ clock, directory: { entry } });
  running.connector.fail = (posted) => sentTo.get(posted.conversation)?.(posted);
});
after(() => running.stop());

// Learning to understand takes a second, once for a process.
before(() => void model());

const never = new Promise<never>(() => undefined);

async function timed<T>(work: Promise<T>): Promise<{ took: number; result: T }> {
  const begun = performance.now();
  const result = await work;
  return { took: performance.now() - begun, result };
}

async function at(screen: ScreenName): Promise<Somebody> {
  const one = somebody(running);
  await roads[screen](one, running, clock);
  return one;
}

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

/** Faults that take their time: each in a chat of its own, all at once. */
suite('a turn ends within five seconds, with 200', { concurrency: true }, () => {
  const hung = Promise.withResolvers<Refusal>();
  after(() => hung.resolve({ status: 403 }));

  test('when the directory hangs', async () => {
    const [one, other] = [await at('choose'), await at('choose')];
    for (const { objectId } of [one, other]) askedFor.set(objectId, () => never);
    const [click, text] = await Promise.all([timed(one.chat.click('take')), timed(other.chat.type('hi'))]);
    assert.match(sentenceIn(click.result.body), calm);
    assert.match(other.chat.texts().at(-1) ?? '', calm);
    for (const { took, result } of [click, text]) {
      assert.equal(result.status, 200);
      assert.ok(took < 5_000, `the turn took ${took} ms`);
    }
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
      sentTo.set(one.chat.conversation, fail);
      const { took, result } = await timed(one.chat.type('start'));
      assert.equal(result.status, 200);
      assert.ok(took < 5_000, `the turn took ${took} ms`);
      sentTo.delete(one.chat.conversation);
      // The SDK may go on sending what was given up: then an old card comes in between.
      const shown = (heading: RegExp) => one.chat.cards().some(({ content }) => heading.test(wordsOf(content)));
      await one.chat.type('hi');
      assert.ok(shown(headings.choose));
      await one.chat.type('phone');
      assert.ok(shown(headings.phone));
    });
  }
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
