/** Why a body was not taken. */
export const bodyRefusals = [
  'encoding',
  'media-type',
  'too-large',
  'too-slow',
  'broken-off',
  'not-utf8',
  'not-json',
  'not-an-object',
  'too-deep',
  'unsafe-key',
  'shape',
] as const;
export type BodyRefusal = (typeof bodyRefusals)[number];

/** Why nobody was let in. For metrics and logs only: the caller gets the same answer for each. */
export const gateRefusals = [
  'no-token',
  'metadata-down',
  'unknown-key',
  'bad-token',
  'expired',
  'not-yet-valid',
  'other-audience',
  'other-issuer',
  'other-channel',
  'not-endorsed',
  'other-service-url',
  'foreign-service-url',
  'other-tenant',
  'other-client',
  'not-this-machine',
] as const;
export type GateRefusal = (typeof gateRefusals)[number];

export type Refusal = BodyRefusal | GateRefusal | 'closing';
