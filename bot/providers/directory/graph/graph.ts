import type { Time } from '../../../deadline.ts';
import type { PolicyRule } from '../../../domain/policy.ts';
import type { Budget, Quota } from '../../../domain/ports/budget.ts';
import type { AppInstaller } from '../../../domain/ports/campaign.ts';
import type { Delivery } from '../../../domain/ports/delivery.ts';
import type { MethodWriter } from '../../../domain/ports/method-writer.ts';
import type { Store } from '../../../domain/ports/store.ts';
import { minute, second } from '../../../domain/time.ts';
import type { Log } from '../../../log.ts';
import { createBudget } from '../../budget/in-process.ts';
import { createHeldBudget, createSharedBudget } from '../../budget/in-records.ts';
import { graphMailDelivery } from '../../delivery/graph-mail/graph-mail.ts';
import { type Counted, createGraphClient } from './client.ts';
import { graphDirectory } from './directory.ts';
import { graphInstaller } from './installation.ts';
import { createLookups } from './lookups.ts';
import { graphMethodWriter } from './method-writer.ts';
import { ownDomainsSource } from './organisation.ts';
import { createCache, createReader, type Reader } from './reader.ts';
import { createRegistrationList, type RegistrationList } from './registration-list.ts';
import type { GraphSettings } from './settings.ts';
import { createTokenSource, openCredential, scopeOf, type TokenSource } from './token.ts';
import { type GraphWhereabouts, graphWhereabouts } from './whereabouts.ts';

/** What each part of Graph lets through, for this app in this organisation. */
export interface Budgets extends Counted {
  readonly reports: Budget;
}

/**
 * Five requests in ten seconds, whatever is asked. Source: Microsoft Learn, "Microsoft Graph service-specific throttling
 * limits", identity and access reports. Two for the bot itself: three people who come at once find a place.
 */
const reports: Quota = { most: 5, per: 10 * second, background: 2 };

/**
 * 3 500 units in ten seconds in an organisation of under 50 people, 8 000 in one of over 500; a request of ours is one to
 * five units. Same source, identity and access. Half for the bot itself.
 */
const identity: Quota = { most: 700, per: 10 * second, background: 350 };

/** 3 000 changes in 150 seconds, beside what the requests count for. Same source, identity and access. */
const writes: Quota = { most: 3_000, per: 150 * second, background: 1_500 };

/**
 * 30 messages a minute from one mailbox; what comes faster Exchange refuses or puts off. Ten are kept for codes. Source:
 * Microsoft Learn, "Exchange Online limits", sending limits, message rate limit.
 */
const mail: Quota = { most: 30, per: minute, background: 20 };

/**
 * 30 requests a second, reading and installing each; both are counted as one. Same source, Microsoft Teams service limits,
 * installedApps and appCatalogs.
 */
export const installationQuota: Quota = { most: 30, per: second, background: 20 };

/** Kept by this process alone. */
export function ownBudgets(time: Pick<Time, 'now' | 'alarm'>): Budgets {
  const shared = createBudget(time, identity);
  return {
    reports: createBudget(time, reports),
    directory: shared,
    roles: shared,
    policies: shared,
    methods: shared,
    writes: createBudget(time, writes),
    mail: createBudget(time, mail),
    installations: createBudget(time, installationQuota),
  };
}

/**
 * Kept by all processes on these records. Reports and mails are counted together; of the others each process counts its own,
 * far below what may be, and what Graph holds is held for all.
 */
export function sharedBudgets(store: Store, time: Pick<Time, 'now' | 'alarm'>): Budgets {
  const parts = { store, time };
  const asked = createHeldBudget({ ...parts, name: 'identity', quota: identity });
  return {
    reports: createSharedBudget({ ...parts, name: 'reports', quota: reports }),
    directory: asked,
    roles: asked,
    policies: asked,
    methods: asked,
    writes: createHeldBudget({ ...parts, name: 'writes', quota: writes }),
    mail: createSharedBudget({ ...parts, name: 'mail', quota: mail }),
    installations: createSharedBudget({ ...parts, name: 'installations', quota: installationQuota }),
  };
}

/** What the outside world gives. `newId`: a GUID · `chance`: in [0, 1). */
export interface GraphSurroundings {
  readonly time: Time;
  readonly log: Log;
  readonly newId: () => string;
  readonly chance: () => number;
  /** Left out: by the credential in the settings. */
  readonly tokens?: TokenSource | undefined;
  /** Left out: this process keeps them for itself. */
  readonly budgets?: Budgets;
}

/** Everything the bot does through Microsoft Graph, over one client. */
export interface OpenedGraph {
  readonly tokens: TokenSource;
  readonly reader: Reader;
  /** For what the bot looks at by itself. */
  readonly background: Reader;
  readonly list: RegistrationList;
  readonly directory: ReturnType<typeof graphDirectory>;
  readonly ownDomains: ReturnType<typeof ownDomainsSource>;
  /** Where people stand. @param rules those of the policy */
  whereabouts(rules: () => Promise<readonly PolicyRule[]>): GraphWhereabouts;
  /** Installs the app for people. @param externalId the app's id in its manifest */
  installer(externalId: string): AppInstaller;
  /** In write mode. */
  readonly writer: MethodWriter | undefined;
  /** When a mailbox to send from is set. */
  readonly mail: Delivery | undefined;
}

/** Nothing is asked before the first call. */
export function openGraph(settings: GraphSettings, surroundings: GraphSurroundings): OpenedGraph {
  const { mode, base, identity, mailSender } = settings;
  const { time, log, newId, chance } = surroundings;
  const tokens = surroundings.tokens ?? createTokenSource(() => openCredential(identity), scopeOf(base), time.now);
  const budgets = surroundings.budgets ?? ownBudgets(time);
  const client = createGraphClient({ base, tokens, time, log, newId, chance, budgets });
  const cache = createCache(time.now);
  const reader = createReader(client, cache);
  const background = createReader(client, cache, 'background');
  const list = createRegistrationList(background, time, chance, log);
  const lookups = createLookups(reader, time, () => budgets.reports.line('person'));
  const sources = { reader, background, lookups, list };
  return {
    tokens,
    reader,
    background,
    list,
    ownDomains: ownDomainsSource(reader, time),
    directory: graphDirectory(identity.tenantId, sources, time, mode),
    whereabouts: (rules) => graphWhereabouts({ tenantId: identity.tenantId, reader, background, time, log, rules }),
    installer: (externalId) => graphInstaller(client, tokens, externalId),
    writer: mode === 'write' ? graphMethodWriter(identity.tenantId, client, reader) : undefined,
    mail: mailSender === undefined ? undefined : graphMailDelivery(client, mailSender),
  };
}
