import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oneLine } from '../../../bot/providers/delivery/message.ts';
import { languages } from '../../../bot/texts/languages.ts';
import { teller } from '../../../bot/texts/tell.ts';
import { seedOfRun } from '../../support/seeded.ts';
import { segmentsOf } from '../../support/segments.ts';

const counts: readonly [what: string, text: string, encoding: 'gsm-7' | 'ucs-2', count: number][] = [
  ['nothing', '', 'gsm-7', 1],
  ['160 plain letters', 'a'.repeat(160), 'gsm-7', 1],
  ['161 plain letters', 'a'.repeat(161), 'gsm-7', 2],
  ['306 plain letters', 'a'.repeat(306), 'gsm-7', 2],
  ['307 plain letters', 'a'.repeat(307), 'gsm-7', 3],
  ['160 Swedish letters', 'åäöÅÄÖéÉ'.repeat(20), 'gsm-7', 1],
  ['80 euro signs, two places each', '€'.repeat(80), 'gsm-7', 1],
  ['81 euro signs', '€'.repeat(81), 'gsm-7', 2],
  ['a euro sign where one place is left', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 3],
  ['70 letters, one of them foreign', `ř${'a'.repeat(69)}`, 'ucs-2', 1],
  ['71 letters, one of them foreign', `ř${'a'.repeat(70)}`, 'ucs-2', 2],
  ['35 faces, two places each', '😀'.repeat(35), 'ucs-2', 1],
  ['36 faces', '😀'.repeat(36), 'ucs-2', 2],
  ['a face where one place is left', `${'ř'.repeat(66)}😀${'ř'.repeat(66)}`, 'ucs-2', 3],
];

for (const [what, text, encoding, count] of counts) {
  test(`${what}: ${count} in ${encoding}`, () => {
    const segments = segmentsOf(text);
    assert.deepEqual([segments.encoding, segments.count], [encoding, count]);
  });
}

test('the signs that cost most are named, each once', () => {
  assert.deepEqual(segmentsOf('”Kod” – 123').outside, ['”', '–']);
  assert.deepEqual(segmentsOf('ç').outside, ['ç'], 'only the capital one is in the alphabet');
});

test('the alphabet has its 127 signs and ten more', () => {
  const all = Array.from({ length: 0x3000 }, (_, at) => String.fromCodePoint(at));
  const places = (sign: string) => (segmentsOf(sign.repeat(160)).count === 1 ? 1 : 2);
  const inside = all.filter((sign) => segmentsOf(sign).encoding === 'gsm-7');
  assert.equal(inside.filter((sign) => places(sign) === 1).length, 127);
  assert.equal(inside.filter((sign) => places(sign) === 2).length, 10);
});

/** Signs a product's name may have without making its texts dearer; those of two places too. */
const letters = [...'ABCÅÄÖabcåäöéÉøØæÆüÜñÑß0123456789 &-+.:!?/()[]{}~^|€\\'];

test('a code fits one text in every language, for any product name of 30 signs of the phone’s own alphabet', () => {
  const seed = seedOfRun();
  const name = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 });
  fc.assert(
    fc.property(name, fc.constantFrom(...languages), (product, language) => {
      const text = oneLine(teller(language, null)('letter.text', { code: '123456', name: product }));
      assert.deepEqual(segmentsOf(text), { encoding: 'gsm-7', count: 1, outside: [] }, text);
    }),
    { seed, numRuns: 500, examples: languages.map((language) => ['€'.repeat(30), language]) },
  );
});

test('the product’s own name keeps a code in one text, in every language', () => {
  for (const language of languages) {
    const tell = teller(language, null);
    assert.equal(segmentsOf(tell('letter.text', { code: '123456', name: tell('product.name') })).count, 1);
  }
});

test('a name with a sign from elsewhere makes a code cost two texts, never more', () => {
  for (const language of languages) {
    const text = teller(language, null)('letter.text', { code: '123456', name: `${'a'.repeat(28)}🔑` });
    assert.deepEqual(segmentsOf(text), { encoding: 'ucs-2', count: 2, outside: ['🔑'] });
  }
});

test('a text becomes one line, and nothing else of it changes', () => {
  assert.equal(oneLine(' Hej\r\n\r\ndu\u2028där\0!\t\u0085 '), 'Hej du där !');
  assert.equal(oneLine('åäö 🔑  två'), 'åäö 🔑  två');
  assert.equal(oneLine('half \ud83d'), 'half \ufffd');
});
