import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstBroken } from '../../bot/domain/audit/trail.ts';
import {
  mailTried,
  takeTicketLetters,
  ticketDueAt,
  ticketLetterTried,
} from '../../bot/domain/outbox/ticket-letters.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { type EmployeeAct, employeeActed } from '../../bot/domain/tickets/employee-actions.ts';
import { type SupportAct, supporterActed } from '../../bot/domain/tickets/supporter-actions.ts';
import { hasEnded, type Ticket } from '../../bot/domain/tickets/ticket.ts';
import { hour, minute } from '../../bot/domain/time.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { facts, kim, maja, monday, policy, sam, ticket } from '../support/tickets.ts';

/** A move of anybody, on the card as it is now or as it was some acts ago. */
type Move =
  | { readonly who: 'sam' | 'maja' | 'stranger'; readonly act: SupportAct; readonly behind: number }
  | { readonly who: 'kim' | 'eve'; readonly act: EmployeeAct; readonly behind: number }
  | { readonly who: 'time'; readonly passes: number };

const words = fc.constantFrom('one', 'two', '');
const behind = fc.nat(3);
const supporting: fc.Arbitrary<SupportAct> = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), over: fc.constantFrom(null, 'sam', 'maja') }),
  fc.record({ kind: fc.constantFrom('ask' as const, 'note' as const, 'resolve' as const, 'return' as const), words }),
  fc.record({
    kind: fc.constant('check' as const),
    id: fc.constantFrom('c1', 'c2'),
    provable: fc.boolean(),
    administrator: fc.boolean(),
  }),
);
const employing: fc.Arbitrary<EmployeeAct> = fc.oneof(
  fc.record({ kind: fc.constantFrom('say' as const, 'reopen' as const), words }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'works' as const) }),
  fc.record({
    kind: fc.constant('edit' as const),
    plea: fc.record({ said: words, happenedAt: fc.constant(monday), reach: words, urgent: fc.boolean() }),
    colleague: words,
    facts: fc.constant(facts),
  }),
  fc.record({
    kind: fc.constant('check' as const),
    check: fc.constantFrom('c1', 'c2', 'c3'),
    passed: fc.boolean(),
    method: fc.constantFrom('authentication-phone' as const, null),
  }),
);
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      who: fc.constantFrom('sam' as const, 'maja' as const, 'stranger' as const),
      act: supporting,
      behind,
    }),
  },
  { weight: 3, arbitrary: fc.record({ who: fc.constantFrom('kim' as const, 'eve' as const), act: employing, behind }) },
  {
    weight: 2,
    arbitrary: fc.record({ who: fc.constant('time' as const), passes: fc.integer({ min: 1, max: 30 * hour }) }),
  },
);

const actors = { sam, maja, stranger: { ...sam, supporter: false } };

function made(one: Ticket, move: Exclude<Move, { who: 'time' }>, now: number) {
  const seen = Math.max(0, one.story.length - move.behind);
  if ('sam maja stranger'.includes(move.who)) {
    return supporterActed(one, actors[move.who as keyof typeof actors], move.act as SupportAct, seen, now);
  }
  const employee = move.who === 'kim' ? kim : { ...kim, objectId: 'eve' };
  return employeeActed(one, employee, move.act as EmployeeAct, seen, now);
}

/** Each check has an id of its own, and an answer names the last one by that name. */
function named(one: Ticket, move: Exclude<Move, { who: 'time' }>): Exclude<Move, { who: 'time' }> {
  if (move.act.kind !== 'check') return move;
  if ('id' in move.act)
    return { ...move, act: { ...move.act, id: `${move.act.id}/${one.story.length}` } } as typeof move;
  const { check } = move.act;
  const checkAsked = one.checks.findLast(({ id }) => id.startsWith(check))?.id ?? check;
  return { ...move, act: { ...move.act, check: checkAsked } } as typeof move;
}

/** What has to hold of every ticket. */
function sound(one: Ticket, now: number): void {
  assert.equal(firstBroken(one.story), undefined);
  assert.deepEqual(recordDefinitions.ticket.parse(JSON.parse(JSON.stringify(one))), one);
  assert.ok(one.state !== 'open' || one.claimedBy === null);
  assert.ok(one.state !== 'claimed' || one.claimedBy !== null);
  assert.ok(one.question === null || one.state === 'claimed' || one.state === 'returned');
  assert.ok(one.checks.filter(({ result }) => result === 'waiting').length <= 1);
  assert.ok(ticketDueAt(one) !== undefined, 'nobody would look at it any more');
  assert.ok(one.letters.filter(({ kind }) => kind === 'board').length <= 1);
  assert.ok(one.letters.filter(({ kind }) => kind === 'chat').length <= 1);
  assert.equal(new Set(one.letters.map(({ id }) => id)).size, one.letters.length, 'two letters have one name');
  const times = one.story.map(({ at }) => at);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  assert.ok(one.since <= now);
}

test('whatever anybody does in whatever order, a ticket stays sound and nothing of it is ever lost', () => {
  const seed = seedOfRun();
  const numRuns = amount(500, 10_000);
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 40 }), (all) => {
      let [one, now] = [ticket(), monday];
      /** What was done, on which card: the channel may send any of it again at any time. */
      const done: (readonly [move: Exclude<Move, { who: 'time' }>, seen: number])[] = [];
      const said = new Set(one.story.map(({ hash }) => hash));
      for (const drawn of all) {
        const before = one;
        if (drawn.who === 'time') {
          now += drawn.passes;
          const { record, outcome } = takeTicketLetters(one, policy(), now);
          one = record ?? assert.fail('forgotten');
          for (const { id, kind } of outcome?.letters ?? []) {
            if (kind === 'mail') one = mailTried(one, id, { kind: 'accepted', reference: '' }, now, now);
            if (kind === 'voice') one = ticketLetterTried(one, id, { kind: 'accepted', reference: '' }, now);
          }
          assert.equal(one.posted, before.wakes !== null && before.wakes <= now ? one.story.length : before.posted);
        } else {
          const move = named(one, drawn);
          const { record, outcome } = made(one, move, now);
          one = record;
          if (move.who === 'stranger' || move.who === 'eve') assert.equal(record, before);
          if (outcome.kind !== 'done') assert.equal(record, before, outcome.kind);
          // The very same act on the very same card, sent again by the channel a minute later.
          const again = made(
            one,
            { ...move, behind: move.behind + one.story.length - before.story.length },
            now + minute,
          );
          if (outcome.kind === 'done' && record !== before) {
            assert.equal(again.record, record, `${move.act.kind} twice`);
            done.push([move, Math.max(0, before.story.length - move.behind)]);
          }
          for (const [old, seen] of done) {
            const late = made(one, { ...old, behind: one.story.length - seen }, now + minute);
            assert.equal(late.record, one, `${old.act.kind} again, much later`);
          }
        }
        for (const { hash } of one.story) said.add(hash);
        sound(one, now);
      }
      assert.deepEqual(
        [...said],
        one.story.map(({ hash }) => hash),
      );
      if (!hasEnded(one)) assert.ok(one.wakes !== null || one.letters.length > 0);
    }),
    { seed, numRuns },
  );
  figure({
    test: 'ticket model',
    measured: `${numRuns} runs, no counter-example`,
    target: 'no counter-example',
    met: true,
    seed,
  });
});
