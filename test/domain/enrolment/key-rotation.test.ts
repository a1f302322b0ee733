import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import { codesPerAddress } from '../../../bot/domain/enrolment/rate-limit.ts';
import { minute } from '../../../bot/domain/time.ts';
import { createSeal } from '../../../bot/providers/store/seal.ts';
import { asker, employee, enrolling, phone } from '../../support/enrolling.ts';
import { ringOf, sealing } from '../../support/keyring.ts';

/** While keys are rotated process by process: both know both keys, one has the new one for its newest already. */
const [behind, ahead] = [sealing(1, 1, 2), ringOf(1, 2)];

test('the version that seals may be another than the highest, and comes first', () => {
  assert.deepEqual([behind.newest, behind.versions], [1, [1, 2]]);
  assert.deepEqual([ahead.newest, ahead.versions], [2, [2, 1]]);
  assert.throws(() => sealing(3, 1, 2), RangeError);
});

test('what either of them seals, the other opens', () => {
  const [one, other] = [createSeal(behind), createSeal(ahead)];
  assert.equal(other.open(one.close('old', 'here'), 'here'), 'old');
  assert.equal(one.open(other.close('new', 'here'), 'here'), 'new');
});

test('an address gets no more codes than ever, whichever process it is asked of', async () => {
  const bench = enrolling();
  const processes = [bench.another(behind), bench.another(ahead)];
  const sent: boolean[] = [];
  for (let at = 0; at < 2 * codesPerAddress; at += 1) {
    const outcome = await processes[at % 2]?.begin(asker(at), phone());
    assert.equal(outcome?.kind, 'code-sent');
    sent.push((await bench.person(employee(at))).challenge?.silent === false);
  }
  assert.deepEqual(
    sent,
    sent.map((_, at) => at < codesPerAddress),
  );
});

test('nor when both are asked at the same moment', async () => {
  const bench = enrolling({ pause: yielded });
  const processes = [bench.another(behind), bench.another(ahead)];
  const people = Array.from({ length: 20 }, (_, at) => at);
  await Promise.all(people.map((at) => processes[at % 2]?.begin(asker(at), phone())));
  const challenges = await Promise.all(people.map(async (at) => (await bench.person(employee(at))).challenge));
  const sent = challenges.filter((one) => one?.silent === false).length;
  assert.ok(sent > 0 && sent <= codesPerAddress, `${sent} codes`);
});

test('somebody who asks for their own address is counted once for both keys', async () => {
  const bench = enrolling();
  const processes = [bench.another(behind), bench.another(ahead)];
  const outcomes: (string | undefined)[] = [];
  for (let at = 0; at <= codesPerAddress; at += 1) {
    outcomes.push((await processes[at % 2]?.begin(asker(1), phone()))?.kind);
    bench.clock.turn(6 * minute);
  }
  assert.deepEqual(outcomes, [...Array(codesPerAddress).fill('code-sent'), 'address-resting']);
});

test('a code that one of them sent is answered at the other', async () => {
  for (const [from, to] of [
    [behind, ahead],
    [ahead, behind],
  ] as const) {
    const bench = enrolling();
    const begun = await bench.another(from).begin(asker(1), phone());
    assert.ok(begun.kind === 'code-sent');
    const outcome = await bench.another(to).answer(employee(1), begun.challenge.id, await bench.code(employee(1)));
    assert.equal(outcome.kind, 'method-proven');
  }
});
