import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressId,
  countByHour,
  countOnce,
  type RateCounter,
  sendsCounted,
  withdrawSends,
} from '../../../bot/domain/enrolment/rate-limit.ts';
import { day, hour, minute } from '../../../bot/domain/time.ts';
import { ringOf } from '../../support/keyring.ts';

const noon = 1_000 * day;

function sends(...ats: readonly number[]): RateCounter {
  return { slots: ats.map((at, number) => ({ at, count: 1, by: `challenge-${number}/letter` })) };
}

test('sends to an address are counted up to the limit, and the next one is refused', () => {
  let counter: RateCounter | undefined;
  for (const by of ['a/1', 'a/2', 'b/1']) {
    const { record, outcome } = countOnce(counter, by, 3, noon);
    assert.equal(outcome, 'counted');
    counter = record;
  }
  assert.equal(countOnce(counter, 'b/2', 3, noon).outcome, 'full');
  assert.equal(sendsCounted(counter, noon), 3);
});

test('the same send is counted once however often it is counted, also when the address is full', () => {
  const full = sends(noon, noon, noon);
  const again = countOnce(full, 'challenge-2/letter', 3, noon);
  assert.equal(again.outcome, 'counted');
  assert.equal(sendsCounted(again.record, noon), 3);
});

test('a refused send is not counted', () => {
  const { record, outcome } = countOnce(sends(noon, noon, noon), 'new/1', 3, noon);
  assert.equal(outcome, 'full');
  assert.equal(sendsCounted(record, noon), 3);
});

test('a send counts for exactly 24 hours', () => {
  const counter = sends(noon);
  assert.equal(sendsCounted(counter, noon + day - 1), 1);
  assert.equal(sendsCounted(counter, noon + day), 0);
  assert.equal(countOnce(counter, 'new/1', 1, noon + day - 1).outcome, 'full');
  assert.equal(countOnce(counter, 'new/1', 1, noon + day).outcome, 'counted');
});

test('a limit of none lets nothing through, even for an address nobody counted', () => {
  assert.equal(countOnce(undefined, 'a/1', 0, noon).outcome, 'full');
  assert.equal(countOnce(undefined, 'a/1', -2, noon).outcome, 'full');
  assert.equal(countByHour(undefined, 0, noon).outcome, 'full');
});

test('a clock set back lets nobody send more, and one that was far ahead shuts nobody out for long', () => {
  const full = sends(noon, noon, noon);
  assert.equal(countOnce(full, 'new/1', 3, noon - day + 1).outcome, 'full');
  assert.equal(countOnce(full, 'new/1', 3, noon - 10 * day).outcome, 'counted');
  const hourly = { slots: [{ at: noon, count: 5, by: null }] };
  assert.equal(countByHour(hourly, 5, noon - hour).outcome, 'full');
  assert.equal(sendsCounted(countByHour(hourly, 6, noon - hour).record, noon), 6);
});

test('a proven challenge gives back its own sends and no others', () => {
  const counter = { slots: ['ab/1', 'a/1', 'a/2', null].map((by) => ({ at: noon, count: 1, by })) };
  assert.deepEqual(
    withdrawSends(counter, 'a').slots.map(({ by }) => by),
    ['ab/1', null],
  );
  assert.equal(withdrawSends(counter, 'nobody'), counter);
  assert.deepEqual(withdrawSends(undefined, 'a'), { slots: [] });
});

test('the organisation’s record stays small: one slot an hour, old ones dropped', () => {
  let counter: RateCounter | undefined;
  for (let at = 0; at < 3 * day; at += 5 * minute) counter = countByHour(counter, 10_000, noon + at).record;
  assert.ok(counter && counter.slots.length <= 26, `${counter?.slots.length} slots`);
  assert.ok(sendsCounted(counter, noon + 3 * day) >= 23 * 12);
});

test('the organisation gets no more than its number in any 24 hours, whenever in the hour they were sent', () => {
  const first = countByHour(undefined, 3, noon).record;
  const second = countByHour(first, 3, noon + 59 * minute).record;
  const third = countByHour(second, 3, noon + 59 * minute).record;
  assert.equal(countByHour(third, 3, noon + day + 58 * minute).outcome, 'full');
  assert.equal(countByHour(third, 3, noon + day + hour).outcome, 'counted');
});

test('the organisation gets exactly its number of sends at once', () => {
  let counter: RateCounter | undefined;
  const outcomes = Array.from({ length: 8 }, () => {
    const { record, outcome } = countByHour(counter, 5, noon);
    counter = record;
    return outcome;
  });
  assert.deepEqual(outcomes, [...Array(5).fill('counted'), ...Array(3).fill('full')]);
});

test('the id of an address shows nothing of it, and differs by address and key', () => {
  const ring = ringOf(1, 2);
  const ids = [
    addressId(ring, 1, '+46701234567'),
    addressId(ring, 1, '+46701234568'),
    addressId(ring, 2, '+46701234567'),
  ];
  assert.equal(new Set(ids).size, 3);
  assert.ok(ids.every((id) => /^[\w-]{43}$/.test(id) && !id.includes('4670')));
  assert.equal(addressId(ringOf(1), 1, '+46701234567'), ids[0]);
});
