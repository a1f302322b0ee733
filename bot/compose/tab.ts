import type { Server } from 'restify';
import { campaignCard } from '../../cards/campaigns/message.ts';
import { inTime } from '../deadline.ts';
import type { AccountObserver } from '../domain/account/facts.ts';
import type { EmployeeKey } from '../domain/account/person.ts';
import type { Policies } from '../domain/policies.ts';
import { type DecidedPolicy, defaultPolicy } from '../domain/policy.ts';
import type { CampaignMessenger } from '../domain/ports/campaign.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import type { AskStanding } from '../domain/tickets/ports.ts';
import { type Ticket, ticketNumber } from '../domain/tickets/ticket.ts';
import type { Tickets } from '../domain/tickets/tickets.ts';
import { second } from '../domain/time.ts';
import type { WeeklySummary } from '../domain/weekly-summary.ts';
import { createSigningKeys } from '../http/signing-keys.ts';
import { createTabGate, localTabGate, type TabGate } from '../http/tab-gate.ts';
import { localTabRoutes, tabRoutes, teamsHosts } from '../http/tab-routes.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { OpenedGraph } from '../providers/directory/graph/graph.ts';
import { readCampaign } from '../settings/campaign-file.ts';
import type { Config, TeamsConfig } from '../settings/config.ts';
import { changePolicy, keptPolicy, policyGiven } from '../settings/policy-file.ts';
import { localHost, localHostFiles, type Onlooker } from '../tab/local-host.ts';
import type { OpenTicket } from '../tab/my-view.ts';
import { auditNamesSeen } from '../tab/organisation-tab.ts';
import { acceptedLanguage, createTab } from '../tab/tab.ts';
import { createTicketStatistics } from '../tab/ticket-statistics.ts';
import { teller } from '../texts/tell.ts';
import { audienceSources, inAnyOf } from './audience.ts';
import { sendTrial, trialRecipient } from './campaigns.ts';

/** Teams is not waited for any longer than the directory. */
const standingPatience = 3 * second;

interface TabParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly observer: AccountObserver;
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly policy: Policies['policy'];
  readonly policies: Policies;
  readonly whereabouts: WhereaboutsSource;
  readonly tickets: Tickets;
  readonly standing: AskStanding;
  readonly messenger: CampaignMessenger;
  readonly graph: OpenedGraph | undefined;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Those who may look in local mode. */
  readonly people: readonly (Onlooker & { readonly employee: EmployeeKey; readonly inIt?: true })[];
}

/** What is counted for IT, and the way to it. */
interface OpenedTab {
  /** What is told once a week; undefined: it is being counted. */
  readonly weekly: (tenantId: string) => Promise<WeeklySummary | undefined>;
  /** Left out: no host is set for it. */
  readonly routes?: (http: Server) => void;
}

/** The tab: in Teams where a host is set for it, in local mode beside a page that stands in for Teams. */
export function openTab(config: Config, parts: TabParts): OpenedTab {
  const { store, clock, metrics, log, people } = parts;
  const isSupporter = async (employee: EmployeeKey) => {
    // The Playground knows people by its own names only, as `.m365agentsplayground.yml` has them.
    const demo = people.find((one) => one.employee.objectId === employee.objectId);
    // Not known in time is not known.
    const asked = inTime(
      AbortSignal.timeout(standingPatience),
      parts.standing(employee, demo ? `29:${demo.as}` : employee.objectId),
    );
    return (await asked.catch(() => 'unsure')) === 'supporter';
  };
  const lists = parts.graph &&
    config.graph && {
      reader: parts.graph.background,
      tenantId: config.graph.identity.tenantId,
      mode: config.graph.mode,
    };
  const tab = createTab({
    ...parts,
    policy: withRolesOf(
      people.filter(({ inIt }) => inIt),
      parts.policy,
    ),
    teamsAppId: config.mode === 'teams' ? config.tab?.teamsAppId : undefined,
    openTickets: async (employee) => (await parts.tickets.open(employee)).map(shownTicket),
    isSupporter,
    ticketStatistics: createTicketStatistics(store, clock),
    auditNamesSeen: (viewer, count) => auditNamesSeen(store, viewer, count, clock()),
    async audienceOf(tenantId: string, groups: readonly string[], others: readonly DecidedPolicy[] = []) {
      const decided = await parts.policies.decided();
      const sources = await audienceSources(lists, store, groups, decided, {
        tenantId,
        others,
        known: parts.whereabouts.known,
      });
      return { ...sources, members: inAnyOf(sources.members) };
    },
    trial: (viewer, campaign, language) => sendTrial(parts, viewer, campaign, language),
    preview: (campaign, language) =>
      campaignCard(teller(language, null), {
        campaign,
        recipient: trialRecipient(campaign, { tenantId: campaign.tenantId, objectId: '' }, clock()),
        registration: parts.registration,
        now: clock(),
      }),
    readCampaign,
    keptPolicy: async () => (await keptPolicy(store)) ?? { policy: defaultPolicy, before: undefined, history: [] },
    changePolicy: (policy, how) => changePolicy(store, policy, how, clock()),
    readPolicy: policyGiven,
    workFailed: (error) => log.warn('work in the background failed', { kind: 'desk', error }),
  });
  const { weekly } = tab;
  if (config.mode === 'teams') {
    if (!config.tab) return { weekly };
    return { weekly, routes: tabRoutes({ ...tab, gate: entraGate(config, clock), hosts: teamsHosts, metrics, log }) };
  }
  const gate = localTabGate((as) => people.find((one) => one.as === as)?.employee);
  const pages = localHost(people, `http://localhost:${config.playground.port}`);
  return {
    weekly,
    routes(http) {
      tabRoutes({ ...tab, gate, hosts: ["'self'"], metrics, log })(http);
      localTabRoutes((header) => pages[acceptedLanguage(header)], localHostFiles())(http);
    },
  };
}

/** The policy, with all roles for those as well. */
function withRolesOf(
  those: readonly { readonly employee: EmployeeKey }[],
  policy: Policies['policy'],
): Policies['policy'] {
  if (those.length === 0) return policy;
  const ids = those.map(({ employee }) => employee.objectId);
  return async (...asked) => {
    const decided = await policy(...asked);
    const { campaigners, policyMakers, auditors } = decided.roles;
    const roles = {
      campaigners: [...campaigners, ...ids],
      policyMakers: [...policyMakers, ...ids],
      auditors: [...auditors, ...ids],
    };
    return { ...decided, roles };
  };
}

/** A question that waits for its employee is theirs to answer, whoever has taken the ticket. */
function shownTicket({ number, state, question, raisedAt }: Ticket): OpenTicket {
  const waits = question !== null || state === 'returned';
  return {
    number: ticketNumber(number),
    state: waits ? 'returned' : state === 'open' ? 'open' : 'claimed',
    since: raisedAt,
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
