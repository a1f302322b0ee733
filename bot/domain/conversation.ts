import { z } from 'zod';
import { type Stored, storedObject } from './stored-shape.ts';

/** Anything JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Why: they blocked the bot · the app is not installed for them · the bot is not in this chat any more. */
export const closedChats = ['blocked', 'not-installed', 'left'] as const;
export type ClosedChat = (typeof closedChats)[number];

/** Kept as it is: of the libraries' own making, for one, where looking through it would cost each turn and tell nothing. */
export const jsonSchema = z.custom<JsonValue>((value) => value !== undefined);

/**
 * Where one chat stands. Holds no counts, codes or registrations: those live in the person's record, so that losing this
 * one costs a greeting at most.
 */
export const conversationSchema = storedObject({
  /** Shape of `dialog`; a conversation of another version starts over politely. */
  version: z.number(),
  /** The dialog stack as the dialog library keeps it. */
  dialog: jsonSchema,
  /** Where to reach this chat outside a turn: service address, bot, user, tenant. */
  reference: jsonSchema,
  /** Language of the chat (`en`, `sv`), once known. */
  language: z.string().nullable(),
  /** IANA name of the person's time zone, once known. */
  timeZone: z.string().nullable(),
  /** The card that now waits for an answer, as the channel names it. */
  card: z.string().nullable(),
  /** How that card is headed: what becomes of it when it is left says so. Left out: nobody knows. */
  heading: z.string().optional(),
  /** What was handled lately: activity ids and fingerprints of content, oldest first. */
  seen: z.array(z.string()),
  /** Local mode only: the person this chat continues as. */
  playing: z.string().nullable(),
  /** Until when secrets are typed into the chat rather than into a window; null: in a window where there are some. */
  typesHereUntil: z.number().nullable().default(null),
  /** Nothing can be written here until the person does something; left out: nothing is known to stand in the way. */
  closed: z.enum(closedChats).optional(),
  at: z.number(),
  /** How often turns have written it; left out: never. Whoever has read another number comes too late. */
  turn: z.number().optional(),
});
export type Conversation = Stored<typeof conversationSchema>;

/** Which chat the bot came into for somebody, whether or not they ever did anything there. */
export const personalChatSchema = storedObject({ chat: z.string(), at: z.number() });
export type PersonalChat = Stored<typeof personalChatSchema>;
