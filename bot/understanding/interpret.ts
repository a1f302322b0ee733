import { signInPageOf } from '../domain/diagnosis/related-problems.ts';
import type { SituationNumber } from '../domain/diagnosis/situation-ids.ts';
import { plainText } from '../domain/typed-text.ts';
import { type Language, languageRecords, languages } from '../texts/languages.ts';
import { eitherOf } from '../texts/phrases.ts';
import type { Code } from './codes.ts';
import { type Command, commandIn, looksLikePassword } from './commands.ts';
import { type Entities, entitiesIn, isMethodName, masks, methodsNamed, type ReaderLocale } from './entities.ts';
import { type Frame, type Framing, framingOf } from './frame.ts';
import {
  type Heading,
  type Meaning,
  meaningOf,
  type PageSign,
  pageSigns,
  type SpokenIntent,
  type Topic,
} from './labels.ts';
import type { SpokenLanguage } from './language.ts';
import { type Model, model, type ReadMeaning } from './model.ts';
import { clausesOf, folded, wordsOf } from './normalisation.ts';

/** One reading of one message; nothing else looks at raw text. */
export interface Interpretation {
  /** The message without what clients and channels put around it. */
  readonly text: string;
  /** The same in lower case without accents, slips of the finger put right. */
  readonly mended: string;
  readonly language: SpokenLanguage;
  readonly contains: Entities;
  readonly intent: SpokenIntent;
  /** The finest name of what is wished or told: a topic, a command, or the intent itself. */
  readonly wish: FinestWish;
  /** What is said to have gone wrong; `null`: it is not said, or it has no id. */
  readonly situation: SituationNumber | null;
  /** An error code that stood in it (`SSPR_0014`, `AADSTS50126`, `event 33004`), whether or not it settles a situation. */
  readonly code: string | null;
  readonly page: PageSign | null;
  /** Whose account it is about. */
  readonly about: 'self' | 'other';
  /** It is so · it is said not to be so · it was, and is no more · somebody wants to know. */
  readonly frame: Frame;
  /** How sure the intent is, the finest wish of it, and the situation; each in [0, 1]. */
  readonly shares: { readonly intent: number; readonly wish: number; readonly situation: number };
  /** Clear enough to act on; otherwise it is asked about. */
  readonly clear: boolean;
  /** The nearest meanings worth offering, likeliest first; at most three. */
  readonly guesses: readonly Guess[];
}

export type FinestWish = SpokenIntent | Topic | Special;
type Special = Extract<Command, 'back' | 'skip' | Language | 'other-language' | 'password'>;

export type Guess =
  | { readonly kind: 'intent'; readonly intent: SpokenIntent }
  | { readonly kind: 'situation'; readonly situation: SituationNumber };

/** Calibrated on labelled/tune.jsonl and the half of labelled/field.jsonl that was looked at. */
const enough = {
  /** An intent is acted on from here on. */
  intent: 0.4,
  /** A situation is named from this share of everything on, and this share of what else went wrong. */
  situation: 0.38,
  ofFailures: 0.2,
  /** The same beside a code that says something else. */
  besideCode: 0.5,
  /** "It was not me" stands in the words: what it leads to is a question, and missing it costs most. */
  disowned: 0.25,
  /** Less sure that it is nothing of ours, a number of somebody who is named is theirs to ask for. */
  notOurs: 0.9,
  /** A clause counts for the whole of a message that is not clear. */
  clause: 0.7,
  /** A guess is worth a button. */
  guess: 0.12,
} as const;
const certain = 0.98;
const sureOfForeign = 0.6;

/** Where it is read. */
export interface Circumstances extends ReaderLocale {
  /** What the screen on show asks for or leads to: said there, it is likelier meant. */
  readonly expects?: readonly Heading[] | undefined;
}

/** So many times likelier is what a screen expects. */
const expectedWeight = 3;
/** Less is no hint of it. */
const hinted = 0.1;

