import { languageRecords, languages } from '../texts/languages.ts';
import { eitherOf } from '../texts/phrases.ts';
import { type Command, commandIn, languageAsked } from './commands.ts';
import { type Circumstances, type FinestWish, type Interpretation, interpret } from './interpret.ts';
import type { SpokenIntent } from './labels.ts';
import { folded } from './normalisation.ts';
import { type Wish, wishFor } from './understand.ts';

/** A message read to be acted on. */
export type Heard = Omit<Interpretation, 'wish'> & {
  /** `other` where it is not clear enough to act on. */
  readonly wish: Wish;
  /** The same by its finest name. */
  readonly finest: FinestWish;
  /** The message in lower case without accents, as phrases are compared. */
  readonly plain: string;
  /** How many it has. */
  readonly words: number;
};

/** In so few words, a command is a command; in some more where nothing else is clear. */
const shortest = 2;
/** In so few words, the name of a language asks for it: "auf Deutsch bitte". */
const short = 4;
const tongues: ReadonlySet<Command> = new Set([...languages, 'other-language']);

/** "No, go back", "ok then status": what people say before a command. */
const opening = new RegExp(`^(?:${eitherOf((said) => said.answers.openings)}[ ,.!…-]+)+`, 'u');

function withoutOpening(plain: string): string {
  return plain.replace(opening, '');
}

/** "And now in Swedish again, please": in however many words. */
const switching = new RegExp(
  String.raw`(?:^|(?<!\p{L})(?:${eitherOf((said) => said.answers.intoLanguage)}) )(?:${languages.flatMap((language) => languageRecords[language].names).join('|')})(?: \p{L}+)? (?:${eitherOf((said) => said.answers.kindly)})(?!\p{L})`,
  'u',
);

/** In more words, thanks are said beside something else. */
const thanking = 8;
const sure = 0.6;
/** Less sure, what begins with thanks is thanks. */
const sureOfElse = 0.75;
const polite: ReadonlySet<SpokenIntent> = new Set(['thanks', 'greeting', 'cancel']);

/** What a message says and wants, as far as it is clear enough to act on. Never throws. */
export function heard(typed: string, reader: Circumstances = {}): Heard {
  const reading = interpret(typed, reader);
  const { text, code, clear } = reading;
  const words = text.trim().split(/\s+/u).length;
  const known = { ...reading, plain: folded(text), words };
  const wish = wishFor(reading);
  const { shares, intent } = reading;
  if (code || wish === 'password') return { ...known, wish, finest: reading.wish };
  const said = withoutOpening(known.plain);
  const found = commandIn(said === known.plain ? text : said);
  const command = tongues.has(found) ? (languageAsked(known.plain, reading.language) ?? found) : found;
  if (
    (words <= short && tongues.has(command)) ||
    (command !== 'other' && said.split(' ').length <= (clear ? shortest : short))
  ) {
    return { ...known, wish: command, finest: command, situation: null, page: null };
  }
  if (tongues.has(command) && ((clear && intent === 'language') || switching.test(known.plain)))
    return { ...known, wish: command, finest: command };
  // "Thank you, that is reassuring"; and what sounds a little like thanks in many words is none.
  if (commandIn(text) === 'thanks' && words <= thanking && shares.intent < sureOfElse && !text.includes('?'))
    return { ...known, intent: 'thanks', wish: 'thanks', finest: 'thanks', situation: null, page: null };
  const vague = words >= thanking - 2 && polite.has(intent) && shares.intent < sure - 0.1;
  if (clear && !vague) return { ...known, wish, finest: reading.wish };
  return { ...known, wish: 'other', finest: 'other', situation: null, page: null };
}
