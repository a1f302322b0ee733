import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person } from '../../../bot/domain/account/person.ts';
import { freeze } from '../../../bot/domain/enrolment/proof.ts';
import { judgeSend } from '../../../bot/domain/enrolment/send-code.ts';
import { applyChange, removeMethod } from '../../../bot/domain/methods/apply-change.ts';
import { changesRest } from '../../../bot/domain/methods/change-limit.ts';
import type { ProvenMethod } from '../../../bot/domain/methods/method.ts';
import { revertChange } from '../../../bot/domain/methods/revert-change.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { day, minute } from '../../../bot/domain/time.ts';

const now = Date.UTC(2026, 10, 23);
const phone: ProvenMethod = { address: '+46701234567', channel: 'text', provenAt: now };
const other: ProvenMethod = { address: '+46709999999', channel: 'text', provenAt: now };
const email: ProvenMethod = { address: 'kim@example.com', channel: 'email', provenAt: now };

function person(more: Partial<Person> = {}): Person {
  return { ...newPerson({ tenantId: 't', objectId: 'o' }), provedAt: now, ...more };
}

const told = ({ letters }: Person) => letters.flatMap((letter) => (letter.kind === 'notice' ? [letter.to] : []));
const inTeams = ({ letters }: Person) => letters.filter((letter) => letter.kind === 'chat-notice').length;

test('the very first method has nobody to tell', () => {
  const after = applyChange(person(), 'authentication-phone', phone, 'c1', now);
  assert.deepEqual([told(after), inTeams(after)], [[], 0]);
  assert.equal(after.changes.at(-1)?.what, 'added');
});

test('the second method is told to the first, and while setting up not once more in Teams', () => {
  const after = applyChange(
    person({ methods: { 'authentication-phone': phone } }),
    'authentication-email',
    email,
    'c1',
    now,
  );
  assert.deepEqual(told(after), [phone.address]);
  assert.equal(inTeams(after), 0);
});

test('a method added long after the others is told in Teams too', () => {
  const late = now + day;
  const after = applyChange(
    person({ methods: { 'authentication-phone': phone } }),
    'authentication-email',
    email,
    'c1',
    late,
  );
  assert.equal(inTeams(after), 1);
});

test('a replaced number hears of it, as does every other address', () => {
  const methods = { 'authentication-phone': phone, 'authentication-email': email };
  const after = applyChange(person({ methods }), 'authentication-phone', other, 'c1', now);
  assert.deepEqual(told(after).sort(), [phone.address, email.address].sort());
  assert.equal(inTeams(after), 1);
  assert.deepEqual(after.methods['authentication-phone'], other);
});

test('an old number hears that it was replaced, however much was changed before', () => {
  let after = person({ methods: { 'authentication-phone': phone } });
  for (let at = 0; at < 12; at += 1) after = applyChange(after, 'office-phone', other, `c${at}`, now + at);
  const replaced = applyChange(after, 'authentication-phone', other, 'last', now + 20);
  assert.ok(replaced.letters.some((one) => one.kind === 'notice' && one.change === 'last' && one.to === phone.address));
});

test('who changes something over and over has texts sent ten times a day, and mails each time', () => {
  const methods = { 'authentication-phone': phone, 'authentication-email': email };
  let after = person({ methods });
  const to: string[] = [];
  for (let at = 0; at < 30; at += 1) {
    after = applyChange(after, 'office-phone', { ...other, provenAt: now + at }, `c${at}`, now + at);
    to.push(...told(after));
    after = { ...after, letters: [] };
  }
  assert.equal(to.filter((one) => one === email.address).length, 30);
  assert.equal(to.filter((one) => one === phone.address).length, 10);
});

test('at most one letter waits for an address, however much is changed', () => {
  let after = person({ methods: { 'authentication-email': email } });
  for (let at = 0; at < 9; at += 1) {
    const next = { ...phone, address: `+4670123456${at}` };
    after = applyChange(after, 'authentication-phone', next, `c${at}`, now + at);
  }
  const to = told(after);
  assert.equal(to.filter((one) => one === email.address).length, 1);
  assert.equal(new Set(to).size, to.length);
  assert.equal(to.length, 9, 'and each number that lost its place has one');
});

test('what was disowned counts among the changes of the week', () => {
  let after = person({ methods: { 'authentication-email': email } });
  for (let at = 0; at < 12; at += 1) after = applyChange(after, 'authentication-phone', phone, `c${at}`, now + at);
  const out = revertChange(after, 'c0', now + minute).record;
  assert.equal(changesRest(out, now + minute)?.kind, 'too-many-changes');
});

test('where many addresses lost their place within a week, nothing more is changed until the first of them is forgotten', () => {
  const left = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      address: `+4670123${1000 + at}`,
      channel: 'text' as const,
      left: now + at,
    }));
  assert.equal(changesRest(person({ former: left(19) }), now + day), undefined);
  assert.deepEqual(changesRest(person({ former: left(20) }), now + day), {
    kind: 'too-many-changes',
    until: now + 7 * day,
  });
  assert.equal(changesRest(person({ former: left(20) }), now + 7 * day), undefined);
});

test('while changes are frozen no method can be set or removed, and a proof can still be given', () => {
  const methods = { 'authentication-phone': phone };
  const frozen = person({ methods, frozenUntil: now + freeze });
  const request = {
    method: 'authentication-phone',
    channel: 'text',
    address: phone.address,
    country: 'SE',
    prints: ['x'],
    again: false,
  } as const;
  assert.equal(judgeSend(frozen, { ...request, purpose: 'register' }, defaultPolicy, now).kind, 'frozen');
  assert.equal(judgeSend(frozen, { ...request, purpose: 'prove' }, defaultPolicy, now).kind, 'may-send');
  assert.equal(removeMethod(frozen, 'authentication-phone', 'c', now).outcome.kind, 'frozen');
  assert.equal(
    judgeSend(frozen, { ...request, purpose: 'register' }, defaultPolicy, now + freeze).kind,
    'proof-needed',
  );
});

test('removing needs a proof of the last twenty minutes', () => {
  const methods = { 'authentication-phone': phone };
  assert.equal(
    removeMethod(person({ methods }), 'authentication-phone', 'c', now + 20 * minute).outcome.kind,
    'method-removed',
  );
  assert.equal(
    removeMethod(person({ methods }), 'authentication-phone', 'c', now + 20 * minute + 1).outcome.kind,
    'proof-needed',
  );
  assert.equal(removeMethod(person({ methods }), 'authentication-email', 'c', now).outcome.kind, 'not-set-up');
});
