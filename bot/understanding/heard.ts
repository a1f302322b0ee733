import { languageRecords, languages } from '../texts/languages.ts';
import { asWords, eitherOf } from '../texts/phrases.ts';
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

const names = languages.flatMap((language) => languageRecords[language].names).join('|');
/** "And now in Swedish again, please": in however many words. */
const switching = asWords(
  [
    `(?:^|${eitherOf((said) => said.answers.intoLanguage)} )(?:${names})(?: ${eitherOf((said) => said.answers.onceMore)})?,? ${eitherOf((said) => said.answers.kindly)}(?= *(?:[.,!]|$))`,
    `${eitherOf((said) => said.answers.intoLanguage)} (?:${names}) ${eitherOf((said) => said.answers.onceMore)}`,
  ].join('|'),
  'u',
);

/** In more words, thanks are said beside something else. */
const thanking = 8;
/** So sure of what stands behind the thanks, and that is what is wanted. */
const [sureOfElse, plainlyElse] = [0.6, 0.8];
/** In so many words, politeness is plain or it is something else. */
const many = 6;
const plainly = 0.5;
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
  if (words <= thanking && thanksFirst(text)) {
    return { ...known, intent: 'thanks', wish: 'thanks', finest: 'thanks', situation: null, page: null };
  }
  const vague = words >= many && polite.has(intent) && shares.intent < plainly;
  if (clear && !vague) return { ...known, wish, finest: reading.wish };
  return { ...known, wish: 'other', finest: 'other', situation: null, page: null };
}

/** "Thank you, that is reassuring": nothing else is wanted behind it. */
function thanksFirst(text: string): boolean {
  if (text.includes('?') || commandIn(text) !== 'thanks') return false;
  const { intent, wish, shares, contains } = interpret(withoutOpening(folded(text)));
  if (contains.methods.length > 0) return false;
  const sure = wish === 'go-on' ? plainlyElse : sureOfElse;
  return shares.intent < sure || intent === 'thanks' || intent === 'other';
}
