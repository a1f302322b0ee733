import type { SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
import type { TicketFacts } from '../../bot/domain/tickets/facts.ts';
import type { ContactDraft } from '../../cards/tickets/contact.ts';

/** Where asking for help begins: with the situation that was talked about, and words that were said already. */
export interface ContactPlace {
  readonly situation?: SituationNumber;
  /** It can't wait. */
  readonly urgent?: boolean;
  readonly draft?: ContactDraft;
  /** The request that is changed, as it was shown. */
  readonly changes?: { readonly ticket: string; readonly number: string; readonly seen: number };
  /** Enough was said: what is left is a look at all that is sent. */
  readonly told?: boolean;
}

/** Where it is looked through before it is sent. */
export interface ReviewPlace extends ContactPlace {
  readonly draft: ContactDraft;
  /** What was shown is what is sent. */
  readonly facts: TicketFacts;
  /** Sent twice, it counts once. */
  readonly request: string;
}
