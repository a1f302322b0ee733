import type { Server } from 'restify';
import type { Config, TeamsConfig } from './config.ts';
import type { EmployeeKey } from './domain/person.ts';
import type { Policy } from './domain/policy.ts';
import type { Clock } from './domain/ports/clock.ts';
import type { Directory } from './domain/ports/directory.ts';
import type { Store } from './domain/ports/store.ts';
import { createSigningKeys } from './http/signing-keys.ts';
import { localTabGate, localTabRoutes } from './http/tab-local.ts';
import { tabRoutes, teamsHosts } from './http/tab-routes.ts';
import { createTabGate, type TabGate } from './http/tab-token.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { localHost, localHostFiles, type Onlooker } from './tab/local-host.ts';
import { noteNamesAsked } from './tab/names-asked.ts';
import { accepted, createTab } from './tab/tab.ts';

interface TabParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly policy: () => Promise<Policy>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Those who may look in local mode. */
  readonly people: readonly (Onlooker & { readonly employee: EmployeeKey })[];
}

/** The tab: in Teams where a host is set for it, in local mode beside a page that stands in for Teams. */
export function openTab(config: Config, parts: TabParts): ((http: Server) => void) | undefined {
  if (config.mode === 'teams' && !config.tab) return undefined;
  const { store, clock, metrics, log, people } = parts;
  const tab = createTab({
    ...parts,
    teamsAppId: config.mode === 'teams' ? config.tab?.teamsAppId : undefined,
    // Until there are tickets, none are open and nobody is a supporter.
    openTickets: async () => [],
    isSupporter: async () => false,
    help: { openTickets: async () => [], failures: async () => [] },
    noteNamesAsked: (supporter, count) => noteNamesAsked(store, supporter, count, clock()),
  });
  if (config.mode === 'teams') {
    return tabRoutes({ ...tab, gate: entraGate(config, clock), hosts: teamsHosts, metrics, log });
  }
  const gate = localTabGate((as) => people.find((one) => one.as === as)?.employee);
  const pages = localHost(people, `http://localhost:${config.playground.port}`);
  return (http) => {
    tabRoutes({ ...tab, gate, hosts: ["'self'"], metrics, log })(http);
    localTabRoutes((header) => pages[accepted(header)], localHostFiles())(http);
  };
}

/** Each tenant's keys are read from its own document, and kept. */
function entraGate({ tab, tenants }: TeamsConfig, clock: Clock): TabGate {
  const { host = '', appId = '', authority = '' } = tab ?? {};
  const document = (tenant: string) => `${authority}/${tenant}/v2.0/.well-known/openid-configuration`;
  const keys = new Map(tenants.map((tenant) => [tenant, createSigningKeys(document(tenant), clock)]));
  const keysOf = (tenant: string) => keys.get(tenant) ?? (async () => ({ kind: 'unknown-key' }) as const);
  return createTabGate({ appId, resource: `api://${host}/botid-${appId}`, tenants, authority }, keysOf, clock);
}
