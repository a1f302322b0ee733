import { z } from 'zod';
import { defaultLanguage } from '../account/person.ts';
import { type Stored, storedObject } from '../stored-shape.ts';

const waits = storedObject({ normal: z.number(), urgent: z.number() });

/** Who is told of tickets, and how long they may wait. */
export const supportPolicySchema = storedObject({
  /** Mail addresses, tier by tier: the first has every ticket from the start, each next one what nobody took. */
  tiers: z.array(z.array(z.string())).default([]),
  /** Minutes until a ticket that nobody has taken is said again, and then carried one tier further. */
  unclaimed: waits.default({ normal: 120, urgent: 15 }),
  /** Minutes until whoever took a ticket is reminded that nothing happens. */
  silent: waits.default({ normal: 480, urgent: 60 }),
  /** Directory ids of supporters who are not in the support channel. */
  supporters: z.array(z.string()).default([]),
  /** Where the summary of each week goes: nowhere, into the support channel, to the first tier of mailboxes, or both. */
  summary: z.enum(['off', 'channel', 'mail', 'both']).default('off'),
  /** Language of the channel and the mails (`en`, `sv`). */
  language: z.string().default(defaultLanguage),
  /** IANA name of the supporters' time zone. */
  timeZone: z.string().default('UTC'),
});
export type SupportPolicy = Stored<typeof supportPolicySchema>;
