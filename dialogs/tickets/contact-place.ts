import type { SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
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
