import { type Intent, intentOf } from './intent.ts';
import { type Understood, understand } from './understand.ts';

/** A sentence read to be acted on. */
export type Heard = Pick<Understood, 'situation' | 'page' | 'code' | 'guesses'> & {
  /** `other` where it is not clear enough to act on. */
  readonly wish: Understood['wish'];
};

/** Below this a sentence is asked about instead. */
const clearEnough = 0.5;
/** In so few words, a command is a command. */
const shortest = 2;
/** In so few words, the name of a language asks for it: "auf Deutsch bitte". */
const short = 4;
const languages: ReadonlySet<Intent> = new Set(['english', 'swedish', 'other-language']);

/** What a sentence wants, as far as it is clear enough to act on. */
export function heard(text: string): Heard {
  const { wish, situation, page, code, guesses, score } = understand(text);
  if (code) return { wish, situation, page, code, guesses };
  const words = text.trim().split(/\s+/u).length;
  const command = intentOf(text);
  if (
    command === 'password' ||
    (words <= short && languages.has(command)) ||
    (words <= shortest && command !== 'other')
  ) {
    return { wish: command, situation: null, page: null, code, guesses };
  }
  if (score >= clearEnough) return { wish, situation, page, code, guesses };
  return { wish: 'other', situation: null, page: null, code, guesses };
}
