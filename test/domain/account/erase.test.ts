import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasePerson, forgetPerson } from '../../../bot/domain/account/erase.ts';
import { newPerson, type Person } from '../../../bot/domain/account/person.ts';
import { stopsChanges } from '../../../bot/domain/enrolment/proof.ts';
import { applyChange, removeMethod } from '../../../bot/domain/methods/apply-change.ts';
import type { ProvenAddress } from '../../../bot/domain/methods/method.ts';
import { restoreByIt, revertChange } from '../../../bot/domain/methods/revert-change.ts';
import { withWritings } from '../../../bot/domain/reset-service/sync.ts';
import { day, minute } from '../../../bot/domain/time.ts';

const now = Date.UTC(2026, 10, 23);
const phone: ProvenAddress = { address: '+46701234567', channel: 'text', provenAt: now - 30 * day };
const email: ProvenAddress = { address: 'kim@example.com', channel: 'email', provenAt: now - 30 * day };
const [mobile, mail] = ['authentication-phone', 'authentication-email'] as const;

function person(more: Partial<Person> = {}): Person {
  return { ...newPerson({ tenantId: 't', objectId: 'o' }), provedAt: now, provedBy: mail, ...more };
}

const both = { [mobile]: phone, [mail]: email };
const kinds = ({ letters }: Person) => letters.map(({ kind }) => kind).sort();

function erasedAs(one: Person, at = now): Person {
  const { record, outcome } = erasePerson(one, 'e1', at);
  assert.equal(outcome.kind, 'erased');
  return record ?? assert.fail('nothing is kept');
}

test('removed and then forgotten: the way to disown, what tells of it and what takes it out of the reset service stay', () => {
  const start = person({ methods: { [mobile]: phone } });
  const bare = removeMethod(start, mobile, 'c1', now).record;
  const written = withWritings(
    { ...start, writings: { [mobile]: { state: 'there', since: 0, ours: [phone.address] } } },
    { ...bare, writings: { [mobile]: { state: 'there', since: 0, ours: [phone.address] } } },
    'w1',
    now,
  );
  const after = erasedAs(written, now + minute);
  assert.deepEqual(kinds(after), ['chat-notice', 'forget', 'gone', 'notice', 'write']);
  assert.deepEqual(
    after.changes.map(({ id }) => id),
    ['c1'],
  );
  assert.equal(revertChange(after, 'c1', now + 2 * minute).outcome.kind, 'taken-out');
});

test('forgetting itself can be disowned, and IT brings everything back', () => {
  const after = erasedAs(person({ methods: both }));
  assert.deepEqual(after.methods, {});
  const [first] = after.changes;
  const out = revertChange(after, first?.id ?? '', now + day).record;
  assert.ok(!kinds(out).includes('forget'), 'who disowns it does not want to be forgotten');
  assert.deepEqual(restoreByIt(out, out.doubt?.id ?? '', 'sam', 'b1', now + day).methods, both);
});

test('every address is told once that everything was deleted, one that was replaced lately as well', () => {
  const other: ProvenAddress = { ...phone, address: '+46709999999', provenAt: now };
  const after = erasedAs(applyChange(person({ methods: both }), mobile, other, 'c1', now), now + minute);
  const gone = after.letters.flatMap((one) => (one.kind === 'gone' ? [one.to] : [])).sort();
  assert.deepEqual(gone, [phone.address, other.address, email.address].sort());
});

test('who was forgotten sets nothing up without a proof before nothing can be disowned any more', () => {
  const after = erasedAs(person({ methods: both }), now + minute);
  assert.equal(stopsChanges(after, now + 20 * minute), undefined, 'with the proof by which they were forgotten');
  assert.equal(stopsChanges(after, now + 21 * minute)?.kind, 'no-method-left');
  assert.equal(stopsChanges(after, now + minute + 7 * day), undefined);
});

test('after seven days nothing is left of them, but the codes of the last day', () => {
  const after = erasedAs(person({ methods: both }));
  const done = { ...after, letters: after.letters.filter(({ kind }) => kind === 'forget') };
  assert.equal(forgetPerson(done, 'e1-forget', now + 7 * day), undefined);
  const sends = [{ at: now + 7 * day - 1, address: 'print', challenge: 'x', proven: false }];
  const asked = forgetPerson({ ...done, sends }, 'e1-forget', now + 7 * day);
  assert.deepEqual(asked, { ...newPerson(done.employee), sends });
});

test('who has begun anew by then keeps what they have', () => {
  const again = applyChange(
    erasedAs(person({ methods: both })),
    mobile,
    { ...phone, provenAt: now },
    'c1',
    now + minute,
  );
  const kept = forgetPerson(again, 'e1-forget', now + 7 * day);
  assert.deepEqual(Object.keys(kept?.methods ?? {}), [mobile]);
});

test('who has begun anew and lost it again is forgotten when that can not be disowned any more either', () => {
  const again = applyChange(
    erasedAs(person({ methods: both })),
    mobile,
    { ...phone, provenAt: now },
    'c1',
    now + minute,
  );
  const bare = applyChange(again, mobile, null, 'c2', now + 6 * day);
  const kept = forgetPerson(bare, 'e1-forget', now + 7 * day) ?? assert.fail('the way to disown it is gone');
  assert.equal(revertChange(kept, 'c2', now + 7 * day).outcome.kind, 'taken-out');
  assert.deepEqual(kept.letters.find(({ kind }) => kind === 'forget')?.due, now + 13 * day);
});

test('somebody of whom nothing can be disowned is forgotten at once', () => {
  assert.deepEqual(erasePerson(person({ prefilled: [], chat: 'chat' }), 'e1', now), {
    record: undefined,
    outcome: { kind: 'erased', until: null },
  });
});
