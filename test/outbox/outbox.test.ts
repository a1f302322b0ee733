import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { codeLife } from '../../bot/domain/enrolment/challenge.ts';
import type { Delivered } from '../../bot/domain/ports/delivery.ts';
import { day, minute, second } from '../../bot/domain/time.ts';
import { asker, email, employee, phone, wrongCodes } from '../support/enrolling.ts';
import { posting } from '../support/posting.ts';

const kim = employee(1);
const refused: Delivered = { kind: 'refused', reason: 'no such number' };
const busy: Delivered = { kind: 'retry', reason: 'busy' };

test('a code is sent once, to the address it was asked for, in the language of the person', async () => {
  const { bench, outbox, sent, round } = posting();
  await bench.enrolment.begin({ ...asker(1), language: 'sv-SE' }, phone());
  assert.equal(await outbox.round(), 1);
  assert.equal(await round(minute), 0);
  assert.equal(sent.length, 1);
  const [message] = sent;
  assert.deepEqual([message?.channel, message?.to, message?.language], ['text', phone().address, 'sv']);
  assert.ok(message?.text.startsWith(`${await bench.code(kim)} är din kod`));
  const { challenge, letters } = await bench.person(kim);
  assert.deepEqual([challenge?.delivery, letters], ['accepted', []]);
});

test('a call reads the digits one by one, twice, and an e-mail has the code in its subject', async () => {
  const { bench, outbox, sent } = posting();
  await bench.enrolment.begin(asker(1), phone(1, { channel: 'call' }));
  await bench.enrolment.begin(asker(2), email('kim@example.org'));
  await outbox.round();
  const call = sent.find(({ channel }) => channel === 'call');
  const mail = sent.find(({ channel }) => channel === 'email');
  assert.equal(call?.text.split([...(await bench.code(kim))].join(', ')).length, 3);
  assert.ok(mail?.subject?.includes(await bench.code(employee(2))));
  assert.ok(!mail?.subject?.includes('\n'));
});

test('a code that can’t be sent for now is sent later: the same code, and the same letter', async () => {
  const { bench, outbox, sent, round, fates } = posting();
  fates.push(busy, busy);
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  assert.equal(await outbox.round(), 0, 'not before its time');
  await round(2 * second);
  await round(4 * second);
  assert.equal(sent.length, 3);
  assert.equal(new Set(sent.map(({ text }) => text)).size, 1);
  assert.equal(new Set(sent.map(({ letter }) => letter)).size, 1);
  assert.equal((await bench.person(kim)).challenge?.delivery, 'accepted');
});

test('somebody who was forgotten is told so, and their record goes when nothing of it can be disowned any more', async () => {
  const { bench, outbox, sent, round } = posting();
  const proven = { address: 'kim@example.org', channel: 'email', provenAt: bench.clock() } as const;
  await bench.store.update('person', personId(kim), () => ({
    record: { ...newPerson(kim), language: 'sv', methods: { 'authentication-email': proven }, provedAt: bench.clock() },
    outcome: undefined,
  }));
  assert.equal((await bench.enrolment.erase(kim)).kind, 'erased');
  await outbox.round();
  assert.match(sent[0]?.text ?? '', /har tagits bort med/);
  assert.deepEqual((await bench.person(kim)).methods, {});
  await round(7 * day - 1);
  assert.notEqual(await bench.store.read('person', personId(kim)), undefined);
  await round(1);
  assert.equal(await bench.store.read('person', personId(kim)), undefined);
});

test('the delay grows from try to try, and the newest two are noted with what they came to', async () => {
  const { bench, clock, outbox, fates, letter } = posting();
  fates.push(...new Array(5).fill(busy));
  await bench.enrolment.begin(asker(1), phone());
  const delays: number[] = [];
  for (let tries = 1; tries <= 5; tries += 1) {
    await outbox.round();
    const { due = 0, tries: noted } = (await letter(kim)) ?? { tries: [] };
    assert.deepEqual(
      noted.map(({ result }) => result),
      new Array(Math.min(tries, 2)).fill('busy'),
    );
    delays.push(due - clock());
    clock.turn(due - clock());
  }
  for (const [at, delay] of delays.entries()) assert.ok(delay >= 2 ** at * second && delay <= 2 ** (at + 1) * second);
});

test('a provider that says how long to wait is not asked earlier', async () => {
  const { bench, outbox, sent, round, fates } = posting();
  fates.push({ ...busy, after: 90 * second });
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  await round(89 * second);
  assert.equal(sent.length, 1);
  await round(second);
  assert.equal(sent.length, 2);
});

test('a code is never sent after its death, and its letter falls away', async () => {
  const { bench, outbox, sent, round } = posting();
  await bench.enrolment.begin(asker(1), phone());
  assert.equal(await round(codeLife), 0);
  assert.deepEqual(sent, []);
  assert.deepEqual((await bench.person(kim)).letters, []);
  await bench.enrolment.begin(asker(2), phone(2));
  bench.clock.turn(codeLife - 1);
  assert.equal(await outbox.round(), 1, 'up to its last moment it is sent');
});

test('a code that dies between two tries is not tried again', async () => {
  const { bench, outbox, sent, round, fates } = posting();
  fates.push({ ...busy, after: codeLife });
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  await round(codeLife);
  assert.equal(sent.length, 1);
  assert.deepEqual((await bench.person(kim)).letters, []);
});

