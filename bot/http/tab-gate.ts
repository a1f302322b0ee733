import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { EmployeeKey } from '../domain/account/person.ts';
import type { Clock } from '../domain/ports/system.ts';
import { type Caller, fromThisMachine } from './caller.ts';
import { type Refused, refused } from './gate.ts';
import type { SigningKeys } from './signing-keys.ts';
import { verifyToken } from './verify-token.ts';

/** Longer than any token of Entra's, short enough to be cheap to refuse. */
const bearer = /^Bearer ([\w-]{1,2048}\.[\w-]{1,12288}\.[\w-]{1,2048})$/;

/** Asked for by the tab, granted to Teams alone: see manifest/entra.json. */
const scope = 'access_as_user';

export interface TabTokenRules {
  /** The registration that people sign in to. */
  readonly appId: string;
  /** `api://<host>/botid-<appId>`, as in the manifest. */
  readonly resource: string;
  /** In lower case. */
  readonly tenants: readonly string[];
  /** Where Entra is: `https://login.microsoftonline.com` in the public cloud. */
  readonly authority: string;
}

export type TabCaller = { readonly kind: 'known'; readonly employee: EmployeeKey } | Refused;

/** Who has opened the tab, by what stands in the Authorization header and nothing else. Never throws. */
export type TabGate = (caller: Caller) => Promise<TabCaller>;

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .toLowerCase();

/** Of a token whose signature is right. `idtyp` is `app` when no person stands behind it. */
const claims = z.object({
  ver: z.enum(['1.0', '2.0']),
  iss: z.string(),
  tid: guid,
  oid: guid,
  scp: z.string(),
  idtyp: z.literal('user').optional(),
  azp: z.string().optional(),
  appid: z.string().optional(),
});

/**
 * The clients a token may have been issued to: Teams on desktop and mobile, and Teams in a browser. Source: Microsoft Learn,
 * "Configure your tab app in Microsoft Entra ID", the client ids to pre-authorise.
 */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/**
 * The gate of the tab: a token of Entra's for this app and a listed tenant, in either version. Source: Microsoft Learn,
 * "Access token claims reference": issuer and form of the audience differ between version 1.0 and 2.0, and the client it was
 * issued to is `appid` in the one and `azp` in the other.
 * @param keysOf the keys Entra publishes for a tenant
 */
export function createTabGate(rules: TabTokenRules, keysOf: (tenant: string) => SigningKeys, clock: Clock): TabGate {
  return async ({ authorization }) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused('no-token');
    // Nothing is believed yet: this only says against which tenant's keys and issuer the token has to hold.
    const tenant = guid.safeParse(namedTenant(token)).data;
    if (tenant === undefined || !rules.tenants.includes(tenant)) return refused('other-tenant');
    return verify(token, tenant, rules, keysOf(tenant), clock);
  };
}

function namedTenant(token: string): unknown {
  try {
    return decodeJwt(token).tid;
  } catch {
    return undefined;
  }
}

async function verify(
  token: string,
  tenant: string,
  rules: TabTokenRules,
  keys: SigningKeys,
  clock: Clock,
): Promise<TabCaller> {
  const issuers = { '1.0': `https://sts.windows.net/${tenant}/`, '2.0': `${rules.authority}/${tenant}/v2.0` };
  const expected = {
    audience: [rules.appId, rules.resource],
    issuer: Object.values(issuers),
    present: ['tid', 'oid'],
  };
  const verified = await verifyToken(token, keys, expected, clock);
  if (verified.kind === 'refused') return verified;
  const read = claims.safeParse(verified.kind === 'verified' ? verified.payload : undefined);
  if (!read.success) return refused('bad-token');
  const { ver, iss, tid, oid, scp, azp, appid } = read.data;
  const client = ver === '2.0' ? azp : appid;
  if (!client || !teamsClients.includes(client.toLowerCase())) return refused('other-client');
  if (iss !== issuers[ver] || tid !== tenant || !scp.split(' ').includes(scope)) return refused('bad-token');
  return { kind: 'known', employee: { tenantId: tid, objectId: oid } };
}

/** The tab's gate in local mode: whoever sits at this machine may look as any of the demo people. */
export function localTabGate(named: (as: string) => EmployeeKey | undefined): TabGate {
  return async (caller) => {
    if (!fromThisMachine(caller)) return refused('not-this-machine');
    const as = /^Bearer demo\.([\w-]{1,40})\.local$/.exec(caller.authorization ?? '')?.[1];
    const employee = as === undefined ? undefined : named(as);
    return employee ? { kind: 'known', employee } : refused('no-token');
  };
}
