import type { Challenge } from './challenge.ts';
import type { Instant } from './instant.ts';
import type { MethodName } from './methods.ts';

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
  /** Somebody who has a proven method must show it first. */
  | { readonly kind: 'proof-needed' }
  /** A change was disowned: nothing can be changed before `until`. */
  | { readonly kind: 'frozen'; readonly until: Instant }
  /** The policy does not offer this method or channel. */
  | { readonly kind: 'not-offered' }
  /** There is no such challenge any more. */
  | { readonly kind: 'challenge-gone' };

/** What removing a method comes to. */
export type RemoveOutcome =
  | { readonly kind: 'method-removed'; readonly method: MethodName }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'proof-needed' }
  | { readonly kind: 'frozen'; readonly until: Instant };

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
  | { readonly kind: 'erased' }
  | { readonly kind: 'proof-needed' }
  | { readonly kind: 'frozen'; readonly until: Instant };

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
