import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { readPhone } from '../../bot/domain/methods/phone.ts';
import type { Kind } from '../../bot/domain/ports/store.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { asker, type Enrolling, email, employee, enrolling, phone } from '../support/enrolling.ts';
import type { Access } from '../support/memory-store.ts';

/** How many codes somebody really has on the way: what costs money. */
async function onTheWay(bench: Enrolling, ...employees: readonly number[]): Promise<number> {
  const people = await Promise.all(employees.map((number) => bench.person(employee(number))));
  return people.reduce((sum, { letters }) => sum + letters.filter(({ kind }) => kind === 'code').length, 0);
}

async function kinds(bench: Enrolling, asks: readonly (readonly [number, WantedCode])[]): Promise<string[]> {
  const found: string[] = [];
  for (const [number, wanted] of asks) {
    found.push((await bench.enrolment.begin(asker(number), wanted)).kind);
    bench.clock.turn(minute);
  }
  return found;
}

const spellings: Readonly<Record<string, readonly string[]>> = {
  'a mailbox with tags': ['kim@example.org', 'kim+1@example.org', 'kim+2@example.org', 'kim+a+b@example.org'],
  'a mailbox in other cases': ['kim@example.org', 'KIM@example.org', 'Kim@example.org', 'kiM@example.org'],
  'a Gmail mailbox with dots': ['kim@gmail.com', 'k.im@gmail.com', 'ki.m+x@gmail.com', 'k.i.m@googlemail.com'],
};

for (const [name, [first = '', ...others]] of Object.entries(spellings)) {
  test(`${name} is one address: three codes a day, whoever asks`, async () => {
    const bench = enrolling();
    const asks = [first, ...others].map((address, at) => [at + 1, email(address)] as const);
    assert.deepEqual(await kinds(bench, asks), new Array(4).fill('code-sent'));
    assert.equal(await onTheWay(bench, 1, 2, 3), 3);
    assert.equal(await onTheWay(bench, 4), 0, 'the fourth is not sent');
  });

  test(`${name} is one address for one employee too`, async () => {
    const bench = enrolling();
    const asks = [first, ...others].map((address) => [1, email(address)] as const);
    assert.deepEqual(await kinds(bench, asks), ['code-sent', 'code-sent', 'code-sent', 'address-resting']);
  });
}

test('a number in other spellings is one address', async () => {
  const bench = enrolling();
  const typed = ['070-123 45 67', '+46 (0)70 123 45 67', '00 46 70 1234567', '０７０１２３４５６７'];
  const asks = typed.map((number, at) => {
    const read = readPhone(number, 'text', 'SE');
    assert.ok(read.kind === 'phone');
    return [at + 1, phone(1, { address: read.number })] as const;
  });
  await kinds(bench, asks);
  assert.equal(await onTheWay(bench, 1, 2, 3, 4), 3);
});

test('a number that is called and one that is texted are one address', async () => {
  const bench = enrolling();
  const channels = ['text', 'call', 'text', 'call'] as const;
  const asks = channels.map((channel, at) => [at + 1, phone(1, { channel })] as const);
  await kinds(bench, asks);
  assert.equal(await onTheWay(bench, 1, 2, 3, 4), 3);
});

test('an address has rested after 24 hours, not before', async () => {
  const bench = enrolling();
  for (const number of [1, 2, 3]) await bench.enrolment.begin(asker(number), phone());
  bench.clock.turn(day - 1);
  await bench.enrolment.begin(asker(4), phone());
  assert.equal(await onTheWay(bench, 4), 0);
  bench.clock.turn(1);
  await bench.enrolment.begin(asker(5), phone());
  assert.equal(await onTheWay(bench, 5), 1);
});

test('who proves to own an address may have more codes to it', async () => {
  const bench = enrolling();
  for (let round = 0; round < 6; round += 1) {
    const outcome = await bench.enrolment.begin(asker(1), phone());
    assert.ok(outcome.kind === 'code-sent' && !outcome.challenge.silent, `round ${round}`);
    const answer = await bench.enrolment.answer(employee(1), outcome.challenge.id, await bench.code(employee(1)));
    assert.equal(answer.kind, 'method-proven');
  }
});

test('an employee gets so many codes a day to whatever addresses, and the next after 24 hours', async () => {
  const bench = enrolling({ policy: { sends: { perEmployee: 5, perTenant: 1_000 } } });
  const asks = Array.from({ length: 7 }, (_, at) => [1, phone(at)] as const);
  assert.deepEqual(await kinds(bench, asks), [...Array(5).fill('code-sent'), ...Array(2).fill('person-resting')]);
  bench.clock.turn(day - 7 * minute - 1);
  assert.deepEqual(await kinds(bench, [[1, phone(8)]]), ['person-resting']);
  assert.deepEqual(await kinds(bench, [[1, phone(9)]]), ['code-sent']);
});

