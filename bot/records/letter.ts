import { z } from 'zod';
import type { Letter } from '../domain/letter.ts';
import { slotNames } from '../domain/reset-service.ts';
import { exactly } from './exactly.ts';

const state = {
  id: z.string(),
  due: z.number(),
  dies: z.number().nullable(),
  tries: z.array(z.strictObject({ at: z.number(), result: z.string().nullable() })),
};

const written = z.enum(['authentication-phone', 'authentication-email']);

export const letter = exactly<Letter>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('code'), challenge: z.string(), send: z.number(), ...state }),
    z.strictObject({ kind: z.literal('refresh'), ...state }),
    z.strictObject({
      kind: z.literal('notice'),
      change: z.string(),
      channel: z.enum(['text', 'call', 'email']),
      to: z.string(),
      ...state,
    }),
    z.strictObject({
      kind: z.literal('gone'),
      why: z.enum(['erased', 'disowned']),
      channel: z.enum(['text', 'call', 'email']),
      to: z.string(),
      language: z.string(),
      ...state,
    }),
    z.strictObject({ kind: z.literal('chat-notice'), change: z.string(), ...state }),
    z.strictObject({ kind: z.literal('forget'), ...state }),
    z.strictObject({ kind: z.literal('reminder'), ...state }),
    z.strictObject({ kind: z.literal('reminder-mail'), to: z.string(), ...state }),
    z.strictObject({ kind: z.literal('help'), request: z.string(), ...state }),
    z.strictObject({ kind: z.literal('write'), method: written, ...state }),
    z.strictObject({ kind: z.literal('write-told'), method: written, ...state }),
    z.strictObject({ kind: z.literal('watch'), ...state }),
    z.strictObject({ kind: z.literal('registered-told'), methods: z.array(z.enum(slotNames)), ...state }),
  ]),
);
