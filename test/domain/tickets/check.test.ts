import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkCounts,
  checkLife,
  confirmations,
  waitingCheck,
  withLapsedCheck,
} from '../../../bot/domain/tickets/checks.ts';
import { employeeActed } from '../../../bot/domain/tickets/employee-actions.ts';
import { type SupportAct, supporterActed } from '../../../bot/domain/tickets/supporter-actions.ts';
import type { Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { minute } from '../../../bot/domain/time.ts';
import { after, kim, maja, monday, sam, say, supporter, ticket } from '../../support/tickets.ts';

const check = (id: string, more: object = {}) =>
  ({ kind: 'check', id, provable: true, administrator: false, ...more }) as SupportAct;

const shown = (one: Ticket, id: string, passed: boolean, now: number) =>
  employeeActed(
    one,
    kim,
    { kind: 'check', check: id, passed, method: 'authentication-phone', since: 7 },
    one.story.length,
    now,
  );

test('the supporter learns that the caller passed, by which method and since when there is one, never more', () => {
  const begun = after(ticket(), [sam, check('c1'), monday]);
  assert.equal(waitingCheck(begun)?.by, 'sam');
  const { record } = shown(begun, 'c1', true, monday + minute);
  assert.deepEqual(record.checks, [
    { id: 'c1', by: 'sam', name: 'Sam', at: monday, result: 'passed', method: 'authentication-phone', since: 7 },
  ]);
  assert.deepEqual(confirmations(record, monday + minute), { have: 1, need: 1 });
});

test('a failed one and "it is not me who calls" say failed, without a method', () => {
  const begun = after(ticket(), [sam, check('c1'), monday]);
  const { record } = shown(begun, 'c1', false, monday + minute);
  assert.deepEqual([record.checks[0]?.result, record.checks[0]?.method], ['failed', null]);
  assert.equal(confirmations(record, monday).have, 0);
});

test('without an answer within ten minutes it says so, and a later answer changes nothing', () => {
  const begun = after(ticket(), [sam, check('c1'), monday]);
  assert.equal(withLapsedCheck(begun, monday + checkLife - 1), begun);
  const over = withLapsedCheck(begun, monday + checkLife);
  assert.deepEqual([over.checks[0]?.result, over.story.at(-1)?.by], ['no-answer', 'bot']);
  for (const one of [begun, over]) {
    assert.deepEqual(shown(one, 'c1', true, monday + checkLife), {
      record: one,
      outcome: { kind: 'late', ticket: one },
    });
  }
});

test('an answer counts for the check it names, once, and from the employee alone', () => {
  const begun = after(ticket(), [sam, check('c1'), monday]);
  assert.equal(shown(begun, 'c2', true, monday).outcome.kind, 'late');
  const eve = { ...kim, objectId: 'eve' };
  const act = { kind: 'check', check: 'c1', passed: true, method: null } as const;
  assert.equal(employeeActed(begun, eve, act, 2, monday).outcome.kind, 'unknown-ticket');
  const passed = shown(begun, 'c1', true, monday).record;
  assert.deepEqual(
    [shown(passed, 'c1', true, monday).outcome.kind, shown(passed, 'c1', true, monday).record],
    ['done', passed],
  );
  assert.equal(shown(passed, 'c1', false, monday).outcome.kind, 'late');
});

test('nobody checks themselves, nobody is checked who has nothing to show, and one check runs at a time', () => {
  const own = supporterActed(ticket(), supporter('kim'), check('c1'), 1, monday);
  assert.deepEqual([own.outcome.kind, own.record], ['own-ticket', ticket()]);
  assert.equal(supporterActed(ticket(), sam, check('c1', { provable: false }), 1, monday).outcome.kind, 'no-method');
  const begun = after(ticket(), [sam, check('c1'), monday]);
  assert.equal(supporterActed(begun, maja, check('c2'), 3, monday).outcome.kind, 'late');
  assert.equal(supporterActed(begun, sam, check('c3'), 3, monday).record, begun, 'clicked twice');
});

test('a directory administrator is confirmed by two different supporters, never by one twice', () => {
  const pass = (one: Ticket, who: typeof sam, id: string) =>
    shown(after(one, [who, check(id, { administrator: true }), monday]), id, true, monday).record;
  const once = pass(ticket(), sam, 'c1');
  assert.deepEqual(confirmations(once, monday), { have: 1, need: 2 });
  assert.deepEqual(confirmations(pass(once, sam, 'c2'), monday), { have: 1, need: 2 });
  assert.deepEqual(confirmations(pass(once, maja, 'c2'), monday), { have: 2, need: 2 });
});

test('what the directory says at the check counts: somebody who became an administrator needs two', () => {
  const begun = after(ticket({ facts: { administrator: false } }), [sam, check('c1', { administrator: true }), monday]);
  assert.equal(confirmations(begun, monday).need, 2);
  assert.equal(confirmations(ticket({ facts: { administrator: true } }), monday).need, 2);
});

test('a passed check counts for an hour', () => {
  const passed = shown(after(ticket(), [sam, check('c1'), monday]), 'c1', true, monday).record;
  assert.equal(confirmations(passed, monday + checkCounts - 1).have, 1);
  assert.equal(confirmations(passed, monday + checkCounts).have, 0);
});

test('a withdrawn ticket is not checked', () => {
  const gone = say(ticket(), { kind: 'withdraw' }, monday);
  assert.equal(supporterActed(gone, sam, check('c1'), 2, monday).outcome.kind, 'late');
});