/** Total: whatever was typed, it never throws. The first call also reads the model (see model.ts). */
export function interpret(typed: string, reader: Circumstances = {}): Interpretation {
  const text = plainText(typed);
  const { found, masked } = entitiesIn(text, reader);
  const plain = { text, page: null, about: 'self', frame: 'now' } as const;
  if (isBareValue(masked)) {
    const unread = { ...plain, mended: folded(text), language: 'unclear', contains: found, code: null } as const;
    return settled(unread, 'register', 'register');
  }
  const learned = model();
  const mended = learned.mend(folded(text));
  const contains = found.methods.length > 0 ? found : { ...found, methods: methodsNamed(mended) };
  const language = learned.hear(text);
  const code = contains.errorCodes[0] ?? null;
  const unread = { ...plain, mended, language, contains, code: code?.code ?? null };
  if (!code && tellsPassword(text, learned)) return settled(unread, 'other', 'password');
  if (wordsOf(text).length === 0)
    return /^\s*\?[\s?]*$/u.test(text) ? settled(unread, 'help', 'help') : settled(unread, 'other', 'other');
  if (isMethodName(text) || isMethodName(mended)) return settled(unread, 'register', 'register');
  const command = commandIn(text);
  const framing = framingOf(text);
  const shares = expecting(readingOf(masked, framing, learned), reader.expects ?? []);
  const guesses = guessesFrom(shares);
  const whole = decided(shares, code, command);
  const reading = whole.sure.intent >= enough.intent ? whole : (lastSaid(text, learned, reader) ?? whole);
  const { meaning, sure } = settledOn(reading, { language, framing, named: contains.methods.length > 0 });
  const wish = language === 'other' && meaning.intent === 'language' ? 'other-language' : wishOf(meaning, command);
  return {
    ...unread,
    intent: meaning.intent,
    wish,
    situation: meaning.situation,
    page: pageSigns.find((page) => page === meaning.topic) ?? null,
    about: meaning.topic === 'somebody-else' || (framing.somebodyElse && meaning.intent !== 'other') ? 'other' : 'self',
    frame: frameOf(framing, meaning),
    shares: sure,
    clear: sure.intent >= enough.intent,
    guesses,
  };
}

/** Nothing but numbers to be reached at and addresses: there are no words to read. */
function isBareValue(masked: string): boolean {
  const rest = masked.replaceAll(masks.phone, '').replaceAll(masks.email, '');
  return rest.length < masked.length && !/[\p{L}\p{N}]/u.test(rest);
}

type Unread = Pick<Interpretation, 'text' | 'mended' | 'language' | 'contains' | 'code' | 'page' | 'about' | 'frame'>;

/** What is plain without the model's shares. */
function settled(unread: Unread, intent: SpokenIntent, wish: FinestWish): Interpretation {
  return {
    ...unread,
    intent,
    wish,
    situation: null,
    shares: { intent: certain, wish: certain, situation: 0 },
    clear: intent !== 'other' || wish !== 'other',
    guesses: [],
  };
}

function frameOf({ over, now, question, denied }: Framing, { intent, topic }: Meaning): Frame {
  if (topic === 'ticket-withdraw' || (intent === 'thanks' && (over || now !== null))) return 'over';
  if (topic === 'reminders' || (denied && topic === null && idle.has(intent))) return 'negated';
  return wondering.has(intent) || (question && intent === 'status') ? 'question' : 'now';
}

/** Where somebody tells of nothing that goes wrong. */
const idle: ReadonlySet<SpokenIntent> = new Set(['other', 'thanks', 'cancel']);
const wondering: ReadonlySet<SpokenIntent> = new Set(['help', 'privacy', 'rehearse']);

interface Decision {
  readonly meaning: Meaning;
  readonly sure: Interpretation['shares'];
}

const foreign: Decision = {
  meaning: { intent: 'language', topic: null, situation: null },
  sure: { intent: 0.6, wish: 0.6, situation: 0 },
};

/** What the words alone leave open: a language nobody here reads, and somebody else's number. */
function settledOn(
  reading: Decision,
  said: { readonly language: SpokenLanguage; readonly framing: Framing; readonly named: boolean },
): Decision {
  const { meaning, sure } = reading;
  if (said.language === 'other' && sure.intent < sureOfForeign) return foreign;
  const theirs = said.framing.somebodyElse && said.named && meaning.intent === 'other' && meaning.topic === null;
  return theirs && sure.intent < enough.notOurs ? { ...reading, meaning: meaningOf('somebody-else') } : reading;
}

