import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../settings/config.ts';
import { nearestName } from '../settings/nearest-name.ts';
import { type SettingName, settings } from '../settings/settings.ts';
import type { CheckFinding } from './examination.ts';

const names = Object.keys(settings.shape) as SettingName[];

/** Names that begin so are meant for us, wherever they are set. */
const ours =
  /^(MicrosoftApp|TWILIO_|SMTP_|GRAPH_|GATEWAY_|AZURE_SMS_|MAIL_|PHONE_|SUPPORT_|TICKETS_|METRICS_|PLAYGROUND)/i;
/** What an orchestrator sets for a service that happens to be named like one of ours (`GATEWAY_SERVICE_HOST`). */
const orchestrators = /_SERVICE_(HOST|PORT)|_PORT(_\d+_|$)/;
/** What may stand in a file of settings and is read by the runtime or its packages. */
const runtimes = /^(NODE_|npm_|AZURE_|OTEL_|PATH$|TZ$|LANG$|LC_|DEBUG$)|^(https?|all|no)_proxy$/i;

/**
 * Names that are set and not known: a misspelt setting is as good as none.
 * @param environment names of all that is set
 * @param file names that stand in `.env`, which is ours alone
 */
export function unknownNames(environment: readonly string[], file: readonly string[]): readonly CheckFinding[] {
  const unknown = [...new Set([...environment, ...file])].filter(
    (name) => !(names as readonly string[]).includes(name),
  );
  return unknown.flatMap((name): readonly CheckFinding[] => {
    const near = nearestName(name, names);
    const inFile = file.includes(name) && !runtimes.test(name);
    if (!inFile && near === undefined && (!ours.test(name) || orchestrators.test(name))) return [];
    const where = file.includes(name) ? `${name} in .env` : `${name} in the environment`;
    return [
      {
        id: 'setting-unknown',
        verdict: 'warning',
        says: `There is no setting ${name}; it does nothing.${near === undefined ? '' : ` Did you mean ${near}?`}`,
        where,
        fix:
          near === undefined
            ? 'take it away; .env.sample lists every setting.'
            : `rename it to ${near}, or take it away.`,
      },
    ];
  });
}

/** What is set for the runtime and takes away what the bot relies on. */
export function runtimeFindings({ NODE_TLS_REJECT_UNAUTHORIZED: checks }: NodeJS.ProcessEnv): readonly CheckFinding[] {
  if (checks !== '0') return [];
  return [
    {
      id: 'tls-off',
      verdict: 'problem',
      says: 'Nobody the bot talks to has to show a certificate: codes, secrets and requests for help can be read on their way.',
      where: 'NODE_TLS_REJECT_UNAUTHORIZED',
      fix: 'take it away; where an authority of your own signs, name its certificate in NODE_EXTRA_CA_CERTS.',
    },
  ];
}

/** Settings that do nothing without another. */
const needs: readonly (readonly [name: SettingName, others: readonly SettingName[]])[] = [
  ['TEAMS_APP_ID', ['PUBLIC_HOST']],
  ['TAB_APP_ID', ['PUBLIC_HOST']],
  ['SUPPORT_SERVICE_URL', ['SUPPORT_CHANNEL']],
  ['TWILIO_AUTH_TOKEN', ['TWILIO_ACCOUNT_SID']],
  ['TWILIO_URL', ['TWILIO_ACCOUNT_SID']],
  ['TICKETS_NAME', ['TICKETS_URL', 'TICKETS_STATUS_SECRET']],
  ['TICKETS_HEADER', ['TICKETS_URL']],
  ['TICKETS_SHARE', ['TICKETS_URL']],
  ['GATEWAY_CHANNELS', ['GATEWAY_URL']],
  ['GATEWAY_BODY', ['GATEWAY_URL']],
  ['GATEWAY_FROM', ['GATEWAY_URL']],
  ['PHONE_LIMITS', ['GATEWAY_URL', 'AZURE_SMS_CONNECTION', 'TWILIO_ACCOUNT_SID']],
  ['PHONE_ROUTES', ['GATEWAY_URL', 'AZURE_SMS_CONNECTION', 'TWILIO_ACCOUNT_SID']],
];

