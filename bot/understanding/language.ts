import type { Share } from './classifier.ts';
import { gramsOf } from './features.ts';

/** `unclear`: nothing in the text is in any language, as in a bare code or a number. */
export type SpokenLanguage = 'en' | 'sv' | 'other' | 'unclear';

/** Text in quotation marks is what a page said, not what the person speaks. */
const quoted = /["”“„»«][^"”“„»«]{1,600}["”“„»«]/gu;
const codeLike = /[\d_@]|^https?:/u;

/** Pages say "you" and "we"; who asks about a page that is pasted without quotation marks says "I", "what" and "why". */
const ownVoice = {
  en: /(?<![\p{L}])(im|i'm|me|my|what|why|how|get|got|says|mean|means)(?![\p{L}])/iu,
  sv: /(?<![\p{L}])(jag|mig|mitt|min|mina|vad|hur|varför|varfor|fick|får|står|säger)(?![\p{L}])/iu,
} as const;

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
    const language = guess(soundsOf(heard))[0]?.label;
    if (language !== 'en' && language !== 'sv') return 'other';
    const [english, swedish] = [ownVoice.en.test(heard), ownVoice.sv.test(heard)];
    return english === swedish ? language : english ? 'en' : 'sv';
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

/** Words and their letter groups as written, and again without accents: `får` is Swedish, and so is `far` beside `inte`. */
export function soundsOf(text: string): readonly string[] {
  const written = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’´`]/gu, '');
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '');
  const words = (from: string) =>
    from
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && word.length <= 40)
      .slice(0, 200);
  return [
    ...words(plain).flatMap((word) => [`word ${word}`, ...gramsOf(word, 2, 4)]),
    ...(written.match(/[åäöæøüßéèçñąęłśżő]/gu) ?? []),
  ];
}
