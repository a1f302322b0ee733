import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  afterReport,
  furthest,
  type Journey,
  type NotArrived,
  type StatusReport,
  shownDelivery,
  type TrackedSend,
} from '../../../bot/domain/outbox/delivery-status.ts';
import { seedOfRun } from '../../support/seeded.ts';

const letter = 'aa11';
const accepted: TrackedSend = { letter, delivery: 'accepted', notArrived: null };
const onWay: StatusReport = { kind: 'on-way', letter };
const arrived: StatusReport = { kind: 'arrived', letter };
const failed = (why: NotArrived): StatusReport => ({ kind: 'not-arrived', why, letter });

function after(...reports: readonly StatusReport[]): TrackedSend {
  return reports.reduce(afterReport, accepted);
}

test('what arrived has arrived, whatever is told before or after', () => {
  const done = { letter, delivery: 'arrived', notArrived: null };
  assert.deepEqual(after(onWay, arrived), done);
  assert.deepEqual(after(arrived, onWay), done);
  assert.deepEqual(after(arrived, failed('blocked')), done);
  assert.deepEqual(after(failed('blocked'), arrived), done, 'a copy of it got through');
});

test('what did not arrive keeps the reason told first, and is not under way again', () => {
  const missed = { letter, delivery: 'not-arrived', notArrived: 'unreachable' };
  assert.deepEqual(after(failed('unreachable'), onWay, failed('unknown')), missed);
});

test('a report that is here before the answer to the request counts too', () => {
  const waiting: TrackedSend = { letter, delivery: 'waiting', notArrived: null };
  assert.equal(afterReport(waiting, onWay).delivery, 'accepted');
  const told = afterReport(waiting, arrived);
  assert.equal(furthest(told.delivery, 'accepted'), 'arrived', 'and the answer does not take it back');
  assert.equal(furthest('waiting', 'accepted'), 'accepted');
});

test('a report about another letter, or nothing new, leaves the very same object', () => {
  for (const report of [onWay, { ...arrived, letter: 'bb22' }]) assert.equal(afterReport(accepted, report), accepted);
  const done = after(arrived);
  assert.equal(afterReport(done, arrived), done);
  const none: TrackedSend = { letter: null, delivery: 'waiting', notArrived: null };
  assert.equal(afterReport(none, arrived), none);
});

test('the rest of what is followed stays as it is', () => {
  const challenge = { ...accepted, id: 'c', wrong: ['x'] };
  assert.deepEqual(afterReport(challenge, arrived), { ...challenge, delivery: 'arrived' });
});

test('that it arrived is shown for a proven address only; that it did not, always', () => {
  assert.equal(shownDelivery('arrived', 'prove'), 'arrived');
  assert.equal(shownDelivery('arrived', 'register'), 'accepted');
  for (const purpose of ['prove', 'register'] as const) {
    for (const delivery of ['waiting', 'accepted', 'refused', 'not-arrived'] as const) {
      assert.equal(shownDelivery(delivery, purpose), delivery);
    }
  }
});

const report = fc.oneof(
  fc.constant(onWay),
  fc.constant(arrived),
  fc.constantFrom<NotArrived>('unreachable', 'no-texts', 'unknown').map(failed),
);
const order: readonly Journey[] = ['waiting', 'accepted', 'refused', 'not-arrived', 'arrived'];

test('in any order and any number, reports lead to the same place, and never back', () => {
  const seed = seedOfRun();
  fc.assert(
    fc.property(fc.array(report, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (reports, chances) => {
      let now = accepted;
      for (const one of reports) {
        const next = afterReport(now, one);
        assert.ok(order.indexOf(next.delivery) >= order.indexOf(now.delivery));
        assert.equal(next.notArrived !== null, next.delivery === 'not-arrived');
        now = next;
      }
      const shuffled = [...reports, ...reports]
        .map((one) => ({ one, at: chances.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      assert.equal(after(...shuffled).delivery, now.delivery);
    }),
    { seed, numRuns: 1_000 },
  );
});
