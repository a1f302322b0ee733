import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actedOn, situationsOf } from '../../../bot/domain/tickets/statistics.ts';
import type { Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { hour, minute } from '../../../bot/domain/time.ts';
import { after, maja, monday, sam, say, seenFinding, ticket } from '../../support/tickets.ts';

const claim = { kind: 'claim', over: null } as const;
const resolve = { kind: 'resolve', words: 'Try now.' } as const;

/** Which acts took how long. */
const times = (one: Ticket) =>
  one.story.flatMap((_told, entry) => {
    const { act, took } = actedOn(one, entry) ?? assert.fail();
    return took === null ? [] : [[act, took / minute]];
  });

test('it is reckoned from raised to the first claim and to the first solution, whoever takes over', () => {
  const worked = after(
    ticket(),
    [sam, claim, monday + 10 * minute],
    [maja, { kind: 'claim', over: 'sam' }, monday + 20 * minute],
    [maja, resolve, monday + hour],
  );
  assert.deepEqual(times(worked), [
    ['claimed', 10],
    ['resolved', 60],
  ]);
});

test('opened again, the time begins anew', () => {
  const solved = after(ticket(), [sam, resolve, monday + minute]);
  const again = say(solved, { kind: 'reopen', words: 'No.' }, monday + hour);
  assert.deepEqual(times(after(again, [sam, claim, monday + hour + 5 * minute])), [
    ['claimed', 1],
    ['resolved', 1],
    ['claimed', 5],
  ]);
});

test('an act is told with its cause and the likeliest situation, and without anybody’s words or names', () => {
  assert.deepEqual(actedOn(ticket(), 0), { act: 'raised', cause: 'help', situation: 'K5', took: null });
  const unclear = ticket({ facts: { findings: [] }, cause: { kind: 'not-me', method: 'authentication-phone' } });
  assert.deepEqual(actedOn(unclear, 0), { act: 'raised', cause: 'not-me', situation: null, took: null });
  assert.equal(actedOn(unclear, 1), undefined);
});

test('situations are counted once a ticket, most frequent first', () => {
  const of = (...situations: readonly ('K5' | 'K10' | 'K7')[]) =>
    ticket({ facts: { findings: situations.map((situation) => seenFinding(situation)) } });
  assert.deepEqual(situationsOf([of('K10'), of('K7', 'K5'), of('K5'), of('K7'), of()]), [
    { situation: 'K7', count: 2 },
    { situation: 'K5', count: 1 },
    { situation: 'K10', count: 1 },
  ]);
});

test('what was only said, or is so no more, is nobody’s cause', () => {
  const told = { situation: 'K1', certainty: 'told-only', evidence: ['said'], against: ['password=cloud'] } as const;
  const over = {
    situation: 'K7',
    certainty: 'likely',
    evidence: ['tries=not-licensed'],
    against: ['license=premium'],
  } as const;
  const one = ticket({ facts: { findings: [told, over, seenFinding('K3')] } });
  assert.equal(actedOn(one, 0)?.situation, 'K3');
  const nothing = ticket({ facts: { findings: [told, over] } });
  assert.equal(actedOn(nothing, 0)?.situation, null);
  assert.deepEqual(situationsOf([one, nothing]), [{ situation: 'K3', count: 1 }]);
});
