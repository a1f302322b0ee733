import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day } from '../../bot/domain/time.ts';
import { teller } from '../../bot/texts/tell.ts';
import { homeCard } from '../../cards/home.ts';
import { statusCard } from '../../cards/tickets/status.ts';
import { personWith } from '../support/person.ts';
import { wordsOf } from '../support/teams-client.ts';
import { ticketsIn } from '../support/tickets.ts';
import { everyCard } from './every-card.ts';

/* What cards said that was not so, or not to the point, each found by looking at them. */

const tell = teller('en', 'Europe/Stockholm');
const now = Date.UTC(2026, 10, 23, 9);
const words = {
  contact: { name: 'IT support', address: 'it@example.org' },
  number: '070-123 45 67',
  address: 'kim@example.org',
  note: 'Something was said.',
};
const cards = everyCard(tell, words);
const read = (name: string) => wordsOf(cards[name]);

test('whose methods are on their way is not told that they are ready now', () => {
  assert.match(read('finish, on their way'), /on their way.*From 1 February 2027 that is not enough/s);
  assert.doesNotMatch(read('finish, on their way'), /ready now/);
  assert.match(read('finish, ready for a while'), /You are ready now, but not from 1 February 2027/);
});

test('who has nothing left while changes are stopped is neither greeted as a beginner nor told that something works', () => {
  const home = (...methods: readonly MethodName[]) => {
    const person = { ...personWith(...methods), frozenUntil: now + day };
    const account = { administrator: false, officePhone: null, registration: 'here' } as const;
    const standing = {
      readiness: readiness(person, defaultPolicy, account, now),
      policy: defaultPolicy,
      registration: 'here',
      now,
    } as const;
    return wordsOf(homeCard(tell, person, standing, {}));
  };
  assert.match(home(), /Changes are stopped until .*If it cannot wait, contact IT support/);
  assert.doesNotMatch(home(), /still works|Hello|Get started/);
  assert.match(home('authentication-phone'), /What was left alone still works/);
});

test('a rehearsal that could see nothing does not say that nothing stops a reset', () => {
  assert.match(read('rehearsal'), /^From here I can’t see enough to tell\.$/m);
  assert.doesNotMatch(read('rehearsal'), /Nothing that I can see/);
});

test('a request that nobody wrote says what it is about', () => {
  const [ticket] = Object.values(ticketsIn(words.note));
  assert.ok(ticket);
  const about = (cause: typeof ticket.cause) => wordsOf(statusCard(tell, { ...ticket, cause }, now));
  assert.match(about({ kind: 'not-me', method: 'authentication-phone' }), /a change that was not yours: Phone\./);
  assert.match(about({ kind: 'wrong-value', method: 'office-phone' }), /has on file for you: Office phone\./);
  assert.doesNotMatch(about({ kind: 'help', colleague: '' }), /It is about/);
});
