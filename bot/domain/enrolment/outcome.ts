import type { AppSetup } from '../account/person.ts';
import type { MethodName } from '../methods/method.ts';
import type { FieldProblem } from '../methods/questions/check.ts';
import type { Instant } from '../time.ts';
import type { Challenge } from './challenge.ts';

/** Why nothing of somebody's may be changed now. */
export type Stopped =
  /** A change was disowned: nothing can be changed before `until`. */
  | { readonly kind: 'frozen'; readonly until: Instant }
  /** Somebody who has a proven method must show it first. */
  | { readonly kind: 'proof-needed' }
  /** The last method went lately, and nobody can tell whether that was them: nothing is set up before `until`. */
  | { readonly kind: 'no-method-left'; readonly until: Instant }
  /** Too many changes in the last days. */
  | { readonly kind: 'too-many-changes'; readonly until: Instant }
  /** What is left was taken out of use: only IT can bring it back. */
  | { readonly kind: 'it-brings-back' };

/** What asking for a code comes to. */
export type SendOutcome =
  /** A code is on its way, or looks so. `fresh` is false when it had been asked for before and nothing was sent again. */
  | { readonly kind: 'code-sent'; readonly challenge: Challenge; readonly fresh: boolean }
  /** Only just sent: the next one may be asked for at `until`. */
  | { readonly kind: 'too-soon'; readonly challenge: Challenge; readonly until: Instant }
  /** This employee has had as many codes for this address as it gets in a day. */
  | { readonly kind: 'address-resting'; readonly until: Instant }
  /** This employee has had as many codes as one gets in a day. */
  | { readonly kind: 'person-resting'; readonly until: Instant }
  /** The organisation's ceiling is reached, or a counter can't be read. */
  | { readonly kind: 'sending-paused' }
  | Stopped
  /** The policy does not offer this method or channel. */
  | { readonly kind: 'not-offered' }
  /** There is no such challenge any more. */
  | { readonly kind: 'challenge-gone' };

/** What removing a method comes to. */
export type RemoveOutcome =
  | { readonly kind: 'method-removed'; readonly method: MethodName }
  | { readonly kind: 'not-set-up' }
  | Stopped;

/** What "it was not me" comes to. */
export type DisownOutcome =
  /**
   * What was changed is out of use, nothing can be changed until `until`, and supporters are called. What was there before
   * comes back by a proof, or only by IT; or there was nothing before.
   */
  | {
      readonly kind: 'taken-out';
      readonly methods: readonly MethodName[];
      readonly until: Instant;
      readonly back: 'by-proof' | 'by-it' | 'nothing';
    }
  /** No such change, or too long ago: a person has to look at it. */
  | { readonly kind: 'change-unknown' };

/** What bringing back what was out of use comes to. */
export type BringBackOutcome =
  | { readonly kind: 'brought-back'; readonly methods: readonly MethodName[] }
  | { readonly kind: 'nothing-waits' }
  /** By a method that the changes in doubt left alone. */
  | { readonly kind: 'proof-needed' }
  /** There is no such method. */
  | { readonly kind: 'it-brings-back' };

/** What saying that methods are still right comes to. */
export type ConfirmOutcome =
  /** Asked again at `next`; null: never. */
  { readonly kind: 'methods-confirmed'; readonly next: Instant | null } | { readonly kind: 'nothing-to-confirm' };

/** What saying that a pre-filled value is wrong comes to. */
export interface DisputeOutcome {
  readonly kind: 'value-disputed';
}

/** What asking to be forgotten comes to. */
export type EraseOutcome =
  /** No method counts any more. What can still be disowned is kept until `until`; null: nothing is. */
  { readonly kind: 'erased'; readonly until: Instant | null } | Stopped;

/** What typing a code comes to. */
export type AnswerOutcome =
  | { readonly kind: 'method-proven'; readonly method: MethodName }
  | { readonly kind: 'identity-proven'; readonly method: MethodName }
  | { readonly kind: 'wrong-code'; readonly left: number }
  | { readonly kind: 'code-used-up' }
  | { readonly kind: 'code-too-old' }
  /** The code of a card that has been answered or replaced. */
  | { readonly kind: 'old-card' }
  | { readonly kind: 'not-a-code' };

/** What beginning to set an app up comes to. */
export type AppBeginOutcome =
  /** The one setup under way: the same again until it is over. */
  { readonly kind: 'app-setup'; readonly setup: AppSetup } | Stopped | { readonly kind: 'not-offered' };

/** What asking for the mail to keep comes to. Asked for twice within the hour, it is sent once. */
export type KeepOutcome = { readonly kind: 'keep-sent'; readonly to: string } | { readonly kind: 'keep-no-mailbox' };

/** What typing the code of an app comes to. */
export type AppCodeOutcome =
  | { readonly kind: 'method-proven'; readonly method: MethodName }
  | { readonly kind: 'identity-proven'; readonly method: MethodName }
  | { readonly kind: 'app-code-wrong'; readonly left: number }
  /** It was right, but it or a later one was accepted before: the next one is to be waited for. */
  | { readonly kind: 'app-code-used' }
  /** The setup is too old, or was tried too often: the next one has another secret. */
  | { readonly kind: 'app-setup-over' }
  /** Too many wrong codes: the app is not looked at again before `until`. */
  | { readonly kind: 'app-resting'; readonly until: Instant }
  | { readonly kind: 'old-card' }
  | { readonly kind: 'not-a-code' }
  | { readonly kind: 'not-set-up' }
  | Stopped
  | { readonly kind: 'not-offered' };

/** A question that is asked. `wording` is an own question's text as it was answered; null for a predefined one. */
export interface AskedQuestion {
  readonly question: string;
  readonly wording: string | null;
}

/** What saving a form of security questions comes to. */
export type QuestionsOutcome =
  | { readonly kind: 'method-proven'; readonly method: MethodName }
  /** Every field that has to be put right; nothing was kept. */
  | { readonly kind: 'answer-problems'; readonly problems: readonly FieldProblem[] }
  /** Too many people at once: nothing was looked at or counted. */
  | { readonly kind: 'answers-busy' }
  | Stopped
  | { readonly kind: 'not-offered' };

/** What asking for the questions to answer comes to. */
export type AskOutcome =
  /** The same questions until they are answered. */
  | { readonly kind: 'questions-asked'; readonly draw: string; readonly questions: readonly AskedQuestion[] }
  | { readonly kind: 'questions-resting'; readonly until: Instant }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'not-offered' };

/** What answering them comes to. */
export type AnswersOutcome =
  /** All are right, and nothing stronger is set up: this counts as a fresh proof. */
  | { readonly kind: 'identity-proven'; readonly method: MethodName }
  /** All are right, but there is something stronger to change methods with. */
  | { readonly kind: 'answers-right' }
  /** At least one is not right; nobody says which. */
  | { readonly kind: 'answers-wrong'; readonly left: number }
  /** A field was left empty: that is no try. */
  | { readonly kind: 'answers-missing' }
  | { readonly kind: 'answers-busy' }
  | { readonly kind: 'questions-resting'; readonly until: Instant }
  /** These questions are not asked any more. */
  | { readonly kind: 'questions-gone' }
  | { readonly kind: 'old-card' }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'not-offered' };
