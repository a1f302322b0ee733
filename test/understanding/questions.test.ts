import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { interpret } from '../../bot/understanding/interpret.ts';
import { meaningOf } from '../../bot/understanding/labels.ts';
import { wordsOf } from '../../bot/understanding/normalisation.ts';
import { readExamples } from '../../bot/understanding/training.ts';
import { amount, figure } from '../support/figure.ts';
import { percent, share } from './labelled.ts';

/** A line of labelled/questions.jsonl; labelled/README.md says what the fields mean. */
interface Question {
  readonly text: string;
  readonly language: 'en' | 'sv' | 'other';
  readonly answer: string;
  readonly also?: readonly string[];
}

const questions = readFileSync(join(import.meta.dirname, 'labelled', 'questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Question);
const plain = ({ text }: { readonly text: string }) => wordsOf(text).join(' ');

test('the questions are labelled as their page says, as many in each language, and none is taught', () => {
  assert.ok(questions.length >= 260);
  assert.equal(new Set(questions.map(plain)).size, questions.length);
  const spoken = (language: string) => questions.filter((one) => one.language === language).length;
  assert.ok(Math.abs(spoken('en') - spoken('sv')) < 20);
  for (const { answer, also = [] } of questions) {
    for (const name of [answer, ...also]) assert.ok(name === 'other-language' || meaningOf(name), name);
    assert.ok(!also.includes(answer));
  }
  const taught = new Set(readExamples().map(plain));
  assert.deepEqual(
    questions.filter((one) => taught.has(plain(one))),
    [],
  );
});

/** What is said to it; whoever writes in another language is told which ones are spoken, whatever else comes of it. */
function heardAs({ text }: Question): readonly string[] {
  const { clear, wish, language } = interpret(text);
  return [clear || wish === 'other' ? wish : 'unclear', ...(language === 'other' ? ['other-language'] : [])];
}

const right = (one: Question) => heardAs(one).some((name) => [one.answer, ...(one.also ?? [])].includes(name));

// A figure, measured in its whole size only: `FIGURES_FILE=FILE` measures this file alone. It tells kinds, not sentences.
test('questions are told apart', { skip: amount(0, 1) === 0 }, () => {
  for (const [name, ones] of [['', questions] as const, ...Map.groupBy(questions, ({ language }) => `, ${language}`)]) {
    const found = share(ones, right);
    figure({
      test: `the right answer to ${ones.length} questions that belong to no flow${name}`,
      measured: percent(found),
      target: 'at least 95 %',
      met: found >= 0.95,
    });
  }
  for (const [answer, ones] of Map.groupBy(questions, (one) => one.answer))
    process.stdout.write(`  ${answer}: ${percent(share(ones, right))} of ${ones.length}\n`);
});
