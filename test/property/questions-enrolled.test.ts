import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkAnswers, type TypedAnswer } from '../../bot/domain/methods/questions/check.ts';
import {
  offeredQuestions,
  predefinedQuestions,
  type QuestionPolicy,
  readQuestionPolicy,
} from '../../bot/domain/methods/questions/policy.ts';
import { languages } from '../../bot/texts/languages.ts';
import { answerWords } from '../../bot/texts/questions.ts';
import { teller } from '../../bot/texts/tell.ts';
import { dealt, questionsCard, questionsForm, shownRows, typedRows } from '../../cards/enrolment/questions.ts';
import { asking, inOrder, member, methodBench } from '../support/app-and-questions.ts';
import { asker, employee } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';

/** Any policy that the rules of a policy file let through. */
const policies = fc
  .record({
    count: fc.constantFrom<3 | 4 | 5>(3, 4, 5),
    predefined: fc.oneof(fc.constant('all' as const), fc.subarray([...predefinedQuestions])),
    own: fc.uniqueArray(fc.string({ unit: 'binary', minLength: 3, maxLength: 200 }), { maxLength: 20 }),
  })
  .map(({ count, predefined, own }) =>
    readQuestionPolicy({ allowed: true, toRegister: count, toAnswer: 3, predefined, own }),
  )
  .filter((read) => read.kind === 'question-policy')
  .map((read): QuestionPolicy => (read.kind === 'question-policy' ? read.policy : asking));

const anyAnswer = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('Umeå', 'umeå ', 'UMEÅ.', 'Fido', 'Alva', '123', '\\"'.repeat(200), '\u0001'.repeat(90)),
);

/** What came from the card, some of it honest. */
const forms = (policy: QuestionPolicy) => {
  const honest = fc.tuple(
    fc.shuffledSubarray([...offeredQuestions(policy)], { minLength: policy.toRegister }),
    fc.uniqueArray(fc.stringMatching(/^[a-zåäö]{5,12}$/), { minLength: 5, maxLength: 5 }),
  );
  const row = fc.record({
    question: fc.oneof(fc.constantFrom(...offeredQuestions(policy)), fc.string({ maxLength: 8 })),
    answer: anyAnswer,
  });
  return fc.oneof(
    fc.array(row, { maxLength: 6 }),
    honest.map(([ids, words]) => words.map((answer, at) => ({ question: ids[at] ?? '', answer }))),
  );
};

function seedFor(t: { diagnostic(message: string): void }): number {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  return seed;
}

test('each question stands in one row of the card, whatever is offered, chosen and shown; what is chosen stays', (t) => {
  const seed = seedFor(t);
  const cases = policies.chain((policy) =>
    fc.record({
      policy: fc.constant(policy),
      round: fc.nat(40),
      chosen: fc.array(fc.oneof(fc.constantFrom(...offeredQuestions(policy), ''), fc.string({ maxLength: 6 })), {
        maxLength: 5,
      }),
    }),
  );
  const property = fc.property(cases, ({ policy, round, chosen }) => {
    const offered = offeredQuestions(policy);
    const rows = dealt(offered, policy.toRegister, round, chosen);
    assert.equal(rows.length, policy.toRegister);
    assert.deepEqual(new Set(rows.flat()), new Set(offered));
    assert.ok(rows.every((row) => row.length > 0));
    const own = rows.map((row) => row.length);
    const fallback = own.reduce((sum, count) => sum + count, 0) > offered.length;
    if (!fallback) assert.equal(new Set(rows.flat()).size, rows.flat().length);
    for (const [row, one] of chosen.slice(0, policy.toRegister).entries()) {
      if (offered.some((id) => id === one) && chosen.indexOf(one) === row) {
        assert.ok(
          rows[row]?.some((id) => id === one),
          `${one} left row ${row}`,
        );
      }
    }
  });
  fc.assert(property, { seed, numRuns: 1_000 });
});

