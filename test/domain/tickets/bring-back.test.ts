import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstBroken } from '../../../bot/domain/audit/trail.ts';
import { takeTicketLetters } from '../../../bot/domain/outbox/ticket-letters.ts';
import { settledBy } from '../../../bot/domain/tickets/bring-back.ts';
import { checkCounts } from '../../../bot/domain/tickets/checks.ts';
import { type SupportAct, supporterActed } from '../../../bot/domain/tickets/supporter-actions.ts';
import type { Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { hour, minute } from '../../../bot/domain/time.ts';
import { after, kim, maja, monday, policy, request, sam, say, supporter, ticket } from '../../support/tickets.ts';
import { ticketPosting } from '../../support/tickets-posting.ts';

const cause = { kind: 'not-me', method: 'authentication-phone' } as const;
const raised = () => ticket({ cause, facts: { out: ['authentication-phone'] } });
const doubt = { id: 'd1', since: monday };
const back = (words: string, about: typeof doubt | null = doubt): SupportAct => ({
  kind: 'bring-back',
  doubt: about,
  words,
});
const second = (about: typeof doubt | null = doubt): SupportAct => ({
  kind: 'second',
  to: 'bring-back',
  doubt: about,
});
const go = (words: string): SupportAct => ({ kind: 'let-go', doubt, words });
const secondGo: SupportAct = { kind: 'second', to: 'let-go', doubt };
const at = monday + hour;

function decide(one: Ticket, actor: typeof sam, act: SupportAct, now = at) {
  return supporterActed(one, actor, act, one.story.length, now);
}

/** A caller check that passed. */
function checked(one: Ticket, by: typeof sam, id: string, now: number): Ticket {
  const begun = after(one, [by, { kind: 'check', id, provable: true, administrator: false }, now]);
  return say(begun, { kind: 'check', check: id, passed: true, method: 'authentication-email', since: 0 }, now);
}

test('after a passed check one supporter brings back, and the card stops offering it', () => {
  const { record, outcome } = decide(checked(raised(), sam, 'c1', at), sam, back(''));
  assert.equal(outcome.kind, 'done');
  assert.equal(record.story.at(-1)?.act, 'brought-back');
  assert.deepEqual(record.facts.out, []);
  assert.equal(firstBroken(record.story), undefined);
});

test('without one it takes a reason, and a second supporter who says yes to it', () => {
  assert.equal(decide(raised(), sam, back('')).outcome.kind, 'reason-missing');
  const asked = decide(raised(), sam, back('I met her at the desk.')).record;
  assert.equal(asked.story.at(-1)?.act, 'back-asked');
  assert.equal(decide(asked, sam, second()).outcome.kind, 'second-needed');
  assert.equal(decide(asked, { ...maja, employee: kim }, second()).outcome.kind, 'own-ticket');
  assert.equal(decide(asked, { ...maja, supporter: false }, second()).outcome.kind, 'not-a-supporter');
  const done = decide(asked, maja, second()).record;
  assert.equal(done.story.at(-1)?.act, 'brought-back');
  assert.equal(settledBy(done, done.story.length - 1), 'sam maja');
});

test('a yes counts for the doubt that the reason was about, and a check from before it does not count', () => {
  const more = { id: 'd2', since: at + minute };
  const asked = decide(raised(), sam, back('I met her at the desk.')).record;
  assert.equal(decide(asked, maja, second(more), at + hour).outcome.kind, 'late');
  assert.equal(
    decide(checked(raised(), sam, 'c1', at), sam, back('', more), at + 2 * minute).outcome.kind,
    'reason-missing',
  );
});

test('a check that passed long ago counts no more, and for an administrator it takes two', () => {
  const once = checked(raised(), sam, 'c1', at);
  assert.equal(decide(once, sam, back(''), at + checkCounts).outcome.kind, 'reason-missing');
  const role = checked(ticket({ cause, facts: { out: ['authentication-phone'], administrator: true } }), sam, 'c1', at);
  assert.equal(decide(role, sam, back('')).outcome.kind, 'reason-missing');
  assert.equal(decide(checked(role, maja, 'c2', at), maja, back('')).outcome.kind, 'done');
});

test('where nothing waits nothing comes back, and the same act again does nothing more', () => {
  assert.equal(decide(raised(), sam, back('A reason.', null)).outcome.kind, 'nothing-waits');
  const asked = decide(raised(), sam, back('I met her at the desk.')).record;
  const done = decide(asked, maja, second()).record;
  assert.equal(supporterActed(done, maja, second(), asked.story.length, at).record, done);
  assert.equal(supporterActed(done, sam, back('I met her at the desk.'), 1, at).record, done);
});

test('letting go takes just what bringing back takes: a passed check, or a reason that a second supporter confirms', () => {
  const { record } = decide(checked(raised(), sam, 'c1', at), sam, go(''));
  assert.equal(record.story.at(-1)?.act, 'let-go');
  assert.deepEqual(record.facts.out, []);
  assert.equal(decide(raised(), sam, go('')).outcome.kind, 'reason-missing');
  const asked = decide(raised(), sam, go('The phone was stolen.')).record;
  assert.equal(asked.story.at(-1)?.act, 'go-asked');
  assert.equal(decide(asked, sam, secondGo).outcome.kind, 'second-needed');
  assert.equal(decide(asked, { ...maja, supporter: false }, secondGo).outcome.kind, 'not-a-supporter');
  const done = decide(asked, maja, secondGo).record;
  assert.equal(done.story.at(-1)?.act, 'let-go');
  assert.equal(settledBy(done, done.story.length - 1), 'sam maja');
  assert.equal(firstBroken(done.story), undefined);
});

test('whoever confirms a reason confirms what they read: from an old card nothing is let go that was to come back, nor the other way', () => {
  const asked = decide(raised(), sam, back('I met her at the desk.')).record;
  assert.equal(decide(asked, maja, secondGo).outcome.kind, 'late');
  const otherwise = decide(asked, sam, go('The phone was stolen.')).record;
  assert.equal(decide(otherwise, maja, second()).outcome.kind, 'late');
  assert.equal(decide(otherwise, maja, secondGo).outcome.kind, 'done');
});

test('letting go reaches the record as surely as bringing back', async () => {
  const { tickets, settle, given } = ticketPosting();
  const { ticket: one } = await tickets.raise(request({ cause, facts: { out: ['authentication-phone'] } }));
  await tickets.support(one.id, sam, go('The phone was stolen.'), 1);
  await tickets.support(one.id, supporter('Maja'), secondGo, 2);
  await settle();
  assert.deepEqual(given, ['let go kim d1 sam maja']);
});

test('whoever disowned a change can not call IT off again', () => {
  const one = raised();
  assert.equal(say(one, { kind: 'withdraw' }, at), one);
  assert.equal(say(ticket(), { kind: 'withdraw' }, at).state, 'withdrawn');
});

test('what was disowned twice is one request', async () => {
  const { tickets } = ticketPosting();
  await tickets.raise(request({ cause }));
  const other = { kind: 'not-me', method: 'authentication-email' } as const;
  assert.equal((await tickets.raise(request({ id: 'request-2', cause: other }))).kind, 'joined');
});

test('bringing back is a letter of the ticket: it reaches the record surely, with the names of both supporters', async () => {
  const { tickets, settle, given } = ticketPosting();
  const { ticket: one } = await tickets.raise(request({ cause, facts: { out: ['authentication-phone'] } }));
  await tickets.support(one.id, sam, back('I met her at the desk.'), 1);
  await settle();
  assert.deepEqual(given, []);
  await tickets.support(one.id, supporter('Maja'), second(), 2);
  await settle();
  assert.deepEqual(given, ['kim d1 sam maja']);
});

test('a reason that waits is said aloud and mailed, so that a second supporter looks', () => {
  const asked = decide(raised(), sam, back('I met her at the desk.')).record;
  const { outcome } = takeTicketLetters(asked, policy(), at);
  const entry = asked.story.length - 1;
  const about = outcome?.letters.flatMap((one) => ('entry' in one && one.entry === entry ? [one.kind] : []));
  assert.deepEqual(about, ['mail', 'voice']);
});
