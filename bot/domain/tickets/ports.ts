import { z } from 'zod';
import type { EmployeeKey } from '../account/person.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import type { SupportPolicy } from './support-policy.ts';
import type { MessagePlace, Ticket } from './ticket.ts';

/** The channel in which a tenant's supporters see its tickets. */
export const supportChannelSchema = storedObject({
  /** `19:…@thread.tacv2`, without the message. */
  channel: z.string(),
  /** The team's own conversation: where it is left, the channel is. */
  team: z.string(),
  serviceUrl: z.string(),
  tenantId: z.string(),
  setAt: z.number(),
  /** Directory id of the supporter who chose it; null: it was configured. */
  setBy: z.string().nullable(),
  /** The bot is no longer there: tickets go by mail only. */
  lost: z.boolean(),
});
export type SupportChannel = Stored<typeof supportChannelSchema>;

/** Whether somebody is a supporter right now; unsure: the directory could not be asked in time, so they may do nothing. */
export type SupporterStanding = 'supporter' | 'nobody' | 'unsure';

/**
 * What came of showing a card. gone: it was deleted · unsure: it may have been posted, nobody knows where · unreachable: there is
 * no channel or chat to show it in.
 */
export type Showing =
  | { readonly kind: 'shown'; readonly place: MessagePlace }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'retry'; readonly after?: number };

/** The support channel of a ticket's tenant, and the chats of employees. Promises: never throws, ends in time. */
export interface TicketBoards {
  /** Puts the ticket's card into the support channel, or brings the one there up to date. */
  board(ticket: Ticket): Promise<Showing>;
  /** Says below the card what act number `entry` was about. */
  voice(ticket: Ticket, entry: number): Promise<Showing>;
  /** The same for the card in the employee's chat. */
  chat(ticket: Ticket): Promise<Showing>;
}

/** Puts a card that is no ticket's into the support channel of a tenant. Promises what the boards do. */
export type PostSummary = (tenantId: string, card: object) => Promise<Showing>;

/** Who may act on tickets. Asked at every act. @param member what the channel calls them, where it is known */
export type AskStanding = (employee: EmployeeKey, member?: string) => Promise<SupporterStanding>;

/**
 * Whether anybody sees the requests of a tenant: in a support channel the bot is in, or in a mailbox that mails are sent to.
 * @param support of the asker's own policy; left out: everybody's
 */
export type ReachesSupport = (tenantId: string, support?: Pick<SupportPolicy, 'tiers'>) => Promise<boolean>;
