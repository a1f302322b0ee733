import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fleschReadingEase, lix, sentencesOf, syllablesOf, wordsOf } from '../support/readability.ts';

const syllables: Readonly<Record<string, number>> = {
  code: 1,
  the: 1,
  phone: 1,
  asked: 1,
  wanted: 2,
  needed: 2,
  changes: 2,
  table: 2,
  number: 2,
  password: 2,
  email: 2,
  again: 2,
  address: 2,
  organisation: 5,
  directory: 4,
  yourself: 2,
};

for (const [word, count] of Object.entries(syllables)) {
  test(`"${word}" has ${count} ${count === 1 ? 'syllable' : 'syllables'}`, () =>
    assert.equal(syllablesOf(word), count));
}

test('sentences end at a mark or a line, and a number with a point in it is not an end', () => {
  assert.deepEqual(sentencesOf('Hello!\n\nIt is 1.5 m. Is it? – …'), ['Hello!', 'It is 1.5 m.', 'Is it?']);
});

test('numbers and marks are no words', () => {
  assert.deepEqual(wordsOf('+46 70: "Call me" – don’t, 12 kim@example.org!'), [
    'Call',
    'me',
    'don’t',
    'kim@example.org',
  ]);
});

test('plain English scores high, an official’s low', () => {
  const plain = fleschReadingEase(['The cat sat on the mat. It was warm.']);
  const official = fleschReadingEase([
    'Authentication methodology registration necessitates administrative authorisation of organisational credentials.',
  ]);
  assert.ok(plain > 100, `${plain}`);
  assert.ok(official < 0, `${official}`);
});

test('LIX is words a sentence plus the share of long words', () => {
  assert.equal(lix(['Katten satt på mattan. Den sov.']), 3);
  assert.equal(lix(['Autentiseringsmetod krävs.']), 2 + 50);
});
