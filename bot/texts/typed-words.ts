import type { TypedWords } from './language-record.ts';
import { languageRecords, languages } from './languages.ts';

export type TypedKey = keyof TypedWords;

const patterns = new Map<TypedKey, RegExp>();

/** Whether somebody says this, in any language: whoever changes between two does not think of which one the card is in. */
export function says(key: TypedKey, folded: string): boolean {
  const pattern = patterns.get(key) ?? new RegExp(phrasesOf(key).map(source).join('|'), 'u');
  patterns.set(key, pattern);
  return pattern.test(folded);
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
