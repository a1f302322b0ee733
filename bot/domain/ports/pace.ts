import type { BudgetSlot, Urgency } from './budget.ts';

/** The line is longer than anybody should wait in it. */
export class TooFast extends Error {
  /** When to come back, ms from now. */
  readonly after: number;

  constructor(after: number) {
    super('Teams takes no more for now');
    this.name = 'TooFast';
    this.after = after;
  }
}

/** How often Teams may be written to outside the turns of people. What answers a person is not counted. */
export interface Pace {
  /**
   * A turn in a conversation, soon; to be given back when it is over. Throws TooFast.
   * @param conversation the id by which Teams knows it; all threads of a channel are one
   */
  enter(conversation: string, urgency: Urgency): Promise<BudgetSlot>;
}
