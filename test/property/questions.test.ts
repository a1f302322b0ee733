import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { characters, normaliseAnswer, readAnswer } from '../../bot/domain/methods/questions/answer.ts';
import { checkAnswers } from '../../bot/domain/methods/questions/check.ts';
import { drawQuestions, type QuestionDraw, triesPerDraw, withTry } from '../../bot/domain/methods/questions/draw.ts';
import { offeredQuestions, predefinedQuestions, type QuestionId } from '../../bot/domain/methods/questions/policy.ts';
import type { defaultPolicy } from '../../bot/domain/policy.ts';
import { day } from '../../bot/domain/time.ts';
import { answerWords } from '../../bot/texts/questions.ts';
import { seedOfRun } from '../support/seeded.ts';
import { patience } from '../support/until.ts';

/** Letters of scripts with and without case, joined, from right to left, without word spaces, outside the first plane. */
const scripts: Readonly<Record<string, string>> = {
  Latin: 'aåÄbßéİıqxœ',
  Greek: 'αβςΣώΩξ',
  Cyrillic: 'абвЁжщ',
  Arabic: 'ابتجحق',
  Hebrew: 'אבגדשת',
  Devanagari: 'कखगदनम',
  Thai: 'กขคงจฉ',
  Han: '山川東京海空',
  Hangul: '가나다서울',
  Kana: 'あいうカキク',
  Georgian: 'აბგდეᲐ',
  Adlam: '𞤀𞤁𞤂𞤢𞤣',
};

const marks = ['.', '!', ' ', '\t', '\u00a0', '’', '´', '-', '–', '"', '“', '\u200b', '\u00ad', '\u202e', '\u0307'];
const shortTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...marks, ...Object.values(scripts).join(''), 'i', '\u0301', '\0'),
    maxLength: 30,
  }),
  // Halves of pairs, alone.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);
const longText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 4 })
  .map((text) => text.repeat(10_000 / text.length));
const anything = fc.oneof({ weight: 20, arbitrary: shortTexts }, { weight: 1, arbitrary: longText });

/** A seed that is printed with the run; SEED repeats it. */
function seedFor(t: { diagnostic(message: string): void }): number {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  return seed;
}

test('normalising twice is normalising once, for every character there is, alone and within a word', () => {
  const changed: string[] = [];
  let tried = 0;
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    // The 100,000 ideographs, and what is no character yet, have neither case nor other forms.
    if (/[\p{Unified_Ideograph}\p{Cn}\p{Co}]/u.test(character)) continue;
    tried += 1;
    for (const text of [character, `a${character}\u0301b`]) {
      const once = normaliseAnswer(text);
      if (normaliseAnswer(once) !== once) changed.push(point.toString(16));
    }
  }
  assert.deepEqual(changed, []);
  assert.ok(tried > 40_000);
});

test('normalising twice is normalising once, whatever is typed', (t) => {
  const seed = seedFor(t);
  const property = fc.property(anything, (typed) => {
    const once = normaliseAnswer(typed);
    assert.equal(normaliseAnswer(once), once);
    assert.ok(once.isWellFormed());
    assert.doesNotMatch(once, /^[\s\p{P}]|[\s\p{P}]$|\s\s|\p{Cc}|\p{Default_Ignorable_Code_Point}/u);
  });
  fc.assert(property, { seed, numRuns: 10_000 });
});

test('two answers that look the same to people are the same', (t) => {
  const seed = seedFor(t);
  const word = fc.constantFrom(...Object.values(scripts)).chain((letters) => {
    return fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 });
  });
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
  const spellings: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => text.normalize('NFC'),
    (text) => text.replaceAll(' ', '\u00a0\t '),
    (text) => [...text].join('\u200b'),
    (text) => `\u200f ${text}\n`,
    (text) => `“${text}”…`,
    (text) => `${text} !?`,
    (text) => text.replaceAll("'", '’').replaceAll('-', '–'),
    (text) => text.replace(/[a-z]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0) ?? 0, 0xfe0f)),
    (text) => text.replace(/[a-z]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  ];
  const joined = fc.tuple(phrase, fc.constantFrom(' ', '-', "'")).map(([words, between]) => words.join(between));
  const property = fc.property(joined, fc.subarray([...spellings], { minLength: 1 }), (text, chosen) => {
    const other = chosen.reduce((spelled, spelling) => spelling(spelled), text);
    assert.equal(normaliseAnswer(other), normaliseAnswer(text));
  });
  fc.assert(property, { seed, numRuns: 10_000 });
});

test('answers with other letters, marks on letters or spaces within stay apart', (t) => {
  const seed = seedFor(t);
  const letters = fc.string({ unit: fc.constantFrom(...'abcåäöé山川кл '), minLength: 3, maxLength: 12 });
  const plain = letters.map((text) => text.trim().replace(/\s+/gu, ' '));
  const property = fc.property(plain, plain, (one, other) => {
    assert.equal(normaliseAnswer(one) === normaliseAnswer(other), one === other);
  });
  fc.assert(property, { seed, numRuns: 10_000 });
});

for (const [script, letters] of Object.entries(scripts)) {
  test(`3 to 40 characters of ${script} are an answer, fewer and more are not`, (t) => {
    const seed = seedFor(t);
    // ß is the one letter here that is kept as two.
    const unit = fc.constantFrom(...letters.replace('ß', ''));
    const property = fc.property(fc.string({ unit, minLength: 1, maxLength: 45 }), (typed) => {
      const length = characters(typed.normalize('NFC'));
      const kind = length < 3 ? 'answer-too-short' : length > 40 ? 'answer-too-long' : 'answer';
      assert.equal(readAnswer(typed).kind, kind);
      assert.equal(readAnswer(`  ${typed}\n`).kind, kind);
    });
    fc.assert(property, { seed, numRuns: 500 });
  });
}

