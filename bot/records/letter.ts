import { z } from 'zod';
import { addressMethodNames } from '../domain/methods/method.ts';
import type { Letter } from '../domain/outbox/letter.ts';
import { slotNames } from '../domain/reset-service/slots.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const state = {
  id: z.string(),
  due: z.number(),
  dies: z.number().nullable(),
  tries: z.array(kept({ at: z.number(), result: z.string().nullable() })),
  between: z.number().optional(),
};

const written = z.enum(addressMethodNames);

export const letter = exactly<Letter>()(
  z.discriminatedUnion('kind', [
    kept({ kind: z.literal('code'), challenge: z.string(), send: z.number(), ...state }),
    kept({ kind: z.literal('refresh'), ...state }),
    kept({
      kind: z.literal('notice'),
      change: z.string(),
      since: z.number().nullable().default(null),
      channel: z.enum(['text', 'call', 'email']),
      to: z.string(),
      ...state,
    }),
    kept({
      kind: z.literal('gone'),
      why: z.enum(['erased', 'disowned', 'stop-ended']),
      channel: z.enum(['text', 'call', 'email']),
      to: z.string(),
      language: z.string(),
      ...state,
    }),
    kept({ kind: z.literal('chat-notice'), change: z.string(), ...state }),
    kept({ kind: z.literal('trail'), forget: z.boolean(), ...state }),
    kept({ kind: z.literal('reminder'), ...state }),
    kept({
      kind: z.literal('reminder-mail'),
      about: z.enum(['methods', 'lapse']).default('methods'),
      to: z.string(),
      ...state,
    }),
    kept({ kind: z.literal('help'), request: z.string(), ...state }),
    kept({ kind: z.literal('write'), method: written, ...state }),
    kept({ kind: z.literal('write-told'), method: written, ...state }),
    kept({ kind: z.literal('watch'), ...state }),
    kept({ kind: z.literal('registered-told'), methods: z.array(z.enum(slotNames)), ...state }),
    kept({ kind: z.literal('forget'), ...state }),
  ]),
);
