import type { AddressMethodName, Purpose } from '../methods/method.ts';
import type { Journey, NotArrived } from '../outbox/delivery-status.ts';
import type { Channel } from '../ports/delivery.ts';
import { ahead, type Instant, minute } from '../time.ts';
import { resendAfter, triesPerCode } from './rate-limit.ts';

/** How long a code can be used after it was asked for. */
export const codeLife = 5 * minute;

/** One proof in progress. The code itself is nowhere: it is derived from these fields and a key when needed. */
export interface Challenge {
  /** 128 random bits, hexadecimal. */
  readonly id: string;
  readonly purpose: Purpose;
  readonly method: AddressMethodName;
  readonly channel: Channel;
  readonly address: string;
  /** ISO 3166-1 alpha-2 of a number, where it tells one. */
  readonly country: string | null;
  /** Version of the key the code is derived with. */
  readonly keyVersion: number;
  /** Number of the newest code, from 1. Older ones are dead. */
  readonly send: number;
  readonly sentAt: Instant;
  /** Wrong guesses at the newest code, as keyed fingerprints: the same wrong guess again costs nothing. */
  readonly wrong: readonly string[];
  /** The letter that carries the newest code, by which reports of its way find it; null when none was written. */
  readonly letter: string | null;
  readonly delivery: Journey;
  /** Known only while `delivery` is `not-arrived`. */
  readonly notArrived: NotArrived | null;
  /** Nothing is sent and no code is right, though it looks the same from outside: see "no oracle". */
  readonly silent: boolean;
}

export function diesAt(challenge: Challenge): Instant {
  return challenge.sentAt + codeLife;
}

export function triesLeft(challenge: Challenge): number {
  return triesPerCode - challenge.wrong.length;
}

/** Whether the newest code is too old. */
export function tooOld(challenge: Challenge, now: Instant): boolean {
  return now >= diesAt(challenge) || ahead(challenge.sentAt, now);
}

/** Whether the newest code can still be used. */
export function alive(challenge: Challenge, now: Instant): boolean {
  return !tooOld(challenge, now) && triesLeft(challenge) > 0;
}

/** When the next code may be asked for. A clock set back must not keep anybody waiting longer than the rule. */
export function resendAt(challenge: Challenge, now: Instant): Instant {
  return now < challenge.sentAt ? now : challenge.sentAt + resendAfter;
}

/** The challenge with its next code. */
export function sentAgain(challenge: Challenge, channel: Channel, keyVersion: number, now: Instant): Challenge {
  const fresh = { wrong: [], letter: null, delivery: 'waiting', notArrived: null } as const;
  return { ...challenge, channel, keyVersion, send: challenge.send + 1, sentAt: now, ...fresh };
}
