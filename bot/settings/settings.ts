import { z } from 'zod';
import { loopbackHost } from '../http/caller.ts';
import { logLevels } from '../log.ts';
import { readDatabaseUrl } from '../providers/store/postgres/settings.ts';
import { cloudNamed } from './clouds.ts';
import { matching, type Read, read, secureAddress } from './parsers.ts';
import { phoneSettings } from './phone-settings.ts';

/** A root key of the ring: 32 bytes. */
export interface RootKey {
  readonly version: number;
  readonly key: Uint8Array;
}

function whole(least: number, most: number) {
  const problem = `must be a whole number from ${least} to ${most}`;
  return read((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? { value } : { problem };
  });
}

function oneOf<const T extends string>(...values: readonly T[]) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guid = matching(guidPattern, 'must be a GUID such as 0a1b2c3d-0000-4000-8000-0123456789ab').toLowerCase();

/** A comma list, in lower case. */
export function list(text: string): readonly string[] {
  return text.split(',').flatMap((one) => one.trim().toLowerCase() || []);
}

function listOf(pattern: RegExp, problem: string) {
  return read((text) => {
    const value = list(text);
    return value.length > 0 && value.every((one) => pattern.test(one)) ? { value } : { problem };
  });
}

const keyPattern = /^([1-9]\d{0,5}):([A-Za-z0-9+/]{43}=)$/;

function keyRing(text: string): Read<readonly RootKey[]> {
  const keys: RootKey[] = [];
  for (const one of text.split(',')) {
    const [, version, base64] = keyPattern.exec(one.trim()) ?? [];
    if (!version || !base64) return { problem: 'must be a comma list of version:key, each key 32 bytes in base64' };
    keys.push({ version: Number(version), key: Buffer.from(base64, 'base64') });
  }
  if (new Set(keys.map((one) => one.version)).size < keys.length) return { problem: 'names a version twice' };
  if (new Set(keys.map((one) => one.key.join())).size < keys.length) return { problem: 'has the same key twice' };
  if (keys.some((one) => new Set(one.key).size < 8)) return { problem: 'has a key that is not random' };
  return { value: keys };
}

function mailServer(text: string): Read<string> {
  const url = URL.parse(text);
  const good = (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') && url.hostname !== '';
  return good
    ? { value: text }
    : { problem: 'must be smtp://host:port or smtps://host:port, with user:password@ if need be' };
}

/** Every setting there is, in the order of .env.sample. All come from the environment; one that is empty counts as not set. */
export const settings = z.object({
  HOST: z.string().prefault('127.0.0.1').describe('Address to listen on; local mode takes loopback addresses only.'),
  PORT: whole(0, 65_535).prefault('3978').describe('Port to listen on; 0 lets the system choose.'),
  DATA_DIR: z.string().prefault('data').describe('Folder for the records.'),
  DATABASE_URL: read((text) => readDatabaseUrl(text, loopbackHost))
    .optional()
    .describe(
      'PostgreSQL for the records, postgres://user:password@host:port/database; without it they lie in DATA_DIR.',
    ),
  DATABASE_CA: z.string().optional().describe('PEM file with who signs the certificate of the database server.'),
  DATABASE_PASSWORD_FILE: z
    .string()
    .optional()
    .describe('File with the password for the database, in place of one in its URL.'),
  DATABASE_IDENTITY: z
    .string()
    .optional()
    .describe('Managed identity that comes into the database by a token: system, or a client id.'),
  POLICY_FILE: z.string().optional().describe('JSON file with what IT has decided; without it the defaults hold.'),
  LOG_LEVEL: oneOf(...logLevels)
    .prefault('info')
    .describe(`Least level that is logged: ${logLevels.join(', ')}.`),
  METRICS_TOKEN: matching(/^[\w.~+/=-]{16,}$/, 'must be at least 16 letters, digits or -._~+/=')
    .optional()
    .describe(
      'Bearer token that opens /metrics; without it nobody may read them in Teams mode, and this machine alone in local mode.',
    ),
  KEYS: read(keyRing)
    .optional()
    .describe('Root keys as version:base64 of 32 random bytes, comma list; the highest version seals, all open.'),
  KEYS_NEWEST: whole(1, 999_999)
    .optional()
    .describe('Version of KEYS that seals instead of the highest, until every process knows a new one.'),
  MicrosoftAppId: guid
    .optional()
    .describe('App id of the bot registration; without it the bot runs in local mode, without authentication.'),
  MicrosoftAppType: oneOf('SingleTenant', 'UserAssignedMSI')
    .prefault('SingleTenant')
    .describe('How the bot proves who it is: SingleTenant (with a password) or UserAssignedMSI (without).'),
  MicrosoftAppPassword: z.string().optional().describe('Client secret of the bot registration.'),
  MicrosoftAppTenantId: guid.optional().describe('Tenant of the bot registration.'),
  TENANTS: listOf(guidPattern, 'must be a comma list of tenant GUIDs')
    .optional()
    .describe('Tenants whose people the bot serves, comma list of GUIDs; that of the bot registration unless set.'),
  PUBLIC_HOST: matching(/^([a-z0-9-]+\.)+[a-z0-9-]+$/i, 'must be a full host name, without https:// or port')
    .toLowerCase()
    .optional()
    .describe('Host name the bot is reached at from outside: for the tab, and for providers to tell what arrived.'),
  TAB_APP_ID: guid
    .optional()
    .describe(
      'App registration the tab signs people in with; that of the bot unless set. A managed identity needs one.',
    ),
  TEAMS_APP_ID: guid.optional().describe('Id of the app in the catalogue of Teams, for links to the chat.'),
  ORGANISATION: z.string().optional().describe('Name of your organisation, as Teams shows it; for npm run manifest.'),
  CLOUD: read(cloudNamed)
    .prefault('public')
    .describe('Cloud of Microsoft that Teams and Entra are in: public or gcc; the bot works in no other.'),
  SMTP_URL: read(mailServer).optional().describe('Mail server: smtp://[user:password@]host[:port] or smtps://….'),
  MAIL_FROM: matching(
    /^([^<>\r\n]{1,100} <)?[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+>?$/,
    'must be an address, or Name <address>',
  )
    .optional()
    .describe('Sender of mails: address, or Name <address>.'),
  SUPPORT_CHANNEL: matching(/^19:[\w.=-]+@thread\.(tacv2|skype)$/, 'must be a channel id such as 19:…@thread.tacv2')
    .optional()
    .describe('Channel in which the supporters of the first tenant see tickets; SUPPORT_TEAM goes with it.'),
  SUPPORT_TEAM: matching(
    /^19:[\w.=-]+@thread\.(tacv2|skype)$/,
    'must be the id of the General channel, 19:…@thread.tacv2',
  )
    .optional()
    .describe('Team of the support channel, by the id of its General channel; its members are the supporters.'),
  SUPPORT_SERVICE_URL: read(secureAddress)
    .optional()
    .describe('Address of Teams for the support channel; that of the cloud unless set.'),
  ...phoneSettings,
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
  PLAYGROUND: oneOf('on', 'off')
    .prefault('on')
    .describe('Local mode: whether to start the Playground, a Teams-like page to try the bot in; on or off.'),
  PLAYGROUND_PORT: whole(1, 65_535).prefault('56150').describe('Local mode: port of the Playground.'),
});

export type SettingName = keyof typeof settings.shape;
