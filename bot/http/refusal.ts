/** Why a body was not taken. */
export type BodyRefusal =
  | 'encoding'
  | 'media-type'
  | 'too-large'
  | 'too-slow'
  | 'broken-off'
  | 'not-utf8'
  | 'not-json'
  | 'not-an-object'
  | 'too-deep'
  | 'unsafe-key'
  | 'shape';

/** Why nobody was let in. For metrics and logs only: the caller gets the same answer for each. */
export type GateRefusal =
  | 'no-token'
  | 'metadata-down'
  | 'unknown-key'
  | 'bad-token'
  | 'expired'
  | 'not-yet-valid'
  | 'other-audience'
  | 'other-issuer'
  | 'other-channel'
  | 'not-endorsed'
  | 'other-service-url'
  | 'foreign-service-url'
  | 'other-tenant'
  | 'not-this-machine';

export type Refusal = BodyRefusal | GateRefusal | 'closing';