/** One meaning out of all shares: first what is wanted, then what of it. */
function decided(shares: readonly ReadMeaning[], code: Code | null, command: Command): Decision {
  const plain = { intent: 'why-failed', topic: null } as const;
  if (code?.situation)
    return {
      meaning: { ...plain, situation: code.situation },
      sure: { intent: certain, wish: certain, situation: certain },
    };
  // A page of the sign-in speaks of other things in the words of a reset.
  if (code && signInPageOf(code.code)) {
    return {
      meaning: { ...plain, topic: 'sign-in-page', situation: null },
      sure: { intent: certain, wish: certain, situation: 0 },
    };
  }
  const disowned = shares.find(({ label }) => label === 'not-me');
  if (!code && command === 'not-me' && disowned && disowned.share >= enough.disowned) {
    const { meaning, share } = disowned;
    return { meaning, sure: { intent: Math.max(share, enough.intent), wish: share, situation: 0 } };
  }
  const intent = code ? 'why-failed' : likeliestIntent(shares);
  const within = shares.filter(({ meaning }) => meaning.intent === intent);
  const mass = within.reduce((sum, { share }) => sum + share, 0);
  const [top] = within;
  const share = top?.share ?? 0;
  const named = code ? share >= enough.besideCode : share >= enough.ofFailures * mass;
  const meaning = named && top ? top.meaning : { intent, topic: null, situation: null };
  const situation = meaning.situation && share >= enough.situation ? meaning.situation : null;
  return {
    meaning: { ...meaning, situation },
    sure: { intent: code ? certain : mass, wish: named ? share : mass, situation: situation ? share : 0 },
  };
}

/** Of several things that make no sense together, the last one that does: "no wait, it still fails. I need help after all". */
function lastSaid(text: string, { read }: Model, { expects = [] }: Circumstances): Decision | undefined {
  const clauses = clausesOf(text).filter((clause) => wordsOf(clause).length >= shortestClause - 1);
  if (clauses.length < 2) return undefined;
  for (const clause of clauses.toReversed()) {
    const reading = decided(expecting(read(clause), expects), null, 'other');
    const { meaning, sure } = reading;
    if (sure.intent >= enough.clause && !asides.has(meaning.topic ?? meaning.intent)) return reading;
  }
  return undefined;
}

/** From how many words on a text is also read in pieces. */
const long = 18;
/** What the whole of a long text counts beside one sure clause of it; and what the part that tells of now counts. */
const [wholeWeight, nowWeight] = [1.5, 0.6];
/** From how many words on a text is about several things, and the whole of it says less. */
const veryLong = 40;
/** Whoever asks for a person in one clause of many wants one. */
const personWeight = 2;
/** "Contact your administrator" stands at the end of most pages, whatever they are about. */
const [everyPage, everyPageWeight] = ['K1', 0.5];
/** Too few words to say anything by themselves. */
const shortestClause = 4;
/** What stands around what somebody wants: greetings, weather, signatures, letters that were typed on the way. */
const asides: ReadonlySet<string> = new Set([
  ...['other', 'small-talk', 'greeting', 'thanks', 'cancel', 'language'],
  ...['not-me', 'meaning', 'confirm', 'code', 'still-broken', 'captcha'],
]);

/** A long text as its clauses say it: each counts by how sure it is, and asides count only as part of the whole. */
function readingOf(text: string, framing: Framing, { read }: Model): readonly ReadMeaning[] {
  const whole = read(text, framing);
  const words = wordsOf(text).length;
  if (words < long) {
    const said = framing.now ?? afterOpening(text);
    return said === null ? whole : mixed(whole, read(said, framing));
  }
  // A code is told in few words.
  const told = whole.filter(({ label }) => label !== 'code');
  const sums = sumsOf(told, wholeWeight * Math.min(1, veryLong / words));
  for (const clause of clausesOf(text)) {
    if (wordsOf(clause).length < shortestClause) continue;
    const shares = read(clause);
    const wanted = shares.filter(({ label }) => !asides.has(label));
    const sure = wanted.reduce((sum, { share }) => sum + share, 0) * (shares[0]?.share ?? 0);
    for (const { label, share } of wanted) {
      const counts = label === 'contact' ? personWeight : label === everyPage ? everyPageWeight : 1;
      sums.set(label, (sums.get(label) ?? 0) + counts * sure * share);
    }
  }
  return inShares(whole, sums);
}

/** What comes after small words that open it: "lol ok. and my work one?", "wait, who can see it". */
function afterOpening(text: string): string | null {
  const rest = text.replace(opening, '');
  return rest.length < text.length && wordsOf(rest).length >= shortestClause - 1 ? rest : null;
}

const opening = new RegExp(
  `^(?:${eitherOf(({ answers }) => [...answers.openings, ...answers.hesitations])}(?:[.,!?:…]+ ?| (?=[^.,!?]{0,12}[.,!?])))+`,
  'iu',
);

