import type { TestContext } from 'node:test';
import { type FakeHttp, type Got, type Reply, startFake } from './fake-http.ts';

/** Where Entra gives tokens to apps. */
export interface FakeEntra extends FakeHttp {
  /** The secret of each app. Another one is refused as Entra does it. */
  readonly secrets: Map<string, string>;
  /** Apps whose secret is over. */
  readonly expired: Set<string>;
}

/**
 * The token endpoint, and the document that leads there. Source of the errors: Microsoft Learn, "Microsoft Entra
 * authentication and authorization error codes": 7000215 invalid secret, 7000222 expired.
 * @param roles permissions of the apps
 */
export async function startEntra(
  t: TestContext,
  apps: Readonly<Record<string, string>>,
  roles: readonly string[] = [],
): Promise<FakeEntra> {
  const secrets = new Map(Object.entries(apps));
  const expired = new Set<string>();

  function usual({ method, url, body }: Got): Reply {
    const [, tenant = ''] = url.pathname.split('/');
    const home = `https://login.microsoftonline.com/${tenant}`;
    if (url.pathname.endsWith('/openid-configuration')) {
      const issuer = `${home}/v2.0`;
      const endpoints = {
        authorization_endpoint: `${home}/oauth2/v2.0/authorize`,
        token_endpoint: `${home}/oauth2/v2.0/token`,
      };
      return { status: 200, body: { issuer, jwks_uri: `${home}/discovery/v2.0/keys`, ...endpoints } };
    }
    if (url.pathname === '/common/discovery/instance') {
      const metadata = [
        { preferred_network: url.host, preferred_cache: url.host, aliases: ['login.microsoftonline.com'] },
      ];
      return {
        status: 200,
        body: { tenant_discovery_endpoint: `${home}/v2.0/.well-known/openid-configuration`, metadata },
      };
    }
    if (method !== 'POST' || !url.pathname.endsWith('/oauth2/v2.0/token')) return { status: 404, body: {} };
    const asked = new URLSearchParams(body);
    const client = asked.get('client_id') ?? '';
    if (expired.has(client)) return refused(7_000_222, 'The provided client secret keys are expired.');
    if (secrets.get(client) !== asked.get('client_secret'))
      return refused(7_000_215, 'Invalid client secret provided.');
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3_599, access_token: tokenFor(client, asked.get('scope') ?? '') },
    };
  }

  /** Shows the permissions, as those for Graph do. */
  function tokenFor(client: string, scope: string): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return [part({ alg: 'none' }), part({ appid: client, aud: scope, roles }), 'x'].join('.');
  }

  return { ...(await startFake(t, usual)), secrets, expired };
}

function refused(code: number, words: string): Reply {
  return {
    status: 401,
    body: { error: 'invalid_client', error_description: `AADSTS${code}: ${words}`, error_codes: [code] },
  };
}
