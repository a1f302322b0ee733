import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { LanguageRecord } from '../../bot/texts/language-record.ts';
import { languageRecords, languages } from '../../bot/texts/languages.ts';
import { teamsManifest, textsOf } from '../../manifest/teams-manifest.ts';

/*
 * A language nobody speaks, made of English by a spelling that can be undone: each vowel becomes the next vowel, each consonant
 * the next consonant, and a word that is then English or Swedish gets a "q" at its end, which no word of ours has. Its tag is
 * one that the runtime can write dates in.
 */
export const madeUp = 'eo';

/** Names are the same in every language. */
const names = /(Microsoft 365 admin center|Microsoft|Entra (?:Connect|ID)|Entra|Teams|Windows)/u;
/** What is no prose: addresses, codes, abbreviations, keys of settings. */
const technical = /[\d_@/=]|\p{L}\.\p{L}|^\P{L}*\p{Lu}{2,}\P{L}*$/u;
const word = /\p{L}+(?:['’]\p{L}+)*/gu;
const alphabets = ['aeiouy', 'bcdfghjklmnprstvwxz'];

/** Words are respelled; numbers, names and marks stay. */
export function respelled(text: string): string {
  return eachWord(text, (one) => {
    const next = turned(one, 1);
    return ours.has(next.toLowerCase()) ? `${next}q` : next;
  });
}

/** English again. */
export function spelledBack(text: string): string {
  return eachWord(text, (one) => turned(one.replace(/q$/u, ''), -1));
}

function eachWord(text: string, change: (word: string) => string): string {
  const prose = (part: string) =>
    part.replace(/\S+/gu, (token) => (technical.test(token) ? token : token.replace(word, change)));
  return text
    .split(names)
    .map((part, at) => (at % 2 === 1 ? part : prose(part)))
    .join('');
}

function turned(text: string, by: number): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const alphabet = alphabets.find((one) => one.includes(letter.toLowerCase())) ?? letter;
    const next = alphabet.at((alphabet.indexOf(letter.toLowerCase()) + by) % alphabet.length) ?? letter;
    return letter === letter.toLowerCase() ? next : next.toUpperCase();
  });
}

/** Each word that the bot says in its own languages, in lower case. */
export const ours: ReadonlySet<string> = new Set(
  languages.flatMap((language) => {
    const { texts, questions, inbox } = languageRecords[language];
    const said = [...Object.values(texts), ...Object.values(questions), ...Object.values(inbox)];
    return said.flatMap((text) => text.toLowerCase().match(word) ?? []);
  }),
);

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** A message with its words respelled and its slots as they are. */
function respelledMessage(message: string): string {
  return printed(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
}

function printed(ast: Ast): string {
  return ast
    .map((part) => {
      if ('options' in part && 'offset' in part) {
        const options = Object.entries(part.options).map(([rule, { value }]) => `${rule} {${printed(value)}}`);
        return `{${part.value}, plural, ${options.join(' ')}}`;
      }
      if (!('value' in part)) return '#';
      return part.type === 0 ? respelled(part.value) : `{${part.value}}`;
    })
    .join('');
}

const each = <Key extends string>(texts: Readonly<Record<Key, string>>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries<string>(texts).map(([key, text]) => [key, change(text)])) as Record<Key, string>;

/** The same tree with each text in it changed. */
function eachText<Tree>(tree: Tree, change: (text: string) => string): Tree {
  const changed = (part: unknown): unknown => {
    if (typeof part === 'string') return /^[A-Z]{2}$/u.test(part) ? part : change(part);
    if (Array.isArray(part)) return part.map(changed);
    return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, changed(value)]));
  };
  return changed(tree) as Tree;
}

/** The made-up language, from English as it is now. */
export function madeUpRecord(): LanguageRecord {
  const { texts, questions, answers, inbox, typed, heard, phrases: said } = languageRecords.en;
  const manifest = JSON.parse(readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8'));
  const phrases = Object.entries(typed).map(([key, said]) => [key, said.map(respelledPhrase)] as const);
  return {
    tag: madeUp,
    region: madeUp,
    ownName: respelled('English'),
    switchTo: respelled('In English'),
    voice: 'Polly.Nobody',
    microsoft: 'eo-EO',
    otherDay: '{clock}, {day}',
    names: [respelled('english')],
    heard: {
      ownVoice: heard.ownVoice.map(respelled),
      stems: {},
      spokenForms: {},
      common: [],
      negations: respelled(heard.negations),
      countries: each(heard.countries, respelled),
      codes: { code: [], log: [], reset: [] },
      password: {
        named: heard.password.named.map(respelled),
        is: heard.password.is.map(respelled),
        spelled: heard.password.spelled.map(respelled),
      },
    },
    phrases: eachText(said, respelled),
    typed: Object.fromEntries(phrases) as unknown as LanguageRecord['typed'],
    texts: each(texts, respelledMessage),
    questions: each(questions, respelled),
    answers: { easy: answers.easy.map(respelled), small: answers.small.map(respelled) },
    inbox: each(inbox, respelled),
    appPackage: each(textsOf(teamsManifest.parse(manifest)), respelled),
  };
}

const respelledPhrase = (phrase: string) =>
  `${respelled(phrase.replace(/\*$/u, ''))}${phrase.endsWith('*') ? '*' : ''}`;

const root = join(import.meta.dirname, '..', '..');

/**
 * Copies the tree and adds the language to the copy as anybody would: its folder and the one line. Nothing else is touched.
 * @param place an empty folder outside the repository
 */
export function treeWithMadeUpLanguage(place: string): void {
  const left = new Set(['.git', 'node_modules', 'dist', 'data', 'screens.new']);
  cpSync(root, place, { recursive: true, filter: (file) => !left.has(basename(file)) });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  const texts = join(place, 'bot', 'texts');
  mkdirSync(join(texts, madeUp));
  writeFileSync(
    join(texts, madeUp, 'language.ts'),
    `import type { LanguageRecord } from '../language-record.ts';\n\nexport const ${madeUp} = ${JSON.stringify(madeUpRecord(), null, 2)} as const satisfies LanguageRecord;\n`,
  );
  const list = join(texts, 'all-languages.ts');
  writeFileSync(list, `${readFileSync(list, 'utf8')}export { ${madeUp} } from './${madeUp}/language.ts';\n`);
}
