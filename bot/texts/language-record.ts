import type { PredefinedQuestion } from '../domain/methods/questions/policy.ts';
import type { Texts } from './catalog.ts';
import type { inbox } from './en/inbox.ts';
import type { HeardPhrases } from './heard-phrases.ts';

export type QuestionTexts = Readonly<Record<PredefinedQuestion, string>>;

type Phrases = readonly string[];

/**
 * What people may type where a card shows buttons, by what it then does. A phrase stands at the start; `… ` in front of it lets
 * it stand anywhere, `…` within it lets other words come between, and `*` at its end lets the word go on (`byt*`: byta, bytt).
 * In lower case without accents, as what is typed is compared.
 */
export interface TypedWords {
  /** An answer to whatever was asked, before what else is said. */
  readonly yes: Phrases;
  readonly no: Phrases;
  /** The same as yes where little else is said: "ok so what happens then" is none. */
  readonly assent: Phrases;
  /** The reason is wanted of what was refused; counts in a few words. */
  readonly why: Phrases;
  /** Not now: of a step that is asked about. */
  readonly 'step.later': Phrases;
  /** That was all, on the copy to keep. */
  readonly 'keep.done': Phrases;
  readonly 'method.change': Phrases;
  readonly 'method.remove': Phrases;
  readonly 'remove.yes': Phrases;
  readonly 'remove.keep': Phrases;
  readonly 'data.close': Phrases;
  /** All of it is to go. */
  readonly 'data.erase': Phrases;
  /** It takes long: about a request that was sent. */
  readonly 'ticket.where': Phrases;
  readonly 'ticket.waiting': Phrases;
  /** No method now. */
  readonly 'choose.later': Phrases;
  readonly 'rehearsal.done': Phrases;
  readonly 'review.send': Phrases;
  readonly 'review.change': Phrases;
  /** It has not come; counts in a few words. */
  readonly 'code.nothing': Phrases;
  readonly 'code.resend': Phrases;
  readonly 'code.change': Phrases;
  readonly 'confirm.allRight': Phrases;
  readonly 'office.wrong': Phrases;
  readonly 'finish.done': Phrases;
  readonly 'finish.more': Phrases;
  readonly 'there.look': Phrases;
  readonly 'campaign.go': Phrases;
  readonly 'campaign.later': Phrases;
  readonly 'campaign.tomorrow': Phrases;
  readonly 'campaign.week': Phrases;
  readonly 'campaign.never': Phrases;
  readonly 'app.other': Phrases;
  /** It was I who changed it. */
  readonly 'notMe.mine': Phrases;
  /** In the support team: the whole message. */
  readonly 'channel.use': Phrases;
}

/** What people say in it, for whatever reads a sentence; examples of whole ones stand beside it in `examples.txt`. */
export interface HeardWords {
  /** Pages say "you" and "we"; who speaks of a page says these. With their accents. */
  readonly ownVoice: readonly string[];
  /** What is spoken of, by the folded stems that name it, between spaces; `=word` for that word alone. The same names in each language. */
  readonly stems: Readonly<Record<string, string>>;
  /** Spoken and short forms, folded, and the words they stand for. */
  readonly spokenForms: Readonly<Record<string, string>>;
  /** Words everybody uses that the examples may lack, in lines of words: none of them is a slip of another. */
  readonly common: readonly string[];
  /** Words that deny what stands near behind them, between spaces. */
  readonly negations: string;
  /** What people and numbers of a country are called, besides its name; by ISO 3166-1 alpha-2, between spaces. */
  readonly countries: Readonly<Record<string, string>>;
  /** Parts of regular expressions: what makes a bare number the code of a page, of a log, of the reset page. In lower case. */
  readonly codes: {
    readonly code: readonly string[];
    readonly log: readonly string[];
    readonly reset: readonly string[];
  };
  /** What a password is called, what joins it to the word itself, and what says that the word is one. */
  readonly password: {
    readonly named: readonly string[];
    readonly is: readonly string[];
    readonly spelled: readonly string[];
  };
}

/** All that the bot knows of a language. What is missing does not compile; what is wrong a test names. */
export interface LanguageRecord<Tag extends string = string> {
  /** ISO 639-1, as Teams and the directory begin their tags. */
  readonly tag: Tag;
  /** BCP 47: how dates and numbers are written, and what the voice of a call speaks. */
  readonly region: string;
  /** What it calls itself, as a button says it. */
  readonly ownName: string;
  /** What the button that changes to it says. */
  readonly switchTo: string;
  /** An Amazon Polly voice that speaks `region`. Source: twilio.com/docs/voice/twiml/say/text-speech. */
  readonly voice: string;
  /** What Microsoft's reset page takes as `mkt`. */
  readonly microsoft: string;
  /** A time that is not today; takes `{day}` and `{clock}`. */
  readonly otherDay: string;
  /** What people call the language, in lower case without accents. */
  readonly names: readonly string[];
  /** What people type in place of a button. */
  readonly typed: TypedWords;
  readonly heard: HeardWords;
  readonly phrases: HeardPhrases;
  readonly texts: Texts;
  /** The predefined security questions: the same has to be answerable in every language. */
  readonly questions: QuestionTexts;
  /** Words of answers to such questions, in lines of words. */
  readonly answers: {
    /** What a stranger would try first; single words and, squeezed, whole phrases. */
    readonly easy: readonly string[];
    /** Small words that make no answer of others: "my password". */
    readonly small: readonly string[];
  };
  /** The inbox page of local mode. */
  readonly inbox: Readonly<Record<keyof typeof inbox, string>>;
  /** The app package's own words, by their place in the manifest; null for the language of `manifest.json` itself. */
  readonly appPackage: Readonly<Record<string, string>> | null;
}
