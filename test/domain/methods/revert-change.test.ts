import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person } from '../../../bot/domain/account/person.ts';
import { firstBroken } from '../../../bot/domain/audit/trail.ts';
import { freeze, longFreeze, stopsChanges } from '../../../bot/domain/enrolment/proof.ts';
import { applyChange, removeMethod } from '../../../bot/domain/methods/apply-change.ts';
import { outOfUse } from '../../../bot/domain/methods/change.ts';
import type { MethodName, ProvenAddress } from '../../../bot/domain/methods/method.ts';
import {
  letGoByIt,
  methodsLeftAlone,
  restoreByIt,
  restoreByProof,
  revertChange,
} from '../../../bot/domain/methods/revert-change.ts';
import { day, hour, minute } from '../../../bot/domain/time.ts';

const now = Date.UTC(2026, 10, 23);
const phone: ProvenAddress = { address: '+46701234567', channel: 'text', provenAt: now - 30 * day };
const other: ProvenAddress = { address: '+46709999999', channel: 'text', provenAt: now };
const third: ProvenAddress = { address: '+46708888888', channel: 'text', provenAt: now };
const email: ProvenAddress = { address: 'kim@example.com', channel: 'email', provenAt: now - 30 * day };
const stranger: ProvenAddress = { address: 'eve@example.net', channel: 'email', provenAt: now };
const [mobile, mail] = ['authentication-phone', 'authentication-email'] as const;
const both = { [mobile]: phone, [mail]: email };

function person(more: Partial<Person> = {}): Person {
  return { ...newPerson({ tenantId: 't', objectId: 'o' }), provedAt: now, provedBy: mail, ...more };
}

/** One change after another, a minute apart, called c1, c2, … */
function after(start: Person, ...changes: readonly (readonly [MethodName, ProvenAddress | null])[]): Person {
  return changes.reduce(
    (one, [method, value], at) => applyChange(one, method, value, `c${at + 1}`, now + at * minute),
    start,
  );
}

const later = now + hour;
const gone = ({ letters }: Person) => letters.flatMap((one) => (one.kind === 'gone' ? [one.to] : [])).sort();
/** The same, having shown the mailbox since. */
const shown = (one: Person, at = later): Person => ({ ...one, provedAt: at, provedBy: mail });

test('what was changed is out of use at once, and nothing comes back: whoever disowns it has shown nothing', () => {
  const { record, outcome } = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later);
  assert.deepEqual(record.methods, { [mail]: email });
  assert.deepEqual(outcome, { kind: 'taken-out', methods: [mobile], until: later + freeze, back: 'by-proof' });
  assert.deepEqual([...outOfUse(record.doubt)], [[mobile, phone]]);
  assert.equal(record.requests.at(-1)?.kind, 'not-me');
  assert.equal(record.requests.at(-1)?.urgent, true);
  assert.equal(stopsChanges(record, later)?.kind, 'frozen');
  assert.equal(firstBroken(record.audit), undefined);
});

test('a change is disowned with everything after it, of every method', () => {
  const start = person({ methods: both });
  const { record } = revertChange(
    after(start, [mobile, other], [mail, stranger], ['office-phone', third]),
    'c1',
    later,
  );
  assert.deepEqual(record.methods, {});
  assert.deepEqual(
    [...outOfUse(record.doubt)],
    [
      [mobile, phone],
      [mail, email],
    ],
  );
  assert.equal(record.frozenUntil, later + longFreeze);
});

test('what came before it stays, and can be disowned next: what was there before the first of them waits then', () => {
  const all = after(person({ methods: both }), [mobile, other], [mobile, third]);
  const once = revertChange(all, 'c2', later).record;
  assert.deepEqual(outOfUse(once.doubt).get(mobile), other);
  const twice = revertChange(once, 'c1', later + minute).record;
  assert.deepEqual(outOfUse(twice.doubt).get(mobile), phone);
  assert.notEqual(twice.doubt?.id, once.doubt?.id, 'who agreed to the one has not agreed to the other');
});

test('what was there first waits also where the clock was set back between the changes and their disowning', () => {
  const all = after(person({ methods: both }), [mobile, other], [mobile, third]);
  const once = revertChange(all, 'c2', now - 2 * hour).record;
  const twice = revertChange(once, 'c1', now - 2 * hour + minute).record;
  assert.deepEqual(outOfUse(twice.doubt).get(mobile), phone);
});

