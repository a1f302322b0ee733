import { chained } from '../audit/trail.ts';
import type { MethodName } from '../methods/method.ts';
import type { Instant } from '../time.ts';

/** What came of asking whether a caller is who they say. */
export type CheckResult = 'passed' | 'failed' | 'no-answer';

/** What can be done to a ticket. */
export type TicketEvent =
  | { readonly act: 'raised' }
  /** The employee asked for the same again. */
  | { readonly act: 'joined'; readonly words: string }
  | { readonly act: 'claimed' }
  | { readonly act: 'asked'; readonly words: string }
  | { readonly act: 'answered'; readonly words: string }
  | { readonly act: 'added'; readonly words: string }
  /** A note among supporters. */
  | { readonly act: 'noted'; readonly words: string }
  | { readonly act: 'check-begun'; readonly check: string }
  | {
      readonly act: 'check-ended';
      readonly check: string;
      readonly result: CheckResult;
      readonly method: MethodName | null;
    }
  /** What is out of use should come back, for this reason: a second supporter has to say so too. */
  | { readonly act: 'back-asked'; readonly doubt: string; readonly words: string }
  /** It comes back: after a caller check, or `seconded` by this supporter. */
  | { readonly act: 'brought-back'; readonly doubt: string; readonly words: string; readonly seconded: boolean }
  /** The same two where it is let go instead. */
  | { readonly act: 'go-asked'; readonly doubt: string; readonly words: string }
  | { readonly act: 'let-go'; readonly doubt: string; readonly words: string; readonly seconded: boolean }
  | { readonly act: 'resolved'; readonly words: string }
  | { readonly act: 'returned'; readonly words: string }
  | { readonly act: 'withdrawn' }
  /** The employee says that it works now. */
  | { readonly act: 'works' }
  | { readonly act: 'reopened'; readonly words: string }
  /** Nobody claimed it in time: said again to whoever had it. */
  | { readonly act: 'said-again' }
  /** Nobody claimed it in time: said to the next tier too, counted from 0. */
  | { readonly act: 'next-tier'; readonly tier: number }
  /** Claimed, but nothing happens. */
  | { readonly act: 'reminded' }
  /** The employee owes an answer. */
  | { readonly act: 'asked-again' };

/**
 * One thing that was done to a ticket. `by`: `employee`, `bot` or the directory id of a supporter; `name`: the supporter's,
 * else empty. All fields are flat, so that a chain read back from JSON has the hash it was written with.
 */
export type TicketAct = TicketEvent & { readonly by: string; readonly name: string };

/** An act with its time. `hash` covers both and the hash before it, so a changed or missing one shows. */
export type HistoryEntry = TicketAct & { readonly at: Instant; readonly hash: string };

export function appendEntry(story: readonly HistoryEntry[], act: TicketAct, at: Instant): readonly HistoryEntry[] {
  return chained(story, act, at);
}

/** The words of an act that has some. */
export function wordsIn(act: TicketAct): string {
  return 'words' in act ? act.words : '';
}
