import { loopbackHost } from '../http/caller.ts';
import type { LogLevel } from '../log.ts';
import { type GraphDefaults, type GraphSettings, readGraphSettings } from '../providers/directory/graph/settings.ts';
import type { DatabaseSettings } from '../providers/store/postgres/settings.ts';
import { authorityOf, type Cloud, clouds } from './clouds.ts';
import { type PhonesConfig, phoneContradictions, phonesFrom } from './phone-settings.ts';
import { list, type RootKey, type SettingName, settings } from './settings.ts';

interface CommonConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Undefined when the records lie in the folder. */
  readonly database: DatabaseSettings | undefined;
  readonly policyFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly metricsToken: string | undefined;
  /** Undefined when the directory is the embedded one. */
  readonly graph: GraphSettings | undefined;
  readonly phones: PhonesConfig;
  /** Undefined when no mail server is set. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Where the supporters see tickets, unless one of them has chosen another channel; undefined: mail only, until one does. */
  readonly supportChannel: ConfiguredChannel | undefined;
}

interface ConfiguredChannel {
  readonly channel: string;
  readonly team: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}

/** For trying the bot on one machine: nobody is authenticated, so nothing leaves loopback. */
export interface LocalConfig extends CommonConfig {
  readonly mode: 'local';
  /** Empty when none are set. The first one seals. */
  readonly keys: readonly RootKey[];
  readonly playground: { readonly start: boolean; readonly port: number };
}

export interface TeamsConfig extends CommonConfig {
  readonly mode: 'teams';
  /** At least one. The first one seals. */
  readonly keys: readonly RootKey[];
  readonly app: {
    readonly id: string;
    readonly tenantId: string;
  } & ({ readonly type: 'SingleTenant'; readonly password: string } | { readonly type: 'UserAssignedMSI' });
  /** In lower case. */
  readonly tenants: readonly string[];
  readonly cloud: Cloud;
  /** Undefined when no host is set: there is no tab then. */
  readonly tab: TabConfig | undefined;
}

export interface TabConfig {
  readonly host: string;
  /** The registration people sign in to. */
  readonly appId: string;
  readonly teamsAppId: string | undefined;
  /** Without a slash at its end. */
  readonly authority: string;
}

export type Config = LocalConfig | TeamsConfig;

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  /** One plain sentence per mistake; none repeats a value, which may be a secret. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Given = Partial<Record<SettingName, string>>;

/** Turns the environment into a configuration, or names everything that is wrong with it at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given: Given = {};
  for (const name of settingNames) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  const read = settings.safeParse(given);
  const malformed = read.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) ?? [];
  const graph = readGraphSettings(given, graphOf(clouds[read.data?.CLOUD ?? 'public']));
  const problems = [...malformed, ...contradictions(given), ...(graph.kind === 'problems' ? graph.problems : [])];
  if (problems.length > 0 || !read.success) return { ok: false, problems };
  return { ok: true, config: deepFreeze(configFrom(read.data, graph.kind === 'graph' ? graph.settings : undefined)) };
}

/** What the settings of the directory come to in a cloud. */
export function graphOf(cloud: Cloud): GraphDefaults {
  return { base: cloud.graph, authorityOf: (base) => authorityOf(base, cloud) };
}

const settingNames = Object.keys(settings.shape) as SettingName[];

const teamsNeeds: readonly SettingName[] = ['MicrosoftAppTenantId', 'KEYS'];

const teamsOnly: readonly SettingName[] = [
  'MicrosoftAppType',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'TENANTS',
  'CLOUD',
  'TAB_APP_ID',
];

/** What each setting alone can't show: settings that need, or rule out, one another. */
function contradictions(given: Given): readonly string[] {
  const has = (name: SettingName) => given[name] !== undefined;
  const problems: string[] = [];
  if (has('MicrosoftAppId')) {
    const missing = teamsNeeds.filter((name) => !has(name));
    if (given.MicrosoftAppType !== 'UserAssignedMSI' && !has('MicrosoftAppPassword'))
      missing.push('MicrosoftAppPassword');
    problems.push(...missing.map((name) => `${name} is missing: MicrosoftAppId needs it.`));
    if (has('PUBLIC_HOST') && given.MicrosoftAppType === 'UserAssignedMSI' && !has('TAB_APP_ID'))
      problems.push('TAB_APP_ID is missing: PUBLIC_HOST needs it, since nobody can sign in to a managed identity.');
    if (given.PLAYGROUND === 'on')
      problems.push('PLAYGROUND must be off: with MicrosoftAppId only Teams may talk to the bot.');
  } else {
    const idle = teamsOnly.filter(has);
    problems.push(
      ...idle.map((name) => `${name} is set but MicrosoftAppId is missing: nobody would be authenticated.`),
    );
    if (!loopbackHost(given.HOST ?? '127.0.0.1')) {
      problems.push(
        'HOST must be a loopback address such as 127.0.0.1: without MicrosoftAppId nobody is authenticated.',
      );
    }
  }
  if (has('SMTP_URL') && !has('MAIL_FROM')) problems.push('MAIL_FROM is missing: SMTP_URL needs it.');
  if (has('SMTP_URL') && has('GRAPH_MAIL_SENDER'))
    problems.push('SMTP_URL and GRAPH_MAIL_SENDER are both set: mails go out one way only.');
  if (has('MAIL_FROM') && !has('SMTP_URL')) problems.push('SMTP_URL is missing: MAIL_FROM needs it.');
  if (has('SUPPORT_CHANNEL') !== has('SUPPORT_TEAM'))
    problems.push('SUPPORT_CHANNEL and SUPPORT_TEAM need each other.');
  if (has('KEYS_NEWEST') && !list(given.KEYS ?? '').some((key) => key.startsWith(`${given.KEYS_NEWEST}:`)))
    problems.push('KEYS_NEWEST must be the version of one of KEYS.');
  problems.push(...phoneContradictions(given), ...databaseContradictions(given));
  return problems;
}

