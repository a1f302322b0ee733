import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import fc from 'fast-check';
import type { EmployeeKey } from '../../../bot/domain/account/person.ts';
import { isThere } from '../../../bot/domain/enrolment/readiness.ts';
import type { MethodWriter, WriteOutcome } from '../../../bot/domain/ports/method-writer.ts';
import { shownValues } from '../../../bot/domain/reset-service/sync.ts';
import { hour, minute, second } from '../../../bot/domain/time.ts';
import { asker, email, employee, phone } from '../../support/enrolling.ts';
import { amount, figure } from '../../support/figure.ts';
import { type Posting, posting } from '../../support/posting.ts';
import { seedOfRun } from '../../support/seeded.ts';

const kim = employee(1);
const number = phone().address;

/** A reset service that keeps the rules of the port, and fails as it is told. */
function service() {
  const stands = new Map<string, string>();
  const fates: (WriteOutcome['kind'] | 'lost' | undefined)[] = [];
  let slowly: (() => Promise<void>) | undefined;
  const writer: MethodWriter = {
    async set(_employee: EmployeeKey, slot, value, { values: shown }) {
      const fate = fates.shift();
      const now = stands.get(slot);
      if (fate && fate !== 'lost') return { kind: fate };
      if (now === (value ?? undefined)) return { kind: 'already-there' };
      if (now !== undefined && !shown.includes(now)) return { kind: value === null ? 'already-there' : 'not-shown' };
      const wait = slowly;
      slowly = undefined;
      await wait?.();
      if (value === null) stands.delete(slot);
      else stands.set(slot, value);
      return { kind: fate ? 'not-sure' : 'written' };
    },
  };
  /** The next write waits, after its look at what stands there, until it may go. */
  const slow = () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    slowly = async () => {
      reached.resolve();
      await go.promise;
    };
    return { reached: reached.promise, go: go.resolve };
  };
  return { writer, stands, fates, slow };
}

async function prove(bench: Posting['bench'], wanted = phone()): Promise<void> {
  const sent = await bench.enrolment.begin(asker(1), wanted);
  assert.ok(sent.kind === 'code-sent', sent.kind);
  await bench.enrolment.answer(kim, sent.challenge.id, await bench.code(kim));
}

async function disownNewest(bench: Posting['bench']): Promise<void> {
  await bench.enrolment.disown(kim, (await bench.person(kim)).changes.at(-1)?.id ?? '');
}

function writing() {
  const there = service();
  const all = posting({ writer: there.writer });
  const run = async (later: number) => {
    all.clock.turn(later);
    while ((await all.outbox.round()) > 0);
  };
  return { ...all, ...there, run };
}

test('a proof is written, and nothing else is said to be there', async () => {
  const { bench, stands, run } = writing();
  await prove(bench);
  const before = await bench.person(kim);
  assert.equal(before.writings['authentication-phone']?.state, 'on-its-way');
  await run(0);
  const after = await bench.person(kim);
  assert.equal(stands.get('mobile'), number);
  assert.deepEqual(after.writings, {
    'authentication-phone': { state: 'there', since: after.writings['authentication-phone']?.since, ours: [number] },
  });
  assert.deepEqual([isThere(after, 'authentication-phone'), isThere(after, 'authentication-email')], [true, false]);
});

test('what passes is tried again until it is done; an answer that got lost is found done', async () => {
  const { bench, stands, fates, run } = writing();
  fates.push('try-later', 'not-sure', 'lost', undefined);
  await prove(bench);
  for (let tries = 0; tries < 6; tries += 1) await run(minute);
  assert.equal(stands.get('mobile'), number);
  assert.equal((await bench.person(kim)).writings['authentication-phone']?.state, 'there');
});

test('an older wish that takes its time never arrives after the newest', async () => {
  const { bench, stands, slow, outbox, another } = writing();
  const hung = slow();
  await prove(bench);
  const older = outbox.round();
  await hung.reached;
  await prove(bench, phone(2));
  const newest = another().round();
  for (let turns = 0; turns < 50; turns += 1) await yielded();
  hung.go();
  await Promise.all([older, newest]);
  while ((await outbox.round()) > 0);
  assert.equal(stands.get('mobile'), phone(2).address);
  assert.equal((await bench.person(kim)).writings['authentication-phone']?.state, 'there');
});

test('a reset service that is silent for two days is told of, and not asked for ever', async () => {
  const { bench, fates, run, tellings } = writing();
  fates.push(...new Array(1_000).fill('try-later'));
  await prove(bench);
  for (let hours = 0; hours < 50; hours += 1) await run(hour);
  const { writings, letters } = await bench.person(kim);
  assert.equal(writings['authentication-phone']?.state, 'silent');
  assert.deepEqual(
    letters.filter(({ kind }) => kind === 'write'),
    [],
  );
  assert.deepEqual(tellings, ['authentication-phone']);
});

test('who is in no report yet is told once that it takes up to a day and a half, and is written for after that', async () => {
  const { bench, stands, fates, run, tellings } = writing();
  fates.push(...new Array(36).fill('not-listed'));
  await prove(bench);
  for (let hours = 0; hours < 36; hours += 1) await run(hour);
  const waiting = (await bench.person(kim)).writings['authentication-phone'];
  assert.deepEqual([waiting?.state, waiting?.unlisted], ['on-its-way', true]);
  assert.deepEqual(tellings, ['authentication-phone']);
  fates.length = 0;
  await run(hour);
  assert.equal(stands.get('mobile'), number);
  const there = (await bench.person(kim)).writings['authentication-phone'];
  assert.deepEqual([there?.state, there?.unlisted], ['there', undefined]);
});

