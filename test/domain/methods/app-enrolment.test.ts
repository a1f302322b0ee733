import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstBroken } from '../../../bot/domain/audit/trail.ts';
import { proofLife } from '../../../bot/domain/enrolment/proof.ts';
import { appSetupLife } from '../../../bot/domain/methods/app-enrolment.ts';
import { day, hour, minute, second } from '../../../bot/domain/time.ts';
import { type MethodBench, methodBench, shownBy } from '../../support/app-and-questions.ts';
import { asker, employee, phone, wrongCodes } from '../../support/enrolling.ts';

const kim = employee(1);
const app = 'authenticator-app';

async function setup(bench: MethodBench, number = 1) {
  const begun = await bench.apps.begin(asker(number));
  assert.ok(begun.kind === 'app-setup', begun.kind);
  return begun.setup;
}

/** Somebody whose app is proven. */
async function withApp(bench = methodBench()) {
  const { id, secret } = await setup(bench);
  const outcome = await bench.apps.accept(kim, id, shownBy(secret, bench.clock()));
  assert.deepEqual(outcome, { kind: 'method-proven', method: app });
  return { bench, secret, id };
}

test('an app counts once it has shown a code, and not before', async () => {
  const bench = methodBench();
  const { id, secret } = await setup(bench);
  assert.deepEqual((await bench.person(kim)).methods, {});
  const code = shownBy(secret, bench.clock());
  assert.deepEqual(await bench.apps.accept(kim, id, `my code is ${code.slice(0, 3)} ${code.slice(3)}`), {
    kind: 'method-proven',
    method: app,
  });
  const person = await bench.person(kim);
  const lastStep = Math.floor(bench.clock() / (30 * second));
  assert.deepEqual(person.methods, { [app]: { secret, lastStep, wrong: [], provenAt: bench.clock() } });
  assert.deepEqual([person.appSetup, person.provedAt], [null, bench.clock()]);
  assert.deepEqual([person.language, person.chat], ['en', 'chat-1']);
  assert.equal(person.audit.at(-1)?.act, 'method-proven');
  assert.equal(firstBroken(person.audit), undefined);
  assert.ok(!JSON.stringify([person.audit, person.letters]).includes(secret));
});

test('a setup shows the same secret for half an hour, then another', async () => {
  const bench = methodBench();
  const first = await setup(bench);
  bench.clock.turn(appSetupLife - 1);
  assert.deepEqual(await setup(bench), first);
  bench.clock.turn(1);
  assert.deepEqual(await bench.apps.accept(kim, first.id, shownBy(first.secret, bench.clock())), {
    kind: 'app-setup-over',
  });
  const second = await setup(bench);
  assert.notEqual(second.secret, first.secret);
  const late = await bench.apps.accept(kim, first.id, shownBy(first.secret, bench.clock()));
  assert.deepEqual(late, { kind: 'old-card' });
});

test('five wrong codes end a setup; the right one comes too late, and the next secret is another', async () => {
  const bench = methodBench();
  const { id, secret } = await setup(bench);
  const right = shownBy(secret, bench.clock());
  const outcomes = [];
  for (const code of wrongCodes(right, 5)) outcomes.push(await bench.apps.accept(kim, id, code));
  const lefts = [4, 3, 2, 1].map((left) => ({ kind: 'app-code-wrong', left }));
  assert.deepEqual(outcomes, [...lefts, { kind: 'app-setup-over' }]);
  assert.deepEqual(await bench.apps.accept(kim, id, right), { kind: 'app-setup-over' });
  assert.notEqual((await setup(bench)).secret, secret);
});

test('what is no code costs nothing', async () => {
  const { bench, secret } = await withApp();
  for (const typed of ['', 'hello', '12345', '123 456 789', 'x'.repeat(4_000)]) {
    assert.deepEqual(await bench.apps.prove(kim, typed, 'prove'), { kind: 'not-a-code' });
  }
  assert.deepEqual((await bench.person(kim)).methods[app]?.wrong, []);
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock(), 1), 'prove')).kind, 'identity-proven');
});

test('the step that proved the setup shows nobody who they are again', async () => {
  const { bench, secret } = await withApp();
  const now = bench.clock();
  assert.deepEqual(await bench.apps.prove(kim, shownBy(secret, now), 'prove'), { kind: 'app-code-used' });
  assert.deepEqual(await bench.apps.prove(kim, shownBy(secret, now, -1), 'prove'), { kind: 'app-code-used' });
  bench.clock.turn(30 * second);
  assert.deepEqual(await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove'), {
    kind: 'identity-proven',
    method: app,
  });
  const person = await bench.person(kim);
  assert.equal(person.provedAt, bench.clock());
  assert.deepEqual(person.methods[app]?.provenAt, now);
  assert.deepEqual(person.audit.at(-1)?.act, 'identity-proven');
});

test('five wrong codes in a day make the app rest for a stated time, however long ago the first was', async () => {
  const { bench, secret } = await withApp();
  const start = bench.clock();
  for (const left of [4, 3, 2, 1]) {
    assert.deepEqual(await bench.apps.prove(kim, '000000', 'prove'), { kind: 'app-code-wrong', left });
    bench.clock.turn(hour);
  }
  assert.deepEqual(await bench.apps.prove(kim, '000000', 'prove'), { kind: 'app-resting', until: start + day });
  const resting = await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove');
  assert.deepEqual(resting, { kind: 'app-resting', until: start + day });
  bench.clock.turn(start + day - bench.clock());
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove')).kind, 'identity-proven');
  assert.deepEqual(await bench.apps.prove(kim, '000000', 'prove'), { kind: 'app-resting', until: start + hour + day });
});

