import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { lastingFiles, personIn } from '../support/records.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, sentenceIn, wordsOf } from '../support/teams-client.ts';

const entries = new Map<string, DirectoryEntry | undefined>();
let running: RunningBot;
before(async () => {
  const directory = {
    entry: async ({ objectId }: { objectId: string }) => (entries.has(objectId) ? entries.get(objectId) : anybody),
  };
  running = await startBot({ directory });
});
after(() => running.stop());

const people: readonly (readonly [who: string, entry: DirectoryEntry | undefined, says: RegExp])[] = [
  ['a guest', { ...anybody, account: 'guest' }, /You are a guest here/],
  ['somebody whose account is disabled', { ...anybody, account: 'disabled' }, /switched off/],
  ['somebody the directory does not know', undefined, /could not find you in the directory/],
];

for (const [who, entry, says] of people) {
  test(`${who} gets a calm sentence and nothing else, typed and clicked`, async () => {
    const one = somebody(running);
    await roads['code of a phone'](one, running, turnedClock());
    const files = await lastingFiles(running.folder);
    entries.set(one.objectId, entry);
    const cards = JSON.stringify(one.chat.cards());
    await one.chat.type('123456');
    assert.match(one.chat.texts().at(-1) ?? '', says);
    const { status, body } = await one.chat.click('code', { code: await running.caught.code(one.number) });
    assert.equal(status, 200);
    assert.match(sentenceIn(body), says);
    assert.equal((await one.chat.install()).status, 200);
    assert.equal(JSON.stringify(one.chat.cards()), cards, 'a card was shown or changed');
    assert.deepEqual(await lastingFiles(running.folder), files);

    entries.delete(one.objectId);
    await one.chat.click('code', { code: await running.caught.code(one.number) });
    assert.match(
      wordsOf(one.chat.latest().content),
      /phone is confirmed/,
      'let in again, the chat goes on where it was',
    );
  });
}

const places: readonly (readonly [where: string, conversation: (one: Somebody) => object])[] = [
  ['a group chat', (one) => ({ ...chatOf(one), conversationType: 'groupChat', isGroup: true })],
  ['a group chat that only says it is a group', (one) => ({ ...chatOf(one), isGroup: true })],
  ['a channel', (one) => ({ ...chatOf(one), conversationType: 'channel', isGroup: true })],
  ['a kind of chat that is yet to be invented', (one) => ({ ...chatOf(one), conversationType: 'meeting' })],
];

function chatOf({ chat }: Somebody) {
  return chat.envelope({}).conversation as Record<string, unknown>;
}

for (const [where, conversation] of places) {
  test(`in ${where} nothing personal is said, and the way to the personal chat is shown`, async () => {
    const one = somebody(running);
    await roads.finish(one, running, turnedClock());
    const posts = running.connector.posted.length;
    const here = { conversation: conversation(one) };
    for (const text of ['status', 'who can see my number?', one.number, one.address, 'help']) {
      const { status } = await one.chat.deliver(one.chat.envelope({ type: 'message', text, ...here }));
      assert.equal(status, 200);
    }
    const said = running.connector.posted.slice(posts);
    assert.equal(said.length, 5);
    for (const { kind, activity } of said) {
      assert.equal(kind, 'sent');
      assert.match(activity.text ?? '', /in private.*open a chat with me alone/);
      assert.equal(activity.attachments, undefined);
    }
    for (const { verb } of actionsOf(one.chat.latest().content)) {
      const { status, body } = await one.chat.deliver({ ...one.chat.press(verb), ...here });
      assert.equal(status, 200);
      assert.match(sentenceIn(body), /in private/);
    }
    await one.chat.deliver(one.chat.envelope({ type: 'installationUpdate', action: 'add', ...here }));
    assert.equal(running.connector.posted.length, posts + 5, 'a click or an arrival was answered in public');
  });
}

const nobody: readonly (readonly [who: string, more: (one: Somebody) => object])[] = [
  ['no object id', () => ({ from: { id: '29:somebody', name: 'Somebody' } })],
  ['an empty object id', () => ({ from: { id: '29:somebody', name: 'Somebody', aadObjectId: '' } })],
  ['no tenant', (one) => ({ conversation: { ...chatOf(one), tenantId: undefined }, channelData: {} })],
];

for (const [what, more] of nobody) {
  test(`somebody with ${what} is told that they can't be seen, and nothing is kept`, async () => {
    const one = somebody(running);
    const files = await lastingFiles(running.folder);
    for (const text of ['hi', 'start', 'phone', one.number]) {
      const { status } = await one.chat.deliver(one.chat.envelope({ type: 'message', text, ...more(one) }));
      assert.equal(status, 200);
      assert.match(one.chat.texts().at(-1) ?? '', /cannot see who you are/);
    }
    assert.deepEqual(one.chat.cards(), []);
    assert.deepEqual(await lastingFiles(running.folder), files);
  });
}

test('a tenant named in the channel data only, in capitals, is the same tenant', async () => {
  const one = somebody(running);
  const { tenantId, ...conversation } = chatOf(one);
  const here = { conversation, channelData: { tenant: { id: String(tenantId).toUpperCase() } } };
  const write = (text: string) => one.chat.deliver(one.chat.envelope({ type: 'message', text, ...here }));
  for (const text of ['start', 'start', 'phone', one.number]) await write(text);
  await write(await running.caught.code(one.number));
  const record = await personIn(running.records, one.employee);
  assert.equal(record.methods['authentication-phone']?.address, one.number);
  assert.deepEqual(record.employee, one.employee);
});

const silent: readonly object[] = [
  { type: 'typing' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm1' },
  { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: 'm1' },
  { type: 'messageUpdate', text: 'start', channelData: { eventType: 'editMessage' } },
  { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
  { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
  { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] },
  { type: 'conversationUpdate', channelData: { eventType: 'teamRenamed' } },
  { type: 'installationUpdate', action: 'remove' },
  { type: 'installationUpdate' },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
  { type: 'event', name: 'continueConversation' },
  { type: 'endOfConversation' },
  { type: 'handoff' },
  { type: 'command', name: 'anything' },
  { type: 'contactRelationUpdate', action: 'add' },
  { type: 'trace', name: 'anything' },
  { type: 'Message', text: 'start' },
  { type: 'made-up' },
  ...[
    'task/fetch',
    'task/submit',
    'composeExtension/query',
    'signin/verifyState',
    'fileConsent/invoke',
    'made/up',
    '',
  ].map((name) => ({ type: 'invoke', name, value: { action: { verb: 'start', data: {} } } })),
  { type: 'invoke', value: { action: { verb: 'start' } } },
];

const misshapen: readonly unknown[] = [undefined, {}, [], 'start', { action: 'start' }, { action: ['start'] }];

test('what is neither typed nor clicked nor an arrival gets 200 and no words', async () => {
  const one = somebody(running);
  await one.chat.install();
  const posts = running.connector.posted.length;
  for (const activity of silent) {
    const { status, body } = await one.chat.deliver(one.chat.envelope(activity));
    assert.deepEqual({ status, body }, { status: 200, body: undefined }, JSON.stringify(activity));
  }
  for (const value of misshapen) {
    const { status } = await one.chat.deliver(
      one.chat.envelope({ type: 'invoke', name: 'adaptiveCard/action', value }),
    );
    assert.ok(status === 200 || status === 400, `${status} for a click with ${JSON.stringify(value)}`);
  }
  assert.equal(running.connector.posted.length, posts);
});
