import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { catalogues, languageRecords } from '../bot/texts/languages.ts';
import { amount } from './support/figure.ts';
import {
  madeUp,
  madeUpRecord,
  ours,
  respelled,
  spelledBack,
  treeWithMadeUpLanguage,
} from './support/made-up-language.ts';

const place = mkdtempSync(join(tmpdir(), 'reset-ready-language-'));
before(() => treeWithMadeUpLanguage(place));
after(() => rmSync(place, { recursive: true }));

/** What speaks to people and asks little; the road walks through a bot over HTTP, in each language. */
const everyday = [
  'test/{texts,cards}/*.test.ts',
  'test/architecture.test.ts',
  'test/providers/delivery/{twilio-voice,segments}.test.ts',
  'test/teams/main-road.test.ts',
];
/** Whatever goes through languages besides. */
const whole = [
  'test/{domain,http,local,outbox,records,tab,teams,understanding}/**/*.test.ts',
  'test/manifest/*.test.ts',
  'test/documents.test.ts',
];

function within(...words: readonly string[]) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const ended = spawnSync(process.execPath, words, { cwd: place, encoding: 'utf8', env: { ...env, FIGURES_FILE: '' } });
  assert.equal(ended.status, 0, `${ended.stdout}${ended.stderr}`.slice(-8_000));
  return ended.stdout;
}

const stated = ['--import', pathToFileURL(join(place, 'test', 'support', 'stated-date.ts')).href];

test('the spelling can be undone, and makes no word that there is', () => {
  for (const text of Object.values(catalogues.en).filter((one) => !one.includes('{'))) {
    assert.equal(spelledBack(respelled(text)), text);
    for (const word of text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []) {
      assert.ok(respelled(word) === word || !ours.has(respelled(word)), word);
    }
  }
  assert.equal(respelled('Write to kim@example.org: 2 of SSPR_0010.'), 'Xsovi vu kim@example.org: 2 ug SSPR_0010.');
  assert.equal(
    madeUpRecord()
      .texts['home.partly'].match(/\{(\w+)[,}]/g)
      ?.join(),
    catalogues.en['home.partly'].match(/\{(\w+)[,}]/g)?.join(),
  );
});

test('a language that is a folder and a line compiles, and the documents can be written with it', () => {
  within(join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.');
  within('test/documents.ts');
  assert.ok(existsSync(join(place, 'manifest', `${madeUp}.json`)));
  assert.ok(readFileSync(join(place, 'manifest', 'manifest.json'), 'utf8').includes(`"${madeUp}.json"`));
  assert.ok(!(madeUp in languageRecords), 'nothing of it is left here');
});

test('the tests cover it as it is: its texts, its cards, its voice and a road', () => {
  within(...stated, '--test', '--test-isolation=none', ...everyday);
});

test('and so does all else that goes through languages', { skip: amount(0, 1) === 0 }, () => {
  within(...stated, 'test/recorded-screens.ts');
  within(...stated, '--test', ...whole);
});
