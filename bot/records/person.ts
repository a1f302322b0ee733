import { z } from 'zod';
import { methodNames } from '../domain/methods.ts';
import type { Person } from '../domain/person.ts';
import type { Definition } from '../domain/ports/store.ts';
import { dueAt } from '../domain/posting.ts';
import { auditEntry } from './audit.ts';
import { exactly } from './exactly.ts';
import { letter } from './letter.ts';

const method = z.enum(methodNames);
const channel = z.enum(['text', 'call', 'email']);

const proven = z.strictObject({ address: z.string(), channel, provenAt: z.number() });

const change = z.strictObject({
  id: z.string(),
  at: z.number(),
  method,
  what: z.enum(['added', 'replaced', 'removed']),
  before: proven.nullable(),
});

const request = z.strictObject({
  id: z.string(),
  at: z.number(),
  kind: z.literal('not-me'),
  urgent: z.boolean(),
  method,
});

const challenge = z.strictObject({
  id: z.string(),
  purpose: z.enum(['register', 'prove']),
  method,
  channel,
  address: z.string(),
  country: z.string().nullable(),
  keyVersion: z.number(),
  send: z.number(),
  sentAt: z.number(),
  wrong: z.array(z.string()),
  delivery: z.enum(['waiting', 'accepted', 'refused']),
  silent: z.boolean(),
});

/** A field that came later has a default, so that what was stored before it still opens. */
const schema = exactly<Person>()(
  z.strictObject({
    version: z.literal(1),
    employee: z.strictObject({ tenantId: z.string(), objectId: z.string() }),
    language: z.string(),
    timeZone: z.string().nullable().default(null),
    chat: z.string().nullable(),
    methods: z.partialRecord(method, proven),
    challenge: challenge.nullable(),
    ended: z.array(z.string()),
    sends: z.array(z.strictObject({ at: z.number(), address: z.string(), challenge: z.string(), proven: z.boolean() })),
    provedAt: z.number().nullable(),
    changes: z.array(change).default([]),
    frozenUntil: z.number().nullable().default(null),
    requests: z.array(request).default([]),
    letters: z.array(letter),
    audit: z.array(auditEntry),
  }),
);

/** Found by `tenant`, by when the first of their letters is `due`, and all of them by `everybody`. */
export const personDefinition: Definition<Person> = {
  parse: (value) => schema.parse(value),
  fields: ['due', 'tenant', 'everybody'],
  index: (person) => ({
    due: dueAt(person),
    tenant: person.employee.tenantId,
    everybody: 1,
  }),
  durable: true,
};
