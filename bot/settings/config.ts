import { z } from 'zod';
import { loopbackHost } from '../http/caller.ts';
import type { LogLevel } from '../log.ts';
import { azureContradictions, azureFrom } from '../providers/delivery/azure/settings.ts';
import type { PhoneProvider } from '../providers/delivery/by-country.ts';
import { gatewayContradictions, gatewayFrom } from '../providers/delivery/gateway/settings.ts';
import { type SmtpSettings, smtpContradictions, smtpFrom } from '../providers/delivery/smtp/settings.ts';
import { twilioContradictions, twilioFrom } from '../providers/delivery/twilio/settings.ts';
import { type GraphDefaults, type GraphSettings, readGraphSettings } from '../providers/directory/graph/settings.ts';
import { keyContradictions, keysFrom, type RootKey } from '../providers/keys/settings.ts';
import type { WritableFormat } from '../providers/store/format.ts';
import {
  type DatabaseSettings,
  databaseContradictions,
  databaseFrom,
  databaseSettings,
} from '../providers/store/postgres/settings.ts';
import {
  type TicketSystemSettings,
  ticketSystemContradictions,
  ticketSystemFrom,
} from '../providers/ticket-system/settings.ts';
import { authorityOf, type Cloud, clouds } from './clouds.ts';
import { type SettingName, settings } from './settings.ts';

interface CommonConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Undefined when the records lie in the folder. */
  readonly database: DatabaseSettings | undefined;
  /** Undefined: the newest. */
  readonly format: WritableFormat | undefined;
  readonly policyFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly metricsToken: string | undefined;
  /** Undefined when the directory is the embedded one. */
  readonly graph: GraphSettings | undefined;
  readonly phones: PhonesConfig;
  /** Undefined when no mail server is set. */
  readonly mail: SmtpSettings | undefined;
  /** Where the supporters see tickets, unless one of them has chosen another channel; undefined: mail only, until one does. */
  readonly supportChannel: ConfiguredChannel | undefined;
  /** The organisation's own, for the first tenant; undefined: there is none. */
  readonly ticketSystem: TicketSystemSettings | undefined;
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
  problems.push(...smtpContradictions(given));
  if (has('SUPPORT_CHANNEL') !== has('SUPPORT_TEAM'))
    problems.push('SUPPORT_CHANNEL and SUPPORT_TEAM need each other.');
  problems.push(...keyContradictions(given));
  problems.push(...twilioContradictions(given), ...azureContradictions(given), ...gatewayContradictions(given));
  problems.push(...databaseContradictions(given), ...ticketSystemContradictions(given));
  return problems;
}

export type PhonesConfig = ReturnType<typeof phonesFrom>;

/** Undefined for each provider that is not set. */
function phonesFrom(read: ReturnType<typeof settings.parse>) {
  return {
    /** Where the bot is reached from outside; without it, providers are not asked to tell what arrived. */
    publicUrl: read.PUBLIC_HOST && `https://${read.PUBLIC_HOST}`,
    routes: read.PHONE_ROUTES,
    limits: read.PHONE_LIMITS ?? {},
    ...({
      twilio: twilioFrom(read),
      azure: azureFrom(read),
      gateway: gatewayFrom(read),
    } satisfies Record<PhoneProvider, unknown>),
  };
}

/** The database alone, for whoever makes its tables and has no keys; undefined when none is set, or not as it should be. */
export function readDatabase(env: Readonly<Record<string, string | undefined>>): DatabaseSettings | undefined {
  const given = Object.fromEntries(Object.keys(databaseSettings).map((name) => [name, env[name]?.trim() || undefined]));
  const read = z.object(databaseSettings).safeParse(given);
  return read.success ? databaseFrom(read.data) : undefined;
}

function configFrom(read: ReturnType<typeof settings.parse>, graph: GraphSettings | undefined): Config {
  const common: Omit<CommonConfig, 'supportChannel'> = {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    database: databaseFrom(read),
    format: read.FORMAT,
    policyFile: read.POLICY_FILE,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN,
    graph,
    phones: phonesFrom(read),
    mail: smtpFrom(read),
    ticketSystem: ticketSystemFrom(read, firstTenant(read)),
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

/** The one whose support channel and ticket system are set. */
function firstTenant(read: ReturnType<typeof settings.parse>): string {
  return read.MicrosoftAppId === undefined ? playgroundChannel.tenantId : (tenantsFrom(read)[0] ?? '');
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
