import type { Channel } from '../ports/delivery.ts';
import type { Instant } from '../time.ts';
import type { StoredAnswer } from './questions/answer-hash.ts';

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
export type Purpose = 'register' | 'prove' | 'caller-check';
export type ProofPurpose = Exclude<Purpose, 'register'>;

/** An address that has answered with the right code. */
export interface ProvenAddress {
  /** E.164 number, with its extension where that was dialled (`+46850512345x105`), or canonical e-mail address. */
  readonly address: string;
  /** How the proving code travelled. */
  readonly channel: Channel;
  readonly provenAt: Instant;
}

/** An authenticator app that has shown a right code. */
export interface ProvenApp {
  /** Base32, as it was given to the app. */
  readonly secret: string;
  /** The last time step accepted: none is accepted twice. */
  readonly lastStep: number;
  /** When it was tried in vain in the last 24 hours, for as long as the secret lives. */
  readonly wrong: readonly Instant[];
  readonly provenAt: Instant;
}

/** Security questions that were answered. Nobody can read the answers back. */
export interface ProvenQuestions {
  readonly answers: readonly StoredAnswer[];
  readonly provenAt: Instant;
}

export interface Methods {
  readonly 'authentication-phone'?: ProvenAddress;
  readonly 'authentication-email'?: ProvenAddress;
  readonly 'office-phone'?: ProvenAddress;
  readonly 'authenticator-app'?: ProvenApp;
  readonly 'security-questions'?: ProvenQuestions;
}

export type ProvenMethod = NonNullable<Methods[MethodName]>;

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
