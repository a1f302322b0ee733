import type { HeardPhrases, Phrases } from './heard-phrases.ts';
import { languageRecords, languages } from './languages.ts';

const [begins, ends] = [String.raw`(?<![\p{L}\p{N}_])`, String.raw`(?![\p{L}\p{N}_])`];

/** One of these phrases in any language, as a part of a pattern (flag u); of none, what is never found. */
export function eitherOf(phrases: (said: HeardPhrases) => Phrases): string {
  return patternOf(languages.flatMap((language) => phrases(languageRecords[language].phrases)));
}

/** One of these phrases. */
export function patternOf(phrases: Phrases): string {
  return phrases.length === 0 ? '(?!)' : `(?:${phrases.map(pattern).join('|')})`;
}

/** The same as words of their own, anywhere in a text. */
export function saying(phrases: (said: HeardPhrases) => Phrases): RegExp {
  return asWords(eitherOf(phrases));
}

/** A pattern that begins and ends with a word. */
export function asWords(source: string, flags = 'iu'): RegExp {
  return new RegExp(`${begins}(?:${source})${ends}`, flags);
}

function pattern(phrase: string): string {
  return phrase
    .replace(/\((?!\?)/gu, '(?:')
    .replaceAll("'", '.?')
    .replaceAll('#', String.raw`\+?\d+`)
    .replaceAll('…', String.raw`\p{L}+`)
    .replace(/(?<=\p{L}|\))\*/gu, String.raw`\p{L}*`)
    .replace(/(?=\p{L})[^\p{ASCII}]/gu, (letter) => `[${letter}${letter.normalize('NFD').charAt(0)}]`);
}
