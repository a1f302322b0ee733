import type { TestContext } from 'node:test';
import { trialRecipient } from '../../bot/compose/campaigns.ts';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { whereListed } from '../../bot/domain/campaigns/audience.ts';
import type { Campaign } from '../../bot/domain/campaigns/campaign.ts';
import { type DecidedPolicy, defaultPolicy } from '../../bot/domain/policy.ts';
import { policyOfEverybody } from '../../bot/domain/policy-rules.ts';
import type { Directory, DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { day } from '../../bot/domain/time.ts';
import { createSigningKeys } from '../../bot/http/signing-keys.ts';
import { createTabGate } from '../../bot/http/tab-gate.ts';
import { tabRoutes, teamsHosts } from '../../bot/http/tab-routes.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { embeddedWhereabouts } from '../../bot/providers/directory/embedded/embedded.ts';
import { readCampaign } from '../../bot/settings/campaign-file.ts';
import { changePolicy, keptPolicy, policyGiven } from '../../bot/settings/policy-file.ts';
import { createTab, type TabPorts } from '../../bot/tab/tab.ts';
import { teller } from '../../bot/texts/tell.ts';
import { campaignCard } from '../../cards/campaigns/message.ts';
import { openMemoryStore } from './memory-store.ts';
import { openId, type SigningPair, signingPair, tokenOf } from './openid.ts';
import { blindObserver } from './outbox-parts.ts';
import { type Served, serve } from './serve.ts';

export const tabHost = 'bot.example.org';
export const tabAppId = '0a1b2c3d-0000-4000-8000-0000000000bb';
export const tenant = '0a1b2c3d-0000-4000-8000-00000000cafe';
export const kim = { tenantId: tenant, objectId: '0a1b2c3d-0000-4000-8000-000000000001' };
export const authority = 'https://login.microsoftonline.com';
/** A Monday morning. */
export const monday = Date.UTC(2026, 10, 23, 8);

/** What Entra writes about Kim into a token of version 2.0 for the tab. */
export const goodClaims = {
  aud: tabAppId,
  iss: `${authority}/${tenant}/v2.0`,
  ver: '2.0',
  tid: tenant,
  oid: kim.objectId,
  scp: 'access_as_user',
  azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  nbf: monday / 1_000 - 60,
  iat: monday / 1_000 - 60,
  exp: monday / 1_000 + 3_600,
};

export interface TabBench {
  readonly served: Served;
  readonly store: Store;
  readonly pair: SigningPair;
  readonly keys: { behave(how: 'well' | 'fail'): void; publish(...pairs: readonly SigningPair[]): void };
  /** A token with these claims in the place of the good ones; undefined leaves one out. */
  token(
    change?: Readonly<Record<string, unknown>>,
    header?: Record<string, unknown>,
    pair?: SigningPair,
  ): Promise<string>;
  /** Asks as whoever the token speaks for. */
  ask(path: string, token: string | undefined, init?: RequestInit): Promise<Response>;
}

export interface TabBenchOptions extends Partial<Omit<TabPorts, 'store' | 'policy' | 'clock'>> {
  readonly people?: readonly Person[];
  readonly entries?: Readonly<Record<string, DirectoryEntry>>;
  readonly policy?: DecidedPolicy;
  readonly tenants?: readonly string[];
  readonly clock?: () => number;
}

let pair: SigningPair | undefined;

/** The tab behind a real server on loopback, with keys of our own in the place of Entra's. */
export async function tabBench(t: TestContext, options: TabBenchOptions = {}): Promise<TabBench> {
  const { clock = () => monday, tenants = [tenant] } = options;
  pair ??= signingPair('entra');
  const own = pair;
  const keys = await openId(own);
  t.after(() => keys.close());
  const log = createLog('silent');
  const metrics = createMetrics();
  const tab = await tabOf(options);
  const gate = createTabGate(
    { appId: tabAppId, resource: `api://${tabHost}/botid-${tabAppId}`, tenants, authority },
    () => createSigningKeys(keys.url, clock),
    clock,
  );
  const served = await serve(t, { routes: tabRoutes({ ...tab, gate, hosts: teamsHosts, metrics, log }), metrics });
  return {
    served,
    store: tab.store,
    pair: own,
    keys,
    token: (change = {}, header = {}, other = own) => {
      const claims = Object.entries({ ...goodClaims, ...change }).filter(([, value]) => value !== undefined);
      return tokenOf(other, Object.fromEntries(claims), header);
    },
    ask: (path, token, init = {}) => {
      const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...init.headers };
      return fetch(served.origin + path, { ...init, headers });
    },
  };
}

/** The tab without its door, over a store in memory with these people. */
export async function tabOf(options: TabBenchOptions) {
  const { people = [], policy = defaultPolicy, clock = () => monday } = options;
  const store = openMemoryStore();
  for (const person of people) {
    await store.update('person', personId(person.employee), () => ({ record: person, outcome: undefined }));
  }
  await store.update('policy', 'policy', () => ({ record: policy, outcome: undefined }));
  const tab = createTab({
    directory: directoryOf(options.entries ?? { [kim.objectId]: employee('Kim Berg') }),
    observer: blindObserver,
    registration: 'here',
    openTickets: async () => [],
    isSupporter: async () => false,
    ticketStatistics: { openTickets: async () => [], failures: async () => [] },
    auditNamesSeen: async () => undefined,
    audienceOf: async () => ({
      listed: [],
      personOf: async () => undefined,
      reaches: async () => true,
      members: undefined,
      policy,
      whereabouts: whereListed,
    }),
    whereabouts: embeddedWhereabouts([]),
    policies: { known: async () => () => policyOfEverybody(policy) },
    trial: async () => 'sent',
    preview: (campaign, language) => campaignCard(teller(language, null), previewOf(campaign, clock())),
    readCampaign,
    keptPolicy: async () => (await keptPolicy(store)) ?? { policy, before: undefined, history: [] },
    changePolicy: (next, how) => changePolicy(store, next, how, clock()),
    readPolicy: policyGiven,
    workFailed: () => undefined,
    teamsAppId: undefined,
    ...options,
    store,
    policy: async () => policyOfEverybody(policy),
    clock,
  });
  return { ...tab, store };
}

function previewOf(campaign: Campaign, now: number) {
  return { campaign, recipient: trialRecipient(campaign, kim, now), registration: 'here', now } as const;
}

export function employee(displayName: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry {
  const signInName = `${displayName.toLowerCase().replaceAll(' ', '.')}@example.org`;
  return { displayName, signInName, mailboxes: [signInName], account: 'member', administrator: false, ...more };
}

function directoryOf(entries: Readonly<Record<string, DirectoryEntry>>): Directory {
  return { entry: async ({ objectId }) => entries[objectId] };
}

/** Kim has a phone, proven long ago, and a mailbox, proven yesterday. */
export const kimsRecord: Person = {
  ...newPerson(kim),
  language: 'sv',
  timeZone: 'Europe/Stockholm',
  methods: {
    'authentication-phone': { address: '+46701234567', channel: 'text', provenAt: monday - 200 * day },
    'authentication-email': { address: 'kim.home@example.net', channel: 'email', provenAt: monday - day },
  },
};
