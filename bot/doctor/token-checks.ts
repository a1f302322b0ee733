import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { day } from '../domain/time.ts';
import type { Page, Reader, Wanted } from '../providers/directory/graph/reader.ts';
import type { AppProof, Token } from '../providers/directory/graph/token.ts';
import { grantedIn } from '../providers/directory/graph/token.ts';
import type { Config } from '../settings/config.ts';
import type { CheckFinding } from './examination.ts';

/** Which of the bot's two identities is meant, and the settings that make it. */
export interface IdentityNames {
  readonly id: 'token' | 'bot-token';
  /** `The app`, `The bot`. */
  readonly who: string;
  readonly app: string;
  readonly tenant: string;
  /** What proves it. */
  readonly secret: string;
}

const directoryApp: IdentityNames = {
  id: 'token',
  who: 'The app',
  app: 'GRAPH_CLIENT_ID',
  tenant: 'GRAPH_TENANT_ID',
  secret: 'GRAPH_CLIENT_SECRET',
};

export const botItself: IdentityNames = {
  id: 'bot-token',
  who: 'The bot',
  app: 'MicrosoftAppId',
  tenant: 'MicrosoftAppTenantId',
  secret: 'MicrosoftAppPassword',
};

type Meaning = (names: IdentityNames) => readonly [says: string, where: string, fix: string];

const noDirectory: Meaning = ({ tenant }) => [
  'there is no such directory',
  tenant,
  `check ${tenant}, and the addresses of the cloud if you are in a national one.`,
];

const noFederation: Meaning = ({ app }) => [
  'no federated identity of the app fits',
  app,
  'check issuer, subject and audience of its federated credential.',
];

/** What the codes of the token service mean. Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const meanings: Readonly<Record<string, Meaning>> = {
  AADSTS7000215: ({ secret }) => [
    'the client secret is not the right one',
    secret,
    `copy the value of the secret (not its id) into ${secret}.`,
  ],
  AADSTS7000222: ({ secret }) => [
    'the client secret has expired',
    secret,
    `make a new one (App registrations > your app > Certificates & secrets) and set it. ${secret.endsWith('_FILE') ? 'In a file it is found without a restart.' : 'Then start the bot again.'}`,
  ],
  AADSTS700016: ({ app, tenant }) => [
    'the directory does not know the app',
    `${app}, ${tenant}`,
    `check ${app} and ${tenant}, and that an administrator has given consent.`,
  ],
  AADSTS90002: noDirectory,
  AADSTS900023: noDirectory,
  AADSTS900021: noDirectory,
  AADSTS700027: () => [
    'the certificate is not registered with the app, or not valid any more',
    'GRAPH_CERTIFICATE_FILE',
    'upload it (App registrations > your app > Certificates & secrets), or name another file in GRAPH_CERTIFICATE_FILE.',
  ],
  AADSTS700024: () => [
    'our proof is not valid at this time',
    'the clock of this machine',
    "set this machine's clock right, and check the dates of the certificate.",
  ],
  AADSTS7000112: ({ app }) => [
    'the app is switched off',
    app,
    'switch it on (Enterprise applications > your app > Properties).',
  ],
  AADSTS70021: noFederation,
  AADSTS700213: noFederation,
  ENOENT: ({ secret }) => [`the file of ${secret} is not there`, secret, 'check the path in the settings.'],
  EACCES: ({ secret }) => [
    `the file of ${secret} may not be read`,
    secret,
    'let the account that runs the bot read it.',
  ],
};

const unknownMeaning: Meaning = ({ app, tenant, secret }) => [
  'it does not take our proof',
  `${app}, ${tenant}`,
  `check ${app}, ${tenant} and ${secret}.`,
];

/** The directory's app, with the setting that proves it. */
export function namesOf({ kind }: AppProof): IdentityNames {
  return { ...directoryApp, secret: proofSettings[kind] };
}

const proofSettings: Readonly<Record<AppProof['kind'], string>> = {
  secret: 'GRAPH_CLIENT_SECRET',
  'secret-file': 'GRAPH_CLIENT_SECRET_FILE',
  certificate: 'GRAPH_CERTIFICATE_FILE',
  'managed-identity': 'GRAPH_MANAGED_IDENTITY',
  'workload-identity': 'GRAPH_TOKEN_FILE',
};

/** What asking for a token came to, in words. */
export function tokenFinding(token: Token, names: IdentityNames = directoryApp): CheckFinding {
  const { id, who, tenant } = names;
  if (token.kind === 'token') {
    const by = id === 'token' ? 'The directory lets the app in' : 'Teams will take what the bot says';
    return { id, verdict: 'good', says: `${by}: a token was given.` };
  }
  const { why, code = '' } = token;
  const named = code === '' ? '' : ` (${code})`;
  if (why === 'rejected') {
    const [says, where, fix] = (meanings[code] ?? unknownMeaning)(names);
    return { id, verdict: 'problem', says: `${who} is not let in: ${says}${named}.`, where, fix };
  }
  const says =
    why === 'late' ? 'The token service did not answer in time.' : `The token service was not reached${named}.`;
  return {
    id,
    verdict: 'problem',
    says,
    where: id === 'token' ? 'GRAPH_AUTHORITY, firewall, proxy' : 'firewall, proxy',
    fix: `let this machine reach the token service over HTTPS (https://login.microsoftonline.com, or the one of your cloud), and check ${tenant}: an unknown one can look the same.`,
  };
}

