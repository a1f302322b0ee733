import { z } from 'zod';
import { methodNames } from '../domain/methods/method.ts';
import type { TicketLetter } from '../domain/outbox/ticket-letter.ts';
import type { HistoryEntry } from '../domain/tickets/history.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const sealed = { by: z.string(), name: z.string(), at: z.number(), hash: z.string() };
const words = z.string();

export const told = exactly<HistoryEntry>()(
  z.discriminatedUnion('act', [
    kept({ act: z.literal('raised'), ...sealed }),
    kept({ act: z.literal('joined'), words, ...sealed }),
    kept({ act: z.literal('claimed'), ...sealed }),
    kept({ act: z.literal('asked'), words, ...sealed }),
    kept({ act: z.literal('answered'), words, ...sealed }),
    kept({ act: z.literal('added'), words, ...sealed }),
    kept({ act: z.literal('noted'), words, ...sealed }),
    kept({ act: z.literal('check-begun'), check: z.string(), ...sealed }),
    kept({
      act: z.literal('check-ended'),
      check: z.string(),
      result: z.enum(['passed', 'failed', 'no-answer']),
      method: z.enum(methodNames).nullable(),
      ...sealed,
    }),
    kept({ act: z.literal('back-asked'), doubt: z.string(), words, ...sealed }),
    kept({ act: z.literal('brought-back'), doubt: z.string(), words, seconded: z.boolean(), ...sealed }),
    kept({ act: z.literal('go-asked'), doubt: z.string(), words, ...sealed }),
    kept({ act: z.literal('let-go'), doubt: z.string(), words, seconded: z.boolean(), ...sealed }),
    kept({ act: z.literal('resolved'), words, ...sealed }),
    kept({ act: z.literal('returned'), words, ...sealed }),
    kept({ act: z.literal('withdrawn'), ...sealed }),
    kept({ act: z.literal('works'), ...sealed }),
    kept({ act: z.literal('reopened'), words, ...sealed }),
    kept({ act: z.literal('said-again'), ...sealed }),
    kept({ act: z.literal('next-tier'), tier: z.number(), ...sealed }),
    kept({ act: z.literal('reminded'), ...sealed }),
    kept({ act: z.literal('asked-again'), ...sealed }),
  ]),
);

const state = {
  id: z.string(),
  due: z.number(),
  dies: z.number().nullable(),
  tries: z.array(kept({ at: z.number(), result: z.string().nullable() })),
  between: z.number().optional(),
};

export const ticketLetter = exactly<TicketLetter>()(
  z.discriminatedUnion('kind', [
    kept({ kind: z.literal('board'), ...state }),
    kept({ kind: z.literal('voice'), entry: z.number(), ...state }),
    kept({ kind: z.literal('mail'), entry: z.number(), to: z.string(), ...state }),
    kept({ kind: z.literal('chat'), ...state }),
    kept({ kind: z.literal('bring-back'), entry: z.number(), ...state }),
  ]),
);