test('codes that were proven count for the employee all the same', async () => {
  const bench = enrolling({ policy: { sends: { perEmployee: 2, perTenant: 1_000 } } });
  for (const address of ['a@example.org', 'b@example.org']) {
    const outcome = await bench.enrolment.begin(asker(1), email(address));
    assert.ok(outcome.kind === 'code-sent');
    await bench.enrolment.answer(employee(1), outcome.challenge.id, await bench.code(employee(1)));
  }
  assert.deepEqual(await kinds(bench, [[1, phone()]]), ['person-resting']);
});

test('the organisation has a ceiling: beyond it nothing is promised and nothing is sent', async () => {
  const bench = enrolling({ policy: { sends: { perEmployee: 15, perTenant: 4 } } });
  const asks = Array.from({ length: 6 }, (_, at) => [at, phone(at)] as const);
  assert.deepEqual(await kinds(bench, asks), [...Array(4).fill('code-sent'), ...Array(2).fill('sending-paused')]);
  assert.equal(await onTheWay(bench, 0, 1, 2, 3, 4, 5), 4);
  assert.deepEqual((await bench.person(employee(5))).sends, []);
  bench.clock.turn(25 * hour);
  assert.deepEqual(await kinds(bench, [[7, phone(7)]]), ['code-sent']);
});

test('of many who ask at once, no more than the ceiling get a code', async () => {
  const bench = enrolling({
    policy: { sends: { perEmployee: 15, perTenant: 7 } },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const numbers = Array.from({ length: 30 }, (_, at) => at);
  await Promise.all(numbers.map((number) => bench.enrolment.begin(asker(number), phone(number))));
  assert.equal(await onTheWay(bench, ...numbers), 7);
});

test('one who asks many times at once gets one code, and the address is not sent more than its three', async () => {
  const bench = enrolling({ pause: () => new Promise((resolve) => setImmediate(resolve)) });
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => bench.enrolment.begin(asker(1), phone())));
  assert.equal(outcomes.filter((one) => one.kind === 'code-sent' && one.fresh).length, 1);
  assert.equal((await bench.person(employee(1))).sends.length, 1);
  assert.equal(await onTheWay(bench, 1), 1);
});

test('a blocked country costs nothing, and a number that tells no country counts as blocked', async () => {
  const bench = enrolling({ policy: { countries: ['SE', 'NO'] } });
  assert.deepEqual(
    await kinds(bench, [
      [1, phone(1)],
      [2, phone(2, { country: 'NO' })],
      [3, phone(3, { country: 'LV' })],
      [4, phone(4, { country: null })],
      [5, email('kim@example.org')],
    ]),
    new Array(5).fill('code-sent'),
  );
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map((number) => onTheWay(bench, number))), [1, 1, 0, 0, 1]);
});

for (const kind of ['address-limit', 'tenant-limit'] as const) {
  for (const verb of ['read', 'write'] as const) {
    test(`when the ${kind} can't be ${verb === 'read' ? 'read' : 'written'}, nothing is promised, counted or sent`, async () => {
      const disk = failing(kind, verb);
      const bench = enrolling({ watch: disk.watch });
      disk.broken = true;
      const outcome = await bench.enrolment.begin(asker(1), phone());
      assert.deepEqual(outcome, { kind: 'sending-paused' });
      const { letters, challenge, sends } = await bench.person(employee(1));
      assert.deepEqual({ letters, challenge, sends }, { letters: [], challenge: null, sends: [] });
      disk.broken = false;
      assert.deepEqual(await kinds(bench, [[1, phone()]]), ['code-sent']);
    });

    test(`when the ${kind} can't be ${verb === 'read' ? 'read' : 'written'}, a resend leaves the older code alive`, async () => {
      const disk = failing(kind, verb);
      const bench = enrolling({ watch: disk.watch });
      await bench.enrolment.begin(asker(1), phone());
      const before = await bench.person(employee(1));
      bench.clock.turn(minute);
      disk.broken = true;
      const outcome = await bench.enrolment.resend(asker(1), before.challenge?.id ?? '', 1, 'text');
      assert.deepEqual(outcome, { kind: 'sending-paused' });
      assert.deepEqual(await bench.person(employee(1)), before);
    });
  }
}

test('when the person can’t be written, the fault comes through and no letter is left', async () => {
  const disk = failing('person', 'write');
  const bench = enrolling({ watch: disk.watch });
  disk.broken = true;
  await assert.rejects(bench.enrolment.begin(asker(1), phone()), Fault);
  assert.equal(await onTheWay(bench, 1), 0);
});

function failing(kind: Kind, verb: Access['verb']) {
  const disk = {
    broken: false,
    watch(access: Access) {
      if (disk.broken && access.kind === kind && access.verb === verb) throw new Fault('store-unavailable', 'injected');
    },
  };
  return disk;
}