test('the same button again changes nothing and says the same', () => {
  const first = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later);
  const again = revertChange(first.record, 'c1', later);
  assert.equal(again.record, first.record);
  assert.deepEqual(again.outcome, first.outcome);
});

test('a change can be disowned for seven days, by its own name only', () => {
  const one = after(person(), [mobile, phone]);
  assert.equal(revertChange(one, 'c1', now + 7 * day - 1).outcome.kind, 'taken-out');
  assert.equal(revertChange(one, 'c1', now + 7 * day).outcome.kind, 'change-unknown');
  assert.equal(revertChange(one, 'somebody-elses', now).record, one);
});

test('every address that was a method lately hears of it: the one that goes, the one before it, those that stay', () => {
  const { record } = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later);
  assert.deepEqual(gone(record), [phone.address, other.address, email.address].sort());
});

test('while changes are stopped, one more is told by mail, and to the number that loses its place', () => {
  const once = revertChange(after(person({ methods: both }), [mobile, other], [mobile, third]), 'c2', later).record;
  const calm = {
    ...restoreByIt(once, once.doubt?.id ?? '', 'sam', 'b1', later),
    frozenUntil: once.frozenUntil,
    letters: [],
  };
  const again = revertChange(calm, 'b1-authentication-phone', later + minute).record;
  assert.deepEqual(gone(again), [email.address, other.address].sort());
});

test('a proof by a method that was left alone brings back what was there before', () => {
  const out = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later).record;
  assert.equal(restoreByProof(out, 'b1', later).outcome.kind, 'proof-needed', 'the proof from before opens nothing');
  const { record, outcome } = restoreByProof(shown(out), 'b1', later);
  assert.deepEqual(outcome, { kind: 'brought-back', methods: [mobile] });
  assert.deepEqual(record.methods, both);
  assert.equal(record.doubt, null);
  assert.equal(record.frozenUntil, out.frozenUntil, 'whoever made the change may still sit there');
  assert.equal(record.changes.at(-1)?.what, 'brought-back');
});

test('bringing back can be disowned in its turn, and what was there before waits again', () => {
  const out = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later).record;
  const back = restoreByProof(shown(out), 'b1', later).record;
  const again = revertChange(back, 'b1-authentication-phone', later + minute).record;
  assert.equal(again.methods[mobile], undefined);
  assert.deepEqual(outOfUse(again.doubt).get(mobile), phone);
  assert.deepEqual(restoreByProof(shown(again, later + hour), 'b2', later + hour).record.methods, both);
});

test('a method set up since is no witness, nor one that waits itself', () => {
  const out = revertChange(after(person({ methods: { [mobile]: phone } }), [mobile, other]), 'c1', later).record;
  assert.deepEqual(methodsLeftAlone(out), []);
  assert.equal(restoreByProof(out, 'b1', later).outcome.kind, 'it-brings-back');
  const since = { ...out, methods: { [mail]: { ...stranger, provenAt: later + 8 * day } } };
  const at = later + 8 * day;
  assert.equal(restoreByProof(shown(since, at), 'b1', at).outcome.kind, 'it-brings-back');
});

test('silence brings nothing back: after a month without a method it is still for IT to decide', () => {
  const out = revertChange(after(person({ methods: { [mobile]: phone } }), [mobile, other]), 'c1', later).record;
  assert.deepEqual(stopsChanges(out, later + 30 * day), { kind: 'it-brings-back' });
});

test('IT brings back what it decided about, and ends the stop; more that came into doubt since stays out', () => {
  const all = after(person({ methods: both }), [mobile, other], [mail, stranger]);
  const once = revertChange(all, 'c2', later).record;
  const twice = revertChange(once, 'c1', later + minute).record;
  assert.equal(restoreByIt(twice, once.doubt?.id ?? '', 'sam maja', 'b1', later + hour), twice);
  const back = restoreByIt(twice, twice.doubt?.id ?? '', 'sam maja', 'b1', later + hour);
  assert.deepEqual(back.methods, both);
  assert.equal(back.frozenUntil, null);
  assert.ok(back.audit.some((entry) => entry.act === 'brought-back' && entry.by === 'sam maja'));
  assert.equal(
    restoreByIt(back, twice.doubt?.id ?? '', 'sam maja', 'b2', later + hour),
    back,
    'the same twice is once',
  );
});

test('bringing back is told to every address of the last seven days and in Teams', () => {
  const out = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later).record;
  const { letters } = restoreByProof(shown({ ...out, letters: [] }), 'b1', later).record;
  const to = letters.flatMap((one) => (one.kind === 'notice' ? [one.to] : [])).sort();
  assert.deepEqual(to, [phone.address, other.address, email.address].sort());
  assert.ok(letters.some(({ kind }) => kind === 'chat-notice'));
});

