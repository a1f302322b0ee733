import type { Instant } from './time.ts';

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Why: they blocked the bot · the app is not installed for them · the bot is not in this chat any more. */
export const closedChats = ['blocked', 'not-installed', 'left'] as const;
export type ClosedChat = (typeof closedChats)[number];

/**
 * Where one chat stands. Holds no counts, codes or registrations: those live in the person's record, so that losing this
 * one costs a greeting at most.
 */
export interface Conversation {
  /** Shape of `dialog`; a conversation of another version starts over politely. */
  readonly version: number;
  /** The dialog stack as the dialog library keeps it. */
  readonly dialog: Json;
  /** Where to reach this chat outside a turn: service address, bot, user, tenant. */
  readonly reference: Json;
  /** Language of the chat (`en`, `sv`), once known. */
  readonly language: string | null;
  /** IANA name of the person's time zone, once known. */
  readonly timeZone: string | null;
  /** The card that now waits for an answer, as the channel names it. */
  readonly card: string | null;
  /** What was handled lately: activity ids and fingerprints of content, oldest first. */
  readonly seen: readonly string[];
  /** Local mode only: the person this chat continues as. */
  readonly playing: string | null;
  /** Until when secrets are typed into the chat rather than into a window; null: in a window where there are some. */
  readonly typesHereUntil: Instant | null;
  /** Nothing can be written here until the person does something; left out: nothing is known to stand in the way. */
  readonly closed?: ClosedChat | undefined;
  readonly at: Instant;
}
