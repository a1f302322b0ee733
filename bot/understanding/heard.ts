import { type Command, commandIn } from './commands.ts';
import { type Interpretation, interpret } from './interpret.ts';
import { type Wish, wishFor } from './understand.ts';

/** A sentence read to be acted on. */
export type Heard = Pick<Interpretation, 'situation' | 'page' | 'code' | 'guesses'> & {
  /** `other` where it is not clear enough to act on. */
  readonly wish: Wish;
};

/** In so few words, a command is a command. */
const shortest = 2;
/** In so few words, the name of a language asks for it: "auf Deutsch bitte". */
const short = 4;
const languages: ReadonlySet<Command> = new Set(['english', 'swedish', 'other-language']);

/** What a sentence wants, as far as it is clear enough to act on. */
export function heard(text: string): Heard {
  const reading = interpret(text);
  const { situation, page, code, guesses, clear } = reading;
  const wish = wishFor(reading);
  if (code || wish === 'password') return { wish, situation, page, code, guesses };
  const words = text.trim().split(/\s+/u).length;
  const command = commandIn(text);
  if ((words <= short && languages.has(command)) || (words <= shortest && command !== 'other')) {
    return { wish: command, situation: null, page: null, code, guesses };
  }
  if (clear) return { wish, situation, page, code, guesses };
  return { wish: 'other', situation: null, page: null, code, guesses };
}