test('the card shows few questions at a time, what is chosen among them, and each one in one round or another', (t) => {
  const seed = seedFor(t);
  const cases = policies.chain((policy) =>
    fc.record({
      policy: fc.constant(policy),
      round: fc.nat(40),
      chosen: fc.array(fc.constantFrom(...offeredQuestions(policy), ''), { maxLength: 5 }),
    }),
  );
  const property = fc.property(cases, ({ policy: { toRegister }, policy, round, chosen }) => {
    const offered = offeredQuestions(policy);
    const rows = shownRows(offered, toRegister, round, chosen);
    assert.ok(rows.flat().length <= 15 + toRegister);
    for (const [row, shown] of rows.entries()) {
      const whole = dealt(offered, toRegister, round, chosen)[row] ?? [];
      assert.ok(shown.length > 0);
      assert.equal(new Set(shown).size, shown.length);
      assert.ok(shown.every((one) => whole.includes(one)));
      for (const one of whole.filter((it) => it === chosen[row])) assert.ok(shown.includes(one));
    }
    const blocks = Math.ceil(offered.length / toRegister);
    const rounds = Array.from({ length: blocks }, (_, at) => shownRows(offered, toRegister, at, []));
    assert.deepEqual(new Set(rounds.flat(2)), new Set(offered));
  });
  fc.assert(property, { seed, numRuns: 300 });
});

test('nearly any two questions can be chosen together, in one round or another', () => {
  for (const rows of [3, 4, 5]) {
    const offered = [...predefinedQuestions];
    const rounds = Array.from({ length: rows }, (_, round) => dealt(offered, rows, round, []));
    const apart = (one: string, other: string) =>
      rounds.some((round) => !round.some((row) => row.some((id) => id === one) && row.some((id) => id === other)));
    const pairs = offered.flatMap((one, at) => offered.slice(at + 1).map((other) => [one, other] as const));
    const never = pairs.filter(([one, other]) => !apart(one, other));
    assert.ok(never.length / pairs.length < 0.15, `${never.length} of ${pairs.length} with ${rows} rows`);
  }
});

