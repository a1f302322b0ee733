import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageRecords, languages } from '../../bot/texts/languages.ts';
import { writtenForm } from '../../bot/understanding/lexicon.ts';
import { model } from '../../bot/understanding/model.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import { percent, share } from './labelled.ts';

const root = join(import.meta.dirname, '..', '..');
const { mend } = model();

/** Words of a text that are long enough to be mended, once each, without code and slots. */
function longWords(text: string): readonly string[] {
  const prose = folded(text.replace(/```[\s\S]*?```|`[^`]*`|\{[^}]*\}/gu, ' '));
  return [...new Set(prose.match(/(?<![\p{L}\p{N}_/.-])\p{L}{5,}(?![\p{L}\p{N}_/.-])/gu) ?? [])];
}

const changed = (word: string) => writtenForm(word) === word && mend(word) !== word;

test('a right word stays as it is: those of our texts and pages, whether or not they are in the examples', () => {
  const pages = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'SECURITY'].map((name) => `${name}.md`);
  const written = pages.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  for (const [name, text] of [
    ['pages', written] as const,
    ...languages.map((one) => [one, Object.values(languageRecords[one].texts).join('\n')] as const),
  ]) {
    const words = longWords(text);
    const found = words.filter(changed);
    assert.ok(found.length <= 0.04 * words.length, `${name}: ${found.map((one) => `${one} ${mend(one)}`).join(', ')}`);
  }
});

test('common words of a language are no slips of others', () => {
  for (const language of languages) {
    for (const word of languageRecords[language].heard.common.flatMap((line) => folded(line).split(' '))) {
      assert.ok(!changed(word), `${word} became ${mend(word)}`);
    }
  }
  for (const word of ['räcka', 'lines', "haven't", 'seven', 'bakom'].map(folded)) assert.equal(mend(word), word);
});

test('what is slipped is put right: two letters swapped, one left out, one twice', () => {
  const words = [
    'password',
    'telephone',
    'register',
    'authenticator',
    'lösenordet',
    'telefonen',
    'registrera',
    'återställa',
  ].map(folded);
  const slips = words.flatMap((word) => [
    [word, word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5)] as const,
    [word, word.slice(0, 4) + word.slice(5)] as const,
    [word, word.slice(0, 4) + word.charAt(3) + word.slice(4)] as const,
  ]);
  const mended = share(slips, ([word, slip]) => mend(slip) === word);
  assert.ok(mended >= 0.85, percent(mended));
});
