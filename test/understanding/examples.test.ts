import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationNumbers } from '../../bot/domain/diagnosis/situation-ids.ts';
import { meaningOf, spokenIntents } from '../../bot/understanding/labels.ts';
import { wordsOf } from '../../bot/understanding/normalisation.ts';
import { readExamples } from '../../bot/understanding/training.ts';

const examples = readExamples();

test('every heading of the examples means something', () => {
  for (const label of new Set(examples.map((example) => example.label))) assert.doesNotThrow(() => meaningOf(label));
  assert.throws(() => meaningOf('K99'), RangeError);
  assert.throws(() => meaningOf('__proto__'), RangeError);
});

test('every situation and every intent is taught in both languages', () => {
  const scarce = [...situationNumbers, ...spokenIntents].filter((label) =>
    (['en', 'sv'] as const).some(
      (language) => examples.filter((one) => one.label === label && one.language === language).length < 12,
    ),
  );
  assert.deepEqual(scarce, []);
});

test('no sentence is taught with two meanings', () => {
  const meanings = new Map<string, Set<string>>();
  for (const { text, label } of examples) {
    const plain = wordsOf(text).join(' ');
    meanings.set(plain, (meanings.get(plain) ?? new Set()).add(label));
  }
  assert.deepEqual(
    [...meanings].filter(([, labels]) => labels.size > 1).map(([plain, labels]) => [plain, ...labels]),
    [],
  );
});
