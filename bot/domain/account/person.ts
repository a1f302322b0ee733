import { z } from 'zod';
import { auditEntrySchema } from '../audit/trail.ts';
import { challengeSchema } from '../enrolment/challenge.ts';
import { changeSchema, doubtSchema, formerAddressSchema, helpRequestSchema } from '../methods/change.ts';
import { addressMethodNames, methodNames, methodsSchema } from '../methods/method.ts';
import { questionDrawSchema } from '../methods/questions/draw.ts';
import { letterSchema } from '../outbox/letter.ts';
import { watchSchema, writingSchema, writtenMethods } from '../reset-service/slots.ts';
import { type Stored, storedObject } from '../stored-shape.ts';

/** An employee: an object of one tenant's directory. Both ids are lower-case GUIDs. */
export const employeeKeySchema = storedObject({ tenantId: z.string(), objectId: z.string() });
export type EmployeeKey = Stored<typeof employeeKeySchema>;

/** One code asked for. `address` is a keyed fingerprint; a proven send no longer counts against its address. */
const sendCountSchema = storedObject({
  at: z.number(),
  address: z.string(),
  challenge: z.string(),
  proven: z.boolean(),
});

/** An app that is being set up: it counts once it has shown a code. */
const appSetupSchema = storedObject({
  /** 128 random bits, hexadecimal. */
  id: z.string(),
  /** Base32. */
  secret: z.string(),
  at: z.number(),
  /** Wrong codes so far. */
  wrong: z.number(),
});
export type AppSetup = Stored<typeof appSetupSchema>;

/**
 * What somebody said of a value their organisation had filled in. still-mine: it counts once proven · change: another
 * takes its place · not-mine: not to be used nor shown again.
 */
const prefilledAnswerSchema = storedObject({
  method: z.enum(addressMethodNames),
  /** The value they were asked about, E.164 or canonical. */
  address: z.string(),
  answer: z.enum(['still-mine', 'change', 'not-mine']),
  at: z.number(),
});
export type PrefilledAnswer = Stored<typeof prefilledAnswerSchema>;

/** How many days before their methods are due people are reminded, and on the day itself. */
export const remindedBefore = [14, 3, 0] as const;

/** Which reminder was the last: for the due time it was about, each stage comes once. */
const remindedSchema = storedObject({ due: z.number(), daysBefore: z.literal(remindedBefore) });
export type Reminded = Stored<typeof remindedSchema>;

/** All the bot keeps of one employee. Decisions and the letters that follow from them are one write. */
export const personSchema = storedObject({
  version: z.literal(1),
  employee: employeeKeySchema,
  /** Language of the letters to this person. */
  language: z.string(),
  /** IANA name of their time zone, once known. */
  timeZone: z.string().nullable().default(null),
  /** The personal chat, to reach them outside a turn. */
  chat: z.string().nullable(),
  methods: methodsSchema,
  /** When they last said that a proven method is still right, where that was after it was proven. */
  confirmed: z.partialRecord(z.enum(methodNames), z.number()).default({}),
  /** The newest answer about each pre-filled value. */
  prefilled: z.array(prefilledAnswerSchema).default([]),
  /** The last reminder they got. */
  reminded: remindedSchema.nullable().default(null),
  /** No reminder before this, as they asked. */
  snoozedUntil: z.number().nullable().default(null),
  /** When the bot last began to talk to them, and by which message: once a day at most. */
  begun: storedObject({ at: z.number(), by: z.string() }).nullable().default(null),
  /** When they last asked for the mail to keep for the day. */
  keptAt: z.number().nullable().default(null),
  appSetup: appSetupSchema.nullable().default(null),
  /** The security questions that wait for an answer. */
  draw: questionDrawSchema.nullable().default(null),
  challenge: challengeSchema.nullable(),
  /** Ids of this person's last challenges: their cards are old, not somebody else's. */
  ended: z.array(z.string()),
  /** Codes asked for in the last 24 hours. */
  sends: z.array(sendCountSchema),
  /** When a method of theirs was last proven, for acts that need a fresh proof. */
  provedAt: z.number().nullable(),
  /** The method it was. */
  provedBy: z.enum(methodNames).nullable().default(null),
  /** What was changed in the last days, to be disowned; oldest first. */
  changes: z.array(changeSchema).default([]),
  /** Changes that were disowned, while something waits to come back or may be disowned with them. */
  doubt: doubtSchema.nullable().default(null),
  /** Addresses that were methods until lately: they are told of changes, too. */
  former: z.array(formerAddressSchema).default([]),
  /** Where the bot puts methods into the reset service: how it stands there. */
  writings: z.partialRecord(z.enum(writtenMethods), writingSchema).default({}),
  /** When the bot last wrote or removed each there: its reports are behind. */
  written: z.partialRecord(z.enum(writtenMethods), z.number()).default({}),
  /** They were sent to the registration page. */
  watch: watchSchema.nullable().default(null),
  /** Nothing can be changed before this, after a change was disowned. */
  frozenUntil: z.number().nullable().default(null),
  /** What waits for a supporter. */
  requests: z.array(helpRequestSchema).default([]),
  letters: z.array(letterSchema),
  audit: z.array(auditEntrySchema),
});
export interface Person extends Stored<typeof personSchema> {}

export function personId(employee: EmployeeKey): string {
  return `${employee.tenantId}/${employee.objectId}`.toLowerCase();
}

/** Of whoever has said no other. */
export const defaultLanguage = 'en';

export function newPerson(employee: EmployeeKey): Person {
  return {
    version: 1,
    employee,
    language: defaultLanguage,
    timeZone: null,
    chat: null,
    methods: {},
    confirmed: {},
    prefilled: [],
    reminded: null,
    snoozedUntil: null,
    begun: null,
    keptAt: null,
    appSetup: null,
    draw: null,
    challenge: null,
    ended: [],
    sends: [],
    provedAt: null,
    provedBy: null,
    changes: [],
    doubt: null,
    former: [],
    writings: {},
    written: {},
    watch: null,
    frozenUntil: null,
    requests: [],
    letters: [],
    audit: [],
  };
}
