import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lease } from '../../../bot/domain/outbox/letter.ts';
import {
  cardTried,
  mailTried,
  takeTicketLetters,
  ticketDueAt,
  ticketLetterTried,
} from '../../../bot/domain/outbox/ticket-letters.ts';
import type { Showing } from '../../../bot/domain/tickets/ports.ts';
import { calls } from '../../../bot/domain/tickets/schedule.ts';
import { endedTicketLife, type Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { day, hour, minute, second } from '../../../bot/domain/time.ts';
import { after, monday, policy, sam, say, ticket } from '../../support/tickets.ts';

const it = policy();
const place = { conversation: '19:support;messageid=1', activity: '1' };

/** Takes what is due; fails when nothing is. */
function taken(one: Ticket, now: number) {
  const { record, outcome } = takeTicketLetters(one, it, now);
  assert.ok(record && outcome, 'nothing is due');
  return { record, letters: outcome.letters };
}

/** The ticket with every letter sent and every card shown. */
function posted(one: Ticket, now: number): Ticket {
  const { record, letters } = taken(one, now);
  return letters.reduce((next, letter) => {
    const { kind, id } = letter;
    if (kind === 'mail') return mailTried(next, id, { kind: 'accepted', reference: '' }, now, now);
    if (kind === 'voice' || kind === 'bring-back' || kind === 'system')
      return ticketLetterTried(next, id, { kind: 'accepted', reference: '' }, now);
    return cardTried(next, kind, id, record.story.length, { kind: 'shown', place }, now, now);
  }, record);
}

/** What becomes of the card in the channel, where IT has mails or not. */
const board = (one: Ticket, showing: Showing, mails: boolean, now = monday) => {
  const { record, letters } = taken(one, now);
  const id = letters.find(({ kind }) => kind === 'board')?.id ?? assert.fail();
  const known = mails ? record : { ...record, letters: record.letters.filter(({ kind }) => kind !== 'mail') };
  return cardTried(known, 'board', id, record.story.length, showing, now + second, now);
};

test('a new ticket brings a card to the channel, one to the employee and a mail to the first tier, at once', () => {
  const { letters } = taken(ticket(), monday);
  assert.deepEqual(letters.map(({ kind }) => kind).sort(), ['board', 'chat', 'mail']);
  assert.deepEqual(
    letters.flatMap((one) => (one.kind === 'mail' ? [one.to] : [])),
    ['it@example.org'],
  );
  const calm = takeTicketLetters(posted(ticket(), monday), it, monday).record ?? assert.fail();
  assert.equal(ticketDueAt(calm), monday + 2 * hour, 'then the wait begins');
});

test('what is taken is out of reach of others until the lease ends, then somebody else takes it', () => {
  const { record, letters } = taken(ticket(), monday);
  assert.equal(takeTicketLetters(record, it, monday + lease - 1).outcome, undefined);
  assert.equal(taken(record, monday + lease).letters.length, letters.length);
});

test('a card that fell behind while it was on its way is shown again, so no two are ever on their way', () => {
  const { record, letters } = taken(ticket(), monday);
  const id = letters.find(({ kind }) => kind === 'board')?.id ?? assert.fail();
  const claimed = after(record, [sam, { kind: 'claim', over: null }, monday + 1]);
  const awake = takeTicketLetters(claimed, it, monday + 1).record ?? assert.fail();
  assert.equal(awake.letters.filter(({ kind }) => kind === 'board').length, 1);
  const come = cardTried(awake, 'board', id, 1, { kind: 'shown', place }, 0, monday + 2);
  assert.deepEqual([come.board, come.letters.find((one) => one.id === id)?.due], [{ place, shows: 1 }, monday + 2]);
});

test('a card that was deleted is posted anew; a channel that is not there is looked for every hour', () => {
  const gone = board(posted(ticket(), monday), { kind: 'gone' }, true, monday + 2 * hour);
  assert.deepEqual(
    [gone.board.place, gone.letters.find(({ kind }) => kind === 'board')?.due],
    [null, monday + 2 * hour],
  );
  const nowhere = board(ticket(), { kind: 'unreachable' }, true);
  assert.equal(nowhere.letters.find(({ kind }) => kind === 'board')?.due, monday + hour);
});

test('a card that may be there is not posted twice while IT has the mail; the next act brings it again', () => {
  const unsure = board(ticket(), { kind: 'unsure' }, true);
  assert.ok(!unsure.letters.some(({ kind }) => kind === 'board'));
  const again = takeTicketLetters(unsure, it, monday + 2 * hour).record ?? assert.fail();
  assert.ok(again.letters.some(({ kind }) => kind === 'board'));
});

test('without mails it is posted again after a minute: twice is better than never', () => {
  const unsure = board(ticket(), { kind: 'unsure' }, false);
  assert.equal(unsure.letters.find(({ kind }) => kind === 'board')?.due, monday + minute);
});

test('a mail that can’t go now goes later, one that was refused is done with', () => {
  const { record, letters } = taken(ticket(), monday);
  const id = letters.find(({ kind }) => kind === 'mail')?.id ?? assert.fail();
  const later = mailTried(record, id, { kind: 'retry', reason: 'busy' }, monday + minute, monday);
  assert.equal(later.letters.find((one) => one.id === id)?.due, monday + minute);
  const refused = mailTried(record, id, { kind: 'refused', reason: 'no' }, monday, monday);
  assert.ok(!refused.letters.some((one) => one.id === id));
});

test('the next tier gets a mail of its own, and from then on every one', () => {
  const first = posted(ticket(), monday);
  const again = taken(posted(first, monday + 2 * hour), monday + 4 * hour);
  const to = again.letters.flatMap((one) => (one.kind === 'mail' ? [one.to] : []));
  assert.deepEqual(to, ['it@example.org', 'lead@example.org']);
});

test('notes stay among supporters: no mail, and no new card for the employee', () => {
  const noted = after(posted(ticket(), monday), [sam, { kind: 'note', words: 'Hm.' }, monday + 1]);
  const { letters, record } = taken(noted, monday + 1);
  assert.deepEqual(letters.map(({ kind }) => kind).sort(), ['board', 'chat']);
  assert.equal(calls(record), false, 'it changes in place');
});

test('a question, a return, a solution and a check come to the employee as a new card below', () => {
  const first = posted(ticket(), monday);
  for (const act of [
    { kind: 'ask', words: 'x' },
    { kind: 'return', words: 'x' },
    { kind: 'resolve', words: 'x' },
    { kind: 'check', id: 'c', provable: true, administrator: false },
  ] as const) {
    assert.equal(calls(after(first, [sam, act, monday + 1])), true, act.kind);
  }
  assert.equal(calls(after(first, [sam, { kind: 'claim', over: null }, monday + 1])), false);
});

test('ninety days after its end a ticket is forgotten, whatever still waits', () => {
  const sent = posted(say(ticket(), { kind: 'withdraw' }, monday), monday);
  const gone = takeTicketLetters(sent, it, monday).record ?? assert.fail();
  assert.equal(ticketDueAt(gone), monday + endedTicketLife);
  assert.ok(takeTicketLetters(gone, it, monday + endedTicketLife - 1).record);
  assert.equal(takeTicketLetters(gone, it, monday + endedTicketLife).record, undefined);
});

test('an open ticket is never forgotten', () => {
  let one = posted(ticket(), monday);
  for (let at = 1; at <= 400; at += 1) one = takeTicketLetters(one, it, monday + at * day).record ?? assert.fail();
  assert.equal(one.state, 'open');
});

test('a card in the chat that was there before IT had the ticket is drawn again then, once', () => {
  const { record, letters } = taken(ticket(), monday);
  const id = (kind: string) => letters.find((one) => one.kind === kind)?.id ?? assert.fail();
  const early = cardTried(record, 'chat', id('chat'), 1, { kind: 'shown', place }, monday, monday);
  const mailed = mailTried(early, id('mail'), { kind: 'accepted', reference: '' }, monday, monday + 1);
  assert.equal(mailed.mailed, true);
  assert.deepEqual(
    taken(mailed, monday + 1).letters.map(({ kind }) => kind),
    ['chat'],
  );
  const second = mailTried(
    posted(mailed, monday + 1),
    id('mail'),
    { kind: 'accepted', reference: '' },
    monday,
    monday + 2,
  );
  assert.equal(takeTicketLetters(second, it, monday + 2).outcome, undefined);
});
