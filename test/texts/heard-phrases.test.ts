import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeardPhrases, Phrases } from '../../bot/texts/heard-phrases.ts';
import { type Language, languageRecords, languages } from '../../bot/texts/languages.ts';
import { asWords, patternOf } from '../../bot/texts/phrases.ts';
import { yesOrNo } from '../../bot/texts/typed-words.ts';
import { commandIn } from '../../bot/understanding/commands.ts';
import { entitiesIn, methodsNamed } from '../../bot/understanding/entities.ts';
import { framingOf } from '../../bot/understanding/frame.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import { namesPerson, pleaIn } from '../../bot/understanding/plea.ts';

const said = (language: Language): HeardPhrases => languageRecords[language].phrases;

/** Phrases that are said as they stand: what may go on is said without. */
function plain(phrases: Phrases): readonly string[] {
  return phrases.map((one) => one.replace(/^\^|[*$]$/gu, '')).filter((one) => /^[\p{L} ]+$/u.test(one));
}

function lists(tree: object, name = ''): readonly (readonly [string, Phrases])[] {
  return Object.entries(tree).flatMap(([key, part]) =>
    Array.isArray(part)
      ? [[`${name}${key}`, part] as const]
      : typeof part === 'object'
        ? lists(part, `${name}${key}.`)
        : [],
  );
}

/** What a reader hears in a phrase of its list, by the list. */
const heardIn: readonly (readonly [string, (phrases: HeardPhrases) => Phrases, (phrase: string) => boolean])[] = [
  ['days', ({ time }) => time.days, (day) => entitiesIn(day).found.times.length > 0],
  ['other systems', ({ systems }) => systems.names, (name) => framingOf(name).otherSystem],
  ['what is over', ({ frame }) => frame.solved, (phrase) => framingOf(phrase).over],
  ['what denies', ({ frame }) => frame.denials, (word) => framingOf(word).denied],
  ['what asks', ({ frame }) => frame.asksFirst, (word) => framingOf(word).question],
  ['what is urgent', ({ plea }) => plea.urgent, (phrase) => pleaIn(phrase, nothing).urgent],
  ['what can wait', ({ plea }) => plea.patient, (phrase) => !pleaIn(phrase, nothing).urgent],
  ['yesterday', ({ plea }) => plea.yesterday, (phrase) => pleaIn(phrase, nothing).daysAgo === 1],
  ['who is asked for', ({ plea }) => plea.people, namesPerson],
  ['a number of a request', ({ ticket }) => ticket, (word) => entitiesIn(`${word} 0427`).found.tickets.length === 1],
  ['an extension', ({ extension }) => extension, (word) => /x12$/u.test(numberIn(`+46 8 508 280 70 ${word} 12`))],
];
const nothing = { phones: [], emails: [] };
const numberIn = (text: string) => entitiesIn(text).found.phones[0]?.number ?? '';

for (const language of languages) {
  test(`each phrase of a sentence is heard by what reads it, ${language}`, () => {
    for (const [name, phrases, hears] of heardIn) {
      for (const phrase of plain(phrases(said(language)))) {
        assert.ok(hears(phrase), `${name}: ${phrase}`);
        assert.ok(hears(folded(phrase)), `${name}, without accents: ${phrase}`);
      }
    }
  });

  test(`methods, ways and commands are heard by their names, ${language}`, () => {
    const { methods, commands, channels } = said(language);
    for (const [method, names] of Object.entries(methods)) {
      for (const name of plain(names)) assert.ok((methodsNamed(folded(name)) as string[]).includes(method), name);
    }
    for (const [command, phrases] of Object.entries(commands)) {
      for (const phrase of plain(phrases)) assert.notEqual(commandIn(phrase), 'other', `${command}: ${phrase}`);
    }
    for (const [channel, phrases] of Object.entries(channels)) {
      for (const phrase of plain(phrases))
        assert.ok((entitiesIn(phrase).found.channels as string[]).includes(channel), phrase);
    }
  });

  test(`somebody else is heard in whoever is named, ${language}`, () => {
    const { others, answers } = said(language);
    const [whose = '', trouble = ''] = [plain(others.whose)[0], plain(others.troubles)[0]];
    for (const who of plain(others.people)) assert.ok(framingOf(`${whose} ${who} ${trouble}`).somebodyElse, who);
    const { yes } = languageRecords[language].typed;
    for (const before of plain(answers.hesitations))
      assert.equal(yesOrNo(folded(`${before}, ${yes[0]}`)), 'yes', before);
  });

  test(`every phrase is a pattern that finds something, ${language}`, () => {
    for (const [name, phrases] of lists(said(language))) {
      if (name === 'dialled.countries') continue;
      for (const phrase of phrases) {
        assert.equal(phrase, phrase.toLowerCase(), name);
        assert.doesNotThrow(() => asWords(patternOf([phrase])), `${name}: ${phrase}`);
        assert.ok(!asWords(patternOf([phrase])).test(''), `${name}: ${phrase} is found in nothing`);
      }
    }
  });
}
