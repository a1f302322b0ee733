import type { MethodName } from '../domain/methods/method.ts';
import type { Channel } from '../domain/ports/delivery.ts';

/**
 * Words and short phrases of one language, in lower case. Parts of regular expressions in which `( | )` does not capture, `'`
 * is any apostrophe or none, `#` a number, `…` one word whatever it is, and `*` at the end of a word lets it go on (`mobil*`:
 * mobilen). Letters with accents are found without them as well. How they are put together: `phrases.ts`.
 */
export type Phrases = readonly string[];

/** What people say around what they say, for whatever reads a sentence. What a language has no words for is an empty list. */
export interface HeardPhrases {
  /** What tells that a number without country code is dialled where this is spoken, and where that is; ISO 3166-1 alpha-2. */
  readonly dialled: { readonly letters: string; readonly words: Phrases; readonly countries: readonly string[] };
  /** What stands before the number of a request. */
  readonly ticket: Phrases;
  /** What stands before the extension of a telephone number. */
  readonly extension: Phrases;
  /** What may stand between the letters of a code and its digits: "SSPR error code 14". */
  readonly codeNames: Phrases;
  /** What words of a stem end in: none of these is a slip of another. */
  readonly endings: readonly string[];
  /** What words end in that say what a password is like: "compromised". */
  readonly describing: Phrases;
  readonly time: {
    /** Before a clock; and what may stand before that. */
    readonly at: Phrases;
    readonly around: Phrases;
    /** Before an hour or a part of the day, without a word for the clock. */
    readonly until: Phrases;
    readonly hours: Phrases;
    readonly halves: Phrases;
    readonly exactly: Phrases;
    readonly days: Phrases;
    readonly dayParts: Phrases;
    readonly weekdays: Phrases;
    /** Before a day of the week. */
    readonly on: Phrases;
    /** "In two hours". */
    readonly within: Phrases;
    readonly amounts: Phrases;
    readonly units: Phrases;
    /** Whole phrases. */
    readonly phrases: Phrases;
  };
  /** How a code is wished for, and how it is not. */
  readonly channels: Readonly<Record<Channel, Phrases>>;
  readonly unwished: Readonly<Record<'text' | 'call', Phrases>>;
  readonly methods: Readonly<Record<MethodName, Phrases>>;
  /** Small words around the name of a method: "then the phone, please". */
  readonly small: Phrases;
  /** Whether it is about somebody else, and what is spoken of. */
  readonly others: {
    readonly people: Phrases;
    /** "My", "a", "one of our": before somebody. */
    readonly whose: Phrases;
    /** Behind somebody: "next to me". */
    readonly beside: Phrases;
    /** "For", "on behalf of". */
    readonly towards: Phrases;
    readonly they: Phrases;
    readonly them: Phrases;
    readonly their: Phrases;
    /** What somebody has. */
    readonly things: Phrases;
    /** What happens to somebody. */
    readonly troubles: Phrases;
    /** What administrators do with an account, what it is called, and what follows it without being a name. */
    readonly administer: Phrases;
    readonly accounts: Phrases;
    readonly noNames: Phrases;
    /** "Has Linda set hers": what stands before a name, and how the words behind it begin. */
    readonly has: Phrases;
    readonly done: Phrases;
    /** Others are named, and yet it is about the one who writes. */
    readonly self: Phrases;
  };
  /** Other systems: "the bank", "the door badge". */
  readonly systems: {
    readonly names: Phrases;
    /** Of a system: "Xyz's app", "the Xyz server". */
    readonly parts: Phrases;
    readonly speaks: Phrases;
    /** What a password reset is called: there another system is a comparison only. */
    readonly ours: Phrases;
    /** Words that begin a sentence, and are no names. */
    readonly known: Phrases;
    /** Words with a capital that are no names of people. */
    readonly capitals: Phrases;
  };
  /** How things stand. */
  readonly frame: {
    readonly solved: Phrases;
    readonly still: Phrases;
    readonly denials: Phrases;
    /** What makes a question: at its end, before a few words, at its beginning. */
    readonly asksLast: Phrases;
    readonly asks: Phrases;
    readonly asksFirst: Phrases;
    readonly earlier: Phrases;
    readonly now: Phrases;
  };
  /** For a request for help. */
  readonly plea: {
    readonly urgent: Phrases;
    readonly patient: Phrases;
    /** What cannot wait, and what before or behind it says so. */
    readonly appointments: Phrases;
    readonly before: Phrases;
    readonly soon: Phrases;
    /** Near a number or an address: it is one to reach somebody by. */
    readonly reach: Phrases;
    readonly yesterday: Phrases;
    readonly twoDaysAgo: Phrases;
    /** What joins what happened to the wish for a person. */
    readonly joins: Phrases;
    readonly wishes: Phrases;
    /** Who is asked for, what sounds the same, and who can't be anything but a person. */
    readonly people: Phrases;
    readonly noPeople: Phrases;
    readonly human: Phrases;
  };
  /** Commands in few words. */
  readonly commands: Readonly<
    Record<
      | 'not-me'
      | 'confirm'
      | 'export'
      | 'erase'
      | 'privacy'
      | 'other-language'
      | 'cancel'
      | 'back'
      | 'skip'
      | 'help'
      | 'manage'
      | 'status'
      | 'register'
      | 'thanks'
      | 'greeting',
      Phrases
    >
  >;
  /** How answers are put. */
  readonly answers: {
    /** "The first one", in order; and the last. */
    readonly ordinals: Phrases;
    readonly last: Phrases;
    /** Before a command: "ok then". */
    readonly openings: Phrases;
    /** Before yes or no: "oh well". */
    readonly hesitations: Phrases;
    /** "Yes, but": what takes back a part. */
    readonly partly: Phrases;
    readonly instead: Phrases;
    readonly insteadOf: Phrases;
    /** "Not the phone", "anything but", between a beginning and an end that say nothing. */
    readonly rulesOut: Phrases;
    readonly rulesOutBefore: Phrases;
    readonly articles: Phrases;
    readonly rulesOutAfter: Phrases;
    /** Before what is taken: "I'll use my …"; after it: "… is fine"; and how somebody asks to be sent something: "ring me". */
    readonly takes: Phrases;
    readonly suits: Phrases;
    readonly toMe: Phrases;
    /** Around the name of a language that is asked for: "in … again, please". */
    readonly intoLanguage: Phrases;
    readonly kindly: Phrases;
    readonly onceMore: Phrases;
    /** After what is taken: "… one of those". */
    readonly suchOne: Phrases;
    /** Before one's own number or address: "my mobile is". */
    readonly own: Phrases;
    /** Before what is to be left out: "something without a phone", "I am not giving you my mobile". */
    readonly without: Phrases;
    /** A message that came: "I got a mail about this". */
    readonly received: Phrases;
    /** "By telephone". */
    readonly byMeans: Phrases;
    readonly contrasts: Phrases;
    /** Not these. */
    readonly others: Phrases;
    readonly denies: Phrases;
    /** Something works; and what takes that back, besides what denies. */
    readonly works: Phrases;
    /** "No need any more", which takes nothing back. */
    readonly needless: Phrases;
    readonly fails: Phrases;
    /** Of one value among several: it is right, or it is not; and what joins what is said of each. */
    readonly holds: Phrases;
    readonly holdsNot: Phrases;
    readonly joins: Phrases;
  };
}
