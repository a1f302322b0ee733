import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../../../bot/domain/account/person.ts';
import { firstBroken } from '../../../../bot/domain/audit/trail.ts';
import { proofLife } from '../../../../bot/domain/enrolment/proof.ts';
import { createAnswerQueue } from '../../../../bot/domain/methods/questions/answer-hash.ts';
import { day, hour, second } from '../../../../bot/domain/time.ts';
import {
  administrator,
  asking,
  goodRows,
  inOrder,
  type MethodBench,
  member,
  methodBench,
} from '../../../support/app-and-questions.ts';
import { type HandClock, handClock } from '../../../support/clock.ts';
import { asker, employee, phone } from '../../../support/enrolling.ts';
import { figure } from '../../../support/figure.ts';
import { ringOf } from '../../../support/keyring.ts';

const kim = { employee: employee(1), administrator: false };
const method = 'security-questions';

/** Hashing takes its time: one record serves many tests. */
const registered = (async () => {
  const bench = methodBench();
  assert.deepEqual(await bench.questions.register(asker(1), member, goodRows), { kind: 'method-proven', method });
  return bench.person(kim.employee);
})();

/** Somebody whose questions are registered. */
async function withQuestions(): Promise<MethodBench> {
  const person: Person = await registered;
  const bench = methodBench();
  const id = `tenant/${kim.employee.objectId}`;
  await bench.store.update('person', id, () => ({ record: person, outcome: undefined }));
  return bench;
}

async function askedOf(bench: MethodBench, who = kim) {
  const outcome = await bench.questions.ask(who);
  assert.ok(outcome.kind === 'questions-asked', outcome.kind);
  return outcome;
}

test('where a reset goes by what Microsoft takes, nobody starts with questions in their last 30 days', async () => {
  const there = { ...member, registration: 'written' } as const;
  const register = (clock: HandClock, entry: typeof member) =>
    methodBench({ clock }).questions.register(asker(1), entry, goodRows);
  const late = () => handClock(Date.UTC(2027, 0, 30));
  assert.deepEqual(await register(late(), there), { kind: 'not-offered' });
  assert.equal((await register(handClock(Date.UTC(2027, 0, 29)), there)).kind, 'method-proven');
  assert.equal((await register(late(), member)).kind, 'method-proven', 'with the bot alone, the policy decides');
});

test('what is kept of the answers can neither be read nor be guessed without the key', async () => {
  const person = await registered;
  const answers = person.methods[method]?.answers ?? [];
  assert.deepEqual(
    answers.map(({ question, wording, keyVersion }) => [question, wording, keyVersion]),
    [
      ['q4', null, 1],
      ['q29', null, 1],
      ['own-1', asking.own[0], 1],
    ],
  );
  assert.equal(new Set(answers.map(({ salt }) => salt)).size, 3);
  assert.doesNotMatch(JSON.stringify(person), /Umeå|umeå|Fido|fido|red one/);
  assert.deepEqual(
    person.audit.map(({ act }) => act),
    ['method-proven'],
  );
  assert.deepEqual([person.chat, person.provedAt], ['chat-1', handClock()()]);
});

test('every field that has to be put right is named at once, and nothing is kept', async () => {
  const bench = methodBench();
  const outcome = await bench.questions.register(asker(1), member, [
    { question: 'q4', answer: 'no' },
    { question: 'q4', answer: 'Alva Lindqvist' },
    { question: 'q99', answer: '' },
  ]);
  assert.ok(outcome.kind === 'answer-problems');
  assert.deepEqual(
    outcome.problems.map(({ row, kind }) => `${row} ${kind}`),
    ['0 answer-too-short', '1 question-twice', '1 answer-own-name', '2 question-not-offered', '2 answer-missing'],
  );
  assert.equal(await bench.store.read('person', 'tenant/employee-1'), undefined);
});

test('directory administrators are refused in everything, and so is everybody where the policy is off', async () => {
  const bench = await withQuestions();
  const { draw } = await askedOf(bench);
  const off = bench.beside(undefined, { questions: { ...asking, allowed: false } }).questions;
  for (const [questions, admin] of [
    [bench.questions, true],
    [off, false],
  ] as const) {
    const who = { ...kim, administrator: admin };
    const entry = admin ? administrator : member;
    assert.deepEqual(await questions.register(asker(1), entry, goodRows), { kind: 'not-offered' });
    assert.deepEqual(await questions.ask(who), { kind: 'not-offered' });
    assert.deepEqual(await questions.answer(who, draw, ['a', 'b', 'c'], 'prove'), { kind: 'not-offered' });
  }
  assert.deepEqual((await bench.person(kim.employee)).draw?.tries, []);
});

