import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import type { Conversation, JsonValue } from '../../bot/domain/conversation.ts';
import { minute } from '../../bot/domain/time.ts';
import { dialogVersion } from '../../dialogs/conversation.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { again, headings, roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, sentenceIn, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

/** Somebody in the middle of things, whose chat record is then put in another state. */
async function inTheMiddle(change: (chat: Conversation) => Conversation, moved = false) {
  const one = somebody(running);
  await roads['code of a phone'](one, running, clock);
  const card = one.chat.latest();
  // The card moves down when something has to be said beside it.
  if (moved) await one.chat.type('thanks');
  await running.records.update('conversation', one.chat.conversation, (record) => ({
    record: record && change(record),
    outcome: undefined,
  }));
  return { ...one, card };
}

function openCards({ chat }: Somebody): number {
  return chat.cards().filter(({ content }) => actionsOf(content).length > 0).length;
}

/** A stack as an earlier version might have left it: screens of other names, steps that are gone. */
const formerStack: JsonValue = {
  dialogStack: [
    { id: 'root', state: { options: {}, stepIndex: 4, values: { instanceId: '6f1c' } } },
    { id: 'phone-dialog', state: { options: { retry: 1 }, stepIndex: 9, values: {} } },
    { id: 'text-prompt', state: { options: { prompt: 'Your number?' }, state: {} } },
  ],
};

/** Longer than a newer program is waited for. */
const upgrading = 11 * minute;

/** As a newer program has left it. */
function newer(chat: Conversation): Conversation {
  return { ...chat, version: dialogVersion + 1, dialog: formerStack };
}

for (const [what, change] of [
  ['of an earlier version', (chat: Conversation) => ({ ...chat, version: dialogVersion - 1, dialog: formerStack })],
  [
    'of a later version that is not there any more',
    (chat: Conversation) => newer({ ...chat, at: chat.at - upgrading }),
  ],
  ['that is no stack', (chat: Conversation) => ({ ...chat, dialog: { stack: 'x' } })],
  ['that is a number', (chat: Conversation) => ({ ...chat, dialog: 7 })],
] as const) {
  test(`a chat with a dialog ${what} starts over politely, and what was registered stays`, async () => {
    for (const way of ['typed', 'clicked', 'clicked on an old card'] as const) {
      const one = await inTheMiddle(change, way === 'clicked on an old card');
      const { sends } = await personIn(running.records, one.employee);
      const { status } = way === 'typed' ? await one.chat.type('123456') : await one.chat.click('resend', {}, one.card);
      assert.equal(status, 200);
      assert.match(one.chat.texts().join('\n'), /I have been updated, so let us start from the first page/);
      assert.match(wordsOf(one.chat.latest().content), headings.home);
      assert.equal(openCards(one), 1);
      assert.deepEqual((await personIn(running.records, one.employee)).sends, sends, 'a code was sent');
      await one.chat.click('start');
      assert.match(wordsOf(one.chat.latest().content), headings.choose);
      assert.equal(one.chat.texts().filter((text) => text.includes('updated')).length, 1, 'it is said once');
    }
  });
}

test('a chat that a newer program has just written is left to it, and the person is asked for a moment', async () => {
  const one = await inTheMiddle(newer);
  const before = await running.records.read('conversation', one.chat.conversation);
  await one.chat.type('123456');
  assert.match(one.chat.texts().at(-1) ?? '', /^One moment: I am being updated/);
  const { status, body } = await one.chat.click('resend', {}, one.card);
  assert.equal(status, 200);
  assert.match(sentenceIn(body), /^One moment: I am being updated/);
  assert.deepEqual(await running.records.read('conversation', one.chat.conversation), before);
  assert.equal((await personIn(running.records, one.employee)).sends.length, 1, 'no code was asked for');
  clock.turn(upgrading);
  await one.chat.type('hi');
  assert.match(wordsOf(one.chat.latest().content), headings.home);
});

test('a card that a newer program has put down is drawn again by it, once it is there', async () => {
  const one = await inTheMiddle((chat) => chat);
  const { conversation } = one.chat;
  const own = await running.records.read('conversation', conversation);
  assert.ok(own);
  const put = (record: Conversation) =>
    running.records.update('conversation', conversation, () => ({ record, outcome: undefined }));
  await put(newer(own));
  const refresh = { kind: 'refresh', id: 'r', due: clock(), dies: null, tries: [] } as const;
  await running.records.update('person', personId(one.employee), (person) => ({
    record: person && { ...person, letters: [...person.letters, refresh] },
    outcome: undefined,
  }));
  const waiting = async () => (await personIn(running.records, one.employee)).letters.find(({ id }) => id === 'r');
  await until('it was tried', async () => (await waiting())?.tries.at(-1)?.result === 'chat');
  await put(own);
  clock.turn(minute);
  await until('it is drawn', async () => (await waiting()) === undefined);
});

test('a dialog that cannot be gone on from costs one calm sentence, then the chat starts over', async () => {
  const one = await inTheMiddle((chat) => ({ ...chat, dialog: formerStack }));
  await one.chat.type('123456');
  assert.match(one.chat.texts().at(-1) ?? '', /Something went wrong on my side.*Reference: [0-9A-F]{8}/);
  await one.chat.type('hi');
  assert.match(wordsOf(one.chat.latest().content), headings.home);
});

test('a chat whose record is damaged on disk starts anew, and what was registered stays', async () => {
  const one = somebody(running);
  await roads.choose(one, running, clock);
  await running.bot.stop();
  const chats = join(running.folder, 'records', 'conversation');
  for (const name of await readdir(chats, { recursive: true })) {
    if (name.endsWith('.json')) await writeFile(join(chats, name), '{"half":');
  }
  running = await startBot({ clock, folder: running.folder, connector: running.connector, caught: running.caught });
  const later = again(running, one);
  for (const text of ['hi', 'start']) {
    assert.equal((await later.chat.type(text)).status, 200);
    assert.doesNotMatch(later.chat.texts().join(), /Something went wrong/);
  }
  assert.match(wordsOf(later.chat.latest().content), headings.choose);
});

test('a person whose record is damaged gets a calm sentence, and nobody else notices', async () => {
  const one = somebody(running);
  const other = somebody(running);
  await roads['code of a phone'](one, running, clock);
  await running.bot.stop();
  const people = join(running.folder, 'records', 'person');
  for (const name of await readdir(people, { recursive: true })) {
    if (name.endsWith('.json')) await writeFile(join(people, name), '{"half":');
  }
  running = await startBot({ clock, folder: running.folder, connector: running.connector, caught: running.caught });
  const later = again(running, one);
  const { status } = await later.chat.type('status');
  assert.equal(status, 200);
  assert.match(later.chat.texts().at(-1) ?? '', /Something went wrong on my side/);
  const fresh = again(running, other);
  await fresh.chat.install();
  assert.match(wordsOf(fresh.chat.latest().content), headings.home);
});