/** The one that seals is the first. */
function keysFrom({ KEYS = [], KEYS_NEWEST }: Pick<ReturnType<typeof settings.parse>, 'KEYS' | 'KEYS_NEWEST'>) {
  const sealing = KEYS_NEWEST ?? Math.max(...KEYS.map(({ version }) => version));
  return [...KEYS].sort((one, other) => Number(other.version === sealing) - Number(one.version === sealing));
}

/** Of keys that each machine made for itself none would open what another one sealed. */
function databaseContradictions(given: Given): readonly string[] {
  const ways = (['DATABASE_PASSWORD_FILE', 'DATABASE_IDENTITY'] as const).filter((name) => given[name] !== undefined);
  if (given.DATABASE_URL === undefined) {
    const idle = [...ways, ...(given.DATABASE_CA === undefined ? [] : ['DATABASE_CA'])];
    return idle.map((name) => `DATABASE_URL is missing: ${name} needs it.`);
  }
  const inUrl = URL.parse(given.DATABASE_URL)?.password ? ['a password in DATABASE_URL'] : [];
  return [
    ...(given.KEYS === undefined ? ['KEYS is missing: DATABASE_URL needs it.'] : []),
    ...([...ways, ...inUrl].length > 1 ? [`${[...ways, ...inUrl].join(' and ')} are set: one of them is enough.`] : []),
  ];
}

function databaseFrom(read: ReturnType<typeof settings.parse>): DatabaseSettings | undefined {
  if (read.DATABASE_URL === undefined) return undefined;
  const { password, ...where } = read.DATABASE_URL;
  const { DATABASE_PASSWORD_FILE: file, DATABASE_IDENTITY: identity, DATABASE_CA: authority } = read;
  const secret =
    identity !== undefined
      ? ({ kind: 'identity', id: identity === 'system' ? undefined : identity } as const)
      : file !== undefined
        ? ({ kind: 'file', file } as const)
        : password === ''
          ? undefined
          : ({ kind: 'password', password } as const);
  return { ...where, secret, authority };
}

function configFrom(read: ReturnType<typeof settings.parse>, graph: GraphSettings | undefined): Config {
  const common: Omit<CommonConfig, 'supportChannel'> = {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    database: databaseFrom(read),
    policyFile: read.POLICY_FILE,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN,
    graph,
    phones: phonesFrom(read, read.PUBLIC_HOST && `https://${read.PUBLIC_HOST}`),
    mail: read.SMTP_URL && read.MAIL_FROM ? { url: read.SMTP_URL, from: read.MAIL_FROM } : undefined,
  };
  const keys = keysFrom(read);
  if (read.MicrosoftAppId === undefined) {
    return {
      ...common,
      mode: 'local',
      supportChannel: { ...playgroundChannel, serviceUrl: `http://127.0.0.1:${read.PLAYGROUND_PORT}/_connector` },
      keys,
      playground: { start: read.PLAYGROUND !== 'off', port: read.PLAYGROUND_PORT },
    };
  }
  const app = { id: read.MicrosoftAppId, tenantId: read.MicrosoftAppTenantId ?? '' };
  return {
    ...common,
    mode: 'teams',
    supportChannel: channelFrom(read),
    keys,
    app:
      read.MicrosoftAppType === 'SingleTenant'
        ? { ...app, type: 'SingleTenant', password: read.MicrosoftAppPassword ?? '' }
        : { ...app, type: 'UserAssignedMSI' },
    tenants: tenantsFrom(read),
    cloud: clouds[read.CLOUD],
    tab: read.PUBLIC_HOST
      ? {
          host: read.PUBLIC_HOST,
          appId: read.TAB_APP_ID ?? read.MicrosoftAppId,
          teamsAppId: read.TEAMS_APP_ID,
          authority: clouds[read.CLOUD].authority,
        }
      : undefined,
  };
}

/** The Playground's team, as `.m365agentsplayground.yml` has it. */
const playgroundChannel = {
  channel: 'channel-support',
  team: 'team-example',
  tenantId: '7e57ed00-0000-4000-8000-000000000000',
} as const;

/** A single-tenant registration is reached from its own tenant. */
function tenantsFrom({ TENANTS, MicrosoftAppTenantId }: ReturnType<typeof settings.parse>): readonly string[] {
  return TENANTS ?? (MicrosoftAppTenantId === undefined ? [] : [MicrosoftAppTenantId]);
}

function channelFrom(read: ReturnType<typeof settings.parse>): ConfiguredChannel | undefined {
  const { SUPPORT_CHANNEL: channel, SUPPORT_TEAM: team, CLOUD } = read;
  const serviceUrl = read.SUPPORT_SERVICE_URL ?? clouds[CLOUD].serviceUrl;
  const [tenantId] = tenantsFrom(read);
  return channel && team && tenantId ? { channel, team, serviceUrl, tenantId } : undefined;
}

/** Typed arrays can't be frozen; nobody changes a key. */
function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)) deepFreeze(inner);
  }
  return Object.freeze(value);
}
