import { z } from 'zod';
import { addressMethodNames, purposes } from '../methods/method.ts';
import { journeys, notArrivedReasons } from '../outbox/delivery-status.ts';
import { type Channel, channelNames } from '../ports/delivery.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { ahead, type Instant, minute } from '../time.ts';
import { resendAfter, triesPerCode } from './rate-limit.ts';

/** How long a code can be used after it was asked for. */
export const codeLife = 5 * minute;

/** One proof in progress. The code itself is nowhere: it is derived from these fields and a key when needed. */
export const challengeSchema = storedObject({
  /** 128 random bits, hexadecimal. */
  id: z.string(),
  purpose: z.enum(purposes),
  method: z.enum(addressMethodNames),
  channel: z.enum(channelNames),
  address: z.string(),
  /** ISO 3166-1 alpha-2 of a number, where it tells one. */
  country: z.string().nullable(),
  /** Version of the key the code is derived with. */
  keyVersion: z.number(),
  /** Number of the newest code, from 1. Older ones are dead. */
  send: z.number(),
  sentAt: z.number(),
  /** Wrong guesses at the newest code, as keyed fingerprints: the same wrong guess again costs nothing. */
  wrong: z.array(z.string()),
  /** The letter that carries the newest code, by which reports of its way find it; null when none was written. */
  letter: z.string().nullable().default(null),
  delivery: z.enum(journeys),
  /** Known only while `delivery` is `not-arrived`. */
  notArrived: z.enum(notArrivedReasons).nullable().default(null),
  /** Nothing is sent and no code is right, though it looks the same from outside: see "no oracle". */
  silent: z.boolean(),
});
export interface Challenge extends Stored<typeof challengeSchema> {}

export function diesAt(challenge: Challenge): Instant {
  return challenge.sentAt + codeLife;
}

export function triesLeft(challenge: Challenge): number {
  return triesPerCode - challenge.wrong.length;
}

/** Whether the newest code is too old. */
export function codeExpired(challenge: Challenge, now: Instant): boolean {
  return now >= diesAt(challenge) || ahead(challenge.sentAt, now);
}

/** Whether the newest code can still be used. */
export function codeUsable(challenge: Challenge, now: Instant): boolean {
  return !codeExpired(challenge, now) && triesLeft(challenge) > 0;
}

/** When the next code may be asked for. A clock set back must not keep anybody waiting longer than the rule. */
export function resendAt(challenge: Challenge, now: Instant): Instant {
  return now < challenge.sentAt ? now : challenge.sentAt + resendAfter;
}

/** The challenge with its next code. */
export function withNextCode(challenge: Challenge, channel: Channel, keyVersion: number, now: Instant): Challenge {
  const fresh = { wrong: [], letter: null, delivery: 'waiting', notArrived: null } as const;
  return { ...challenge, channel, keyVersion, send: challenge.send + 1, sentAt: now, ...fresh };
}

/** How many ended proofs are remembered, to tell one's own old card from a foreign one. */
const remembered = 20;

/** The ids of somebody's last proofs with one more. */
export function withEnded({ ended }: { readonly ended: readonly string[] }, id: string): readonly string[] {
  return [...ended, id].slice(-remembered);
}
