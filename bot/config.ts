import { loopbackHost } from './http/loopback.ts';
import type { LogLevel } from './log.ts';
import { type PhonesConfig, phoneContradictions, phonesFrom } from './phone-settings.ts';
import { type RootKey, type SettingName, settings } from './settings.ts';

interface CommonConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly policyFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly metricsToken: string | undefined;
  /** Undefined when no mail server is set. */
  readonly phones: PhonesConfig;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
}

/** For trying the bot on one machine: nobody is authenticated, so nothing leaves loopback. */
export interface LocalConfig extends CommonConfig {
  readonly mode: 'local';
  /** Empty when none are set. */
  readonly keys: readonly RootKey[];
  readonly playground: { readonly start: boolean; readonly port: number };
}

export interface TeamsConfig extends CommonConfig {
  readonly mode: 'teams';
  /** At least one. */
  readonly keys: readonly RootKey[];
  readonly app: {
    readonly id: string;
    readonly tenantId: string;
  } & ({ readonly type: 'SingleTenant'; readonly password: string } | { readonly type: 'UserAssignedMSI' });
  /** In lower case, as are the hosts. */
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[];
  readonly openIdMetadata: string;
  readonly tokenIssuer: string;
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
  const problems = [...malformed, ...contradictions(given)];
  if (problems.length > 0 || !read.success) return { ok: false, problems };
  return { ok: true, config: deepFreeze(configFrom(read.data)) };
}

const settingNames = Object.keys(settings.shape) as SettingName[];

const teamsNeeds: readonly SettingName[] = ['MicrosoftAppTenantId', 'TENANTS', 'KEYS'];

const teamsOnly: readonly SettingName[] = [
  'MicrosoftAppType',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'TENANTS',
  'SERVICE_HOSTS',
  'OPENID_METADATA',
  'TOKEN_ISSUER',
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
  if (has('MAIL_FROM') && !has('SMTP_URL')) problems.push('SMTP_URL is missing: MAIL_FROM needs it.');
  problems.push(...phoneContradictions(given));
  return problems;
}

function configFrom(read: ReturnType<typeof settings.parse>): Config {
  const common: CommonConfig = {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    policyFile: read.POLICY_FILE,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN,
    phones: phonesFrom(read),
    mail: read.SMTP_URL && read.MAIL_FROM ? { url: read.SMTP_URL, from: read.MAIL_FROM } : undefined,
  };
  const keys = read.KEYS ?? [];
  if (read.MicrosoftAppId === undefined) {
    return {
      ...common,
      mode: 'local',
      keys,
      playground: { start: read.PLAYGROUND !== 'off', port: read.PLAYGROUND_PORT },
    };
  }
  const app = { id: read.MicrosoftAppId, tenantId: read.MicrosoftAppTenantId ?? '' };
  return {
    ...common,
    mode: 'teams',
    keys,
    app:
      read.MicrosoftAppType === 'SingleTenant'
        ? { ...app, type: 'SingleTenant', password: read.MicrosoftAppPassword ?? '' }
        : { ...app, type: 'UserAssignedMSI' },
    tenants: read.TENANTS ?? [],
    serviceHosts: read.SERVICE_HOSTS,
    openIdMetadata: read.OPENID_METADATA,
    tokenIssuer: read.TOKEN_ISSUER,
  };
}

/** Typed arrays can't be frozen; nobody changes a key. */
function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)) deepFreeze(inner);
  }
  return Object.freeze(value);
}
