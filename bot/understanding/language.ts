import { type Language, languageRecords, languages } from '../texts/languages.ts';
import type { Share } from './classifier.ts';
import { gramsOf } from './features.ts';

/** `unclear`: nothing in the text is in any language, as in a bare code or a number. */
export type SpokenLanguage = Language | 'other' | 'unclear';

/** Text in quotation marks is what a page said, not what the person speaks. */
const quoted = /["”“„»«][^"”“„»«]{1,600}["”“„»«]/gu;
const codeLike = /[\d_@]|^https?:/u;

/** Who asks about a page that is pasted without quotation marks says "I", "what" and "why" in their own language. */
const ownVoice = languages.map((language) => {
  const words = languageRecords[language].heard.ownVoice.join('|');
  return { language, speaks: new RegExp(`(?<![\\p{L}])(${words})(?![\\p{L}])`, 'iu') };
});

/** Hears the language of a sentence, with or without accents, from single words up. */
export function languageEar(
  guess: (sounds: readonly string[]) => readonly Share<{ readonly label: string }>[],
): (text: string) => SpokenLanguage {
  return (text) => {
    const said = withoutCodes(text.slice(0, 2000));
    const own = said.replace(quoted, ' ');
    const heard = lettersOf(own) >= 8 ? own : said;
    if (lettersOf(heard) === 0) return 'unclear';
    if (foreignLetters(heard) > lettersOf(heard) / 2) return 'other';
    const [likeliest] = guess(soundsOf(heard));
    const language = languages.find((one) => one === likeliest?.label);
    if (!language) return 'other';
    const [voice, another] = ownVoice.filter(({ speaks }) => speaks.test(heard));
    return voice && !another ? voice.language : language;
  };
}

function withoutCodes(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => !codeLike.test(word))
    .join(' ');
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function foreignLetters(text: string): number {
  return text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
}

/** With accents, of any language: åäöæøüßéèçñąęłśżő. */
const europeanLetters =
  /[\u00e5\u00e4\u00f6\u00e6\u00f8\u00fc\u00df\u00e9\u00e8\u00e7\u00f1\u0105\u0119\u0142\u015b\u017c\u0151]/gu;

/** Words and their letter groups as written, and again without accents: `får` is Swedish, and so is `far` beside `inte`. */
export function soundsOf(text: string): readonly string[] {
  const written = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019\u00b4`]/gu, '');
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = (from: string) =>
    from
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && word.length <= 40)
      .slice(0, 200);
  return [
    ...words(plain).flatMap((word) => [`word ${word}`, ...gramsOf(word, 2, 4)]),
    ...(written.match(europeanLetters) ?? []),
  ];
}
