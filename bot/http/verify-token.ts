import { type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../domain/ports/system.ts';
import { minute, second } from '../domain/time.ts';
import { type Refused, refused } from './gate.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Clocks may differ by this much: the Bot Framework's own rule, and what Entra's own libraries allow. */
const clockSkew = 5 * minute;

export interface ExpectedClaims {
  readonly audience: string | string[];
  readonly issuer: string | string[];
  /** Besides its times. */
  readonly present?: readonly string[];
}

/** refused: there is no such key, or none can be read · invalid: `cause` is what jose found wrong. */
export type VerifiedToken =
  | { readonly kind: 'verified'; readonly payload: JWTPayload; readonly endorsements: readonly string[] }
  | Refused
  | { readonly kind: 'invalid'; readonly cause: unknown };

/** Signature by a published key, audience, issuer and times of a token. Never throws. */
export async function verifyToken(
  token: string,
  keys: SigningKeys,
  { audience, issuer, present = [] }: ExpectedClaims,
  clock: Clock,
): Promise<VerifiedToken> {
  let missing: Refused | undefined;
  let endorsements: readonly string[] = [];
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const found = await keys(kid ?? '');
        if (found.kind === 'found') {
          endorsements = found.endorsements;
          return found.key;
        }
        missing = refused(found.kind);
        throw new Error(found.kind);
      },
      {
        algorithms: ['RS256'],
        audience,
        issuer,
        requiredClaims: ['exp', 'nbf', ...present],
        clockTolerance: clockSkew / second,
        currentDate: new Date(clock()),
      },
    );
    return { kind: 'verified', payload, endorsements };
  } catch (cause) {
    return missing ?? { kind: 'invalid', cause };
  }
}