/** How long before its end a secret is spoken of, and from when on it is urgent. */
const soon = 30 * day;
const urgent = 7 * day;

const registrations = z.object({
  value: z.array(
    z.object({
      passwordCredentials: z.array(
        z.object({ hint: z.string().nullish(), endDateTime: z.iso.datetime({ offset: true }).nullish() }),
      ),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});
type Registration = z.infer<typeof registrations>['value'][number];

/** Secrets of an app registration, without their values. Permission: Application.Read.All. */
function secretsOf(appId: string): Wanted<Page<Registration>> {
  const path = `/applications?$filter=${encodeURIComponent(`appId eq '${appId}'`)}&$select=passwordCredentials`;
  return { call: { what: 'app registration', workload: 'directory', path }, schema: registrations, maxAge: 0 };
}

interface Secret {
  readonly setting: string;
  readonly appId: string;
  readonly secret: string;
}

/** The secrets in the settings; what lies in a file is read there. */
async function secretsIn(config: Config): Promise<readonly Secret[]> {
  const found: Secret[] = [];
  if (config.mode === 'teams' && config.app.type === 'SingleTenant')
    found.push({ setting: 'MicrosoftAppPassword', appId: config.app.id, secret: config.app.password });
  const proof = config.graph?.identity.proof;
  if (proof?.kind === 'secret') found.push({ setting: 'GRAPH_CLIENT_SECRET', appId: proof.id, secret: proof.secret });
  if (proof?.kind === 'secret-file') {
    const secret = await readFile(proof.file, 'utf8').catch(() => '');
    found.push({ setting: 'GRAPH_CLIENT_SECRET_FILE', appId: proof.id, secret: secret.trim() });
  }
  return found;
}

/**
 * When the secrets end, where the directory may be asked for it: it shows the first three characters of each, which tells
 * ours from others. Source: Microsoft Learn, passwordCredential resource type.
 * @param token of the directory; says whether it may be asked
 */
export async function* secretEnds(
  config: Config,
  reader: Reader,
  token: string,
  now: number,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  const secrets = await secretsIn(config);
  if (secrets.length === 0) return;
  if (!grantedIn(token)?.some((one) => /^(Application|Directory)\.Read(Write)?\.All$/.test(one))) {
    const says =
      'When the client secrets end can not be seen: they are valid now. Note the day down, or give the app Application.Read.All.';
    yield { id: 'secret-end', verdict: 'note', says, where: secrets.map(({ setting }) => setting).join(', ') };
    return;
  }
  for (const { setting, appId, secret } of secrets) {
    const read = await reader.all(secretsOf(appId), signal);
    const listed = read.kind === 'read' ? read.value.flatMap((one) => one.passwordCredentials) : [];
    const ours = listed.filter(({ hint }) => hint === secret.slice(0, 3));
    const ends = (ours.length > 0 ? ours : listed).flatMap(({ endDateTime }) =>
      endDateTime ? [Date.parse(endDateTime)] : [],
    );
    if (ends.length === 0)
      yield { id: 'secret-end', verdict: 'note', says: `When ${setting} ends could not be read.`, where: setting };
    else yield endFinding(setting, Math.max(...ends), now);
  }
}

/** When the certificate the bot shows to the directory ends, read from its own file. */
export async function* certificateEnd(config: Config, now: number): AsyncGenerator<CheckFinding> {
  const proof = config.graph?.identity.proof;
  if (proof?.kind !== 'certificate') return;
  const pem = await readFile(proof.file).catch(() => undefined);
  // What can't be read is said where the token is asked for.
  if (!pem) return;
  const [certificate] = certificatesIn(pem);
  if (certificate) yield endFinding('GRAPH_CERTIFICATE_FILE', Date.parse(certificate.validTo), now);
}

function certificatesIn(pem: Buffer): readonly X509Certificate[] {
  try {
    return [new X509Certificate(pem)];
  } catch {
    return [];
  }
}

export function endFinding(setting: string, end: number, now: number): CheckFinding {
  const left = end - now;
  const date = new Date(end).toISOString().slice(0, 10);
  if (left > soon) return { id: 'secret-end', verdict: 'good', says: `${setting} is valid until ${date}.` };
  const days = Math.floor(left / day);
  const says =
    left <= 0
      ? `${setting} ended on ${date}.`
      : `${setting} ends on ${date}, in ${days} ${days === 1 ? 'day' : 'days'}; then nobody is served any more.`;
  const fix =
    'make a new one (App registrations > your app > Certificates & secrets), set it, and start the bot again.';
  return { id: 'secret-end', verdict: left < urgent ? 'problem' : 'warning', says, where: setting, fix };
}
