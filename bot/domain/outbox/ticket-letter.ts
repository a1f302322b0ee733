import type { LetterState } from './letter.ts';

/** What a letter says aloud in the channel, below the card. */
export const spokenOn = [
  'said-again',
  'next-tier',
  'reminded',
  'answered',
  'added',
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
export type TicketLetter = LetterState &
  (
    | { readonly kind: 'board' }
    | { readonly kind: 'voice'; readonly entry: number }
    | { readonly kind: 'mail'; readonly entry: number; readonly to: string }
    | { readonly kind: 'chat' }
    | { readonly kind: 'bring-back'; readonly entry: number }
  );

/** Acts that IT hears of by mail. Notes and checks are for those who look at the card. */
export const mailedActs = [
  'raised',
  'joined',
  'claimed',
  'answered',
  'added',
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
