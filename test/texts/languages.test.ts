import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageRecords, languages } from '../../bot/texts/languages.ts';

const root = join(import.meta.dirname, '..', '..');

/** Files that name a language for good: each says why. */
const always: readonly string[] = [
  // The line of each language; the types that are read off English; the language of whoever has said no other.
  'bot/texts/all-languages.ts',
  'bot/texts/catalog.ts',
  'bot/texts/language-record.ts',
  'bot/domain/account/person.ts',
  // What the demo people of local mode speak, as a directory would say it.
  'bot/local/people.ts',
  // The letters of a text message.
];

/** Files that name a language for now; a list that only shrinks. */
const yet: readonly string[] = ['bot/understanding/entities.ts', 'bot/understanding/frame.ts'];

/** Whole folders have a place in the record, or a name, for each language. */
const folders = languages.map((language) => `bot/texts/${language}/`);

/** Comments speak of what they like; what the runtime writes for machines is in no language, and a page's own is filled in. */
const bare = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, '')
    .replace(/Intl\.\w+\('[\w-]+'|localeCompare\([^)]*\)|<html lang="en"/gu, '');

/** What names one of our languages in a source: its tag, its region, its name, its letters. */
function namesIn(source: string): readonly string[] {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const said = bare(source);
  return languages.flatMap((language) => {
    const { region, microsoft, names } = languageRecords[language];
    const tags = [language, region, microsoft].map((tag) => `(?<=['"\`/=])${tag}(?=['"\`./&])`);
    const words = [english.of(language) ?? '', ...names].map((name) => `\\b${name}\\b`);
    return said.match(new RegExp([...tags, ...words].join('|'), 'giu')) ?? [];
  });
}

/** Letters of one of our languages that English does without. */
const letters = new RegExp(
  `[${[
    ...new Set(
      languages.flatMap(
        (language) =>
          Object.values(languageRecords[language].texts)
            .join('')
            .match(/(?=\p{L})[^\p{ASCII}]/gu) ?? [],
      ),
    ),
  ].join('')}]`,
  'u',
);

function sources(): readonly string[] {
  return ['bot', 'cards', 'dialogs', 'manifest'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js|html)$/u.test(name))
      .map((name) => join(folder, name)),
  );
}

test('no file but its own names a language, or holds its words', () => {
  const found = sources()
    .filter((file) => !folders.some((folder) => file.startsWith(folder)))
    .filter((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      return namesIn(source).length > 0 || letters.test(bare(source));
    });
  assert.deepEqual(found.sort(), [...always, ...yet].sort());
});

test('what names a language is found', () => {
  for (const source of [`tell === 'sv' ? 1 : 2`, `mkt=sv-SE&x`, `'en-GB'`, '/pa svenska/', `z.enum(["en"])`, 'lösen']) {
    assert.ok(namesIn(source).length > 0 || letters.test(source), source);
  }
  assert.deepEqual(namesIn(`// In Swedish\n/* 'sv' */ const code = 'SE'; drawing('svg')`), []);
});
