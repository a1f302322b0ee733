/** Who waits for the answer. People go first; what the bot does by itself has its share all the same. */
export type Urgency = 'person' | 'background';

/** A turn that was given. It has to be given back when the answer is here: only then others have surely counted the request. */
export interface BudgetSlot {
  done(): void;
}

/** How it looks for somebody who comes now: who stands before them, and about how many milliseconds it takes until their turn. */
export interface QueueStanding {
  readonly ahead: number;
  readonly wait: number;
}

/** So many requests in any so many milliseconds. */
export interface Quota {
  readonly most: number;
  readonly per: number;
  /** How many of them the bot may use by itself. As many as this are kept for it while people wait; at least one. */
  readonly background: number;
}

/**
 * How often something of others' may be asked, by all callers together. Promises: never more than may be in any span of
 * that length, however slow the answers are; within one urgency first come, first served; neither keeps the other out for
 * good. Whoever shares one budget between processes keeps the same promises in a place they share.
 */
export interface Budget {
  /** Waits for a turn; undefined: the signal aborted first. */
  enter(urgency: Urgency, signal: AbortSignal): Promise<BudgetSlot | undefined>;
  line(urgency: Urgency): QueueStanding;
  /** The other side says that it was too much: nobody goes for so many milliseconds. */
  hold(milliseconds: number): void;
}
