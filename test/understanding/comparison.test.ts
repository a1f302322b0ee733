import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOf } from '../../bot/understanding/labels.ts';
import { modelOf } from '../../bot/understanding/model.ts';
import { type Example, learnFrom, readExamples } from '../../bot/understanding/training.ts';
import { amount, figure } from '../support/figure.ts';
import { inWords, type Labelled, type Marks, marksOf, type Reader } from './labelled.ts';
import { byLetterGroups, bySearch } from './rivals.ts';

/** Every fifth example is held back from all three, so that none has seen it. */
const examples = readExamples();
const heldBack = (_: Example, at: number) => at % 5 === 3;
const taught = examples.filter((example, at) => !heldBack(example, at));
const asked = examples
  .filter(heldBack)
  .map(({ text, label, language }): Labelled => ({ text, language, ...meaningOf(label) }));

function measured(name: string, read: Reader): Marks {
  const started = performance.now();
  const marks = marksOf(read, asked);
  const each = (performance.now() - started) / asked.length;
  const words = `${inWords(marks)}; ${each.toFixed(2)} ms a sentence`;
  figure({ test: `${asked.length} examples held back: ${name}`, measured: words, target: 'for comparison', met: true });
  return marks;
}

/** To learn three times from four fifths of the examples takes a while, and only a much worse product would fail. */
const skip = amount(0, 1) === 0 && 'measured by npm run figures';

test('what the product does beats search and plain letter groups on sentences none of them has seen', { skip }, () => {
  const model = modelOf(learnFrom(taught));
  const product = measured('product', (text) => meaningOf(model.read(text)[0]?.label ?? 'other'));
  const search = measured('MiniSearch', bySearch(taught));
  const groups = measured('naive Bayes over letter groups', byLetterGroups(taught));
  for (const rival of [search, groups]) {
    assert.ok(product.intent > rival.intent && product.situation > rival.situation && product.forced < rival.forced);
  }
});
