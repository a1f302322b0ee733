import { z } from 'zod';
import { type Conversation, closedChats, type Json } from '../domain/conversation.ts';
import type { Definition } from '../domain/ports/store.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

/** Of the libraries' own making and kept as JSON: looking through it would cost each turn and tell nothing. */
const json = z.custom<Json>((value) => value !== undefined);

const schema = exactly<Conversation>()(
  kept({
    version: z.number(),
    dialog: json,
    reference: json,
    language: z.string().nullable(),
    timeZone: z.string().nullable(),
    card: z.string().nullable(),
    seen: z.array(z.string()),
    playing: z.string().nullable(),
    typesHereUntil: z.number().nullable().default(null),
    closed: z.enum(closedChats).optional(),
    at: z.number(),
  }),
);

/**
 * Known by its id only. Not worth an fsync each turn: it outlives the end of the process, but a power cut may take the last
 * seconds of it or damage the file, which costs a greeting.
 */
export const conversationDefinition: Definition<Conversation> = {
  parse: (value) => schema.parse(value),
  fields: [],
  index: () => ({}),
  durable: false,
};
