import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import type { Delivered } from '../../bot/domain/ports/delivery.ts';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import type { Kind, Store } from '../../bot/domain/ports/store.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import type { Posted, Refusal } from '../support/connector.ts';
import { personIn } from '../support/records.ts';
import { filledIn, headings, roads, type Somebody, settled, somebody, turnedClock, until } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
const well = {
  disk: undefined as ((kind: Kind) => boolean) | undefined,
  entry: async (): Promise<DirectoryEntry | undefined> => anybody,
  fail: (): Refusal | undefined | Promise<Refusal | undefined> => undefined,
  fate: (): Delivered => ({ kind: 'accepted', reference: 'caught' }),
};
let now = { ...well };
let running: RunningBot;

/** People of whom the directory never says anything. */
const hanging = new Set<string>();
const never = new Promise<never>(() => undefined);

/** A store whose disk refuses to write records of some kinds. */
function around(records: Store): Store {
  return {
    ...records,
    update(kind, id, step) {
      if (!now.disk?.(kind)) return records.update(kind, id, step);
      // Like a full disk: what changes nothing still goes through.
      return records.update(kind, id, (current) => {
        const decided = step(current);
        if (decided.record !== current) throw new Fault('store-unavailable', 'ENOSPC');
        return decided;
      });
    },
  };
}

before(async () => {
  const entry = ({ objectId }: { objectId: string }) => (hanging.has(objectId) ? never : now.entry());
  running = await startBot({ clock, around, directory: { entry } });
  running.caught.fate = () => now.fate();
  running.connector.fail = () => now.fail();
});
afterEach(() => {
  now = { ...well };
});
after(() => running.stop());

const calm =
  /^Something went wrong on my side\. Nothing you entered is lost\. Please try again\. Reference: [0-9A-F]{8}\.$/;

async function timed<T>(work: Promise<T>): Promise<{ took: number; result: T }> {
  const begun = performance.now();
  const result = await work;
  return { took: performance.now() - begun, result };
}

async function at(screen: keyof typeof roads): Promise<Somebody> {
  const one = somebody(running);
  await roads[screen](one, running, clock);
  return one;
}

function messageIn(body: unknown): string {
  return String((body as { value: unknown }).value);
}

/** A click that meets a fault and the same click when it has passed. */
async function faultsThenHeals(one: Somebody, fault: Partial<typeof well>): Promise<void> {
  const [{ verb = '' } = {}] = actionsOf(one.chat.latest().content);
  const typed = await filledIn(one, running);
  now = { ...well, ...fault };
  const clicked = await one.chat.click(verb, typed);
  assert.equal(clicked.status, 200);
  assert.match(messageIn(clicked.body), calm);
  const text = await one.chat.type('help');
  assert.equal(text.status, 200);
  assert.match(one.chat.texts().at(-1) ?? '', calm);
  now = { ...well };
  await one.chat.click(verb, typed);
}

test('a full disk is a calm sentence with a reference, and heals without a restart', async () => {
  for (const [screen, disk] of [
    ['home', () => true],
    ['phone', () => true],
    ['code of a phone', () => true],
    ['phone', (kind: Kind) => kind === 'person'],
    ['code of a phone', (kind: Kind) => kind === 'person'],
  ] as const) {
    const one = await at(screen);
    const before = await personIn(running.records, one.employee);
    now = { ...well, disk };
    const [{ verb = '' } = {}] = actionsOf(one.chat.latest().content);
    const typed = await filledIn(one, running);
    const { status, body } = await one.chat.click(verb, typed);
    assert.equal(status, 200);
    assert.match(messageIn(body), calm);
    assert.deepEqual(await personIn(running.records, one.employee), before, 'what could not be written is not there');
    now = { ...well };
    await one.chat.click(verb, typed);
    assert.doesNotMatch(wordsOf(one.chat.latest().content), headings[screen], `${screen} does not go on`);
  }
});

test('when counts of sent codes cannot be written, nothing is sent and the form says so', async () => {
  const one = await at('phone');
  now = { ...well, disk: (kind) => kind === 'address-limit' };
  const messages = running.caught.messages.length;
  await one.chat.click('phone', await filledIn(one, running));
  assert.match(wordsOf(one.chat.latest().content), /I cannot send codes right now/);
  assert.match(wordsOf(one.chat.latest().content), headings.phone);
  now = { ...well };
  await one.chat.click('phone', await filledIn(one, running));
  await running.caught.code(one.number);
  assert.equal(running.caught.messages.length, messages + 1);
});

test('when only the chat cannot be written, what was proven stays proven', async () => {
  const one = await at('code of a phone');
  const code = await running.caught.code(one.number);
  now = { ...well, disk: (kind) => kind === 'conversation' };
  const { body } = await one.chat.click('code', { code });
  assert.match(messageIn(body), calm);
  now = { ...well };
  await one.chat.click('code', { code });
  await one.chat.type('status');
  assert.match(wordsOf(one.chat.latest().content), /1 of 2 methods ready/);
});

test('a directory that throws is a calm sentence, and the chat goes on where it was', async () => {
  for (const reason of [new Fault('directory-unavailable', 'down'), new TypeError('fetch failed')]) {
    const one = await at('choose');
    await faultsThenHeals(one, { entry: () => Promise.reject(reason) });
    assert.match(wordsOf(one.chat.latest().content), headings.phone);
  }
});

