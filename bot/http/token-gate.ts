import { errors } from 'jose';
import type { Clock } from '../domain/ports/system.ts';
import { type InboundActivity, tenantsOf } from './activity.ts';
import { hostOf } from './caller.ts';
import { type Admission, type Gate, refused } from './gate.ts';
import type { GateRefusal } from './refusal.ts';
import type { SigningKeys } from './signing-keys.ts';
import { type VerifiedToken, verifyToken } from './verify-token.ts';

/** Longer than any token of the channel, short enough to be cheap to refuse. */
const bearer = /^Bearer ([\w-]{1,2048}\.[\w-]{1,8192}\.[\w-]{1,2048})$/;

/**
 * Only Teams vouches for a person's directory id and tenant. Web Chat and Direct Line, which a bot registration may have
 * switched on unasked, let the sender write them.
 */
const channel = 'msteams';

export interface TokenRules {
  readonly appId: string;
  readonly issuer: string;
  /** In lower case. */
  readonly tenants: readonly string[];
  /** Hosts that answers, and the bot's own token with them, may be sent to. In lower case. */
  readonly serviceHosts: readonly string[];
}

/** The gate of Teams: a token of the Bot Framework's, and an activity that this token speaks for. */
export function createTokenGate(rules: TokenRules, keys: SigningKeys, clock: Clock): Gate {
  return async ({ authorization }) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused('no-token');

    const verified = await verifyToken(token, keys, { audience: rules.appId, issuer: rules.issuer }, clock);
    if (verified.kind === 'refused') return verified;
    if (verified.kind === 'invalid') return refused(whatIsWrong(verified.cause));
    return { kind: 'passed', admit: (activity) => admit(activity, verified, rules) };
  };
}

type Verified = Extract<VerifiedToken, { kind: 'verified' }>;

/** The signature was good where a claim is named: it is looked at first. A genuine token refused is likelier our mistake. */
function whatIsWrong(reason: unknown): GateRefusal {
  if (reason instanceof errors.JWTExpired) return 'expired';
  if (!(reason instanceof errors.JWTClaimValidationFailed) || reason.reason !== 'check_failed') return 'bad-token';
  return claims[reason.claim] ?? 'bad-token';
}

const claims: Readonly<Record<string, GateRefusal>> = {
  nbf: 'not-yet-valid',
  aud: 'other-audience',
  iss: 'other-issuer',
};

function admit(activity: InboundActivity, verified: Verified, rules: TokenRules): Admission {
  const { channelId, serviceUrl } = activity;
  const [tenantId, otherTenant] = tenantsOf(activity);
  if (channelId !== channel) return refused('other-channel');
  if (!verified.endorsements.includes(channelId)) return refused('not-endorsed');
  if (verified.payload.serviceurl !== serviceUrl) return refused('other-service-url');
  if (!serviceUrlAllowed(serviceUrl, rules.serviceHosts)) return refused('foreign-service-url');
  if (!tenantId || otherTenant || !rules.tenants.includes(tenantId)) return refused('other-tenant');
  return { kind: 'accepted' };
}

function serviceUrlAllowed(url: string, hosts: readonly string[]): boolean {
  return url.toLowerCase().startsWith('https://') && hosts.includes(hostOf(url) ?? '');
}