test('a right code gives nobody new tries, nor does a clock that is set back', async () => {
  const { bench, secret } = await withApp();
  for (const _ of [1, 2, 3, 4]) await bench.apps.prove(kim, '000000', 'prove');
  bench.clock.turn(minute);
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove')).kind, 'identity-proven');
  assert.equal((await bench.apps.prove(kim, '000000', 'prove')).kind, 'app-resting');
  bench.clock.turn(-hour);
  assert.equal((await bench.apps.prove(kim, '000000', 'prove')).kind, 'app-resting');
});

test('somebody with a proven method has to show it before an app is begun, and again when that has aged', async () => {
  const { bench } = await withApp();
  bench.clock.turn(proofLife + 1);
  assert.deepEqual(await bench.apps.begin(asker(1)), { kind: 'proof-needed' });
  const { secret = '' } = (await bench.person(kim)).methods[app] ?? {};
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove')).kind, 'identity-proven');
  const next = await setup(bench);
  bench.clock.turn(proofLife + 1);
  const code = shownBy(next.secret, bench.clock());
  assert.deepEqual(await bench.apps.accept(kim, next.id, code), { kind: 'proof-needed' });
  await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove');
  assert.equal((await bench.apps.accept(kim, next.id, code)).kind, 'method-proven');
});

test('the old app works until the new one is proven, and never after', async () => {
  const { bench, secret } = await withApp();
  const next = await setup(bench);
  assert.notEqual(next.secret, secret);
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock(), 1), 'prove')).kind, 'identity-proven');
  await bench.apps.accept(kim, next.id, shownBy(next.secret, bench.clock()));
  bench.clock.turn(minute);
  assert.deepEqual(await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove'), {
    kind: 'app-code-wrong',
    left: 4,
  });
  const { changes, letters, audit } = await bench.person(kim);
  assert.equal(changes.at(-1)?.what, 'replaced');
  assert.ok(
    letters.some(({ kind }) => kind === 'chat-notice'),
    'the change is announced',
  );
  assert.ok(audit.some((one) => one.act === 'method-proven' && one.replaced));
});

test('after "it was not me" no app counts, nothing can be set up, and a setup under way leads nowhere; the first counts when it is brought back', async () => {
  const { bench, secret, id } = await withApp();
  const taken = await setup(bench);
  await bench.apps.accept(kim, taken.id, shownBy(taken.secret, bench.clock()));
  const third = await setup(bench);
  assert.notEqual(taken.id, id);
  await bench.enrolment.disown(kim, taken.id);
  assert.equal((await bench.apps.begin(asker(1))).kind, 'frozen');
  assert.equal((await bench.apps.accept(kim, third.id, shownBy(third.secret, bench.clock()))).kind, 'frozen');
  bench.clock.turn(30 * second);
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove')).kind, 'not-set-up');
  await bench.enrolment.giveBack(kim, taken.id, 'sam');
  assert.equal((await bench.apps.prove(kim, shownBy(secret, bench.clock()), 'prove')).kind, 'identity-proven');
});

test('what the policy does not offer can neither be begun nor finished nor used', async () => {
  const { bench, secret } = await withApp();
  const { id, secret: next } = await setup(bench);
  const { apps } = bench.beside(undefined, { app: { allowed: false } });
  assert.deepEqual(await apps.begin(asker(1)), { kind: 'not-offered' });
  assert.deepEqual(await apps.accept(kim, id, shownBy(next, bench.clock())), { kind: 'not-offered' });
  assert.deepEqual(await apps.prove(kim, shownBy(secret, bench.clock(), 1), 'prove'), { kind: 'not-offered' });
});

test('who has no app, or was forgotten, gets nowhere', async () => {
  const { bench, secret, id } = await withApp();
  assert.deepEqual(await bench.apps.prove(employee(2), '123456', 'prove'), { kind: 'not-set-up' });
  const next = await setup(bench);
  assert.deepEqual(await bench.enrolment.erase(kim), { kind: 'erased', until: bench.clock() + 7 * day });
  const code = shownBy(next.secret, bench.clock());
  assert.deepEqual(await bench.apps.accept(kim, next.id, code), { kind: 'app-setup-over' });
  assert.deepEqual(await bench.apps.accept(kim, id, code), { kind: 'app-setup-over' });
  assert.deepEqual(await bench.apps.prove(kim, shownBy(secret, bench.clock(), 1), 'prove'), { kind: 'not-set-up' });
  assert.equal(await bench.store.read('person', 'tenant/employee-2'), undefined);
});

test('an app beside a phone is told to the phone', async () => {
  const bench = methodBench();
  await bench.enrolment.begin(asker(1), phone());
  const { challenge } = await bench.person(kim);
  await bench.enrolment.answer(kim, challenge?.id ?? '', await bench.code(kim));
  const { id, secret } = await setup(bench);
  await bench.apps.accept(kim, id, shownBy(secret, bench.clock()));
  const notice = (await bench.person(kim)).letters.find(({ kind }) => kind === 'notice');
  assert.ok(notice?.kind === 'notice' && notice.channel === 'text');
});
