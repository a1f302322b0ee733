import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasePerson } from '../../bot/domain/account/erase.ts';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { applyChange } from '../../bot/domain/methods/apply-change.ts';
import type { ProvenAddress } from '../../bot/domain/methods/method.ts';
import { revertChange } from '../../bot/domain/methods/revert-change.ts';
import { goneLetters, mergeLetters } from '../../bot/domain/outbox/change-notices.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivered, Message } from '../../bot/domain/ports/delivery.ts';
import { minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { handClock } from '../support/clock.ts';
import { employee } from '../support/enrolling.ts';
import { ringOf } from '../support/keyring.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';

const kim = employee(1);
const id = personId(kim);
const home = 'kim@home.example';
const mail: ProvenAddress = { address: home, channel: 'email', provenAt: 0 };
const phone = (last: number): ProvenAddress => ({ address: `+4670123456${last}`, channel: 'text', provenAt: 0 });

/** A mailbox, a phone that changes, and a gateway that answers as it is told. */
async function bench(language = 'en') {
  const clock = handClock();
  const store = openMemoryStore({ clock });
  const mails: Message[] = [];
  const gateway: { send: () => Promise<Delivered> } = {
    send: async () => ({ kind: 'retry', reason: 'down' }),
  };
  const outbox = createPersonOutbox({
    store,
    keyring: ringOf(1),
    policy: async () => defaultPolicy,
    deliveries: [
      {
        channels: ['text', 'call', 'email'],
        async send(message) {
          const delivered = await gateway.send();
          if (delivered.kind === 'accepted' && message.to === home) mails.push(message);
          return delivered;
        },
      },
    ],
    notifier: notifierWith(),
    observer: blindObserver,
    clock,
    random: seededRandom(1),
    log: createLog('silent'),
    metrics: createMetrics(),
  });
  const update = (step: (person: Person) => Person) =>
    store.update('person', id, (current) => ({
      record: step(
        current ?? { ...newPerson(kim), language, timeZone: 'UTC', methods: { 'authentication-email': mail } },
      ),
      outcome: undefined,
    }));
  const changes = (name: string, to: number) =>
    update((one) => applyChange(one, 'authentication-phone', phone(to), name, clock()));
  const up = () => {
    gateway.send = async () => ({ kind: 'accepted', reference: 'x' });
  };
  return { clock, mails, gateway, outbox, update, changes, up };
}

for (const [language, says] of [
  ['en', /Phone: changed on .* 2 more changes since /],
  ['sv', /ändrades den .* 2 ändringar till sedan den /],
] as const) {
  test(`three changes while mail is down are one letter, which tells the newest and how many more (${language})`, async () => {
    const { clock, mails, outbox, changes, up } = await bench(language);
    for (const at of [1, 2, 3]) {
      await changes(`c${at}`, at);
      await outbox.round();
      clock.turn(20 * minute);
    }
    up();
    for (let rounds = 0; rounds < 3; rounds += 1) await outbox.round();
    assert.equal(mails.length, 1);
    assert.match(mails[0]?.text ?? '', says);
  });
}

test('a change that comes while a letter is on its way is told as well', async () => {
  const { mails, gateway, outbox, changes, up } = await bench();
  await changes('c1', 1);
  let late = true;
  gateway.send = async () => {
    if (late) {
      late = false;
      await changes('c2', 2);
    }
    return { kind: 'accepted', reference: 'x' };
  };
  await outbox.round();
  up();
  await outbox.round();
  assert.match(mails.at(-1)?.text ?? '', /One more change since /);
});

test('where the newest changes were disowned, the letter tells of those that stand', async () => {
  const { clock, mails, outbox, update, changes, up } = await bench();
  await changes('c1', 1);
  clock.turn(minute);
  await changes('c2', 2);
  await update((one) => revertChange(one, 'c2', clock()).record);
  up();
  for (let rounds = 0; rounds < 3; rounds += 1) await outbox.round();
  const told = mails.filter(({ text }) => /Phone: added on/.test(text));
  assert.equal(told.length, 1);
  assert.doesNotMatch(told[0]?.text ?? '', /more change/);
});

for (const [language, says] of [
  ['en', /was not yours\..*lifted the stop on changes.*were deleted/],
  ['sv', /inte låg bakom en ändring.*hävt stoppet.*har tagits bort/],
] as const) {
  test(`an address that waits to hear of a disowning, the end of a stop and a forgetting hears of each, in one letter (${language})`, async () => {
    const { clock, mails, outbox, update, changes, up } = await bench(language);
    await changes('c1', 1);
    await update((one) => revertChange(one, 'c1', clock()).record);
    await outbox.round();
    clock.turn(20 * minute);
    await update((one) => ({
      ...one,
      frozenUntil: null,
      letters: mergeLetters(one.letters, goneLetters(one, 'stop-ended', 's1', clock(), { paid: true })),
    }));
    await outbox.round();
    clock.turn(20 * minute);
    await update(
      (one) =>
        erasePerson({ ...one, provedAt: clock(), provedBy: 'authentication-email' }, 'e1', clock()).record ?? one,
    );
    up();
    for (let rounds = 0; rounds < 3; rounds += 1) await outbox.round();
    const told = mails.filter(({ text }) => says.test(text));
    assert.equal(told.length, 1, JSON.stringify(mails));
  });
}

test('the same end again is told once', async () => {
  const { clock, mails, outbox, update, up } = await bench();
  for (const id of ['s1', 's2']) {
    await update((one) => ({
      ...one,
      letters: mergeLetters(one.letters, goneLetters(one, 'stop-ended', id, clock(), { paid: true })),
    }));
  }
  up();
  await outbox.round();
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.text.match(/lifted the stop/g)?.length, 1);
});

test('what tells of undone changes alone does not wait any more, here or in Teams', async () => {
  const { clock, update, changes } = await bench();
  await changes('c1', 1);
  clock.turn(minute);
  await changes('c2', 2);
  let kinds: readonly string[] = [];
  const look = () =>
    update((one) => {
      kinds = one.letters.map((letter) => ('change' in letter ? `${letter.kind} ${letter.change}` : letter.kind));
      return one;
    });
  await update((one) => revertChange(one, 'c2', clock()).record);
  await look();
  // The mailbox's letter tells of c1 too; the first number's tells of c2 alone.
  assert.deepEqual(kinds.filter((kind) => kind.includes('notice')).sort(), ['chat-notice c1', 'notice c2']);
  await update((one) => revertChange(one, 'c1', clock()).record);
  await look();
  assert.deepEqual(
    kinds.filter((kind) => kind.includes('notice')),
    [],
  );
});
