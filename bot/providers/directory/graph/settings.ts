import { z } from 'zod';
import { type GivenSettings, secureAddress } from '../../../settings/parsers.ts';
import type { AppProof, Identity } from './token.ts';

/** How the bot works with the organisation's directory; without them the embedded one is used. */
export interface GraphSettings {
  /**
   * link: reads how things stand, and sends people to Microsoft's own registration page · write: sets the methods that
   * people have proven to the bot.
   */
  readonly mode: 'link' | 'write';
  /** With its version, without a slash at the end. */
  readonly base: string;
  readonly identity: Identity;
  /** Mailbox that mails are sent from through Graph; undefined: not through Graph. */
  readonly mailSender: string | undefined;
}

export type ReadGraphSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'graph'; readonly settings: GraphSettings }
  /** One plain sentence per mistake; none repeats a value. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

export const graphSettings = {
  DIRECTORY: z
    .string()
    .optional()
    .describe(
      "The directory: embedded, or Entra: link sends people to Microsoft's page, write sets what they have proven.",
    ),
  GRAPH_URL: z
    .string()
    .optional()
    .describe(
      'Microsoft Graph with its version; that of the cloud, https://graph.microsoft.com/v1.0 in public and GCC, unless set.',
    ),
  GRAPH_AUTHORITY: z
    .string()
    .optional()
    .describe('Where tokens for Graph come from; follows from GRAPH_URL and CLOUD.'),
  GRAPH_TENANT_ID: z.string().optional().describe('Tenant of the directory; that of the bot registration unless set.'),
  GRAPH_CLIENT_ID: z
    .string()
    .optional()
    .describe('App that reads the directory; that of the bot registration unless set. One of its own is better.'),
  GRAPH_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('Secret of that app. Exactly one of this and the next four is needed.'),
  GRAPH_CLIENT_SECRET_FILE: z
    .string()
    .optional()
    .describe('File with the secret, read again when an old one is refused: rotation needs no restart.'),
  GRAPH_CERTIFICATE_FILE: z.string().optional().describe('PEM file with certificate and private key.'),
  GRAPH_TOKEN_FILE: z.string().optional().describe('Federated token kept by the platform (workload identity).'),
  GRAPH_MANAGED_IDENTITY: z
    .string()
    .optional()
    .describe('system, or the client id of a user-assigned managed identity.'),
  GRAPH_MAIL_SENDER: z.string().optional().describe('Mailbox that mails are sent from through Graph.'),
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Settings that say which app the bot is; exactly one of them has to be there. */
const proofs = [
  'GRAPH_CLIENT_SECRET',
  'GRAPH_CLIENT_SECRET_FILE',
  'GRAPH_CERTIFICATE_FILE',
  'GRAPH_TOKEN_FILE',
  'GRAPH_MANAGED_IDENTITY',
] as const;

const others = ['GRAPH_URL', 'GRAPH_AUTHORITY', 'GRAPH_CLIENT_ID', 'GRAPH_TENANT_ID', 'GRAPH_MAIL_SENDER'] as const;

/** What holds where no setting says otherwise. */
export interface GraphDefaults {
  /** As in GraphSettings. */
  readonly base: string;
  /** The token service that belongs to a Graph address. */
  readonly authorityOf: (base: string) => string;
}

/** Reads the settings of the directory out of the environment. */
export function readGraphSettings(env: GivenSettings, defaults: GraphDefaults): ReadGraphSettings {
  const given = (name: string) => env[name]?.trim() || undefined;
  const problems: string[] = [];
  const mode = given('DIRECTORY') ?? 'embedded';
  if (mode === 'embedded') {
    const idle = [...proofs, ...others].filter(given);
    problems.push(...idle.map((name) => `${name} is set but DIRECTORY is not: it must be link or write.`));
    return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'embedded' };
  }
  if (mode !== 'link' && mode !== 'write') problems.push('DIRECTORY must be one of embedded, link, write.');

  const base = (given('GRAPH_URL') ?? defaults.base).replace(/\/+$/, '');
  if (!isBase(base)) problems.push('GRAPH_URL must be an https:// address that ends with a version such as /v1.0.');
  const authority = given('GRAPH_AUTHORITY') ?? (isBase(base) ? defaults.authorityOf(base) : '');
  if (authority !== '' && 'problem' in secureAddress(authority))
    problems.push('GRAPH_AUTHORITY must be an https:// address.');

  const tenantId = given('GRAPH_TENANT_ID') ?? given('MicrosoftAppTenantId') ?? '';
  if (!guid.test(tenantId)) problems.push('GRAPH_TENANT_ID is missing or no GUID: DIRECTORY needs it.');
  const id = given('GRAPH_CLIENT_ID') ?? given('MicrosoftAppId');
  if (id !== undefined && !guid.test(id)) problems.push('GRAPH_CLIENT_ID must be a GUID.');

  const set = proofs.filter(given);
  if (set.length !== 1) {
    const found = set.length === 0 ? 'none is set' : `set are ${set.join(', ')}`;
    problems.push(`Exactly one of ${proofs.join(', ')} has to be set; ${found}.`);
  }
  const [name] = set;
  if (id === undefined && name !== 'GRAPH_MANAGED_IDENTITY')
    problems.push('GRAPH_CLIENT_ID is missing: DIRECTORY needs it.');
  const mailSender = given('GRAPH_MAIL_SENDER');
  if (mailSender !== undefined && !guid.test(mailSender) && !/^[\w.'!#^~-]{1,64}@[\w.-]+\.[\w-]+$/.test(mailSender)) {
    problems.push('GRAPH_MAIL_SENDER must be the address or object id of a mailbox.');
  }
  if (problems.length > 0 || name === undefined) return { kind: 'problems', problems };
  const proof = proofOf(name, given(name) ?? '', id);
  const identity = { tenantId: tenantId.toLowerCase(), proof, authority };
  return { kind: 'graph', settings: { mode: mode === 'write' ? 'write' : 'link', base, identity, mailSender } };
}

function proofOf(name: (typeof proofs)[number], value: string, id = ''): AppProof {
  switch (name) {
    case 'GRAPH_CLIENT_SECRET':
      return { kind: 'secret', id, secret: value };
    case 'GRAPH_CLIENT_SECRET_FILE':
      return { kind: 'secret-file', id, file: value };
    case 'GRAPH_CERTIFICATE_FILE':
      return { kind: 'certificate', id, file: value };
    case 'GRAPH_TOKEN_FILE':
      return { kind: 'workload-identity', id, file: value };
    case 'GRAPH_MANAGED_IDENTITY':
      // `system`, or the client id of a user-assigned identity.
      return guid.test(value) ? { kind: 'managed-identity', id: value } : { kind: 'managed-identity' };
  }
}

function isBase(address: string): boolean {
  return 'value' in secureAddress(address) && /^\/(v\d+\.\d+|beta)$/.test(URL.parse(address)?.pathname ?? '');
}
