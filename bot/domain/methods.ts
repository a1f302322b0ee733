import type { Channel } from './ports/delivery.ts';

/** The methods an employee can set up alone, in the order they are offered. */
export const methodNames = ['authentication-phone', 'authentication-email'] as const;
export type MethodName = (typeof methodNames)[number];

/** What a proof was for: setting a method up, or showing that it is still the same person. */
export type Purpose = 'register' | 'prove';

/** A method whose address has answered with the right code. */
export interface ProvenMethod {
  /** E.164 number or canonical e-mail address. */
  readonly address: string;
  /** How the proving code travelled. */
  readonly channel: Channel;
  readonly provenAt: number;
}
