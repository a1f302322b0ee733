import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CheckFinding } from '../../bot/doctor/examination.ts';
import { type FakeHttp, type Got, type Reply, startFake } from './fake-http.ts';
import { tenantId } from './graph-tenant.ts';
import { publicOpenId, signingPair } from './openid.ts';
import { ledThere } from './stand-in-hosts.ts';
import { statedEnv, statedImport } from './stated-date.ts';

const program = fileURLToPath(new URL('../../bot/commands/doctor.ts', import.meta.url));

export const appId = '0a1b2c3d-0000-4000-8000-0123456789ab';
export const botSecret = 'the~right~secret';
export const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 3) % 256)).toString('base64');

export async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Examined {
  readonly code: number | null;
  /** Of both streams. */
  readonly text: string;
  /** With `--json`. */
  readonly findings: readonly CheckFinding[];
  /** What it says of one thing; fails when it says nothing of it. */
  of(id: string): CheckFinding;
  ids(verdict: CheckFinding['verdict']): readonly string[];
}

/** Runs the real command in a folder, with these settings and no others. */
export async function doctor(
  folder: string,
  settings: Readonly<Record<string, string | undefined>>,
  ...words: readonly string[]
): Promise<Examined> {
  const given = Object.entries({ DATA_DIR: join(folder, 'data'), ...settings }).filter(
    ([, value]) => value !== undefined,
  );
  const env = Object.fromEntries(given) as Record<string, string>;
  const child = spawn(process.execPath, [...statedImport, program, ...words], {
    cwd: folder,
    env: { ...statedEnv, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const findings = words.includes('--json')
    ? out.split('\n').flatMap((line): CheckFinding[] => (line === '' ? [] : [JSON.parse(line)]))
    : [];
  return {
    code,
    text: out + err,
    findings,
    of(id) {
      const found = findings.find((one) => one.id === id);
      if (!found) throw new Error(`nothing about ${id} in\n${out}${err}`);
      return found;
    },
    ids: (verdict) => findings.filter((one) => one.verdict === verdict).map(({ id }) => id),
  };
}

export interface FakeEntra extends FakeHttp {
  /** What the token service says to the bot's own secret instead of a token. */
  refusal: number | undefined;
  /** How much its clock is ahead of ours, ms. */
  ahead: number;
  /** Application permissions in the token for Graph. */
  roles: readonly string[];
}

/**
 * On loopback: the token service, the platform's managed identity, and the keys of Teams. Forms of the token answers by
 * Microsoft Learn: "OAuth 2.0 client credentials flow" and "How to use managed identities for App Service", REST endpoint.
 */
export async function startEntra(t: TestContext, roles: readonly string[]): Promise<FakeEntra> {
  const documents = publicOpenId({ keys: [signingPair('one').published] });
  const entra: { refusal: number | undefined; ahead: number; roles: readonly string[] } = {
    refusal: undefined,
    ahead: 0,
    roles,
  };

  function usual({ method, url, body }: Got): Reply {
    const headers = { Date: new Date(Date.now() + entra.ahead).toUTCString() };
    const document = documents[url.pathname];
    if (document !== undefined) return { status: 200, headers, body: document };
    if (url.pathname === '/msi/token') {
      const token = `x.${Buffer.from(JSON.stringify({ roles: entra.roles })).toString('base64url')}.x`;
      const expires = `${Math.floor(Date.now() / 1000) + 3600}`;
      return { status: 200, body: { access_token: token, expires_on: expires, resource: 'x', token_type: 'Bearer' } };
    }
    if (method !== 'POST' || url.pathname !== `/${tenantId}/oauth2/v2.0/token`) return { status: 404, body: {} };
    const form = new URLSearchParams(body);
    const right =
      form.get('scope') === 'https://api.botframework.com/.default' && form.get('client_secret') === botSecret;
    const code = entra.refusal ?? (right && form.get('client_id') === appId ? undefined : 7000215);
    return code === undefined
      ? { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a-token' } }
      : {
          status: 401,
          body: { error: 'invalid_client', error_description: `AADSTS${code}: words`, error_codes: [code] },
        };
  }

  const fake = await startFake(t, usual);
  return Object.assign(entra, fake);
}

/** Leads the command to stand-ins of the sign-in and of the keys of Teams. */
export function channelAt(entra: string, keys = entra): Readonly<Record<string, string>> {
  return ledThere({ 'login.microsoftonline.com': entra, 'login.botframework.com': keys });
}

/** Settings of a bot in Teams with everything set, against stand-ins; the tests break one thing or another. */
export function teamsSettings(entra: FakeEntra): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: botSecret,
    MicrosoftAppTenantId: tenantId,
    TENANTS: tenantId,
    KEYS: `1:${key}`,
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_HOST: 'bot.example.org',
    TEAMS_APP_ID: appId,
    ...channelAt(entra.origin),
  };
}

/** The directory of the settings, by the platform's identity: the one whose token comes over plain HTTP. */
export function directorySettings(entra: FakeEntra, base: string): Record<string, string> {
  return {
    DIRECTORY: 'link',
    GRAPH_URL: base,
    GRAPH_MANAGED_IDENTITY: 'system',
    IDENTITY_ENDPOINT: `${entra.origin}/msi/token`,
    IDENTITY_HEADER: 'header',
  };
}

/** A policy that leaves nothing to say. */
export const soundPolicy = {
  countries: ['SE', 'GB'],
  ownDomains: ['example.org'],
  contact: { name: 'IT support', address: 'it@example.org' },
  support: { tiers: [['it@example.org']], supporters: [appId] },
} as const;