test('IT lets go of a stolen number that the thief had made wait: it stays away, is told, and the owner sets up anew', () => {
  const out = {
    ...revertChange(after(person({ methods: { [mobile]: phone } }), [mobile, other]), 'c1', later).record,
    letters: [],
  };
  assert.equal(letGoByIt(out, 'another doubt', 'sam maja', 'g1', later + hour), out);
  const gone = letGoByIt(out, out.doubt?.id ?? '', 'sam maja', 'g1', later + hour);
  assert.deepEqual([gone.methods, gone.doubt, gone.frozenUntil], [{}, null, null]);
  const told = gone.letters.flatMap((one) => (one.kind === 'notice' ? [one.to] : [])).sort();
  assert.deepEqual(told, [phone.address, other.address].sort());
  assert.ok(gone.letters.some(({ kind }) => kind === 'chat-notice'));
  assert.ok(gone.audit.some((entry) => entry.act === 'let-go' && entry.method === mobile && entry.by === 'sam maja'));
  assert.equal(stopsChanges(gone, later + hour), undefined, 'they set up anew');
  assert.equal(letGoByIt(gone, out.doubt?.id ?? '', 'sam', 'g2', later + hour), gone, 'the same twice is once');
});

test('where a method was left alone, letting go opens nothing without a proof by it', () => {
  const out = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later).record;
  const gone = letGoByIt(out, out.doubt?.id ?? '', 'sam', 'g1', later + hour);
  assert.deepEqual(stopsChanges(gone, later + hour), { kind: 'proof-needed' });
});

test('who says that letting go was not theirs makes it wait again', () => {
  const out = revertChange(after(person({ methods: { [mobile]: phone } }), [mobile, other]), 'c1', later).record;
  const gone = letGoByIt(out, out.doubt?.id ?? '', 'sam', 'g1', later + hour);
  const again = revertChange(gone, 'g1-authentication-phone', later + day).record;
  assert.deepEqual(outOfUse(again.doubt).get(mobile), phone);
});

test('ending a stop with nothing to bring back stands in the trail and is told to every address', () => {
  const out = { ...revertChange(after(person(), [mobile, phone], [mail, stranger]), 'c1', later).record, letters: [] };
  for (const end of [restoreByIt, letGoByIt]) {
    const ended = end(out, out.doubt?.id ?? '', 'sam maja', 'e1', later + hour);
    assert.deepEqual([ended.doubt, ended.frozenUntil], [null, null]);
    assert.ok(ended.audit.some((entry) => entry.act === 'stop-ended' && entry.by === 'sam maja'));
    const told = ended.letters.flatMap((one) => (one.kind === 'gone' ? [`${one.why} ${one.to}`] : [])).sort();
    assert.deepEqual(told, [`stop-ended ${phone.address}`, `stop-ended ${stranger.address}`].sort());
  }
});

test('who disowned their very first method may begin anew when changes are no longer stopped', () => {
  const out = revertChange(after(person(), [mobile, phone]), 'c1', later).record;
  assert.deepEqual(revertChange(out, 'c1', later).outcome, {
    kind: 'taken-out',
    methods: [mobile],
    until: later + longFreeze,
    back: 'nothing',
  });
  assert.equal(stopsChanges(out, later + longFreeze - 1)?.kind, 'frozen');
  assert.equal(stopsChanges(out, later + longFreeze), undefined);
});

test('who removed their last method can set one up while their proof is fresh, or when nobody can disown it any more', () => {
  const bare = removeMethod(person({ methods: { [mobile]: phone } }), mobile, 'c1', now).record;
  assert.equal(stopsChanges(bare, now + 20 * minute), undefined);
  assert.deepEqual(stopsChanges(bare, now + 21 * minute), { kind: 'no-method-left', until: now + 7 * day });
  assert.equal(stopsChanges(bare, now + 7 * day), undefined);
});

test('a stop that a clock far ahead began does not outlast any there is', () => {
  const out = revertChange(after(person({ methods: both }), [mobile, other]), 'c1', later).record;
  assert.equal(stopsChanges(out, later - 5 * hour)?.kind, 'frozen', 'a clock set back does not end it');
  assert.notEqual(stopsChanges({ ...out, frozenUntil: now + 40 * day }, now)?.kind, 'frozen');
});
