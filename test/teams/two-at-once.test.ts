import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { model } from '../../bot/understanding/model.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import { figure } from '../support/figure.ts';
import { rawHttp } from '../support/raw-http.ts';
import { personIn } from '../support/records.ts';
import { roads, settled, somebody, turnedClock } from '../support/screens.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const chats = 40;
const acts = 12;
/** How many chats are busy at the same moment; each has all its acts waiting. */
const busy = 2;
const seed = seedOfRun();
const { below, chance, pick } = seeded(seed);

const inside = new Map<string, number>();
let mostInside = 0;
let running: RunningBot;
before(async () => {
  running = await startBot({
    directory: {
      async entry({ objectId }) {
        // Every turn and every refresh asks the directory, alone in its chat.
        const now = (inside.get(objectId) ?? 0) + 1;
        inside.set(objectId, now);
        mostInside = Math.max(mostInside, now);
        await sleep(below(4));
        inside.set(objectId, now - 1);
        return anybody;
      },
    },
  });
});
// The bot learns at its start.
before(() => void model());
after(() => running.stop());

/** Sends activities over one connection without waiting for answers, so that they arrive in this order. */
async function inOneGo(activities: readonly object[]): Promise<readonly number[]> {
  const { port, host } = new URL(running.url);
  const requests = activities.map((activity, at) => {
    const body = JSON.stringify(activity);
    const last = at === activities.length - 1 ? 'close' : 'keep-alive';
    const head = [
      `POST /api/messages HTTP/1.1`,
      `Host: ${host}`,
      'Content-Type: application/json',
      `Connection: ${last}`,
    ];
    return `${[...head, `Content-Length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`;
  });
  const { text } = await rawHttp(Number(port), ...requests);
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}

/** Things to type at home, each with its own answer. */
const sayings: readonly (readonly [typed: string, answer: RegExp])[] = [
  ['thanks', /You are welcome/],
  ['who can see my number?', /Only you and your administrators/],
  ['back', /no way back/],
  ['123456', /not waiting for a code/],
  ['auf Deutsch', /only know English/],
  ['my password is Summer2026!', /may be a password/],
  ['how long?', /five minutes/],
];

async function chatter(): Promise<void> {
  const one = somebody(running);
  await one.chat.install();
  const said = Array.from({ length: acts }, () => pick(sayings));
  const activities = said.map(([text]) => one.chat.envelope({ type: 'message', text }));
  const statuses = await inOneGo(activities);
  assert.deepEqual(statuses, Array(acts).fill(200), `SEED=${seed}`);
  const texts = one.chat.texts();
  assert.equal(texts.length, acts, `SEED=${seed}: ${texts.length} answers to ${acts} acts`);
  for (const [at, [typed, answer]] of said.entries()) {
    assert.match(texts[at] ?? '', answer, `SEED=${seed}: answer ${at + 1}, to "${typed}"`);
  }
  const open = one.chat.cards().filter(({ content }) => actionsOf(content).length > 0);
  assert.deepEqual(open, [one.chat.latest()], `SEED=${seed}: one card is open, and it is the last`);
}

test(`${chats} chats with ${acts} acts each, fired without waiting, are answered in order and in full`, async () => {
  const { fail } = running.connector;
  running.connector.fail = async () => {
    await sleep(chance() < 0.2 ? below(15) : 0);
    return undefined;
  };
  const queue = Array.from({ length: chats }, () => chatter);
  await Promise.all(
    Array.from({ length: busy }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await next();
    }),
  );
  running.connector.fail = fail;
  assert.equal(mostInside, 1, `SEED=${seed}: turns of one chat ran beside each other`);
  figure({
    test: 'turns at once in one chat',
    measured: `${chats} chats with ${acts} acts each, all of a chat sent without waiting: all answered, in order, one turn at a time`,
    target: 'nothing lost, in order',
    met: true,
    seed,
  });
});

test('a whole registration typed without waiting for any answer but the codes loses nothing', async () => {
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const one = somebody(running);
      const write = (text: string) => one.chat.envelope({ type: 'message', text });
      const start = ['hi', 'start', 'help', 'phone', 'thanks', one.typedNumber].map(write);
      assert.deepEqual(await inOneGo(start), Array(6).fill(200));
      const code = await running.caught.code(one.number);
      const middle = [code, 'email', 'who can see my number?', one.address].map(write);
      assert.deepEqual(await inOneGo(middle), Array(4).fill(200));
      const end = [await running.caught.code(one.address), 'done'].map(write);
      assert.deepEqual(await inOneGo(end), [200, 200]);
      assert.match(wordsOf(one.chat.latest().content), /2 of 2 methods ready/);
      const { methods } = await personIn(running.records, one.employee);
      assert.deepEqual(Object.keys(methods).sort(), ['authentication-email', 'authentication-phone']);
    }),
  );
});

test('the same right code from ten clicks at once proves once', async () => {
  const one = somebody(running);
  await roads['code of a phone'](one, running, turnedClock());
  const code = await running.caught.code(one.number);
  const clicks = Array.from({ length: 10 }, () => one.chat.press('code', { code }));
  for (const { status } of await Promise.all(clicks.map((click) => one.chat.deliver(click)))) assert.equal(status, 200);
  const { audit } = await personIn(running.records, one.employee);
  assert.equal(audit.filter(({ act }) => act === 'method-proven').length, 1);
});

test('a card that refreshes itself waits for the turn under way, and the turn for it', async () => {
  mostInside = 0;
  const refused = new Set<string>();
  running.caught.fate = async ({ to }) => {
    await sleep(below(10));
    refused.add(to);
    return { kind: 'refused', reason: 'no such number' };
  };
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const one = somebody(running);
      await roads.phone(one, running, turnedClock());
      const typed = [one.typedNumber, 'thanks', 'help', 'thanks', 'hi'].map((text) =>
        one.chat.envelope({ type: 'message', text }),
      );
      assert.deepEqual(await inOneGo(typed), Array(5).fill(200));
      await settled(one, running);
      await until('the card says so', () => /could not reach/.test(wordsOf(one.chat.latest().content)));
      const open = one.chat.cards().filter(({ content }) => actionsOf(content).length > 0);
      assert.equal(open.length, 1, `SEED=${seed}: ${open.length} cards are open`);
      assert.ok(refused.has(one.number));
    }),
  );
  running.caught.fate = () => ({ kind: 'accepted', reference: 'caught' });
  assert.equal(mostInside, 1, `SEED=${seed}: a refresh ran beside a turn`);
});