/** Settings that are known and do nothing as the others are. */
export function unusedSettings(given: Readonly<Record<string, string | undefined>>): readonly CheckFinding[] {
  const has = (name: SettingName) => Boolean(given[name]?.trim());
  const idle = (name: SettingName, says: string, fix: string): readonly CheckFinding[] =>
    has(name)
      ? [{ id: 'setting-unused', verdict: 'warning', says: `${name} does nothing: ${says}.`, where: name, fix }]
      : [];
  const found = needs.flatMap(([name, others]) =>
    others.some(has)
      ? []
      : idle(name, `${others.join(' or ')} is not set`, `set ${others.join(' or ')}, or take ${name} away.`),
  );
  if (!has('MicrosoftAppId')) return found;
  const managed = given.MicrosoftAppType?.trim() === 'UserAssignedMSI';
  return [
    ...found,
    ...idle('PLAYGROUND_PORT', 'the Playground is for local mode', 'take it away.'),
    ...(managed ? idle('MicrosoftAppPassword', 'a managed identity has no password', 'take it away.') : []),
  ];
}

/**
 * What the settings tell by themselves, beyond each being valid.
 * @param program the folder the program lies in
 */
export function setupFindings(config: Config, program: string): readonly CheckFinding[] {
  if (config.mode === 'local') return [];
  return [...tenants(config), ...reach(config), ...folder(config, program), ...metrics(config)];
}

/** A single-tenant registration is reached from its own tenant; the directory knows the people of one. */
function tenants(config: Extract<Config, { mode: 'teams' }>): readonly CheckFinding[] {
  const own = config.app.tenantId.toLowerCase();
  const found: CheckFinding[] = [];
  if (!config.tenants.includes(own)) {
    found.push({
      id: 'tenants-foreign',
      verdict: 'problem',
      says: 'TENANTS does not name the tenant of the bot registration: everybody there is turned away.',
      where: 'TENANTS, MicrosoftAppTenantId',
      fix: `set TENANTS to ${own}, or put it into the list.`,
    });
  }
  const directory = config.graph?.identity.tenantId.toLowerCase();
  if (directory !== undefined && !config.tenants.includes(directory)) {
    found.push({
      id: 'tenants-directory',
      verdict: 'problem',
      says: 'TENANTS does not name the tenant of the directory: nobody who is in it is served.',
      where: 'TENANTS, GRAPH_TENANT_ID',
      fix: `put ${directory} into TENANTS, or correct GRAPH_TENANT_ID.`,
    });
  }
  const others = config.tenants.filter((one) => one !== own && one !== directory);
  if (others.length > 0 && directory !== undefined) {
    found.push({
      id: 'tenants-unknown',
      verdict: 'warning',
      says: `TENANTS names ${others.join(', ')}, whose people are not in the directory: they are told that the bot is not for them.`,
      where: 'TENANTS',
      fix: 'take them out.',
    });
  }
  return found.length > 0
    ? found
    : [{ id: 'tenants', verdict: 'good', says: 'The bot serves the tenant it is registered in.' }];
}

function reach({ tab }: Extract<Config, { mode: 'teams' }>): readonly CheckFinding[] {
  if (tab === undefined) {
    return [
      {
        id: 'public-host',
        verdict: 'warning',
        says: 'PUBLIC_HOST is not set: there is no tab, and providers do not tell whether a code arrived.',
        where: 'PUBLIC_HOST',
        fix: 'set it to the host name people and Teams reach the bot at.',
      },
    ];
  }
  if (tab.teamsAppId !== undefined) return [];
  return [
    {
      id: 'teams-app-id',
      verdict: 'warning',
      says: 'TEAMS_APP_ID is not set: no page of the tab can lead to the chat, and no app package can be made.',
      where: 'TEAMS_APP_ID',
      fix: 'make up a GUID once, and keep it.',
    },
  ];
}

function folder({ dataDir }: Config, program: string): readonly CheckFinding[] {
  const below = relative(program, resolve(dataDir));
  if (below.startsWith('..') || isAbsolute(below)) return [];
  return [
    {
      id: 'data-dir-inside',
      verdict: 'warning',
      says: `The records lie in the folder of the program (${resolve(dataDir)}): a deployment that replaces it loses them.`,
      where: 'DATA_DIR',
      fix: 'set it to a folder outside, with its full path: a relative one counts from where the bot is started.',
    },
  ];
}

function metrics({ metricsToken }: Config): readonly CheckFinding[] {
  if (metricsToken !== undefined) return [];
  return [
    {
      id: 'metrics-token',
      verdict: 'note',
      says: 'METRICS_TOKEN is not set: /metrics answers this machine alone, and nobody behind a proxy.',
      where: 'METRICS_TOKEN',
    },
  ];
}
