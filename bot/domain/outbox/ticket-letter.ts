import { z } from 'zod';
import { type Stored, storedKinds, storedObject } from '../stored-shape.ts';
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
 * What follows from an act, to be sent surely. They never die with age.
 * board: the card in the support channel shows the present state · voice: a line below it, so that people look · mail: act
 * number `entry` told to one address · chat: the employee's card shows the present state ·
 * bring-back: by act number `entry`, what is out of use comes back into use, or is let go.
 */
const letters = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('board'), ...letterState }),
  storedObject({ kind: z.literal('voice'), entry: z.number(), ...letterState }),
  storedObject({ kind: z.literal('mail'), entry: z.number(), to: z.string(), ...letterState }),
  storedObject({ kind: z.literal('chat'), ...letterState }),
  storedObject({ kind: z.literal('bring-back'), entry: z.number(), ...letterState }),
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
