import { z } from 'zod';
import { methodNames } from '../domain/methods.ts';
import type { Person } from '../domain/person.ts';
import type { Definition } from '../domain/ports/store.ts';
import { auditEntry } from './audit.ts';
import { exactly } from './exactly.ts';
import { letter } from './letter.ts';

const method = z.enum(methodNames);
const channel = z.enum(['text', 'call', 'email']);

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

const schema = exactly<Person>()(
  z.strictObject({
    version: z.literal(1),
    employee: z.strictObject({ tenantId: z.string(), objectId: z.string() }),
    language: z.string(),
    chat: z.string().nullable(),
    methods: z.partialRecord(method, z.strictObject({ address: z.string(), channel, provenAt: z.number() })),
    challenge: challenge.nullable(),
    ended: z.array(z.string()),
    sends: z.array(
      z.strictObject({ at: z.number(), address: z.string(), challenge: z.string(), proven: z.boolean() }),
    ),
    provedAt: z.number().nullable(),
    letters: z.array(letter),
    audit: z.array(auditEntry),
  }),
);

/** Found by `tenant`, and by when the first of their letters is `due`. */
export const personDefinition: Definition<Person> = {
  parse: (value) => schema.parse(value),
  fields: ['due', 'tenant'],
  index: (person) => ({
    due: person.letters.length === 0 ? undefined : Math.min(...person.letters.map(({ due }) => due)),
    tenant: person.employee.tenantId,
  }),
  durable: true,
};
