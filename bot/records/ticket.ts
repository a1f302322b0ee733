import { z } from 'zod';
import { attemptEnds, attemptReasons } from '../domain/account/facts.ts';
import { personId } from '../domain/account/person.ts';
import { situationNumbers } from '../domain/diagnosis/situation-ids.ts';
import { addressMethodNames, methodNames } from '../domain/methods/method.ts';
import { ticketDueAt } from '../domain/outbox/ticket-letters.ts';
import type { Definition } from '../domain/ports/store.ts';
import type { SupportChannel } from '../domain/tickets/ports.ts';
import { hasEnded, type Ticket, type TicketNumbers, ticketStates } from '../domain/tickets/ticket.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';
import { ticketLetter, told } from './ticket-story.ts';

const method = z.enum(methodNames);

const cause = z.discriminatedUnion('kind', [
  kept({ kind: z.literal('help') }),
  kept({ kind: z.literal('not-me'), method }),
  kept({ kind: z.literal('wrong-value'), method: z.enum(addressMethodNames) }),
]);

const attempt = kept({
  at: z.number(),
  end: z.enum(attemptEnds),
  reason: z.enum(attemptReasons).nullable(),
});

const facts = kept({
  name: z.string(),
  signInName: z.string(),
  administrator: z.boolean(),
  source: z.enum(['cloud', 'on-premises']).nullable(),
  signIn: z.enum(['managed', 'federated']).nullable(),
  licence: z.enum(['premium', 'cloud', 'none']).nullable(),
  readiness: kept({
    level: z.enum(['none', 'partly', 'ready', 'resilient']),
    proven: z.number(),
    required: z.number(),
  }),
  methods: z.array(kept({ method, address: z.string().nullable(), at: z.number() })),
  out: z.array(method).default([]),
  findings: z.array(kept({ situation: z.enum(situationNumbers), evidence: z.array(z.string()) })),
  attempts: z.array(attempt),
});

const check = kept({
  id: z.string(),
  by: z.string(),
  name: z.string(),
  at: z.number(),
  result: z.enum(['waiting', 'passed', 'failed', 'no-answer']),
  method: method.nullable(),
  since: z.number().nullable().default(null),
});

const shown = kept({
  place: kept({ conversation: z.string(), activity: z.string() }).nullable(),
  shows: z.number(),
});

/** A field that comes later needs a default, so that what was stored before it still opens. */
const schema = exactly<Ticket>()(
  kept({
    version: z.literal(1),
    id: z.string(),
    number: z.number(),
    employee: kept({ tenantId: z.string(), objectId: z.string() }),
    language: z.string(),
    timeZone: z.string().nullable(),
    askedIn: z.string().nullable(),
    cause,
    plea: kept({ said: z.string(), happenedAt: z.number(), reach: z.string(), urgent: z.boolean() }),
    facts,
    raisedAt: z.number(),
    requests: z.array(z.string()),
    state: z.enum(ticketStates),
    since: z.number(),
    claimedBy: kept({ objectId: z.string(), name: z.string() }).nullable(),
    question: z.string().nullable(),
    checks: z.array(check),
    story: z.array(told),
    waiting: kept({ from: z.number(), step: z.number() }),
    tier: z.number(),
    posted: z.number(),
    wakes: z.number().nullable(),
    mailed: z.boolean(),
    board: shown,
    chat: shown,
    letters: z.array(ticketLetter),
  }),
);

/** Found by when something is `due`, by `employee`, by the `request` that raised it, by `number` and by `tenant`; those not ended by `open`. */
export const ticketDefinition: Definition<Ticket> = {
  parse: (value) => schema.parse(value),
  fields: ['due', 'employee', 'request', 'number', 'tenant', 'open', 'every'],
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
};

const numbers = exactly<TicketNumbers>()(kept({ last: z.number() }));

/** There is one, known by its id. */
export const ticketNumbersDefinition: Definition<TicketNumbers> = {
  parse: (value) => numbers.parse(value),
  fields: [],
  index: () => ({}),
  durable: true,
};

const channel = exactly<SupportChannel>()(
  kept({
    channel: z.string(),
    team: z.string(),
    serviceUrl: z.string(),
    tenantId: z.string(),
    setAt: z.number(),
    setBy: z.string().nullable(),
    lost: z.boolean(),
  }),
);

/** One for each tenant, known by the tenant's id. */
export const supportChannelDefinition: Definition<SupportChannel> = {
  parse: (value) => channel.parse(value),
  fields: [],
  index: () => ({}),
  durable: true,
};
