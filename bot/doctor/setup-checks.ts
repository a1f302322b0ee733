import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../settings/config.ts';
import type { Finding } from './finding.ts';

/**
 * What the settings tell by themselves, beyond each being valid.
 * @param program the folder the program lies in
 */
export function setupFindings(config: Config, program: string): readonly Finding[] {
  if (config.mode === 'local') return [];
  return [...tenants(config), ...reach(config), ...folder(config, program), ...metrics(config)];
}

/** A single-tenant registration is reached from its own tenant; the directory knows the people of one. */
function tenants(config: Extract<Config, { mode: 'teams' }>): readonly Finding[] {
  const own = config.app.tenantId.toLowerCase();
  const found: Finding[] = [];
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

function reach({ tab }: Extract<Config, { mode: 'teams' }>): readonly Finding[] {
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

function folder({ dataDir }: Config, program: string): readonly Finding[] {
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

function metrics({ metricsToken }: Config): readonly Finding[] {
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