/** Faults that take their time: each in a chat of its own, all at once. */
suite('a turn ends within five seconds, with 200', { concurrency: true }, () => {
  const hung = Promise.withResolvers<Refusal>();
  const mine = new Map<string, (kind: Posted['kind']) => Refusal | undefined | Promise<Refusal | undefined>>();
  before(() => {
    running.connector.fail = ({ conversation, kind }) => mine.get(conversation)?.(kind);
  });
  after(() => {
    hung.resolve({ status: 403 });
    running.connector.fail = () => now.fail();
  });

  test('when the directory hangs', async () => {
    const [one, other] = [await at('choose'), await at('choose')];
    for (const { objectId } of [one, other]) hanging.add(objectId);
    const [click, text] = await Promise.all([timed(one.chat.click('take')), timed(other.chat.type('hi'))]);
    assert.match(messageIn(click.result.body), calm);
    assert.match(other.chat.texts().at(-1) ?? '', calm);
    for (const { took, result } of [click, text]) {
      assert.equal(result.status, 200);
      assert.ok(took < 5_000, `the turn took ${took} ms`);
    }
    hanging.delete(one.objectId);
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
      mine.set(one.chat.conversation, fail);
      const { took, result } = await timed(one.chat.type('start'));
      assert.equal(result.status, 200);
      assert.ok(took < 5_000, `the turn took ${took} ms`);
      mine.delete(one.chat.conversation);
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
    now = {
      ...well,
      fail: () => {
        refusals -= 1;
        return refusals >= 0 ? { status } : undefined;
      },
    };
    await one.chat.type('thanks');
    assert.deepEqual(one.chat.texts(), ['You are welcome.'], `after ${status}`);
  }
});

test('a group whose messages are refused is no fault of the turn', async () => {
  const one = somebody(running);
  now = { ...well, fail: () => ({ status: 403 }) };
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
  running.connector.fail = ({ kind }: Omit<Posted, 'id'>) => (kind === 'updated' ? { status: 404 } : undefined);
  try {
    await one.chat.submit('take', { method: 'authentication-email' });
    assert.notEqual(one.chat.latest().id, old.id);
    assert.match(wordsOf(one.chat.latest().content), headings.email);
    await one.chat.type(one.address);
    assert.match(wordsOf(one.chat.latest().content), headings['code of a mailbox']);
  } finally {
    running.connector.fail = () => now.fail();
  }
});

test('a card that arrived although the connector denied it can be used', async () => {
  const one = await at('home');
  now = { ...well, fail: () => ({ status: 409, arrives: true }) };
  await one.chat.type('start');
  now = { ...well };
  const card = one.chat.cards().find(({ content }) => headings.choose.test(wordsOf(content)));
  assert.ok(card, 'the card has arrived');
  await one.chat.click('later', {}, card);
  const after = one.chat.cards().find(({ id }) => id === card.id);
  assert.match(wordsOf(after?.content), headings.home);
});

test('when a code is refused, the card that waits for it says so by itself', async () => {
  const one = await at('phone');
  now = { ...well, fate: () => ({ kind: 'refused', reason: 'no such number' }) };
  await one.chat.click('phone', await filledIn(one, running));
  const waiting = one.chat.latest();
  await until(() => /I could not reach \+46/.test(wordsOf(one.chat.latest().content)), 'the card says so');
  assert.equal(one.chat.latest().id, waiting.id, 'it is the same card');
  assert.equal(one.chat.texts().length, 0);
  now = { ...well };
  await one.chat.click('change');
  assert.match(wordsOf(one.chat.latest().content), headings.phone);
});

test('a refusal that cannot be shown at once is shown when the connector is back', async () => {
  const one = await at('phone');
  now = { ...well, fate: () => ({ kind: 'refused', reason: 'no such number' }), fail: () => ({ status: 409 }) };
  await one.chat.click('phone', await filledIn(one, running));
  await until(async () => {
    const [letter] = (await personIn(running.records, one.employee)).letters;
    return letter?.kind === 'refresh' && typeof letter.tries.at(-1)?.result === 'string';
  }, 'the refresh was tried and put off');
  now = { ...well };
  clock.turn(10_000);
  await until(() => /I could not reach/.test(wordsOf(one.chat.latest().content)), 'the card says so');
});

test('a provider that is down for a while delivers the code when it is back', async () => {
  const one = await at('phone');
  now = { ...well, fate: () => ({ kind: 'retry', reason: 'down' }) };
  await one.chat.click('phone', await filledIn(one, running));
  for (let tries = 1; tries <= 3; tries += 1) {
    await until(async () => {
      const [letter] = (await personIn(running.records, one.employee)).letters;
      return letter?.tries.length === tries && letter.tries.at(-1)?.result !== null;
    }, `try ${tries} has failed`);
    if (tries < 3) clock.turn(20_000);
  }
  now = { ...well };
  clock.turn(20_000);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  assert.match(wordsOf(one.chat.latest().content), /Phone confirmed/);
  await settled(one, running);
});
