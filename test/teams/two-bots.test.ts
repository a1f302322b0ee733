import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { silence } from '../../bot/domain/ports/store.ts';
import { model } from '../../bot/understanding/model.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { handClock } from '../support/clock.ts';
import { amount, figure } from '../support/figure.ts';
import { type Entry, type MemoryStore, openMemoryStore } from '../support/memory-store.ts';
import { personIn } from '../support/records.ts';
import { again, headings, roads, type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';
import { actionsOf, teamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const seed = seedOfRun();
const { below, chance } = seeded(seed);
const disk = new Map<string, Entry>();
/** By which locks end. */
const storeClock = handClock();
const clock = turnedClock();
/** Whoever is in here keeps the first bot's turn waiting. */
const kept = new Map<string, Promise<unknown>>();
const inside = new Set<string>();

/** Both know both keys; the first bot does not seal with the new one yet. */
const keys = [1, 2].map((version) => `${version}:${hash('sha256', `key ${version}`, 'base64')}`).join();
const env = { KEYS: keys };

let firstRecords: MemoryStore;
let first: RunningBot;
let second: RunningBot;
before(async () => {
  model();
  firstRecords = openMemoryStore({ disk, clock: storeClock, pause: yielded });
  first = await startBot({
    clock,
    records: firstRecords,
    env: { ...env, KEYS_NEWEST: '1' },
    directory: {
      async entry({ objectId }) {
        inside.add(objectId);
        await kept.get(objectId);
        inside.delete(objectId);
        return anybody;
      },
    },
  });
  const { folder, connector, caught } = first;
  second = await startBot({
    clock,
    env,
    folder,
    connector,
    caught,
    records: openMemoryStore({ disk, clock: storeClock, pause: yielded }),
  });
});
after(async () => {
  await second.bot.stop();
  await first.stop();
});

/** Somebody whose turn at the first bot hangs until its end is called, past the life of its lock. */
async function hangingTurn(text: string) {
  const one = somebody(first);
  await roads.phone(one, first, clock);
  const { promise, resolve: end } = Promise.withResolvers<void>();
  kept.set(one.objectId, promise);
  const turn = one.chat.type(text);
  await until('the turn is under way', () => inside.has(one.objectId));
  firstRecords.hang();
  storeClock.turn(silence);
  return {
    one,
    /** The same person, whose acts now reach the second bot. */
    elsewhere: again(second, one),
    async end() {
      kept.delete(one.objectId);
      firstRecords.goOn();
      end();
      return turn;
    },
  };
}

test('a turn that lost its chat to another process overwrites nothing, and the person reads that it is busy', async () => {
  const { one, elsewhere, end } = await hangingTurn('help');
  await elsewhere.chat.type(one.typedNumber);
  const code = await first.caught.code(one.number);
  const record = await second.records.read('conversation', one.chat.conversation);
  const card = wordsOf(elsewhere.chat.latest().content);
  const { status } = await end();
  assert.equal(status, 200);
  assert.match(one.chat.texts().at(-1) ?? '', /I am still working on your last message/);
  assert.deepEqual(await first.records.read('conversation', one.chat.conversation), record);
  assert.equal(wordsOf(one.chat.latest().content), card);
  await one.chat.type(code);
  const { methods } = await personIn(first.records, one.employee);
  assert.deepEqual(Object.keys(methods), ['authentication-phone'], 'the chat goes on at the first bot');
});

test('what a lost turn did to its person is done once, and the chat is where the newer turn left it', async () => {
  const one = somebody(first);
  const { elsewhere, end } = await hangingTurn(one.typedNumber);
  await elsewhere.chat.type('back');
  assert.match(wordsOf(elsewhere.chat.latest().content), headings.choose);
  await end();
  assert.match(elsewhere.chat.texts().at(-1) ?? '', /I am still working on your last message/);
  await elsewhere.chat.type('hi');
  assert.match(wordsOf(elsewhere.chat.latest().content), headings.choose);
});

/** Hands each request to one of the bots by chance, and some to both at once: the first answer counts. */
async function startBalancer() {
  let repeated = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = (to: RunningBot) =>
      fetch(`${to.url}${request.url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.concat(chunks),
      });
    const [one, other] = chance() < 0.5 ? [first, second] : [second, first];
    const twice = chance() < 0.3;
    if (twice) repeated += 1;
    const answers = [sent(one), ...(twice ? [sent(other)] : [])];
    const answer = await Promise.race(answers);
    const text = await answer.text();
    // The next act of this person comes when both have answered, as people do not type within a millisecond.
    await Promise.all(answers);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repeated: () => repeated,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

/** Registers a phone and a mailbox, by typing. @returns how many acts that were */
async function registered(one: Somebody): Promise<number> {
  const said = ['hi', 'start', 'phone', one.typedNumber];
  for (const text of said) await one.chat.type(text);
  await one.chat.type(await first.caught.code(one.number));
  const more = ['email', one.address];
  for (const text of more) await one.chat.type(text);
  await one.chat.type(await first.caught.code(one.address));
  await settled(one, first);
  return said.length + more.length + 2;
}

/** What the bot put in a chat, without what is each person's own. */
function seen({ chat, typedNumber }: Somebody): string[] {
  const own = new RegExp(`${typedNumber.slice(-4)}|\\d+`, 'g');
  return first.connector.posted
    .filter(({ conversation }) => conversation === chat.conversation)
    .map(({ kind, activity }) => `${kind} ${activity.text ?? wordsOf(activity.attachments?.[0]?.content)}`)
    .map((words) => words.replace(own, '#').replace(/kim#@|k.*?@/g, 'kim@'));
}

test('chats whose acts reach one bot or the other, some both at once, are answered once and go on', async () => {
  const chats = amount(12, 40);
  const alone = somebody(first);
  await registered(alone);
  const expected = seen(alone).sort();
  const balancer = await startBalancer();
  const work = Array.from({ length: chats }, async () => {
    const fresh = somebody(first);
    const chat = teamsClient({ botUrl: balancer.url, connector: first.connector, objectId: fresh.objectId });
    const one = { ...fresh, chat };
    for (let wait = below(4); wait > 0; wait -= 1) await yielded();
    const acts = await registered(one);
    assert.deepEqual(seen(one).sort(), expected, `SEED=${seed}`);
    const open = one.chat.cards().filter(({ content }) => actionsOf(content).length > 0);
    assert.deepEqual(open, [one.chat.latest()], `SEED=${seed}: one card is open, and it is the last`);
    const { methods } = await personIn(first.records, one.employee);
    assert.equal(Object.keys(methods).length, 2, `SEED=${seed}`);
    for (const to of [one.number, one.address]) {
      const codes = first.caught.messages.filter((message) => message.to === to && /\d{6}/.test(message.text));
      assert.equal(codes.length, 1, `SEED=${seed}: codes to one address`);
    }
    return acts;
  });
  const acts = (await Promise.all(work)).reduce((sum, count) => sum + count);
  await balancer.close();
  assert.ok(balancer.repeated() > 0);
  figure({
    test: 'two bots, the same records',
    measured: `${chats} chats with ${acts} acts, each at one of two bots by chance and ${balancer.repeated()} at both at once: every act answered once, every code sent once`,
    target: 'as with one bot',
    met: true,
    seed,
  });
});
