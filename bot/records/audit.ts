import { z } from 'zod';
import type { AuditEntry } from '../domain/audit/trail.ts';
import { methodNames } from '../domain/methods/method.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';

const method = z.enum(methodNames);
const sealed = { at: z.number(), hash: z.string(), times: z.number().optional(), since: z.number().optional() };

export const auditEntry = exactly<AuditEntry>()(
  z.discriminatedUnion('act', [
    kept({ act: z.literal('names-seen'), count: z.number(), ...sealed }),
    kept({ act: z.literal('older-entries'), count: z.number(), last: z.string(), ...sealed }),
    kept({ act: z.literal('further-acts'), count: z.number(), ...sealed }),
    kept({ act: z.literal('answers-wrong'), tries: z.number(), ...sealed }),
    kept({ act: z.literal('methods-confirmed'), count: z.number(), ...sealed }),
    kept({ act: z.literal('prefilled-answered'), method, answer: z.string(), ...sealed }),
    kept({ act: z.literal('value-disputed'), method, ...sealed }),
    kept({ act: z.literal('reminded'), daysBefore: z.number(), ...sealed }),
    kept({ act: z.literal('reminder-snoozed'), ...sealed }),
    kept({ act: z.literal('sent-to-register'), ...sealed }),
    kept({ act: z.literal('code-sent'), method, channel: z.string(), send: z.number(), ...sealed }),
    kept({ act: z.literal('code-wrong'), method, tries: z.number(), ...sealed }),
    kept({ act: z.literal('delivery-refused'), method, channel: z.string(), ...sealed }),
    kept({ act: z.literal('not-arrived'), method, channel: z.string(), why: z.string(), ...sealed }),
    kept({ act: z.literal('identity-proven'), method, channel: z.string(), ...sealed }),
    kept({ act: z.literal('method-removed'), method, ...sealed }),
    kept({ act: z.literal('method-written'), method, ...sealed }),
    kept({ act: z.literal('method-not-written'), method, why: z.string(), ...sealed }),
    kept({ act: z.literal('change-disowned'), method, ...sealed }),
    kept({ act: z.literal('method-proven'), method, channel: z.string(), replaced: z.boolean(), ...sealed }),
    kept({ act: z.literal('taken-out'), method, ...sealed }),
    kept({ act: z.literal('brought-back'), method, by: z.string(), ...sealed }),
    kept({ act: z.literal('let-go'), method, by: z.string(), ...sealed }),
    kept({ act: z.literal('stop-ended'), by: z.string(), ...sealed }),
    kept({ act: z.literal('erased'), ...sealed }),
  ]),
);
