import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogues, fallbackLanguage, languageRecords, languages } from '../../bot/texts/languages.ts';
import { folded } from '../../bot/understanding/normalisation.ts';

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

/** Words that are listed of another language than the code's own, and are none of that one. */
function foreignWords(): ReadonlySet<string> {
  const own = new Set(wordsIn([languageRecords[fallbackLanguage], Object.keys(catalogues[fallbackLanguage])]));
  const others = languages.filter((language) => language !== fallbackLanguage);
  const listed = others.flatMap((language) => {
    const { typed, phrases, heard } = languageRecords[language];
    return wordsIn([typed, phrases, heard.ownVoice, heard.password]);
  });
  return new Set(listed.filter((word) => word.length > 2 && !own.has(word)));
}

function wordsIn(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return folded(tree).match(/\p{L}+/gu) ?? [];
  return tree !== null && typeof tree === 'object' ? Object.values(tree).flatMap(wordsIn) : [];
}

/** What patterns are made of: literals of regular expressions, and strings with alternatives in them. */
function patternsIn(source: string): readonly string[] {
  return bare(source).match(/\/(?![*/ ])(?:\\.|[^/\n\\])+\/[a-z]*u[a-z]*|(['`])[^'`\n]*\|[^'`\n]*\1/gu) ?? [];
}

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
  assert.deepEqual(found.sort(), always.toSorted());
});

test('no pattern holds words of a language: they stand in its folder', () => {
  const words = foreignWords();
  assert.ok(words.size > 500);
  const held = (source: string) => wordsIn(patternsIn(source)).filter((word) => words.has(word));
  assert.deepEqual(held('const x = /\\b(?:please|hellre)\\b/u;'), ['hellre']);
  assert.deepEqual(held("const x = 'work|jobbet';"), ['jobbet']);
  const found = sources()
    .filter((file) => !folders.some((folder) => file.startsWith(folder)))
    .flatMap((file) => held(readFileSync(join(root, file), 'utf8')).map((word) => `${file}: ${word}`));
  assert.deepEqual(found, []);
});

test('what names a language is found', () => {
  for (const source of [`tell === 'sv' ? 1 : 2`, `mkt=sv-SE&x`, `'en-GB'`, '/pa svenska/', `z.enum(["en"])`, 'lösen']) {
    assert.ok(namesIn(source).length > 0 || letters.test(source), source);
  }
  assert.deepEqual(namesIn(`// In Swedish\n/* 'sv' */ const code = 'SE'; drawing('svg')`), []);
});
