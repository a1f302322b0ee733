import { languageRecords, languages } from '../texts/languages.ts';
import { folded } from './normalisation.ts';

/** Names that are other words as well: a person, a letter, what is turkey on a plate. */
const ambiguous = new Set(['georgia', 'jordan', 'chad', 'mali', 'togo', 'turkey', 'guinea', 'oman']);

let known: ReadonlyMap<string, string> | undefined;

/** Asking for every name takes some time: once, and not before somebody writes. */
function countryNames(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Map<string, string>();
  for (const language of languages) {
    const of = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (let one = 65; one <= 90; one += 1) {
      for (let two = 65; two <= 90; two += 1) {
        const code = String.fromCharCode(one, two);
        const name = of.of(code);
        if (!name || /^(?:EU|UN|EZ|QO|XA|XB|ZZ)$/u.test(code)) continue;
        const plain = folded(name);
        if (!/\s/u.test(plain) && !ambiguous.has(plain) && !names.has(plain)) names.set(plain, code);
      }
    }
  }
  for (const language of languages) {
    const { countries } = languageRecords[language].heard;
    for (const [code, words] of Object.entries(countries)) for (const word of words.split(' ')) names.set(word, code);
  }
  known = names;
  return names;
}

/** ISO 3166-1 alpha-2 of the countries that a text names, in its order. */
export function countriesIn(text: string): readonly string[] {
  const names = countryNames();
  const found = folded(text)
    .split(/[^\p{L}]+/u)
    .map((word) => names.get(word))
    .filter((code) => code !== undefined);
  return [...new Set(found)];
}
