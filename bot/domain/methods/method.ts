import { z } from 'zod';
import { channelNames } from '../ports/delivery.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { storedAnswerSchema } from './questions/answer-hash.ts';

/** Methods that are proven by a code sent to an address. */
export const addressMethodNames = ['authentication-phone', 'authentication-email', 'office-phone'] as const;
export type AddressMethodName = (typeof addressMethodNames)[number];

/** All methods, in the order they are offered. */
export const methodNames = [
  'authentication-phone',
  'authentication-email',
  'authenticator-app',
  'security-questions',
  'office-phone',
] as const;
export type MethodName = (typeof methodNames)[number];

/**
 * What a proof was for: setting a method up, showing that it is still the same person, or showing a supporter who calls. The
 * last opens nothing else: somebody talked into it on the phone has given nothing away.
 */
export const purposes = ['register', 'prove', 'caller-check'] as const;
export type Purpose = (typeof purposes)[number];
export type ProofPurpose = Exclude<Purpose, 'register'>;

/** An address that has answered with the right code. */
const provenAddressSchema = storedObject({
  /** E.164 number, with its extension where that was dialled (`+46850512345x105`), or canonical e-mail address. */
  address: z.string(),
  /** How the proving code travelled. */
  channel: z.enum(channelNames),
  provenAt: z.number(),
});
export type ProvenAddress = Stored<typeof provenAddressSchema>;

/** An authenticator app that has shown a right code. */
const provenAppSchema = storedObject({
  /** Base32, as it was given to the app. */
  secret: z.string(),
  /** The last time step accepted: none is accepted twice. */
  lastStep: z.number(),
  /** When it was tried in vain in the last 24 hours, for as long as the secret lives. */
  wrong: z.array(z.number()),
  provenAt: z.number(),
});

/** Security questions that were answered. Nobody can read the answers back. */
const provenQuestionsSchema = storedObject({ answers: z.array(storedAnswerSchema), provenAt: z.number() });

/** What is set up, by method. */
export const methodsSchema = storedObject({
  'authentication-phone': provenAddressSchema.exactOptional(),
  'authentication-email': provenAddressSchema.exactOptional(),
  'office-phone': provenAddressSchema.exactOptional(),
  'authenticator-app': provenAppSchema.exactOptional(),
  'security-questions': provenQuestionsSchema.exactOptional(),
} satisfies Readonly<Record<MethodName, z.ZodType>>);
export type Methods = Stored<typeof methodsSchema>;

export const provenMethodSchema = z.union([provenAddressSchema, provenAppSchema, provenQuestionsSchema]);
export type ProvenMethod = Stored<typeof provenMethodSchema>;

export function isAddressMethod(method: MethodName): method is AddressMethodName {
  return (addressMethodNames as readonly MethodName[]).includes(method);
}

/** The address of a method that has one. */
export function addressOf(methods: Methods, method: MethodName): ProvenAddress | undefined {
  return isAddressMethod(method) ? methods[method] : undefined;
}

/** Methods that are set up, in order. */
export function setUp(methods: Methods): readonly MethodName[] {
  return methodNames.filter((method) => methods[method] !== undefined);
}