test('the same questions are asked until they are answered rightly, however often and by whatever process', async () => {
  const bench = await withQuestions();
  const first = await askedOf(bench);
  assert.deepEqual(new Set(first.questions.map(({ question }) => question)), new Set(['q4', 'q29', 'own-1']));
  bench.clock.turn(40 * day);
  const later = await bench.beside(ringOf(1, 2)).questions.ask(kim);
  assert.deepEqual(later, first);
  assert.equal((await bench.questions.answer(kim, first.draw, ['aaa', 'bbb', 'ccc'], 'prove')).kind, 'answers-wrong');
  assert.deepEqual(await askedOf(bench), first);
  const right = inOrder(first.questions).map((answer) => ` ${answer.toUpperCase()}. `);
  assert.deepEqual(await bench.questions.answer(kim, first.draw, right, 'prove'), { kind: 'identity-proven', method });
  const person = await bench.person(kim.employee);
  assert.deepEqual([person.draw, person.provedAt], [null, bench.clock()]);
  assert.deepEqual(
    person.audit.slice(-2).map(({ act }) => act),
    ['answers-wrong', 'identity-proven'],
  );
  assert.equal(firstBroken(person.audit), undefined);
  assert.deepEqual(await bench.questions.answer(kim, first.draw, right, 'prove'), { kind: 'old-card' });
  assert.notEqual((await askedOf(bench)).draw, first.draw);
});

test('one wrong answer among right ones is not told from three; five tries a day, then a rest until a stated time', async () => {
  const bench = await withQuestions();
  const { draw, questions } = await askedOf(bench);
  const right = inOrder(questions);
  const start = bench.clock();
  const tries = [
    ['xxx', ...right.slice(1)],
    [...right.slice(0, 2), 'xxx'],
    ['xxx', 'yyy', 'zzz'],
    [...right].reverse(),
  ];
  for (const [at, typed] of tries.entries()) {
    assert.deepEqual(await bench.questions.answer(kim, draw, typed, 'prove'), { kind: 'answers-wrong', left: 4 - at });
    bench.clock.turn(hour);
  }
  const resting = { kind: 'questions-resting', until: start + day };
  assert.deepEqual(await bench.questions.answer(kim, draw, ['aaa', 'bbb', 'ccc'], 'prove'), resting);
  assert.deepEqual(await bench.questions.answer(kim, draw, right, 'prove'), resting);
  assert.deepEqual(await bench.questions.ask(kim), resting);
  bench.clock.turn(start + day - bench.clock());
  assert.equal((await bench.questions.answer(kim, draw, right, 'prove')).kind, 'identity-proven');
});

test('an empty field is no try', async () => {
  const bench = await withQuestions();
  const { draw, questions } = await askedOf(bench);
  for (const typed of [[], ['', '', ''], [...inOrder(questions).slice(0, 2), '  ']]) {
    assert.deepEqual(await bench.questions.answer(kim, draw, typed, 'prove'), { kind: 'answers-missing' });
  }
  assert.deepEqual((await bench.person(kim.employee)).draw?.tries, []);
});

test('of 50 forms at once no more than five are looked at, and of right ones exactly one counts', async () => {
  const bench = await withQuestions();
  const { draw, questions } = await askedOf(bench);
  const wrong = await Promise.all(
    Array.from({ length: 50 }, (_, at) => bench.questions.answer(kim, draw, ['aaa', 'bbb', `ccc${at}`], 'prove')),
  );
  const { audit } = await bench.person(kim.employee);
  const looked = audit.filter(({ act }) => act === 'answers-wrong').length;
  assert.equal(looked, 5);
  assert.equal(wrong.filter(({ kind }) => kind === 'questions-resting').length, 46);

  const again = await withQuestions();
  const asked = await askedOf(again);
  const right = await Promise.all(
    Array.from({ length: 50 }, () => again.questions.answer(kim, asked.draw, inOrder(asked.questions), 'prove')),
  );
  assert.equal(right.filter(({ kind }) => kind === 'identity-proven').length, 1);
  assert.ok(right.every(({ kind }) => ['identity-proven', 'old-card', 'questions-resting'].includes(kind)));
  assert.ok(questions.length === 3);
  figure({
    test: 'answering security questions, 50 forms at once',
    measured: `${looked} wrong forms looked at, ${right.filter(({ kind }) => kind === 'identity-proven').length} right one counted`,
    target: 'at most 5, exactly 1',
    met: looked <= 5,
  });
});

test("a colleague's draw is a wrong try of one's own, also with the right answers, and theirs stays as it was", async () => {
  const bench = await withQuestions();
  const mine = await askedOf(bench);
  const outcome = await bench.questions.answer(kim, 'f'.repeat(32), inOrder(mine.questions), 'prove');
  assert.deepEqual(outcome, { kind: 'answers-wrong', left: 4 });
  const stranger = { employee: employee(2), administrator: false };
  assert.deepEqual(await bench.questions.answer(stranger, mine.draw, inOrder(mine.questions), 'prove'), {
    kind: 'not-set-up',
  });
  assert.equal(await bench.store.read('person', 'tenant/employee-2'), undefined);
  assert.equal((await bench.person(kim.employee)).draw?.tries.length, 1);
});

