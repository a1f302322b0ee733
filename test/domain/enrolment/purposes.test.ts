import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person } from '../../../bot/domain/account/person.ts';
import { callerCheckMethods, stopsChanges } from '../../../bot/domain/enrolment/proof.ts';
import {
  addressMethodNames,
  type MethodName,
  methodNames,
  type ProofPurpose,
} from '../../../bot/domain/methods/method.ts';
import { day, minute, second } from '../../../bot/domain/time.ts';
import { goodRows, inOrder, type MethodBench, member, methodBench, shownBy } from '../../support/app-and-questions.ts';
import { asker, employee, phone } from '../../support/enrolling.ts';

const kim = employee(1);

/** Sets the method up in a record of their own, a month ago, and returns how it is shown. */
async function longAgo(bench: MethodBench, method: MethodName): Promise<(purpose: ProofPurpose) => Promise<string>> {
  switch (method) {
    case 'authenticator-app': {
      const begun = await bench.apps.begin(asker(1));
      assert.ok(begun.kind === 'app-setup');
      const { id, secret } = begun.setup;
      await bench.apps.accept(kim, id, shownBy(secret, bench.clock()));
      return async (purpose) => (await bench.apps.prove(kim, shownBy(secret, bench.clock()), purpose)).kind;
    }
    case 'security-questions':
      await bench.questions.register(asker(1), member, goodRows);
      return async (purpose) => {
        const answerer = { employee: kim, administrator: false };
        const asked = await bench.questions.ask(answerer);
        assert.ok(asked.kind === 'questions-asked');
        return (await bench.questions.answer(answerer, asked.draw, inOrder(asked.questions), purpose)).kind;
      };
    default: {
      const { address, channel, country } =
        method === 'authentication-email'
          ? ({ address: 'kim@home.example', channel: 'email', country: null } as const)
          : ({ ...phone(), channel: method === 'office-phone' ? 'call' : 'text' } as const);
      const code = async (purpose: ProofPurpose | 'register') => {
        const sent = await bench.enrolment.begin(asker(1), { purpose, method, channel, address, country });
        assert.ok(sent.kind === 'code-sent', sent.kind);
        return (await bench.enrolment.answer(kim, sent.challenge.id, await bench.code(kim))).kind;
      };
      await code('register');
      return code;
    }
  }
}

for (const method of methodNames) {
  for (const purpose of ['prove', 'caller-check'] as const) {
    test(`${method} shown for ${purpose}: ${purpose === 'prove' ? 'opens changes for a while' : 'opens nothing'}`, async () => {
      const bench = methodBench();
      const show = await longAgo(bench, method);
      bench.clock.turn(30 * day);
      const before = await bench.person(kim);
      assert.equal(await show(purpose), 'identity-proven');
      const after = await bench.person(kim);
      const opened = purpose === 'prove';
      assert.equal(after.provedAt, opened ? bench.clock() : before.provedAt);
      assert.equal(after.provedBy, opened ? method : before.provedBy);
      assert.equal(stopsChanges(after, bench.clock())?.kind, opened ? undefined : 'proof-needed');
    });
  }
}

const now = Date.UTC(2026, 10, 23);

function having(method: MethodName, provenAt: number, more: Partial<Person> = {}): Person {
  const proven = { address: '+46701234567', channel: 'text', provenAt } as const;
  return { ...newPerson(kim), methods: { [method]: proven }, ...more };
}

for (const method of addressMethodNames) {
  test(`${method} vouches for a caller when it is older than the request and than seven days, and was left alone since`, () => {
    const by = (person: Person, asked = now) => callerCheckMethods(person, asked, now);
    assert.deepEqual(by(having(method, now - 7 * day)), [method]);
    assert.deepEqual(by(having(method, now - 7 * day + 1)), [], 'younger than a change can be disowned');
    assert.deepEqual(by(having(method, now - 3 * minute)), []);
    assert.deepEqual(by(having(method, now - 30 * day), now - 31 * day), [], 'it came after the request');
    assert.deepEqual(by(having(method, now + day)), [], 'by a clock that was ahead');
    const back = { id: 'c1', at: now - day, method, what: 'brought-back', before: null, paid: true } as const;
    assert.deepEqual(by(having(method, now - 30 * day, { changes: [back] })), [], 'it was out of use');
  });
}

test('what a clock far ahead allowed is too old when the clock is right again', async () => {
  const bench = methodBench();
  const show = await longAgo(bench, 'authentication-phone');
  bench.clock.turn(30 * day);
  await show('prove');
  bench.clock.turn(-30 * second);
  assert.equal(stopsChanges(await bench.person(kim), bench.clock()), undefined, 'clocks may differ a little');
  bench.clock.turn(-27 * day);
  assert.equal(stopsChanges(await bench.person(kim), bench.clock())?.kind, 'proof-needed');
  const sent = await bench.enrolment.begin(asker(1), phone(1, { purpose: 'prove' }));
  assert.ok(sent.kind === 'code-sent');
  const code = await bench.code(kim);
  bench.clock.turn(-2 * 60 * minute);
  assert.equal((await bench.enrolment.answer(kim, sent.challenge.id, code)).kind, 'code-too-old');
});

test('a method that is new shows nobody’s identity: the twenty minutes do not begin again by it', async () => {
  const bench = methodBench();
  const show = await longAgo(bench, 'authentication-phone');
  bench.clock.turn(30 * day);
  await show('prove');
  bench.clock.turn(15 * minute);
  await longAgo(bench, 'authentication-email');
  bench.clock.turn(6 * minute);
  assert.equal(stopsChanges(await bench.person(kim), bench.clock())?.kind, 'proof-needed');
});
