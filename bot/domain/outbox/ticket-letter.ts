import { z } from 'zod';
import { type Stored, storedKinds, storedObject } from '../stored-shape.ts';
import { type HistoryEntry, outside } from '../tickets/history.ts';
import { letterState } from './letter.ts';

/** What a letter says aloud in the channel, below the card. */
export const spokenOn = [
  'said-again',
  'next-tier',
  'reminded',
  'answered',
  'added',
  'edited',
  'joined',
  'reopened',
  'back-asked',
  'go-asked',
] as const;

/**
 * What follows from an act, to be sent surely. They never die with age, but what a ticket system does not take for a week.
 * board: the card in the support channel shows the present state · voice: a line below it, so that people look · mail: act
 * number `entry` told to one address · chat: the employee's card shows the present state ·
 * bring-back: by act number `entry`, what is out of use comes back into use, or is let go · system: act number `entry` is told to
 * the organisation's own ticket system.
 */
const letters = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('board'), ...letterState }),
  storedObject({ kind: z.literal('voice'), entry: z.number(), ...letterState }),
  storedObject({ kind: z.literal('mail'), entry: z.number(), to: z.string(), ...letterState }),
  storedObject({ kind: z.literal('chat'), ...letterState }),
  storedObject({ kind: z.literal('bring-back'), entry: z.number(), ...letterState }),
  storedObject({ kind: z.literal('system'), entry: z.number(), ...letterState }),
]);
/** As in people's records, what a newer program writes waits for it. */
export const { schema: ticketLetterSchema, knows: knowsTicketLetter } = storedKinds(letters, letterState);
export type TicketLetter = Stored<typeof ticketLetterSchema>;

/** Acts that IT hears of by mail. Notes and checks are for those who look at the card. */
export const mailedActs = [
  'raised',
  'joined',
  'claimed',
  'answered',
  'added',
  'edited',
  'back-asked',
  'brought-back',
  'go-asked',
  'let-go',
  'resolved',
  'returned',
  'withdrawn',
  'reopened',
  'said-again',
  'next-tier',
  'reminded',
] as const;

/** Acts that the organisation's own ticket system hears of, and what they are called there. */
export const systemEvents = {
  raised: 'created',
  joined: 'answered',
  claimed: 'claimed',
  answered: 'answered',
  added: 'answered',
  edited: 'answered',
  resolved: 'resolved',
  withdrawn: 'withdrawn',
  reopened: 'reopened',
} as const satisfies Partial<Record<HistoryEntry['act'], string>>;
export type SystemEvent = (typeof systemEvents)[keyof typeof systemEvents];

/** What the ticket system is told of an act; undefined: nothing. What came from there is not told back. */
export function systemEventOf({ act, by }: Pick<HistoryEntry, 'act' | 'by'>): SystemEvent | undefined {
  return by === outside ? undefined : (systemEvents as Partial<Record<HistoryEntry['act'], SystemEvent>>)[act];
}
