import type { HeardPhrases } from '../texts/heard-phrases.ts';
import { type Language, languageRecords, languages } from '../texts/languages.ts';
import { asWords, eitherOf, saying } from '../texts/phrases.ts';
import type { SpokenLanguage } from './language.ts';
import { folded } from './normalisation.ts';

/** What a few exact words ask for, as far as they are no answer to the card on screen. */
export type Command =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'privacy'
  | 'manage'
  | 'confirm'
  | 'not-me'
  | 'export'
  | 'erase'
  | 'status'
  | 'register'
  | 'back'
  | 'cancel'
  | 'skip'
  | Language
  | 'other-language'
  | 'password'
  | 'other';

/** What languages call themselves that the bot does not speak. */
const native = 'deutsch|francais|espanol|norsk|dansk|suomi|suomeksi|polski';

const foreign = asWords(`${native}|${eitherOf((said) => said.commands['other-language'])}`);

type Worded = keyof HeardPhrases['commands'];

/** In this order: what costs most to miss comes first. */
const patterns: readonly (readonly [Command, RegExp])[] = [
  ...(['not-me', 'confirm', 'export', 'erase', 'privacy'] as const).map(worded),
  ...languages.toReversed().map(namesOf),
  ['other-language', foreign],
  ...(['cancel', 'back', 'skip'] as const).map(worded),
  ['help', /^\?+$/u],
  ...(['help', 'manage', 'status', 'register', 'thanks', 'greeting'] as const).map(worded),
];

function worded(command: Worded): readonly [Command, RegExp] {
  return [command, saying((said) => said.commands[command])];
}

function namesOf(language: Language): readonly [Language, RegExp] {
  return [language, asWords(languageRecords[language].names.join('|'))];
}

const named = languages.map(namesOf);

export function commandIn(text: string): Command {
  const plain = folded(text);
  if (looksLikePassword(text)) return 'password';
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

/**
 * The language that is asked for where several are named: "my Swedish is bad, English please" is written in it, and "my English
 * is bad, do you speak Arabic" ends with another.
 */
export function languageAsked(plain: string, writtenIn: SpokenLanguage): Language | 'other-language' | undefined {
  const found = named.map(([language, names]) => ({ language, at: plain.search(names) })).filter(({ at }) => at >= 0);
  if (wanted(plain) > Math.max(-1, ...found.map(({ at }) => at))) return 'other-language';
  const one = found.length > 1 ? found.find(({ language }) => language === writtenIn) : found[0];
  return one?.language;
}

/** Where another language stands that nobody declines: "not Danish", "I don't speak German" name none. */
function wanted(plain: string): number {
  const at = plain.search(foreign);
  return at >= 0 && declined.test(plain.slice(0, at)) ? -1 : at;
}

const declined = new RegExp(
  String.raw`(?<!\p{L})${eitherOf((said) => [...said.answers.denies, ...said.frame.denials])} (?:\p{L}+ ){0,2}$`,
  'u',
);

/** One word of at least eight characters that mixes letters, digits and signs as passwords do and nothing else does. */
export function looksLikePassword(text: string): boolean {
  const word = text.trim();
  if (/\s/u.test(word) || word.length < 8 || word.length > 64 || /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/u.test(word))
    return false;
  if (/^(https?:|sspr_|aadsts|0x)/iu.test(word)) return false;
  return /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && /\d/u.test(word) && /[^\p{L}\d]/u.test(word);
}
