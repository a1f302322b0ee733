import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { anybody } from '../support/bot.ts';
import { amount, figure } from '../support/figure.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import type { SeenCard } from '../support/teams-client.ts';
import { type SupportScene, supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';
import { checkCard } from './card-words.ts';
import { dressedWords, hostileWords, mark } from './hostile-words.ts';

const clock = turnedClock();
let scene: SupportScene;
before(async () => {
  scene = await supportScene({ clock });
});
after(() => scene.stop());

const invoke = (verb: string, data: object, replyToId?: string) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { verb, data } },
  ...(replyToId !== undefined && { replyToId }),
});

/** The answer of a click holds people's words only where they are shown as they are. */
function checkAnswer(body: unknown, given: string): void {
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  if (type?.endsWith('card.adaptive')) checkCard(value, given);
  else assert.ok(!String(value ?? '').includes(mark) && !/Something went wrong/.test(String(value)), String(value));
}

let posts = 0;

/** Everything the bot has posted since the last look, in chats and in the channel. */
function checkPosts(given: string): void {
  for (const { activity } of scene.connector.posted.slice(posts)) {
    assert.ok(!(activity.text ?? '').includes(mark), 'a line below the card holds no words of people');
    assert.deepEqual((activity as { entities?: unknown }).entities ?? [], [], 'an entity may mention somebody');
    for (const { content } of activity.attachments ?? []) {
      checkCard(content, given);
      assert.ok(Buffer.byteLength(JSON.stringify(content)) < 28 * 1024, 'the card is too large for Teams');
    }
  }
  posts = scene.connector.posted.length;
}

/** One request, in which everything that anybody can say is this word. */
async function talkedIn(word: string): Promise<void> {
  const one: Somebody = somebody(scene.running);
  scene.running.entries.set(one.objectId, { ...anybody, displayName: word, signInName: word });
  await roads.home(one, scene.running, clock);
  posts = scene.connector.posted.length;
  const { records } = scene.running;
  const mine = async () => {
    const [id] = (await records.find('ticket', { field: 'employee', equals: personId(one.employee), limit: 1 })).ids;
    return id === undefined ? undefined : records.read('ticket', id);
  };
  const told = async (verb: string, data: object) => {
    checkAnswer((await one.chat.deliver(one.chat.envelope(invoke(verb, data)))).body, word);
  };
  await one.chat.click('contact');
  await one.chat.click('contact-look', { said: word, reach: word, urgency: 'urgent', day: word, clock: word });
  // What is nothing but unseen signs is nothing that happened, and a password is refused.
  if (!JSON.stringify(one.chat.latest().content).includes('contact-send')) return checkPosts(word);
  await one.chat.click('contact-send');
  const { id = '' } = (await mine()) ?? assert.fail(`no ticket of ${JSON.stringify(word.slice(0, 80))}`);
  await until('the card is in the channel', async () => (await mine())?.board.place != null);
  const { board } = (await mine()) ?? assert.fail();
  const card = { id: board.place?.activity ?? '', content: {}, conversation: board.place?.conversation ?? '' };
  const sam = scene.supporter(2, card satisfies SeenCard);
  const supports = async (verb: string, words: string) => {
    const seen = (await mine())?.story.length ?? 0;
    const act = sam.envelope(invoke(verb, { ticket: id, seen, words }, card.id));
    const from = { ...(act.from as object), name: word };
    checkAnswer((await sam.deliver({ ...act, from })).body, word);
  };
  for (const verb of ['claim', 'note', 'ask', 'return', 'open-note', 'open-resolve'])
    await supports(`support-${verb}`, word);
  await told('ticket-say', { ticket: id, seen: 1, words: `${word}!` });
  await supports('support-resolve', word);
  await told('ticket-reopen', { ticket: id, seen: (await mine())?.story.length ?? 0, words: `${word}?` });
  const words = ((await mine())?.story ?? []).filter((act) => 'words' in act).length;
  // What is empty once it is cleaned counts as nothing said.
  assert.ok(words >= 3, `${JSON.stringify(word.slice(0, 80))} was said ${words} times`);
  await until('all is sent', async () => {
    const now = await mine();
    return now?.letters.length === 0 && (now.wakes ?? 0) > clock();
  });
  checkPosts(word);
}

test('whatever is said by anybody in a request is shown as it is: no link, no mention, no slot, no second header', async () => {
  const words = amount(0, 1) === 1 ? dressedWords : hostileWords;
  for (const word of words) await talkedIn(word);
  const mails = scene.running.caught.messages.filter(({ to }) => to === 'it@example.org');
  assert.ok(mails.length >= words.length);
  for (const { subject = '', html = '', replyTo } of mails) {
    assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029]/u);
    assert.equal(replyTo, 'it@example.org');
    for (const [tag] of html.matchAll(/<[^>]*>/g)) assert.ok(!tag.includes(mark), tag);
    assert.doesNotMatch(html, /<(?:a|img|script|at|audio|b)\b/i);
  }
  figure({
    test: 'injection into tickets',
    measured: `${words.length} strings through every field of a request, to channel, chat and ${mails.length} mails`,
    target: 'never a link, mention, second header',
    met: true,
  });
});