test('where there is something stronger, right answers change nothing of what may be done', async () => {
  const bench = await withQuestions();
  await bench.enrolment.begin(asker(1), phone());
  const { challenge } = await bench.person(kim.employee);
  await bench.enrolment.answer(kim.employee, challenge?.id ?? '', await bench.code(kim.employee));
  bench.clock.turn(proofLife + second);
  const { draw, questions } = await askedOf(bench);
  assert.deepEqual(await bench.questions.answer(kim, draw, inOrder(questions), 'prove'), { kind: 'answers-right' });
  assert.deepEqual(await bench.questions.register(asker(1), member, goodRows), { kind: 'proof-needed' });
});

test('changing them needs a fresh proof and replaces all; the old draw ends, and nothing lengthens the proof', async () => {
  const bench = await withQuestions();
  const { draw } = await askedOf(bench);
  bench.clock.turn(proofLife + second);
  assert.deepEqual(await bench.questions.register(asker(1), member, goodRows), { kind: 'proof-needed' });
  const provedAt = bench.clock();
  await bench.alter(1, (person) => ({ ...person, provedAt }));
  bench.clock.turn(hour / 4);
  const others = [
    { question: 'q1', answer: 'Luleå hamn' },
    { question: 'q2', answer: 'på färjan' },
    { question: 'q3', answer: 'Ystad' },
  ];
  assert.equal((await bench.questions.register(asker(1), member, others)).kind, 'method-proven');
  const person = await bench.person(kim.employee);
  assert.deepEqual(
    person.methods[method]?.answers.map(({ question }) => question),
    ['q1', 'q2', 'q3'],
  );
  assert.deepEqual([person.draw, person.provedAt, person.changes.at(-1)?.what], [null, provedAt, 'replaced']);
  assert.deepEqual(await bench.questions.answer(kim, draw, ['aaa', 'bbb', 'ccc'], 'prove'), { kind: 'old-card' });
});

test('a right answer is hashed again with the newest key, and goes on being right without the old one', async () => {
  const bench = await withQuestions();
  const { draw, questions } = await askedOf(bench);
  const both = bench.beside(ringOf(1, 2)).questions;
  assert.equal((await both.answer(kim, draw, inOrder(questions), 'prove')).kind, 'identity-proven');
  const answers = (await bench.person(kim.employee)).methods[method]?.answers ?? [];
  assert.deepEqual(
    answers.map(({ question, keyVersion }) => [question, keyVersion]),
    [
      ['q4', 2],
      ['q29', 2],
      ['own-1', 2],
    ],
  );
  const newest = bench.beside(ringOf(2)).questions;
  const again = await newest.ask(kim);
  assert.ok(again.kind === 'questions-asked');
  assert.equal((await newest.answer(kim, again.draw, inOrder(again.questions), 'prove')).kind, 'identity-proven');
});

test('an own question is asked in the words it was answered in, though the policy has others by now', async () => {
  const bench = await withQuestions();
  const later = bench.beside(undefined, { questions: { ...asking, own: ['Something else?'] } }).questions;
  const asked = await later.ask(kim);
  assert.ok(asked.kind === 'questions-asked');
  assert.equal(asked.questions.find(({ question }) => question === 'own-1')?.wording, asking.own[0]);
});

test('where more are to be answered than somebody has registered, all they have are asked', async () => {
  const bench = await withQuestions();
  const more = bench.beside(undefined, { questions: { ...asking, toRegister: 5, toAnswer: 5 } }).questions;
  const asked = await more.ask(kim);
  assert.ok(asked.kind === 'questions-asked' && asked.questions.length === 3);
});

test('a new draw takes the tries of the day along', async () => {
  const bench = await withQuestions();
  const { draw } = await askedOf(bench);
  for (const _ of [1, 2]) await bench.questions.answer(kim, draw, ['aaa', 'bbb', 'ccc'], 'prove');
  await bench.alter(1, (person) => ({ ...person, draw: person.draw && { ...person.draw, questions: ['q1'] } }));
  const next = await askedOf(bench);
  assert.notEqual(next.draw, draw);
  assert.deepEqual(await bench.questions.answer(kim, next.draw, ['aaa', 'bbb', 'ccc'], 'prove'), {
    kind: 'answers-wrong',
    left: 2,
  });
});

test('two forms are hashed at once, and one that would wait too long is turned away untouched', async () => {
  const clock = handClock();
  const queue = createAnswerQueue(clock);
  let [running, most] = [0, 0];
  const leave: (() => void)[] = [];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => leave.push(resolve));
    running -= 1;
    return { kind: 'done' } as const;
  };
  const all = [1, 2, 3, 4, 5].map(() => queue.run(work));
  await new Promise(setImmediate);
  clock.turn(2 * second);
  leave.shift()?.();
  await all[0];
  await new Promise(setImmediate);
  clock.turn(1);
  for (let rounds = 0; rounds < 10; rounds += 1) {
    leave.shift()?.();
    await new Promise(setImmediate);
  }
  const kinds = (await Promise.all(all)).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['done', 'done', 'done', 'answers-busy', 'answers-busy']);
  assert.equal(most, 2);
  const failing = await queue.run(() => Promise.reject(new Error('x'))).catch(() => 'failed');
  assert.equal(failing, 'failed');
  assert.deepEqual(await queue.run(async () => ({ kind: 'free' })), { kind: 'free' });
});
