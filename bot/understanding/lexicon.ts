import { languageRecords, languages } from '../texts/languages.ts';
import { wordsOf } from './normalisation.ts';

const words = languages.map((language) => languageRecords[language].heard);

/** Things people speak of, by the stems that name them in each language. They let an English example help to understand another language. */
const concepts = [...new Set(words.flatMap(({ stems }) => Object.keys(stems)))];
const exact = new Map<string, string[]>();
const starts = new Map<string, string[]>();
for (const concept of concepts) {
  for (const stem of words.flatMap(({ stems }) => split(stems[concept]))) {
    const [map, key] = stem.startsWith('=') ? [exact, stem.slice(1)] : [starts, stem];
    map.set(key, [...(map.get(key) ?? []), concept]);
  }
}

function split(list = ''): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

/** What a folded word speaks of: nothing, or one or two things. */
export function conceptsOf(word: string): readonly string[] {
  const found = new Set(exact.get(word));
  for (let length = Math.min(word.length, 12); length >= 2; length -= 1) {
    for (const concept of starts.get(word.slice(0, length)) ?? []) found.add(concept);
  }
  return [...found];
}

/** Whether a folded text speaks of one of these things. */
export function speaksOf(plain: string, ...things: readonly string[]): boolean {
  return wordsOf(plain).some((word) => conceptsOf(word).some((concept) => things.includes(concept)));
}

const spokenWords = new Map(words.flatMap(({ spokenForms }) => Object.entries(spokenForms)));

/** The written form of a folded word. */
export function writtenForm(word: string): string {
  return spokenWords.get(word) ?? word;
}

/** Words that deny what stands near behind them. */
export const negations: ReadonlySet<string> = new Set(words.flatMap(({ negations }) => split(negations)));
