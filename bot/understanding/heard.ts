import { type Command, commandIn } from './commands.ts';
import { type FinestWish, type Interpretation, interpret } from './interpret.ts';
import { type Wish, wishFor } from './understand.ts';

/** A sentence read to be acted on. */
export type Heard = Pick<
  Interpretation,
  'situation' | 'page' | 'code' | 'guesses' | 'intent' | 'about' | 'contains' | 'shares'
> & {
  /** The finest name of it; `other` where it is not clear enough to act on. */
  readonly finest: FinestWish;
  /** `other` where it is not clear enough to act on. */
  readonly wish: Wish;
  /** How many it has. */
  readonly words: number;
};

/** In so few words, a command is a command. */
const shortest = 2;
/** In so few words, the name of a language asks for it: "auf Deutsch bitte". */
const short = 4;
const languages: ReadonlySet<Command> = new Set(['english', 'swedish', 'other-language']);

/** What a sentence wants, as far as it is clear enough to act on. */
export function heard(text: string): Heard {
  const reading = interpret(text);
  const { situation, page, code, guesses, clear, intent, about, contains, shares } = reading;
  const words = text.trim().split(/\s+/u).length;
  const read = { intent, about, contains, shares, code, guesses, words };
  const wish = wishFor(reading);
  if (code || wish === 'password') return { ...read, wish, finest: reading.wish, situation, page };
  const command = commandIn(text);
  if ((words <= short && languages.has(command)) || (words <= shortest && command !== 'other')) {
    return { ...read, wish: command, finest: command, situation: null, page: null };
  }
  if (clear) return { ...read, wish, finest: reading.wish, situation, page };
  return { ...read, wish: 'other', finest: 'other', situation: null, page: null };
}
