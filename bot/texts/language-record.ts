import type { PredefinedQuestion } from '../domain/methods/questions/policy.ts';
import type { Texts } from './catalog.ts';
import type { inbox } from './en/inbox.ts';

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
  readonly 'method.change': Phrases;
  readonly 'method.remove': Phrases;
  readonly 'remove.yes': Phrases;
  readonly 'remove.keep': Phrases;
  readonly 'data.close': Phrases;
  /** All of it is to go. */
  readonly 'data.erase': Phrases;
  /** It takes long: about a request that was sent. */
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