function expecting(readings: readonly ReadMeaning[], expects: readonly Heading[]): readonly ReadMeaning[] {
  if (expects.length === 0) return readings;
  const expected: ReadonlySet<string> = new Set(expects);
  const sums = readings.map(
    ({ label, share }) => [label, share * (expected.has(label) && share >= hinted ? expectedWeight : 1)] as const,
  );
  return inShares(readings, new Map(sums));
}

function sumsOf(readings: readonly ReadMeaning[], weight: number): Map<string, number> {
  return new Map(readings.map(({ label, share }) => [label, weight * share]));
}

function mixed(whole: readonly ReadMeaning[], now: readonly ReadMeaning[]): readonly ReadMeaning[] {
  const sums = sumsOf(whole, 1 - nowWeight);
  for (const { label, share } of now) sums.set(label, (sums.get(label) ?? 0) + nowWeight * share);
  return inShares(whole, sums);
}

function inShares(whole: readonly ReadMeaning[], sums: ReadonlyMap<string, number>): readonly ReadMeaning[] {
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return whole
    .map((one) => ({ ...one, share: (sums.get(one.label) ?? 0) / all }))
    .sort((one, other) => other.share - one.share);
}

/** A password by itself, or said to be one: "my password is Summer2024!". Speaking of a password is not telling it. */
function tellsPassword(text: string, { knows }: Model): boolean {
  if (looksLikePassword(text)) return true;
  const [, said = ''] = spoken.exec(text.slice(0, 300)) ?? [];
  const word = said.replace(/^["'“]|["'”.,!?]+$/gu, '');
  if (word.length < 6 || /^\S+@\S+\.\p{L}+$/u.test(word)) return false;
  if (/\p{L}/u.test(word) && /[\d@#$%&*!]/u.test(said)) return true;
  const [, last = ''] = spelledOut.exec(text.slice(0, 300)) ?? [];
  if (last.length < 6 || describing.test(last) || wordsOf(last).every(knows)) return false;
  return last.length >= longName || /\p{Ll}\p{Lu}/u.test(last);
}

const said = languages.map((language) => languageRecords[language].heard.password);
const named = said.flatMap((one) => one.named).join('|');
const joins = said.flatMap((one) => one.is).join('|');
/** Any word with digits or signs in it, said after "password". */
const spoken = new RegExp(`(?:${named})(?:\\s(?:${joins}))?\\s?[:=]?\\s+(\\S{6,64})`, 'iu');
/** Words this long that nobody says are several in one: "correcthorsebattery". */
const longName = 13;
/** What a password is said to be: "compromised", "malfunctioning", "synkroniserat". */
const describing = new RegExp(`${eitherOf((said) => said.describing)}$`, 'iu');
/** A word that nobody says, where nothing follows it. */
const spelledOut = new RegExp(
  `(?:${said.flatMap((one) => one.spelled).join('|')}|(?:${named}) ?[:=])\\s*["']?(\\S{6,64}?)["'.!]*\\s*$`,
  'iu',
);

function likeliestIntent(shares: readonly ReadMeaning[]): SpokenIntent {
  const sums = new Map<SpokenIntent, number>();
  for (const { meaning, share } of shares) {
    const { intent } = meaning;
    sums.set(intent, (sums.get(intent) ?? 0) + share);
  }
  return [...sums].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'other';
}

const specials: Readonly<Partial<Record<SpokenIntent, readonly Special[]>>> = {
  cancel: ['back', 'skip'],
  language: [...languages.toReversed(), 'other-language'],
};

/** What the commands of commands.ts tell apart within an intent. */
function wishOf({ intent, topic }: Meaning, command: Command): FinestWish {
  if (topic) return topic;
  return specials[intent]?.find((special) => special === command) ?? intent;
}

/** Meanings nobody needs to be offered on a card. */
const notOffered: ReadonlySet<SpokenIntent> = new Set(['other', 'greeting', 'thanks', 'cancel']);

function guessesFrom(shares: readonly ReadMeaning[]): readonly Guess[] {
  const guesses = new Map<string, Guess>();
  for (const { meaning, share } of shares) {
    const { intent, situation } = meaning;
    if (notOffered.has(intent) || guesses.size === 3 || share < enough.guess) continue;
    guesses.set(situation ?? intent, situation ? { kind: 'situation', situation } : { kind: 'intent', intent });
  }
  return [...guesses.values()];
}
