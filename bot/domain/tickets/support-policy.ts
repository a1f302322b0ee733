import { defaultLanguage } from '../account/person.ts';

/** Who is told of tickets, and how long they may wait. */
export interface SupportPolicy {
  /** Mail addresses, tier by tier: the first has every ticket from the start, each next one what nobody took. */
  readonly tiers: readonly (readonly string[])[];
  /** Minutes until a ticket that nobody has taken is said again, and then carried one tier further. */
  readonly unclaimed: { readonly normal: number; readonly urgent: number };
  /** Minutes until whoever took a ticket is reminded that nothing happens. */
  readonly silent: { readonly normal: number; readonly urgent: number };
  /** Directory ids of supporters who are not in the support channel. */
  readonly supporters: readonly string[];
  /** Language of the channel and the mails (`en`, `sv`). */
  readonly language: string;
  /** IANA name of the supporters' time zone. */
  readonly timeZone: string;
}

export const defaultSupportPolicy: SupportPolicy = {
  tiers: [],
  unclaimed: { normal: 120, urgent: 15 },
  silent: { normal: 480, urgent: 60 },
  supporters: [],
  language: defaultLanguage,
  timeZone: 'UTC',
};
