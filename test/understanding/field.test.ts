import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { situationNumbers } from '../../bot/domain/diagnosis/situation-ids.ts';
import { methodNames } from '../../bot/domain/methods/method.ts';
import { readExamples } from '../../bot/understanding/examples.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { spokenIntents } from '../../bot/understanding/meaning.ts';
import { understand } from '../../bot/understanding/understand.ts';
import { wordsOf } from '../../bot/understanding/words.ts';
import { amount, figure } from '../support/figure.ts';
import { type FieldSentence, fieldSentences } from './field-sentences.ts';
import { percent, share } from './labelled.ts';

const sentences = fieldSentences();
const plain = ({ text }: { readonly text: string }) => wordsOf(text).join(' ');

test('the field sentences are labelled as their page says', () => {
  const page = readFileSync(join(import.meta.dirname, 'labelled', 'README.md'), 'utf8');
  assert.ok(sentences.length >= 420);
  assert.equal(new Set(sentences.map(({ text }) => text)).size, sentences.length);
  for (const one of sentences) {
    const { text, language, kind, intent, alsoIntent, situation, alsoSituation, about, frame, wish, contains } = one;
    const known = (list: readonly string[], ...names: readonly (string | null)[]) => {
      for (const name of names) assert.ok(name === null || list.includes(name), `${name}: ${text}`);
    };
    known(['en', 'sv', 'other'], language);
    known(spokenIntents, intent, ...alsoIntent);
    known(situationNumbers, situation, ...alsoSituation);
    known(['self', 'other'], about);
    known(['now', 'negated', 'over', 'question'], frame);
    for (const name of [kind, ...(wish ? [wish] : [])]) assert.ok(page.includes(`\`${name}\``), `${name}: ${text}`);
    assert.ok(!alsoIntent.includes(intent) && !alsoSituation.includes(situation), text);
    known(keys, ...Object.keys(contains));
    known(methodNames, ...(contains.method ?? []));
    known(['text', 'call', 'email'], ...(contains.channel ?? []));
    for (const part of [...(contains.email ?? []), ...(contains.ticket ?? []), ...(contains.time ?? [])]) {
      assert.ok(text.includes(part), `${part}: ${text}`);
    }
    for (const code of contains.errorCode ?? []) assert.ok(text.toUpperCase().includes(code), text);
    for (const phone of contains.phone ?? []) assert.match(phone, /^\+\d{8,15}$/u);
    for (const code of contains.code ?? []) assert.match(code, /^\d{6}$/u);
  }
});

const keys = ['phone', 'email', 'code', 'ticket', 'errorCode', 'time', 'channel', 'method', 'country'];

test('the field sentences cover both languages, every situation and every kind', () => {
  for (const language of ['en', 'sv'] as const) {
    const spoken = sentences.filter((one) => one.language === language);
    assert.ok(spoken.length >= 210, language);
    const named = new Set(spoken.map(({ situation }) => situation));
    assert.deepEqual(
      situationNumbers.filter((id) => !named.has(id)),
      [],
    );
    const kinds = Map.groupBy(spoken, ({ kind }) => kind);
    assert.equal(kinds.size, 19);
    for (const [kind, ones] of kinds) assert.ok(ones.length >= 5, `${kind}, ${language}`);
  }
});

test('no field sentence is among the examples', () => {
  const learned = new Set(readExamples().map(plain));
  assert.deepEqual(
    sentences.filter((one) => learned.has(plain(one))),
    [],
  );
});

/** Each is read once. */
const answers = new Map<FieldSentence, ReturnType<typeof understand>>();
function answerTo(one: FieldSentence): ReturnType<typeof understand> {
  const answer = answers.get(one) ?? understand(one.text);
  answers.set(one, answer);
  return answer;
}

const rightIntent = (one: FieldSentence) => [one.intent, ...one.alsoIntent].includes(answerTo(one).intent);
const rightSituation = (one: FieldSentence) => [one.situation, ...one.alsoSituation].includes(answerTo(one).situation);
const falseSituation = (one: FieldSentence) => answerTo(one).situation !== null && !rightSituation(one);
const clear = (one: FieldSentence) => ![one.intent, ...one.alsoIntent].includes('other');
const askedBack = ({ text }: FieldSentence) => {
  const { wish, code } = heard(text);
  return wish === 'other' && code === null;
};

// A figure, measured in its whole size only: `FIGURES_FILE=FILE` measures this file alone. It tells kinds and not sentences, so
// that nobody teaches the bot by them.
test('people are understood in their own words', { skip: amount(0, 1) === 0 }, () => {
  told('', sentences);
  for (const language of ['en', 'sv'] as const) {
    told(
      `, ${language}`,
      sentences.filter((one) => one.language === language),
    );
  }
  for (const [kind, ones] of Map.groupBy(sentences, (one) => one.kind)) {
    process.stdout.write(`  ${kind}: ${inWords(ones)}\n`);
  }
});

function told(name: string, ones: readonly FieldSentence[]): void {
  const met =
    share(ones, rightIntent) >= 0.95 &&
    share(ones, rightSituation) >= 0.95 &&
    share(ones, falseSituation) <= 0.02 &&
    share(ones.filter(clear), askedBack) <= 0.05;
  const target = 'at least 95 % · at least 95 % · at most 2 % · at most 5 %';
  figure({ test: `understanding ${ones.length} sentences of the field${name}`, measured: inWords(ones), target, met });
}

function inWords(ones: readonly FieldSentence[]): string {
  const named = ones.filter(({ situation, alsoSituation }) => situation !== null && !alsoSituation.includes(null));
  const of = [
    `intent ${percent(share(ones, rightIntent))}`,
    `situation ${percent(share(ones, rightSituation))} (${percent(share(named, rightSituation))} of the ${named.length} that name one)`,
    `false situations ${percent(share(ones, falseSituation))}`,
    `asked back though clear ${percent(share(ones.filter(clear), askedBack))}`,
  ];
  return of.join(', ');
}
