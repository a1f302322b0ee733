import type { SituationNumber } from '../bot/domain/diagnosis/situation-ids.ts';
import type { Guess } from '../bot/understanding/understand.ts';
import type { Statement } from './diagnosis/statement.ts';

/** What "why did my reset fail?" begins with: what was said already, or what may have been meant. */
export interface WhyOptions {
  readonly said?: Statement | undefined;
  readonly picked?: SituationNumber | undefined;
}

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
  | 'caller-check'
  | 'rehearse'
  | 'why-failed';

/** What a sentence that was not understood may have meant, likeliest first. */
export interface GuessPlace {
  readonly guesses: readonly Guess[];
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
};