test('the card stays under 28 KB with any own questions, any round and whatever was typed', (t) => {
  const seed = seedFor(t);
  let largest = 0;
  const cases = fc.record({
    own: fc
      .constantFrom('å', '"', '\\', '😀', '\u0001', '漢', '<at>')
      .chain((unit) =>
        fc.constant(Array.from({ length: 20 }, (_, at) => `${at} why ${unit.repeat(200)}`.slice(0, 200))),
      ),
    count: fc.constantFrom<3 | 4 | 5>(3, 4, 5),
    round: fc.nat(12),
    language: fc.constantFrom(...languages),
    typed: fc.array(fc.record({ question: fc.constantFrom('own-1', 'q1', '', 'x'), answer: anyAnswer }), {
      maxLength: 5,
    }),
  });
  const property = fc.property(cases, ({ own, count, round, language, typed }) => {
    const read = readQuestionPolicy({ allowed: true, toRegister: count, toAnswer: 3, predefined: 'all', own });
    assert.ok(read.kind === 'question-policy', JSON.stringify(read));
    const checked = checkAnswers(typed, { policy: read.policy, words: answerWords, known: member });
    const problems = checked.kind === 'answer-problems' ? checked.problems : [];
    const draft = { policy: read.policy, round, typed: typedRows(typed), problems };
    const tell = teller(language, null);
    const note = { text: tell('questions.look', { count: problems.length }), tone: 'attention' } as const;
    const card = questionsCard(tell, draft, tell('readiness.progress', { proven: 1, required: 2 }), note);
    largest = Math.max(largest, JSON.stringify(card).length * 2);
    assert.doesNotMatch(JSON.stringify(card), /\$\{|undefined/);
  });
  fc.assert(property, { seed, numRuns: 300 });
  figure({
    test: 'card of security questions: 20 own ones of 200 characters beside the 35, all fields wrong',
    measured: `at most ${largest} bytes as UTF-16`,
    target: 'at most 28672',
    met: largest <= 28 * 1024,
    seed,
  });
});

test('no form gets through that breaks a rule, and one that keeps them all does', (t) => {
  const seed = seedFor(t);
  let kept = 0;
  const property = fc.property(
    policies.chain((policy) => fc.tuple(fc.constant(policy), forms(policy))),
    ([policy, typed]) => {
      const read = checkAnswers(typed, { policy, words: answerWords, known: member });
      if (read.kind === 'answer-problems') {
        const fields = read.problems.map(({ row, field }) => `${row} ${field}`);
        assert.equal(new Set(fields).size, fields.length, 'one problem a field');
        assert.ok(read.problems.every(({ row }) => row < policy.toRegister));
        return;
      }
      kept += 1;
      assert.equal(read.answers.length, policy.toRegister);
      assert.equal(new Set(read.answers.map(({ question }) => question)).size, policy.toRegister);
      assert.equal(new Set(read.answers.map(({ answer }) => answer)).size, policy.toRegister);
    },
  );
  fc.assert(property, { seed, numRuns: 2_000 });
  t.diagnostic(`${kept} forms kept`);
  assert.ok(kept > 100);
});

test('what a card sends back is read row by row, whatever else it holds', (t) => {
  const seed = seedFor(t);
  const rows = fc.array(
    fc.record({ question: fc.string(), answer: fc.string({ maxLength: 300 }) }, { noNullPrototype: true }),
    {
      minLength: 5,
      maxLength: 5,
    },
  );
  const property = fc.property(rows, fc.dictionary(fc.string({ minLength: 1 }), fc.anything()), (typed, more) => {
    const read = questionsForm.safeParse({ ...more, ...typedRows(typed), verb: 'questions' });
    assert.ok(read.success);
    assert.deepEqual(read.data.rows, typed);
    for (const wrong of [42, null, [], {}]) {
      assert.ok(!questionsForm.safeParse({ ...typedRows(typed), 'answer-3': wrong, verb: 'questions' }).success);
    }
  });
  fc.assert(property, { seed, numRuns: 300 });
});

test('what was registered is right again however it is written, and nothing else is', async (t) => {
  const seed = seedFor(t);
  const words = fc
    .array(fc.stringMatching(/^[a-zåäö]{4,12}$/), { minLength: 1, maxLength: 2 })
    .map((all) => all.join(' '));
  const answers = fc.uniqueArray(words, { minLength: 3, maxLength: 3, selector: (one) => one.trim().toLowerCase() });
  let looked = 0;
  const property = fc.asyncProperty(answers, fc.nat(2), async (given, wrongAt) => {
    const bench = methodBench();
    const questions = ['q5', 'q12', 'q31'];
    const rows: TypedAnswer[] = questions.map((question, at) => ({ question, answer: given[at] ?? '' }));
    const outcome = await bench.questions.register(asker(1), member, rows);
    if (outcome.kind !== 'method-proven') return;
    looked += 1;
    const kim = { employee: employee(1), administrator: false };
    const asked = await bench.questions.ask(kim);
    assert.ok(asked.kind === 'questions-asked');
    const right = asked.questions.map(({ question }) => rows.find((row) => row.question === question)?.answer ?? '');
    const wrong = right.map((one, at) => (at === wrongAt ? `${one}x` : one));
    assert.equal((await bench.questions.answer(kim, asked.draw, wrong, 'prove')).kind, 'answers-wrong');
    const said = right.map((one, at) => [` ${one.toUpperCase()}!`, one.normalize('NFD'), `“${one}”`][at] ?? one);
    assert.equal((await bench.questions.answer(kim, asked.draw, said, 'prove')).kind, 'identity-proven');
    const { audit, letters, methods } = await bench.person(kim.employee);
    const stored = JSON.stringify([audit, letters, methods]);
    for (const one of right) assert.ok(!stored.includes(JSON.stringify(one).slice(1, -1)), one);
  });
  await fc.assert(property, { seed, numRuns: amount(1, 60) });
  assert.ok(looked > 0 && inOrder([]).length === 0);
});
