import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { day } from '../domain/time.ts';
import type { Page, Reader, Wanted } from '../providers/directory/graph/reader.ts';
import type { Config } from '../settings/config.ts';
import type { Finding } from './finding.ts';
import { grantedIn } from './permissions.ts';

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
): AsyncGenerator<Finding> {
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
export async function* certificateEnd(config: Config, now: number): AsyncGenerator<Finding> {
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

export function endFinding(setting: string, end: number, now: number): Finding {
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
