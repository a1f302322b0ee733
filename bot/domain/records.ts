import { z } from 'zod';
import { personId, personSchema } from './account/person.ts';
import { auditArchiveSchema } from './audit/archive.ts';
import { witnessSchema } from './audit/witness.ts';
import { campaignSchema, isOpen } from './campaigns/campaign.ts';
import { indexOfRecipient, recipientFields, recipientSchema } from './campaigns/recipient.ts';
import { conversationSchema, jsonSchema, personalChatSchema } from './conversation.ts';
import { rateCounterSchema } from './enrolment/rate-limit.ts';
import { dueAt } from './outbox/person-letters.ts';
import { ticketDueAt } from './outbox/ticket-letters.ts';
import { policyRecordSchema } from './policy.ts';
import type { Definition, Definitions } from './ports/store.ts';
import { storedObject } from './stored-shape.ts';
import { supportChannelSchema } from './tickets/ports.ts';
import { hasEnded, ticketNumbersSchema, ticketSchema } from './tickets/ticket.ts';

/** A lasting record that is known by its id only. */
function knownById<T>(schema: { parse(value: unknown): T }): Definition<T> {
  return { parse: (value) => schema.parse(value), fields: {}, index: () => ({}), durable: true };
}

const rateCounter = knownById(rateCounterSchema);

/** What a store has to know of every kind of record: its shape stands beside what works with it. */
export const recordDefinitions: Definitions = {
  /** Found by `tenant`, by when the first of their letters is `due`, and all of them by `everybody`. */
  person: {
    parse: (value) => personSchema.parse(value),
    fields: { due: 'number', tenant: 'text', everybody: 'all', letter: 'text' },
    index: (person) => ({
      due: dueAt(person),
      tenant: person.employee.tenantId,
      everybody: 1,
      letter: person.challenge?.letter ?? undefined,
    }),
    durable: true,
  },
  /**
   * Not worth an fsync each turn: it outlives the end of the process, but a power cut may take the last seconds of it or
   * damage the file, which costs a greeting.
   */
  conversation: { ...knownById(conversationSchema), durable: false },
  /** One a person, known by their id. Lost, it comes again when they do something. */
  'personal-chat': { ...knownById(personalChatSchema), durable: false },
  'address-limit': rateCounter,
  'tenant-limit': rateCounter,
  policy: knownById(policyRecordSchema),
  /** Found by `person`, and by the `last` time something was done. */
  'audit-archive': {
    parse: (value) => auditArchiveSchema.parse(value),
    fields: { person: 'text', last: 'number' },
    index: ({ employee, entries }) => ({ person: personId(employee), last: entries.at(-1)?.at }),
    durable: true,
  },
  /** One a day, known by its date, and found by the `last` time in it. */
  witness: {
    parse: (value) => witnessSchema.parse(value),
    fields: { last: 'number' },
    index: ({ heads }) => ({ last: heads.at(-1)?.at }),
    durable: true,
  },
  /** Found by when something is `due`, by `employee`, by the `request` that raised it, by `number` and by `tenant`; those not ended by `open`. */
  ticket: {
    parse: (value) => ticketSchema.parse(value),
    fields: {
      due: 'number',
      employee: 'text',
      request: 'text',
      number: 'number',
      tenant: 'text',
      open: 'text',
      every: 'all',
    },
    unique: 'request',
    index: (ticket) => ({
      due: ticketDueAt(ticket),
      employee: personId(ticket.employee),
      request: ticket.requests[0],
      number: ticket.number,
      tenant: ticket.employee.tenantId,
      open: hasEnded(ticket) ? undefined : ticket.employee.tenantId,
      every: 1,
    }),
    durable: true,
  },
  /** There is one. */
  'ticket-numbers': knownById(ticketNumbersSchema),
  /** One for each tenant, known by the tenant's id. */
  'support-channel': knownById(supportChannelSchema),
  /** Found as the one that is `open` (runs, or is paused), as one that is `ended` and not settled, and all by `every`. */
  campaign: {
    parse: (value) => campaignSchema.parse(value),
    fields: { open: 'number', ended: 'number', every: 'all' },
    index: (campaign) => ({
      open: isOpen(campaign) ? 1 : undefined,
      ended: campaign.state === 'ended' && !campaign.settled ? 1 : undefined,
      every: 1,
    }),
    durable: true,
  },
  /** Found by when they are `due`, by the campaign they are `open` in, by `person`; counted by `standing`, `sent` and `unsure`. */
  'campaign-recipient': {
    parse: (value) => recipientSchema.parse(value),
    fields: recipientFields,
    index: indexOfRecipient,
    durable: true,
  },
  /** Known by what it is of. Whatever is lost of them is made again. */
  'shared-result': { ...knownById(storedObject({ at: z.number(), value: jsonSchema })), durable: false },
};
