import { z } from 'zod';
import { methodNames } from '../domain/methods.ts';
import type { TicketLetter } from '../domain/ticket/letter.ts';
import type { Told } from '../domain/ticket/story.ts';
import { exactly } from './exactly.ts';

const sealed = { by: z.string(), name: z.string(), at: z.number(), hash: z.string() };
const words = z.string();

export const told = exactly<Told>()(
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('raised'), ...sealed }),
    z.strictObject({ act: z.literal('joined'), words, ...sealed }),
    z.strictObject({ act: z.literal('claimed'), ...sealed }),
    z.strictObject({ act: z.literal('asked'), words, ...sealed }),
    z.strictObject({ act: z.literal('answered'), words, ...sealed }),
    z.strictObject({ act: z.literal('added'), words, ...sealed }),
    z.strictObject({ act: z.literal('noted'), words, ...sealed }),
    z.strictObject({ act: z.literal('check-begun'), check: z.string(), ...sealed }),
    z.strictObject({
      act: z.literal('check-ended'),
      check: z.string(),
      result: z.enum(['passed', 'failed', 'no-answer']),
      method: z.enum(methodNames).nullable(),
      ...sealed,
    }),
    z.strictObject({ act: z.literal('back-asked'), doubt: z.string(), words, ...sealed }),
    z.strictObject({ act: z.literal('brought-back'), doubt: z.string(), words, seconded: z.boolean(), ...sealed }),
    z.strictObject({ act: z.literal('resolved'), words, ...sealed }),
    z.strictObject({ act: z.literal('returned'), words, ...sealed }),
    z.strictObject({ act: z.literal('withdrawn'), ...sealed }),
    z.strictObject({ act: z.literal('works'), ...sealed }),
    z.strictObject({ act: z.literal('reopened'), words, ...sealed }),
    z.strictObject({ act: z.literal('said-again'), ...sealed }),
    z.strictObject({ act: z.literal('next-tier'), tier: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('reminded'), ...sealed }),
    z.strictObject({ act: z.literal('asked-again'), ...sealed }),
  ]),
);

const state = {
  id: z.string(),
  due: z.number(),
  dies: z.number().nullable(),
  tries: z.array(z.strictObject({ at: z.number(), result: z.string().nullable() })),
};

export const ticketLetter = exactly<TicketLetter>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('board'), ...state }),
    z.strictObject({ kind: z.literal('voice'), entry: z.number(), ...state }),
    z.strictObject({ kind: z.literal('mail'), entry: z.number(), to: z.string(), ...state }),
    z.strictObject({ kind: z.literal('chat'), ...state }),
    z.strictObject({ kind: z.literal('bring-back'), entry: z.number(), ...state }),
  ]),
);
