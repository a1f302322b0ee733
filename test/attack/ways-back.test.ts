import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { recordWrite, shownValues } from '../../bot/domain/reset-service/sync.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { asker, email, employee, enrolling, phone } from '../support/enrolling.ts';

/* What turned the ways back against the owner, as it was done: somebody sits at another's open Teams. */

const kim = employee(1);
const [own, stolen] = [phone(1), phone(2)];

/** Somebody with a number of long ago; everything is put into the reset service. */
async function lived() {
  const bench = enrolling({ writes: true });
  const sets = async (wanted: WantedCode) => {
    const sent = await bench.enrolment.begin(asker(1), wanted);
    assert.ok(sent.kind === 'code-sent', sent.kind);
    return (await bench.enrolment.answer(kim, sent.challenge.id, await bench.code(kim))).kind;
  };
  const person = () => bench.person(kim);
  const idOf = async (at: number) => (await person()).changes.at(at)?.id ?? '';
  /** The letters that wait for the owner's first number: one that says more has another id. */
  const told = async () =>
    (await person()).letters.flatMap((one) => ('to' in one && one.to === own.address ? [`${one.kind} ${one.id}`] : []));
  const prove = (wanted = own) => sets({ ...wanted, purpose: 'prove' });
  /** The letters to the reset service have arrived. */
  const arrives = () =>
    bench.store.update('person', personId(kim), (known) => {
      const after = known?.letters.reduce((one, letter) => {
        if (letter.kind !== 'write') return one;
        const wanted = one.methods[letter.method]?.address ?? null;
        return recordWrite(one, letter.id, wanted, { kind: 'written' }, 0, bench.clock());
      }, known);
      return { record: after, outcome: undefined };
    });
  await sets(own);
  bench.clock.turn(30 * day);
  return { ...bench, sets, person, idOf, told, prove, arrives };
}

test('who has a stolen phone and the open Teams on it gets the number back neither here nor in the reset service', async () => {
  const { enrolment, sets, prove, person, idOf, clock } = await lived();
  await prove();
  await sets(stolen);
  clock.turn(3 * day);
  await enrolment.disown(kim, await idOf(-1));
  const { methods, letters } = await person();
  assert.equal(methods['authentication-phone'], undefined);
  assert.ok(
    letters.some(({ kind }) => kind === 'write'),
    'what was disowned leaves the reset service at once',
  );
});

test('one change more does not hide the one before it: it goes as well, and the owner’s number hears of both', async () => {
  const { enrolment, sets, prove, person, idOf, told } = await lived();
  await prove();
  await sets(stolen);
  const first = await told();
  await sets(email('eve@evil.example'));
  assert.notDeepEqual(await told(), first, 'of the one, and then of both');
  await enrolment.disown(kim, await idOf(-2));
  assert.deepEqual((await person()).methods, {});
  assert.ok(
    (await told()).some((one) => one.startsWith('gone')),
    'that it was disowned is told there, too',
  );
});

test('removing and then forgetting takes neither the way to disown nor what tells of it', async () => {
  const { enrolment, prove, idOf, told, clock } = await lived();
  await prove();
  await enrolment.remove(kim, 'authentication-phone');
  const id = await idOf(-1);
  clock.turn(25 * minute);
  await enrolment.erase(kim);
  assert.ok((await told()).length > 0);
  assert.notEqual((await enrolment.disown(kim, id)).kind, 'change-unknown');
});

test('who forgot somebody else does not begin anew in their place', async () => {
  const { enrolment, prove, clock } = await lived();
  await prove();
  await enrolment.remove(kim, 'authentication-phone');
  await enrolment.erase(kim);
  clock.turn(25 * minute);
  assert.notEqual((await enrolment.begin(asker(1), stolen)).kind, 'code-sent');
});

test('what somebody else put into the reset service leaves it when it is disowned, though they had everything forgotten', async () => {
  const { enrolment, sets, prove, person, idOf, arrives } = await lived();
  await arrives();
  await prove();
  await sets(stolen);
  await arrives();
  const id = await idOf(-1);
  await enrolment.erase(kim);
  assert.equal((await enrolment.disown(kim, id)).kind, 'taken-out');
  const { letters, methods } = await person();
  assert.equal(methods['authentication-phone'], undefined);
  assert.ok(letters.some(({ kind }) => kind === 'write'));
});

test('who was forgotten and only that is disowned keeps in the reset service what was theirs', async () => {
  const { enrolment, prove, person, idOf, arrives } = await lived();
  await arrives();
  await prove();
  await enrolment.erase(kim);
  await enrolment.disown(kim, await idOf(-1));
  assert.ok((await person()).letters.every(({ kind }) => kind !== 'write'));
});

test('what stands in the reset service can be taken out however often the number was changed while it did not answer', async () => {
  const { enrolment, sets, prove, person, idOf, arrives, clock } = await lived();
  await arrives();
  await prove();
  for (let other = 10; other < 22; other += 1) await sets(phone(other));
  await enrolment.disown(kim, await idOf(0));
  assert.ok(shownValues(await person(), clock()).values.includes(own.address));
});

test('a number that waits to come back hears of what is done in its place, however long it waits', async () => {
  const { enrolment, sets, prove, idOf, told, clock } = await lived();
  const mail = email('kim@home.example');
  await prove();
  await sets(mail);
  clock.turn(30 * day);
  await prove();
  await sets(stolen);
  await enrolment.disown(kim, await idOf(-1));
  clock.turn(9 * day);
  const before = await told();
  await prove(mail);
  await sets(phone(3));
  assert.notDeepEqual(await told(), before);
});

test('a number that was replaced before the update hears of what is changed after it', async () => {
  const { sets, prove, told, person, store } = await lived();
  await prove();
  await sets(stolen);
  const { former: _, doubt: __, provedBy: ___, ...older } = await person();
  const changes = older.changes.map(({ paid: _paid, ...change }) => change);
  const known = recordDefinitions.person.parse({ ...older, changes });
  await store.update('person', personId(kim), () => ({ record: known, outcome: undefined }));
  const before = await told();
  await sets(email('eve@evil.example'));
  assert.notDeepEqual(await told(), before);
});

for (const purpose of ['prove', 'caller-check'] as const) {
  test(`a code on its way to a number that was removed meanwhile shows nothing any more: ${purpose}`, async () => {
    const { enrolment, sets, prove, person, code, clock } = await lived();
    const mail = email('kim@home.example');
    await prove();
    await sets(mail);
    clock.turn(30 * day);
    await prove(mail);
    const { provedAt } = await person();
    clock.turn(minute);
    const sent = await enrolment.begin(asker(1), { ...own, purpose });
    assert.ok(sent.kind === 'code-sent', sent.kind);
    const typed = await code(kim);
    assert.equal((await enrolment.remove(kim, 'authentication-phone')).kind, 'method-removed');
    assert.notEqual((await enrolment.answer(kim, sent.challenge.id, typed)).kind, 'identity-proven');
    assert.equal((await person()).provedAt, provedAt);
  });
}
