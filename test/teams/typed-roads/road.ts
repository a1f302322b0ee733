import type { MethodName } from '../../../bot/domain/methods/method.ts';
import type { Channel } from '../../../bot/domain/ports/delivery.ts';
import type { TicketState } from '../../../bot/domain/tickets/ticket.ts';
import type { TextKey } from '../../../bot/texts/catalog.ts';
import type { ScreenName } from '../../support/screens.ts';

/**
 * A conversation in words alone: who says what, and what must then be seen. Sentences are named by the keys of the texts and
 * screens by their names, so that wording may change. Roads were written before the code that walks them; afterwards only what is
 * wrong in them changes, each listed here: where requests reach nobody, who says that the desk phone is another is told that
 * (2 roads); a desk phone that was filled in is called when its owner says so (2 roads). In a hurry: what was told and can't be seen
 * is explained beside what is seen (2 roads). At length: a desk phone is nobody's own number (2 roads); a number that is changed
 * has its own heading (2 roads); somebody else's number is not ours at all (2 roads); a phone that is not there is not rung (1 road);
 * how a browser is set nobody here knows (1 road). In between: what stands on the first page already is not new there (1 road).
 * Fifth: where requests reach nobody, one is kept (4 roads), and who says that the desk phone is another is told that (2 roads); a
 * number with the same last digits is no new sentence, nor is a second call (4 roads); half a year later somebody shows first that
 * it is them (2 roads). At work: a number in place of another may be read back before a code goes to it, or not (1 road); what is kept
 * about somebody is shown to whom has just shown who they are (1 road); the first page lists the methods, too (1 road); an address
 * that is changed has its own heading (1 road); the list of what the bot can do, and the question what was seen, are no answers to
 * a question about what was just said (4 roads); who asked for a person once need not ask twice (1 road).
 * Of many trades: where the language changes, that is said in the new one (2 roads); an address that is told is hidden again once its
 * code is sent (1 road); what was told and can't be seen is explained beside what is seen (1 road); who is asked whether they call
 * shows it by a method set up before (1 road); the list of what the bot can do, the question what was seen, and the cause of
 * something else are no answers (5 roads). At the desk: what a thing means is said of what stands on the card (2 roads); what is to go may be asked about at once (1 road).
 * Of a museum and a court: where the language changes, what follows is said in the new one (1 road); another number to be reached at
 * than one's own is seen in the request (2 roads).
 *
 * In what is typed and shown, these stand for what the person has: `{number}` as people in Sweden type it, `{spaced}`,
 * `{international}`, `{bracketed}` and `{arabic}` (digits) the same spelled otherwise, `{tail}` its last two digits; `{other}`,
 * `{otherTail}`: another number; `{address}`, `{otherAddress}`: mailboxes; `{code}`: the newest one sent, `{codeSpaced}` and
 * `{codePersian}` (digits) the same spelled otherwise, `{wrong}` and `{otherWrong}`: others; `{appCode}`: what the app shows;
 * `{ticket}`: the number of their request; `{quote}`: the mark that a client puts before the reply to a message.
 */
export interface Road {
  readonly name: string;
  readonly begins: ScreenName | 'nothing' | RequestState;
  readonly steps: readonly Step[];
  readonly ends: End;
}

/**
 * Home (nothing: a chat nobody wrote in yet), with a request that waits · that IT support asked something about · that it says is
 * solved · whose caller it asked the bot to check.
 */
export type RequestState = 'a request' | 'a question' | 'a solution' | 'a caller check';

export interface Step {
  /** The message; a picture: one without words. */
  readonly types: string | { readonly picture: true };
  /** Nobody needs to type this where that screen is on show already. */
  readonly unless?: ScreenName;
  /** Seconds that pass before. */
  readonly waits?: number;
  /** The newest screen afterwards is this, or one of these. What is meant: being asked back is right here, and nowhere else. */
  readonly screen?: ScreenName | readonly ScreenName[];
  /** One of these sentences is new in the chat. */
  readonly says?: TextKey | readonly TextKey[];
  /** All of these are in what is new in the chat; a string as it stands. */
  readonly shows?: readonly (RegExp | string)[];
  /** None of these sentences is new in the chat. */
  readonly never?: readonly TextKey[];
  /** A button or sentence leads to a person. */
  readonly person?: 'offered';
  /** How a code went out to the person's number or mailbox. */
  readonly sent?: Channel | 'nothing';
  /** To another of theirs. */
  readonly to?: 'other' | 'otherAddress';
}

/** What is so when all was said. */
export interface End {
  /** Exactly these count. */
  readonly proven?: readonly MethodName[];
  /** The number or address that counts for it. */
  readonly with?: '{number}' | '{other}' | '{address}' | '{otherAddress}';
  /** Null: nobody was asked for help. */
  readonly request?: {
    readonly state?: TicketState;
    /** In what was said, first or later. */
    readonly said?: RegExp;
    readonly reach?: string;
    readonly urgent?: boolean;
  } | null;
}
