import type { TypedWords } from './language-record.ts';
import { languageRecords, languages } from './languages.ts';
import { eitherOf } from './phrases.ts';

export type TypedKey = keyof TypedWords;

const patterns = new Map<TypedKey, RegExp>();

/** What was typed, folded, and the same with slips of the finger put right. */
export interface Typed {
  readonly plain: string;
  readonly mended: string;
}

/** Whether somebody says this, in any language: whoever changes between two does not think of which one the card is in. */
export function says(key: TypedKey, { plain, mended }: Typed): boolean {
  return holds(key, plain) || (mended !== plain && holds(key, mended));
}

function holds(key: TypedKey, folded: string): boolean {
  const pattern = patterns.get(key) ?? new RegExp(phrasesOf(key).map(source).join('|'), 'u');
  patterns.set(key, pattern);
  return pattern.test(folded);
}

/** What people say before they say yes or no. */
const hesitation = new RegExp(`^(?:${eitherOf((said) => said.answers.hesitations)}[ ,.!?:…-]+)+`, 'u');

/** What people say before what they want: "ok then, well". Nothing stands behind the repetition, so nothing is tried twice. */
const opening = new RegExp(
  `^(?:${eitherOf(({ answers }) => [...answers.openings, ...answers.hesitations])}[ ,.!?:…-]+)+`,
  'u',
);

export function withoutSmallWords(folded: string): string {
  return folded.replace(opening, '');
}

/** "Hm …", and nothing else. */
export function onlyHesitates(folded: string): boolean {
  return `${folded} `.replace(hesitation, '') === '';
}

/** How a sentence answers whatever was asked; undefined: it does not. */
export function yesOrNo(folded: string): 'yes' | 'no' | undefined {
  const words = folded.replace(hesitation, '');
  if (words.includes('?')) return undefined;
  if (holds('no', words)) return 'no';
  const little = words.split(' ').length <= 5;
  return holds('yes', words) || (little && holds('assent', words)) ? 'yes' : undefined;
}

/** Whether it is one of the phrases and nothing else. */
export function saysOnly(key: TypedKey, folded: string): boolean {
  return phrasesOf(key).includes(folded);
}

function phrasesOf(key: TypedKey): readonly string[] {
  return languages.flatMap((language) => languageRecords[language].typed[key]);
}

function source(phrase: string): string {
  const anywhere = phrase.startsWith('… ');
  const words = phrase.replace(/^… |\*$/gu, '').replaceAll('… ', '.*');
  return `${anywhere ? '\\b' : '^'}${words}${phrase.endsWith('*') ? '' : '\\b'}`;
}
