import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextReminder, withReminders } from '../../../bot/domain/tickets/schedule.ts';
import type { SupportPolicy } from '../../../bot/domain/tickets/support-policy.ts';
import type { Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { day, hour, type Instant, minute } from '../../../bot/domain/time.ts';
import { after, monday, policy, sam, say, ticket } from '../../support/tickets.ts';

/** All that is said of a ticket on which nothing moves, with the time since it was raised. */
function course(one: Ticket, of: SupportPolicy, until: number): readonly (readonly [act: string, after: number])[] {
  const said: [string, number][] = [];
  let next = one;
  for (let now: Instant = monday; now <= monday + until; now += minute) {
    const before = next.story.length;
    next = withReminders(next, of, now);
    if (next.story.length > before) said.push([next.story.at(-1)?.act ?? '', now - monday]);
  }
  return said;
}

const three = policy({ tiers: [['a@x.org'], ['b@x.org'], ['c@x.org']], unclaimed: { normal: 60, urgent: 10 } });

test('unclaimed it is said again, then goes tier by tier, then is said every day', () => {
  assert.deepEqual(course(ticket(), three, 2 * day + 4 * hour), [
    ['said-again', hour],
    ['next-tier', 2 * hour],
    ['next-tier', 3 * hour],
    ['said-again', 3 * hour + day],
    ['said-again', 3 * hour + 2 * day],
  ]);
});

test('an urgent one goes faster, and without tiers it is still said again', () => {
  const urgent = ticket({ plea: { urgent: true } });
  assert.deepEqual(
    course(urgent, three, hour).map(([, at]) => at),
    [10 * minute, 20 * minute, 30 * minute],
  );
  assert.deepEqual(course(ticket(), policy({ tiers: [] }), 2 * day + 3 * hour), [
    ['said-again', 2 * hour],
    ['said-again', 2 * hour + day],
    ['said-again', 2 * hour + 2 * day],
  ]);
});

test('claiming stops it; silence after that is noticed, and every act of the supporter starts the wait anew', () => {
  const claimed = after(ticket(), [sam, { kind: 'claim', over: null }, monday]);
  assert.deepEqual(course(claimed, three, 2 * day), [
    ['reminded', 8 * hour],
    ['reminded', 8 * hour + day],
  ]);
  const noted = after(claimed, [sam, { kind: 'note', words: 'Looking.' }, monday + 7 * hour]);
  assert.equal(nextReminder(noted, three)?.at, monday + 15 * hour);
});

test('while the employee owes an answer it is they who are asked again, after one day and three', () => {
  const asked = after(ticket(), [sam, { kind: 'ask', words: 'Which page?' }, monday]);
  const returned = after(ticket(), [sam, { kind: 'return', words: 'Register first.' }, monday]);
  for (const one of [asked, returned]) {
    assert.deepEqual(course(one, three, 30 * day), [
      ['asked-again', day],
      ['asked-again', 3 * day],
    ]);
  }
});

test('a resolved ticket asks once more whether it works, unless they have said so', () => {
  const resolved = after(ticket(), [sam, { kind: 'resolve', words: 'Try now.' }, monday]);
  assert.deepEqual(course(resolved, three, 30 * day), [['asked-again', 2 * day]]);
  assert.deepEqual(course(say(resolved, { kind: 'works' }, monday), three, 30 * day), []);
  assert.deepEqual(course(say(ticket(), { kind: 'withdraw' }, monday), three, 30 * day), []);
});

test('opened again, the wait begins anew', () => {
  const resolved = after(ticket(), [sam, { kind: 'resolve', words: 'Try now.' }, monday]);
  const again = say(resolved, { kind: 'reopen', words: 'No.' }, monday + day);
  assert.deepEqual(nextReminder(again, three), { at: monday + day + hour, deed: { act: 'said-again' } });
});

test('after a night in which nobody was up, only the last is said, and every tier it should have reached has it', () => {
  const late = withReminders(ticket(), three, monday + 10 * hour);
  assert.deepEqual(
    late.story.map(({ act }) => act),
    ['raised', 'next-tier'],
  );
  assert.equal(late.tier, 2);
});

test('a clock set back says nothing twice', () => {
  const once = withReminders(ticket(), three, monday + hour);
  assert.equal(withReminders(once, three, monday), once);
  assert.equal(withReminders(once, three, monday + hour), once);
});

test('a tier that was taken out of the policy meanwhile breaks nothing', () => {
  const far = withReminders(ticket(), three, monday + 3 * hour);
  const less = withReminders(far, policy({ tiers: [] }), monday + 5 * day);
  assert.equal(less.story.at(-1)?.act, 'said-again');
});
