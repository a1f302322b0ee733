import type { EmployeeKey } from '../person.ts';

/** A place for one value in the reset service. Security questions and authenticator apps can't be written to it. */
export type Slot = 'mobile' | 'alternate' | 'email';

/** What stands in the reset service, in the form it has there; null: nothing. */
export type Standing = { readonly [S in Slot]: string | null };

/**
 * - written: it stands there, read back after writing.
 * - already-there: it stood there before; nothing was written.
 * - changed-meanwhile: something else stands there than when the employee began; it was left alone.
 * - administrator: they hold a directory role, or nobody can tell; the bot does not touch their methods.
 * - mobile-needed: an alternate number needs a mobile first.
 * - not-accepted: the directory does not take this value.
 * - not-permitted: the app may not do it, or is not let in.
 * - unknown-person: the directory has nobody of that id.
 * - not-sure: it was sent and may have been done, but what stands there could not be read or does not show it yet.
 * - try-later: nothing was written; `after`, in milliseconds, when the directory said how long to wait.
 */
export type WriteOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'already-there' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'mobile-needed' }
  | { readonly kind: 'not-accepted' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-sure' }
  | { readonly kind: 'try-later'; readonly after?: number };

export type StandingOutcome =
  | { readonly kind: 'standing'; readonly standing: Standing }
  | Extract<WriteOutcome, { kind: 'not-permitted' | 'unknown-person' | 'try-later' }>;

/**
 * Sets methods of the reset service for employees. The directory checks nothing: a number written there can be used at
 * once to reset a password, so whoever calls must have seen the employee prove it. Promises: never throws; writing the same
 * again is harmless; overwrites nothing but what stood there when the employee began.
 */
export interface MethodWriter {
  /** What stands there now, to be handed back when writing. */
  standing(employee: EmployeeKey, signal: AbortSignal): Promise<StandingOutcome>;
  /**
   * @param value E.164 for a number, a plain address for an e-mail
   * @param before what stood in this slot when the employee began
   */
  set(
    employee: EmployeeKey,
    slot: Slot,
    value: string,
    before: string | null,
    signal: AbortSignal,
  ): Promise<WriteOutcome>;
}
