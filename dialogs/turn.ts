import type { TurnContext } from 'botbuilder';
import type { AccountFacts } from '../bot/domain/account/facts.ts';
import type { Person } from '../bot/domain/account/person.ts';
import type { CampaignAnswers } from '../bot/domain/campaigns/answers.ts';
import type { Facts } from '../bot/domain/diagnosis/facts.ts';
import type { Asker, Enrolment } from '../bot/domain/enrolment/enrolment.ts';
import type { Account, Readiness } from '../bot/domain/enrolment/readiness.ts';
import type { Reconfirmation } from '../bot/domain/enrolment/reconfirmation.ts';
import type { AppEnrolment } from '../bot/domain/methods/app-enrolment.ts';
import type { QuestionEnrolment } from '../bot/domain/methods/questions/enrolment.ts';
import type { Policy } from '../bot/domain/policy.ts';
import type { DirectoryEntry } from '../bot/domain/ports/directory.ts';
import { methodReadiness, type ObservedAccount, readinessAnywhere } from '../bot/domain/reset-service/readiness.ts';
import type { RegistrationWatch } from '../bot/domain/reset-service/watch.ts';
import type { Tickets } from '../bot/domain/tickets/tickets.ts';
import { type Instant, minute } from '../bot/domain/time.ts';
import type { Language } from '../bot/texts/languages.ts';
import type { Tell } from '../bot/texts/tell.ts';
import type { Heading } from '../bot/understanding/labels.ts';
import { countText, type ReadinessStanding } from '../cards/parts/readiness-words.ts';
import type { Card, Note } from '../cards/parts/render.ts';
import type { ContactPlace } from './tickets/contact-place.ts';

/** What the person did. */
export type Act =
  /** The bot came into this chat. */
  | { readonly kind: 'arrival' }
  /** `file`: a picture or a file came with it. */
  | { readonly kind: 'text'; readonly text: string; readonly file?: true }
  /** A button. `live`: of the card that waits for an answer, not of an older one. `data` is not checked yet. */
  | {
      readonly kind: 'verb';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly live: boolean;
      /** It was sent from a window, which may be older than the card under it. */
      readonly window?: true;
    };

/** What people can have done. */
export interface UseCases {
  readonly enrolment: Enrolment;
  readonly confirming: Reconfirmation;
  readonly apps: AppEnrolment;
  readonly questions: QuestionEnrolment;
  readonly tickets: Tickets;
  readonly watching: RegistrationWatch;
  readonly campaigns: CampaignAnswers;
}

/** One turn, as the dialogs see it. What they say and show goes out when the turn ends. */
export interface Turn extends UseCases {
  readonly act: Act;
  readonly now: Instant;
  readonly asker: Asker;
  readonly entry: DirectoryEntry;
  /** The part of the entry that readiness depends on. */
  readonly account: Account;
  readonly policy: Policy;
  /** Their record: as it was when the turn began, and from then on as the turn itself has changed it. */
  person(): Promise<Person>;
  /**
   * What the directory sees of the account now; asked at most once a turn. @param log with the log of resets, for whoever
   * asks about one: few questions may be put to it
   */
  observe(log?: 'log'): Promise<AccountFacts>;
  /** All that is known of why the reset of this person works or not. @param log as above */
  facts(log?: 'log'): Promise<Facts>;
  /** Whom to turn to where requests for help reach nobody; undefined: they reach somebody. */
  unheard(): Promise<Policy['contact'] | undefined>;
  /** Where the page to print opens, in the language of the chat; undefined: there is none. */
  readonly printPage: string | undefined;
  /** In the language of the chat as it is now. */
  readonly tell: Tell;
  speak(language: Language): void;
  /** What the next card says above its own words, once. */
  note: Note | undefined;
  /** What was typed into the card that is shown again, once: nothing typed is lost. */
  typed: Readonly<Record<string, string>>;
  /** A message of its own. */
  say(text: string): void;
  /** The client opens windows of its own: secrets are typed and shown there. */
  readonly windows: boolean;
  /** The person would rather type codes into the chat, today. */
  readonly typesHere: boolean;
  typeHere(): void;
  /** What the screen on show asks for or leads to. */
  expects: readonly Heading[] | undefined;
  /** The screen whose secrets stand in the chat since the person wanted it so, while it follows upon itself. */
  here: string | undefined;
  /** What the screen on show is about, for a request that is asked for there in words. */
  about: ContactPlace | undefined;
  /** A card of its own beside the conversation, whose buttons work whatever is talked about. @param answer which answer it is */
  explain(card: Card, answer?: string): void;
  /** The answer that stood beside this screen in the turn before; undefined: none did. */
  told: string | undefined;
  /** The one that this turn gives, by its name; `said`: in a sentence, of a request or of what the bot does. */
  tells: string | undefined;
  /** How often in a row the screen that was just answered could do nothing with what came, while it follows upon itself. */
  misses: { readonly screen: string; readonly times: number } | undefined;
  /** The card that waits for an answer from now on; the last one of a turn counts. @param form what its window shows */
  show(card: Card, form?: Card): void;
  /** What the clicked card becomes, when it is none that waits for an answer: it stays beside the conversation. */
  beside(card: Card): void;
  /** What the answered card becomes when the next one does not take its place. */
  retire(text: string): void;
  /** The button belongs to an old card: nothing was done. */
  stale(): void;
}

/** How ready the person in this turn is now, or would be. @param as they would be; as they are unless told */
export async function readinessOf(turn: Turn, as?: Person): Promise<Readiness> {
  const { policy, account, now } = turn;
  const person = as ?? (await turn.person());
  return readinessAnywhere({ person, policy, account, now }, () => observed(turn));
}

/** The same by their methods alone: what stops a reset besides is not looked at. */
export async function methodReadinessOf(turn: Turn): Promise<Readiness> {
  const { policy, account, now } = turn;
  return methodReadiness({ person: await turn.person(), policy, account, now }, () => observed(turn));
}

/** "1 of 2 methods ready". */
export async function progressOf(turn: Turn): Promise<string> {
  const { proven, required } = await methodReadinessOf(turn);
  return countText(turn.tell, proven.length, required);
}

async function observed(turn: Turn): Promise<ObservedAccount> {
  return { seen: await turn.observe(), facts: await turn.facts() };
}

/** The same, with what a sentence about it needs. */
export async function readinessStanding(turn: Turn): Promise<ReadinessStanding> {
  const { policy, account, now } = turn;
  return { readiness: await readinessOf(turn), policy, registration: account.registration ?? 'here', now };
}

/** A reset goes by Microsoft's page, not by what the bot keeps. */
export function resetsThere({ account }: Pick<Turn, 'account'>): boolean {
  return (account.registration ?? 'here') !== 'here';
}

const key = Symbol('turn');

export function attachTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(key, turn);
}

export function turnOf(context: TurnContext): Turn {
  const turn: Turn | undefined = context.turnState.get(key);
  if (!turn) throw new TypeError('no turn attached');
  return turn;
}

/** A wait that somebody should know the length of, ms. */
const long = minute / 2;

/**
 * What a card says above its words: what the turn has to say, or else that part of it is still being looked up, and where
 * in line that stands when it takes long.
 */
export async function lookingNote(turn: Turn, log?: 'log'): Promise<Note | undefined> {
  const { tell, note } = turn;
  const { looking } = await turn.observe(log);
  if (note || !looking) return note;
  const { ahead, wait } = looking;
  const text =
    wait < long ? tell('looking.now') : tell('looking.line', { count: ahead, minutes: Math.ceil(wait / minute) });
  return { text, tone: 'attention' };
}
