import type { AddressMethodName, MethodName } from '../bot/domain/methods/method.ts';
import type { Guess } from '../bot/understanding/understand.ts';
import type { WhyOptions } from './diagnosis/why-failed.ts';
import type { Given } from './enrolment/given.ts';
import type { ContactPlace } from './tickets/contact-place.ts';

/** Flows that can be asked for from anywhere. */
export type Elsewhere =
  | 'register'
  | 'manage-methods'
  | 'export'
  | 'erase-all'
  | 'not-me'
  | 'bring-back'
  | 'look-through'
  | 'contact-person'
  | 'tell-it'
  | 'caller-check'
  | 'rehearse'
  | 'keep-for-the-day'
  | 'why-failed';

/** What a sentence that was not understood may have meant, likeliest first. */
export interface GuessPlace {
  readonly guesses: readonly Guess[];
  /** What was said: a person is told, if one is asked for. */
  readonly said: string;
}

/** The question of one supporter on one request. A proof answers this one, and no other that is asked as well. */
export interface CheckAsked {
  readonly ticket: string;
  readonly check: string;
}

/** Where to go instead. */
export type Destination = {
  readonly go: Elsewhere;
  readonly why?: WhyOptions;
  readonly check?: CheckAsked;
  /** The change that was not theirs. */
  readonly change?: string;
  readonly given?: readonly Given[];
  readonly plea?: ContactPlace;
  /** The method to take away, where it was named. */
  readonly remove?: MethodName;
  /** What is on file and was said to be theirs: its code is sent at once. */
  readonly onFile?: AddressMethodName;
};

/**
 * What follows: the same screen again · the same, since it could do nothing with what came · the one before · what the flow lies over, or the first one · the first one · another
 * flow · a question back · nothing at all.
 */
export type Next =
  | 'same'
  | 'not-understood'
  | 'back'
  | 'give-up'
  | 'home'
  | 'stay-silent'
  | Destination
  | { readonly ask: GuessPlace };
