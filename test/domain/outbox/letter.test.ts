import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLife } from '../../../bot/domain/enrolment/challenge.ts';
import {
  delayAfter,
  type Letter,
  lease,
  leaseLetter,
  postponeLetter,
  timesTried,
} from '../../../bot/domain/outbox/letter.ts';
import { minute, second } from '../../../bot/domain/time.ts';

const letter: Letter = { kind: 'refresh', id: 'letter', due: 0, dies: null, tries: [] };
const latest = 1 - Number.EPSILON;

test('the delay grows with every try until it stays', () => {
  const delays = Array.from({ length: 30 }, (_, tries) => delayAfter(tries + 1, 0.5, undefined));
  for (const [at, delay] of delays.entries()) assert.ok(delay >= (delays[at - 1] ?? 0), `try ${at + 1}: ${delay}`);
  assert.ok((delays[7] ?? 0) > 50 * (delays[0] ?? 0));
});

test('the delay is never under a second nor over ten minutes, after any number of tries', () => {
  for (const tries of [0, 1, 2, 5, 10, 100, 1e6, Number.MAX_SAFE_INTEGER]) {
    for (const chance of [0, 0.5, latest]) {
      const delay = delayAfter(tries, chance, undefined);
      assert.ok(delay >= 0.5 * second && delay <= 10 * minute, `${tries} tries, chance ${chance}: ${delay}`);
    }
  }
  assert.ok(delayAfter(1, 0, undefined) >= second);
});

test('chance spreads the delay over half of its length, so that letters that failed together do not return together', () => {
  for (const tries of [1, 4, 20]) {
    const [soonest, last] = [delayAfter(tries, 0, undefined), delayAfter(tries, latest, undefined)];
    assert.ok(Math.abs(last / soonest - 2) < 0.001);
  }
});

test('a provider that asks for a longer delay gets it, one that asks for a shorter one does not', () => {
  assert.equal(delayAfter(1, 0.5, 90 * second), 90 * second);
  assert.equal(delayAfter(8, 0.5, second), delayAfter(8, 0.5, undefined));
  assert.equal(delayAfter(1, 0.5, -5), delayAfter(1, 0.5, undefined));
});

test('several tries fit into the life of a code', () => {
  let at = 0;
  let tries = 0;
  while (at < codeLife) {
    tries += 1;
    at += delayAfter(tries, latest, undefined);
  }
  assert.ok(tries >= 6, `${tries} tries`);
});

test('a letter on lease is out of reach until the lease ends, and its try is noted', () => {
  const taken = leaseLetter(letter, 1_000);
  assert.equal(taken.due, 1_000 + lease);
  assert.deepEqual(taken.tries, [{ at: 1_000, result: null }]);
});

test('a put-off letter notes what its last try came to, and no other', () => {
  const twice = leaseLetter(postponeLetter(leaseLetter(letter, 1), 2, 'busy'), 3);
  assert.deepEqual(postponeLetter(twice, 9, 'gone').tries, [
    { at: 1, result: 'busy' },
    { at: 3, result: 'gone' },
  ]);
  assert.equal(postponeLetter(twice, 9, 'gone').due, 9);
});

test('a letter that is tried for ever keeps its first and its last try, and how many there were', () => {
  let tried: Letter = letter;
  for (let at = 1; at <= 50; at += 1) tried = postponeLetter(leaseLetter(tried, at), at, `${at}`);
  assert.deepEqual(
    tried.tries.map(({ at }) => at),
    [1, 50],
  );
  assert.equal(timesTried(tried), 50);
});