test('who is in no report after two days is told that, too', async () => {
  const { bench, fates, run, tellings } = writing();
  fates.push(...new Array(1_000).fill('not-listed'));
  await prove(bench);
  for (let hours = 0; hours < 50; hours += 1) await run(hour);
  assert.equal((await bench.person(kim)).writings['authentication-phone']?.state, 'not-listed');
  assert.deepEqual(tellings, ['authentication-phone', 'authentication-phone']);
});

test('for two days the bot knows what it wrote or removed itself, and no longer', async () => {
  const { bench, run, clock } = writing();
  const recent = async () => shownValues(await bench.person(kim), clock()).recent;
  await prove(bench);
  assert.deepEqual(await recent(), []);
  await run(0);
  assert.deepEqual(await recent(), ['mobile']);
  await bench.enrolment.remove(kim, 'authentication-phone');
  await run(second);
  assert.deepEqual((await bench.person(kim)).writings, {});
  assert.deepEqual(await recent(), ['mobile']);
  await run(47 * hour);
  assert.deepEqual(await recent(), ['mobile']);
  await run(hour);
  assert.deepEqual(await recent(), []);
});

for (const why of ['not-shown', 'administrator', 'not-accepted', 'not-permitted', 'unknown-person'] as const) {
  test(`${why} ends it, is told once and audited, and the method does not count`, async () => {
    const { bench, fates, run, tellings } = writing();
    fates.push(why);
    await prove(bench);
    await run(0);
    await run(hour);
    const person = await bench.person(kim);
    assert.equal(person.writings['authentication-phone']?.state, why);
    assert.deepEqual(tellings, ['authentication-phone']);
    assert.equal(isThere(person, 'authentication-phone'), false);
    const noted = person.audit.find(({ act }) => act === 'method-not-written');
    assert.ok(noted?.act === 'method-not-written' && noted.why === why);
  });
}

test('what was removed before it was written never gets there', async () => {
  const { bench, stands, fates, run } = writing();
  fates.push('try-later');
  await prove(bench);
  await run(0);
  await bench.enrolment.remove(kim, 'authentication-phone');
  await run(minute);
  assert.deepEqual([...stands], []);
  assert.deepEqual((await bench.person(kim)).writings, {});
});

test('disowning takes out what a stranger put there, even when nobody knows whether it was written', async () => {
  const { bench, stands, fates, run } = writing();
  await prove(bench);
  await run(0);
  await prove(bench, phone(2));
  fates.push('lost');
  await run(0);
  assert.equal(stands.get('mobile'), phone(2).address);
  await disownNewest(bench);
  await run(second);
  assert.equal(stands.get('mobile'), undefined, 'nobody has shown that the old number may be there again');
  await bench.enrolment.giveBack(kim, (await bench.person(kim)).doubt?.id ?? '', 'sam');
  await run(second);
  assert.equal(stands.get('mobile'), number);
});

const seed = seedOfRun();

test(`whatever is proven, removed and disowned, and however the reset service fails, both agree in the end (seed ${seed})`, async () => {
  const numRuns = amount(100, 3_000);
  const fate = fc.constantFrom('try-later', 'not-sure', 'lost', undefined);
  const step = fc.oneof(
    fc.record({
      act: fc.constant('prove'),
      which: fc.integer({ min: 1, max: 3 }),
      fates: fc.array(fate, { maxLength: 3 }),
    }),
    fc.record({
      act: fc.constant('mail'),
      which: fc.integer({ min: 1, max: 3 }),
      fates: fc.array(fate, { maxLength: 3 }),
    }),
    fc.record({
      act: fc.constantFrom('remove', 'disown', 'bring back', 'wait'),
      which: fc.constant(1),
      fates: fc.array(fate, { maxLength: 3 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { bench, stands, fates, clock, run } = writing();
      for (const { act, which, fates: next } of steps) {
        fates.push(...(next as typeof fates));
        if (act === 'prove' || act === 'mail') {
          const sent = await bench.enrolment.begin(
            asker(1),
            act === 'mail' ? email(`kim${which}@home.example`) : phone(which),
          );
          if (sent.kind === 'code-sent') await bench.enrolment.answer(kim, sent.challenge.id, await bench.code(kim));
        }
        if (act === 'remove') await bench.enrolment.remove(kim, 'authentication-phone');
        if (act === 'disown') await disownNewest(bench);
        if (act === 'bring back') {
          await bench.enrolment.giveBack(kim, (await bench.person(kim)).doubt?.id ?? '', 'sam');
        }
        await run(act === 'wait' ? hour : 2 * minute);
      }
      fates.length = 0;
      for (let rounds = 0; rounds < 20; rounds += 1) await run(10 * minute);
      const { methods } = await bench.person(kim);
      assert.deepEqual(
        [stands.get('mobile'), stands.get('email')],
        [methods['authentication-phone']?.address, methods['authentication-email']?.address],
        `at ${clock()}`,
      );
    }),
    { numRuns, seed },
  );
  figure({
    test: 'bot and reset service agree in the end',
    measured: `${numRuns} histories of proofs, removals and "it was not me", with writes lost, refused for now and repeated: all agree`,
    target: 'all agree',
    met: true,
    seed,
  });
});
