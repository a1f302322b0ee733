import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf, packed, readLearned, unpacked } from '../../bot/understanding/model.ts';
import { hashOf, learnFrom, readExamples } from '../../bot/understanding/training.ts';
import { amount, figure } from '../support/figure.ts';
import { labelled } from './labelled.ts';

const examples = readExamples();
const learned = readLearned();
const file = packed(learned);
const anew = 'run `npm run learn` and commit bot/understanding/model.bin';

test('the model was learned from the examples as they stand, by what is seen of them today', () => {
  assert.equal(learned.lessons, hashOf(examples), anew);
});

test('a changed sentence, heading or language of an example asks for a new model', () => {
  const [first, ...rest] = examples.slice(0, 50);
  assert.ok(first);
  const before = hashOf([first, ...rest]);
  assert.equal(hashOf([{ ...first }, ...rest]), before);
  const changes = [{ text: `${first.text} please` }, { label: 'other' }, { language: 'other' as const }];
  for (const change of changes) assert.notEqual(hashOf([{ ...first, ...change }, ...rest]), before);
});

/** Two meanings so near to each other may change places when logarithms differ in their last digit. */
const near = 0.02;

// To learn takes half a minute: what the model was learned from is compared on every run.
test('the model answers as one that is learned here and now, in full', { skip: amount(0, 1) === 0 }, () => {
  const [kept, fresh] = [modelOf(learned), modelOf(learnFrom(examples))];
  const asked = [...labelled('held-out'), ...labelled('fresh'), ...labelled('tune')].map(({ text }) => text);
  for (const text of asked) {
    const [one, other] = [kept.read(text), fresh.read(text)];
    const shareOf = (label?: string) => other.find((share) => share.label === label)?.share ?? 0;
    const [top] = one;
    assert.ok((other[0]?.share ?? 0) - shareOf(top?.label) < near, `"${text}": ${anew}`);
    assert.ok(Math.abs((top?.share ?? 0) - shareOf(top?.label)) < near, `"${text}": ${anew}`);
    assert.equal(kept.hear(text), fresh.hear(text), `"${text}": ${anew}`);
  }
});

test('the model is small and quick to read', () => {
  const bytes = file.length;
  const before = process.cpuUsage();
  modelOf(readLearned()).read('koden kommer inte');
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  const met = bytes <= 3_000_000 && took < 100;
  const measured = `${Math.round(bytes / 1000)} kB, ${took.toFixed(0)} ms of processor`;
  figure({ test: 'reading the language model', measured, target: 'at most 3,000 kB, under 100 ms', met });
  assert.ok(bytes <= 3_000_000 && took < 1000, measured);
});

test('what is packed is read again as it was, and a damaged file is not guessed at', () => {
  assert.deepEqual(unpacked(file), learned);
  assert.throws(() => unpacked(file.subarray(0, file.length - 1000)));
  assert.throws(
    () => unpacked(packed({ ...learned, languages: { ...learned.languages, weights: new Int8Array(5) } })),
    /npm run learn/,
  );
  const bent = Uint8Array.from(file, (byte, at) => (at === file.length >> 1 ? byte ^ 1 : byte));
  assert.throws(() => unpacked(bent));
});
