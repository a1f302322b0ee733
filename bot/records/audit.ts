import { z } from 'zod';
import type { AuditEntry } from '../domain/audit.ts';
import { methodNames } from '../domain/methods.ts';
import { exactly } from './exactly.ts';

const method = z.enum(methodNames);
const sealed = { at: z.number(), hash: z.string() };

export const auditEntry = exactly<AuditEntry>()(
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('names-seen'), count: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('older-entries'), count: z.number(), last: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('answers-wrong'), tries: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('methods-confirmed'), count: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('prefilled-answered'), method, answer: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('value-disputed'), method, ...sealed }),
    z.strictObject({ act: z.literal('reminded'), daysBefore: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('reminder-snoozed'), ...sealed }),
    z.strictObject({ act: z.literal('sent-to-register'), ...sealed }),
    z.strictObject({ act: z.literal('code-sent'), method, channel: z.string(), send: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('code-wrong'), method, tries: z.number(), ...sealed }),
    z.strictObject({ act: z.literal('delivery-refused'), method, channel: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('not-arrived'), method, channel: z.string(), why: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('identity-proven'), method, channel: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('method-removed'), method, ...sealed }),
    z.strictObject({ act: z.literal('method-written'), method, ...sealed }),
    z.strictObject({ act: z.literal('method-not-written'), method, why: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('change-disowned'), method, ...sealed }),
    z.strictObject({ act: z.literal('taken-out'), method, ...sealed }),
    z.strictObject({ act: z.literal('brought-back'), method, by: z.string(), ...sealed }),
    z.strictObject({ act: z.literal('erased'), ...sealed }),
    z.strictObject({ act: z.literal('method-proven'), method, channel: z.string(), replaced: z.boolean(), ...sealed }),
  ]),
);