test('a refusal is not tried again: it is noted, and the card that waits is brought up to date', async () => {
  const { bench, outbox, sent, round, fates, refreshed } = posting();
  fates.push(refused);
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  const { challenge, audit } = await bench.person(kim);
  assert.equal(challenge?.delivery, 'refused');
  assert.equal(audit.at(-1)?.act, 'delivery-refused');
  await outbox.round();
  await round(minute);
  assert.deepEqual([sent.length, refreshed], [1, [kim]]);
  assert.deepEqual((await bench.person(kim)).letters, []);
});

test('a chat that can’t be reached for now is tried again until it is, one that refused for good is not', async () => {
  const { bench, outbox, round, fates, refreshed, notified } = posting();
  fates.push(refused);
  notified.push('retry', 'retry', 'reached');
  await bench.enrolment.begin(asker(1), phone());
  for (let rounds = 0; rounds < 8; rounds += 1) await round(10 * second);
  assert.equal(refreshed.length, 3);
  fates.push(refused);
  notified.push('unreachable');
  await bench.enrolment.begin(asker(2), phone(2));
  await outbox.round();
  for (let rounds = 0; rounds < 8; rounds += 1) await round(10 * second);
  assert.equal(refreshed.length, 4);
});

test('a channel without a provider is refused, not lost in silence', async () => {
  const { bench, outbox, sent, round, refreshed } = posting({ channels: ['text'] });
  await bench.enrolment.begin(asker(1), email('kim@example.org'));
  await outbox.round();
  await round(second);
  assert.deepEqual([sent, refreshed], [[], [kim]]);
  assert.equal((await bench.person(kim)).challenge?.delivery, 'refused');
});

test('a resend calls the older code back: only the new one is sent', async () => {
  const { bench, outbox, sent, fates, round } = posting();
  fates.push({ ...busy, after: 40 * second });
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  bench.clock.turn(31 * second);
  const { challenge } = await bench.person(kim);
  await bench.enrolment.resend(asker(1), challenge?.id ?? '', 1, 'call');
  await outbox.round();
  await round(minute);
  assert.deepEqual(
    sent.map(({ channel }) => channel),
    ['text', 'call'],
  );
  assert.notEqual(sent[0]?.letter, sent[1]?.letter);
});

test('what is given up or answered is not sent any more', async () => {
  const { bench, outbox, sent } = posting();
  await bench.enrolment.begin(asker(1), phone(1));
  await bench.enrolment.abandon(kim);
  await bench.enrolment.begin(asker(2), phone(2));
  const { challenge } = await bench.person(employee(2));
  await bench.enrolment.answer(employee(2), challenge?.id ?? '', await bench.code(employee(2)));
  await outbox.round();
  assert.deepEqual(sent, []);
});

test('a code that was tried too often before it could be sent is not sent any more', async () => {
  const { bench, outbox, sent } = posting();
  await bench.enrolment.begin(asker(1), phone());
  const { challenge } = await bench.person(kim);
  for (const code of wrongCodes(await bench.code(kim), 5)) await bench.enrolment.answer(kim, challenge?.id ?? '', code);
  await outbox.round();
  assert.deepEqual(sent, []);
});

test('a result that comes after the next code was asked for changes nothing', async () => {
  for (const fate of [refused, busy]) {
    const { bench, outbox, during, round, sent } = posting();
    during.push(async () => {
      bench.clock.turn(31 * second);
      const { challenge } = await bench.person(kim);
      await bench.enrolment.resend(asker(1), challenge?.id ?? '', 1, 'text');
      return fate;
    });
    await bench.enrolment.begin(asker(1), phone());
    await outbox.round();
    const { challenge, letters } = await bench.person(kim);
    assert.deepEqual([challenge?.delivery, challenge?.send, letters.length], ['waiting', 2, 1]);
    await round(second);
    assert.equal(sent.length, 2);
  }
});

test('somebody who was erased while their code was on its way stays erased', async () => {
  const { bench, outbox, during } = posting();
  during.push(async () => {
    await bench.store.remove('person', personId(kim));
    return { kind: 'accepted', reference: '1' };
  });
  await bench.enrolment.begin(asker(1), phone());
  await outbox.round();
  assert.equal(await bench.store.read('person', personId(kim)), undefined);
});

test('no code stands in any record, before, while and after it is sent', async () => {
  const { bench, outbox, disk, fates } = posting();
  const codes: string[] = [];
  const look = async () => {
    codes.push(await bench.code(kim));
    const stored = [...disk.values()].map(({ text }) => text).join('\n');
    assert.ok(stored.includes(phone().address), 'the records were looked at');
    for (const code of codes) {
      assert.ok(!new RegExp(`(?<!\\d)${code}(?!\\d)`).test(stored));
      assert.ok(!stored.includes([...code].join(', ')));
    }
  };
  fates.push(busy);
  await bench.enrolment.begin(asker(1), phone());
  await look();
  await outbox.round();
  await look();
  bench.clock.turn(31 * second);
  const { challenge } = await bench.person(kim);
  await bench.enrolment.resend(asker(1), challenge?.id ?? '', 1, 'text');
  await look();
  await outbox.round();
  await bench.enrolment.answer(kim, challenge?.id ?? '', '000000');
  await look();
});

test('a lease that was given by a clock ahead of ours is over when the clock is right again', async () => {
  const { bench, clock, outbox, sent, during } = posting();
  during.push(async () => {
    throw new Error('the worker died');
  });
  await bench.enrolment.begin(asker(1), phone());
  clock.turn(2 * minute);
  await outbox.round();
  clock.turn(-90 * second);
  await outbox.round();
  assert.equal(sent.length, 2);
});
