import { z } from 'zod';
import type { Person } from '../domain/account/person.ts';
import { remindedBefore } from '../domain/enrolment/reminded.ts';
import { addressMethodNames, methodNames } from '../domain/methods/method.ts';
import { dueAt } from '../domain/outbox/person-letters.ts';
import type { Definition } from '../domain/ports/store.ts';
import { slotNames } from '../domain/reset-service/slots.ts';
import { auditEntry } from './audit.ts';
import { exactly } from './exactly.ts';
import { kept } from './kept-fields.ts';
import { letter } from './letter.ts';
import { channel, methods, proven, question } from './methods.ts';

const method = z.enum(methodNames);
const addressMethod = z.enum(addressMethodNames);

const change = kept({
  id: z.string(),
  at: z.number(),
  method,
  what: z.enum(['added', 'replaced', 'removed', 'brought-back', 'let-go']),
  before: proven.nullable(),
  paid: z.boolean().default(true),
});

const doubt = kept({ id: z.string(), at: z.number(), changes: z.array(change), left: z.array(method) });
const former = kept({ address: z.string(), channel, left: z.number() });

const asked = { id: z.string(), at: z.number(), urgent: z.boolean() };
const request = z.discriminatedUnion('kind', [
  kept({ kind: z.literal('not-me'), method, ...asked }),
  kept({ kind: z.literal('wrong-value'), method: addressMethod, said: z.string(), ...asked }),
]);

const prefilled = kept({
  method: addressMethod,
  address: z.string(),
  answer: z.enum(['still-mine', 'change', 'not-mine']),
  at: z.number(),
});

const appSetup = kept({ id: z.string(), secret: z.string(), at: z.number(), wrong: z.number() });

const draw = kept({
  id: z.string(),
  questions: z.array(question),
  drawnAt: z.number(),
  tries: z.array(z.number()),
});

const challenge = kept({
  id: z.string(),
  purpose: z.enum(['register', 'prove', 'caller-check']),
  method: addressMethod,
  channel,
  address: z.string(),
  country: z.string().nullable(),
  keyVersion: z.number(),
  send: z.number(),
  sentAt: z.number(),
  wrong: z.array(z.string()),
  letter: z.string().nullable().default(null),
  delivery: z.enum(['waiting', 'accepted', 'refused', 'not-arrived', 'arrived']),
  notArrived: z
    .enum(['unreachable', 'no-such-number', 'no-texts', 'not-answered', 'too-slow', 'blocked', 'unknown'])
    .nullable()
    .default(null),
  silent: z.boolean(),
});

const writing = kept({
  state: z.enum([
    'on-its-way',
    'there',
    'not-shown',
    'not-listed',
    'administrator',
    'not-accepted',
    'not-permitted',
    'unknown-person',
    'silent',
  ]),
  since: z.number(),
  ours: z.array(z.string()),
  unlisted: z.boolean().optional(),
});

const glimpse = kept({
  registered: z.boolean().nullable(),
  reportAt: z.number().nullable(),
  methods: z.array(z.enum(slotNames)).nullable(),
});

/** A field that came later has a default, so that what was stored before it still opens. */
const schema = exactly<Person>()(
  kept({
    version: z.literal(1),
    employee: kept({ tenantId: z.string(), objectId: z.string() }),
    language: z.string(),
    timeZone: z.string().nullable().default(null),
    chat: z.string().nullable(),
    methods,
    confirmed: z.partialRecord(method, z.number()).default({}),
    prefilled: z.array(prefilled).default([]),
    reminded: kept({ due: z.number(), daysBefore: z.literal(remindedBefore) })
      .nullable()
      .default(null),
    snoozedUntil: z.number().nullable().default(null),
    appSetup: appSetup.nullable().default(null),
    draw: draw.nullable().default(null),
    challenge: challenge.nullable(),
    ended: z.array(z.string()),
    sends: z.array(kept({ at: z.number(), address: z.string(), challenge: z.string(), proven: z.boolean() })),
    provedAt: z.number().nullable(),
    provedBy: method.nullable().default(null),
    changes: z.array(change).default([]),
    doubt: doubt.nullable().default(null),
    former: z.array(former).default([]),
    writings: z.partialRecord(addressMethod, writing).default({}),
    written: z.partialRecord(addressMethod, z.number()).default({}),
    watch: kept({ begun: z.number(), before: glimpse }).nullable().default(null),
    frozenUntil: z.number().nullable().default(null),
    requests: z.array(request).default([]),
    letters: z.array(letter),
    audit: z.array(auditEntry),
  }),
);

/** Found by `tenant`, by when the first of their letters is `due`, and all of them by `everybody`. */
export const personDefinition: Definition<Person> = {
  parse: (value) => schema.parse(value),
  fields: ['due', 'tenant', 'everybody', 'letter'],
  index: (person) => ({
    due: dueAt(person),
    tenant: person.employee.tenantId,
    everybody: 1,
    letter: person.challenge?.letter ?? undefined,
  }),
  durable: true,
};
