import type { EmployeeKey } from '../account/person.ts';
import type { Slot } from '../reset-service/slots.ts';

/**
 * - written: it stands there, or nothing does, as it was wanted: read back after writing.
 * - already-there: it was so before; nothing was written.
 * - not-listed: the reset service's report has no line of them yet, so nobody can tell what else is registered; nothing
 *   was written, and the report may take a day and a half. `after`, in milliseconds, when to look again.
 * - not-shown: something stands there that the employee has not shown to be theirs; it was left alone.
 * - administrator: they hold a directory role, or nobody can tell; the bot does not touch their methods.
 * - not-accepted: the directory does not take this value.
 * - not-permitted: the app may not do it, or is not let in.
 * - unknown-person: the directory has nobody of that id.
 * - not-sure: it was sent and may have been done, but what stands there could not be read or does not show it yet.
 * - try-later: nothing was written; `after`, in milliseconds, when the directory said how long to wait.
 */
export type WriteOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'already-there' }
  | { readonly kind: 'not-shown' }
  | { readonly kind: 'not-listed'; readonly after?: number }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'not-accepted' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-sure' }
  | { readonly kind: 'try-later'; readonly after?: number };

/** What an employee has shown to be theirs. */
export interface ShownValues {
  /** Every number and address; a number with an extension is `+46850512345x105`. Or what was put there for them. */
  readonly values: readonly string[];
  /** Where the bot itself wrote or removed something in the last days: reports may tell the state before. */
  readonly recent: readonly Slot[];
}

/**
 * Sets methods of the reset service for employees. The directory checks nothing: a number written there can be used at
 * once to reset a password, so whoever calls must have seen the employee prove it. Promises: never throws; writing the same
 * again is harmless; replaces and removes nothing but what the employee has shown; and where methods are registered already,
 * adds one only for who has shown one of those.
 */
export interface MethodWriter {
  /**
   * @param value E.164 for a number, a plain address for an e-mail; null: nothing of what they have shown is to stand there
   */
  set(
    employee: EmployeeKey,
    slot: Slot,
    value: string | null,
    shown: ShownValues,
    signal: AbortSignal,
  ): Promise<WriteOutcome>;
}