const policyOf = fc.record({
  allowed: fc.constant(true),
  toRegister: fc.constantFrom(3, 4, 5),
  toAnswer: fc.constant(3),
  predefined: fc.constantFrom('all', ['q1', 'q2', 'q3', 'q4', 'q5'] as const),
  own: fc.array(shortTexts, { maxLength: 3 }),
}) as fc.Arbitrary<typeof defaultPolicy.questions>;

test('whatever is sent is judged, never thrown at; problems are at fields there are, and what is accepted is all different', (t) => {
  const seed = seedFor(t);
  const tally = { accepted: 0, refused: 0 };
  const towns = fc.constantFrom(
    'Umeå',
    'umeå.',
    'UMEA\u030a',
    'Luleå',
    'Piteå',
    'Kalix',
    'Boden',
    'Fido',
    'Rex',
    'Volvo 740',
  );
  const ids = fc.oneof(fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'own-1'), { weight: 1, arbitrary: anything });
  const row = fc.record({
    question: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5') },
      { weight: 1, arbitrary: ids },
    ),
    answer: fc.oneof({ weight: 30, arbitrary: towns }, { weight: 1, arbitrary: anything }),
  });
  const known = fc.record({
    displayName: fc.oneof(fc.constant('Kim Berg'), shortTexts),
    signInName: fc.oneof(fc.constant('kim@example.org'), shortTexts),
    mailboxes: fc.array(shortTexts, { maxLength: 2 }),
  });
  const property = fc.property(fc.array(row, { maxLength: 7 }), policyOf, known, (rows, policy, someone) => {
    const read = checkAnswers(rows, { policy, words: answerWords, known: someone });
    if (read.kind === 'answers') {
      tally.accepted += 1;
      assert.equal(read.answers.length, policy.toRegister);
      assert.equal(new Set(read.answers.map(({ question }) => question)).size, policy.toRegister);
      assert.equal(new Set(read.answers.map(({ answer }) => answer)).size, policy.toRegister);
      for (const { question, answer } of read.answers) {
        assert.ok(offeredQuestions(policy).includes(question));
        assert.ok(characters(answer) >= 3 && characters(answer) <= 40);
        assert.equal(normaliseAnswer(answer), answer);
      }
      return;
    }
    tally.refused += 1;
    assert.ok(read.problems.length > 0);
    const fields = read.problems.map(({ row: place, field }) => `${place} ${field}`);
    assert.equal(new Set(fields).size, fields.length, 'one problem a field');
    for (const problem of read.problems) {
      assert.ok(problem.row >= 0 && problem.row < policy.toRegister && Number.isInteger(problem.row));
      assert.ok(problem.kind.startsWith(`${problem.field}-`));
    }
  });
  fc.assert(property, { seed, numRuns: 3_000 });
  t.diagnostic(`${tally.accepted} accepted, ${tally.refused} refused`);
  assert.ok(tally.accepted > 50 && tally.refused > 50);
});

test('the time it takes grows with the length only: 1 MB of marks within a text are read at once', () => {
  const started = performance.now();
  for (const run of ['.', ' ', '. ', '"-', 'a\u0301']) normaliseAnswer(`b${run.repeat(1_000_000 / run.length)}b`);
  // Going back over each run would take hours.
  assert.ok(performance.now() - started < patience);
});

test('a draw is of registered questions, none twice, and the same for the same seed in whatever order they stand', (t) => {
  const seed = seedFor(t);
  const registered = fc.subarray<QuestionId>([...predefinedQuestions], { minLength: 5 });
  const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const property = fc.property(registered, fc.integer({ min: 3, max: 5 }), seeds, (ids, count, bytes) => {
    const drawn = drawQuestions(ids, count, bytes) ?? [];
    assert.equal(new Set(drawn).size, count);
    assert.ok(drawn.every((id) => ids.includes(id)));
    assert.deepEqual(drawQuestions([...ids].reverse(), count, bytes), drawn);
  });
  fc.assert(property, { seed, numRuns: 1_000 });
});

test('every set of three out of five is drawn as often as any other', (t) => {
  const counts = new Map<string, number>();
  const draws = 5_000;
  for (let at = 0; at < draws; at += 1) {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(at);
    const drawn = drawQuestions(['q1', 'q2', 'q3', 'q4', 'q5'], 3, bytes) ?? [];
    const set = [...drawn].sort().join();
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  assert.equal(counts.size, 10);
  const expected = draws / 10;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  t.diagnostic(`chi-square ${chiSquare.toFixed(1)} at 9 degrees`);
  // The seeds are fixed, so this never flickers; the bound is p = 0.001.
  assert.ok(chiSquare < 27.9);
});

test('no 24 hours ever see more tries than a draw has, and it always opens again', (t) => {
  const seed = seedFor(t);
  const waits = fc.array(fc.integer({ min: 0, max: day / 2 }), { minLength: 1, maxLength: 60 });
  const property = fc.property(waits, (pauses) => {
    let draw: QuestionDraw = { id: 'd', questions: ['q1', 'q2', 'q3'], drawnAt: 0, tries: [] };
    const looked: number[] = [];
    let now = 0;
    for (const pause of pauses) {
      now += pause;
      const next = withTry(draw, now);
      if (next.kind === 'questions-resting') {
        assert.ok(next.until > now && next.until <= now + day);
        assert.equal(withTry(draw, next.until).kind, 'may-try');
        continue;
      }
      draw = next.draw;
      looked.push(now);
      assert.ok(looked.filter((at) => at > now - day).length <= triesPerDraw);
      assert.ok(draw.tries.length <= triesPerDraw);
    }
  });
  fc.assert(property, { seed, numRuns: 2_000 });
});
