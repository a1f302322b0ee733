import { randomBytes, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { thisBuild } from '../build.ts';
import { type Alarm, passingTime } from '../deadline.ts';
import type { AccountObserver } from '../domain/account/facts.ts';
import type { Policy } from '../domain/policy.ts';
import type { Quota } from '../domain/ports/budget.ts';
import type { Delivery } from '../domain/ports/delivery.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Pace } from '../domain/ports/pace.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import { type Gate, localGate } from '../http/gate.ts';
import { printRoute } from '../http/print-route.ts';
import { createServer, type Server } from '../http/server.ts';
import { createSigningKeys } from '../http/signing-keys.ts';
import { createTokenGate } from '../http/token-gate.ts';
import { openLocalMode } from '../local/local-mode.ts';
import type { Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { watchWrites } from '../monitoring/last-write.ts';
import { lookForLateness } from '../monitoring/lateness.ts';
import { createSupportReach, watchDrift, watchSupportReach } from '../monitoring/periodic-checks.ts';
import { watchRecords } from '../monitoring/records-watch.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createPersonOutbox } from '../outbox/person-outbox.ts';
import { createHelp } from '../outbox/ticket-help.ts';
import { createTicketOutbox } from '../outbox/ticket-outbox.ts';
import { createWeeklySummary } from '../outbox/weekly-summary.ts';
import { startWorker } from '../outbox/worker.ts';
import { createSharedBudget } from '../providers/budget/in-records.ts';
import { createPace } from '../providers/budget/teams-pace.ts';
import { smtpDelivery } from '../providers/delivery/smtp/smtp.ts';
import { embeddedDirectory, embeddedObserver, embeddedWhereabouts } from '../providers/directory/embedded/embedded.ts';
import { openGraph, ownBudgets, sharedBudgets } from '../providers/directory/graph/graph.ts';
import { keepReading } from '../providers/directory/graph/registration-list.ts';
import type { TokenSource } from '../providers/directory/graph/token.ts';
import type { Config } from '../settings/config.ts';
import { policySource, seedPolicy } from '../settings/policy-file.ts';
import { standingOn } from '../system-errors.ts';
import { createPrintPage } from '../tab/print-page.ts';
import { TeamsAdapter } from '../teams/adapter.ts';
import { createIdentityWatch, proveIdentity } from '../teams/identity.ts';
import { createNotifier } from '../teams/notifier.ts';
import { createProactive } from '../teams/proactive.ts';
import { createStanding, createSupportChannels } from '../teams/support/channel.ts';
import { createSupportTeam } from '../teams/support/choose-channel.ts';
import { createSupportTurns } from '../teams/support/supporter-turns.ts';
import { createBoards } from '../teams/support/ticket-board.ts';
import { timedRecords } from '../teams/timed-records.ts';
import { createTurns } from '../teams/turn/turns.ts';
import { openCampaignMessenger, openCampaigns } from './campaigns.ts';
import { openPhones, statusRoutes } from './delivery.ts';
import { openPolicies } from './policies.ts';
import { holdDataFolder, openKeyring, openRecords, serveCommands } from './store.ts';
import { openTab } from './tab.ts';
import { openTicketSystem, ticketSystemRoutes } from './ticket-system.ts';
import { useCasesOf } from './use-cases.ts';
import { warmUp } from './warm-up.ts';

/** The bot, ready to listen. */
export interface Bot {
  readonly server: Server;
  /** Does what would keep the first people waiting; only then is the bot ready. */
  warmUp(): Promise<void>;
  /** Finishes what is under way, then lets go of the records. */
  stop(): Promise<void>;
}

/** How long turns under way may take to end when the bot stops, ms. */
const lastTurns = 6_000;

/** How many rounds over people's letters may be under way at once: so many can wait for something slow. */
const roundsOfPeople = 8;

/** What a test puts in the place of the real thing. */
export interface Replaced {
  readonly clock?: Clock;
  readonly directory?: Directory;
  readonly whereabouts?: WhereaboutsSource;
  readonly observer?: AccountObserver;
  readonly deliveries?: readonly Delivery[];
  readonly store?: Store;
  readonly tokens?: TokenSource;
  readonly windows?: boolean;
  readonly alarm?: Alarm;
  readonly pace?: Pace;
}

/** Builds everything by hand, top to bottom. */
export async function compose(config: Config, log: Log, replaced: Replaced = {}): Promise<Bot> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const chance = () => (randomBytes(1)[0] ?? 0) / 256;

  const keyring = await openKeyring(config);
  const onDamaged = (error: unknown) => log.error('record damaged', { error });
  const onHead = (count: number) => log.warn('a head was made over the records there are', { count });
  const build = thisBuild();
  const metrics = createMetrics(build);
  const opening = {
    onDamaged,
    onHead,
    keptIndex: true,
    observer: metrics.store,
    release: `${build.version} ${build.commit}`,
  };
  const writes = watchWrites(replaced.store ?? (await openRecords(config, keyring, opening)));
  const records = timedRecords(writes.store);
  const { store } = records;
  const passing = store.clock(replaced.clock ?? Date.now);
  const door = replaced.store ? undefined : await serveCommands(config, store, log);
  // The inbox is one file: with the records in a folder their lock keeps a second process out, with a database this does.
  const inboxHold = config.mode === 'local' && config.database ? await holdDataFolder(config) : undefined;
  const local =
    config.mode === 'local'
      ? await standingOn('DATA_DIR', config.dataDir, () => openLocalMode(config.dataDir, passing))
      : undefined;
  const clock = local?.clock ?? passing;
  const differing = await seedPolicy(store, config.policyFile);
  if (differing.length > 0) {
    const reason = differing.map(({ field }) => field).join(', ');
    log.warn('policy file differs from the policy in force', { kind: 'policy', count: differing.length, reason });
  }
  const time = { ...passingTime, alarm: replaced.alarm ?? passingTime.alarm, now: clock };
  const commonTime = { ...passingTime, now: store.clock(passingTime.now) };
  const graph =
    config.graph &&
    openGraph(config.graph, {
      time,
      log,
      newId: randomUUID,
      chance,
      tokens: replaced.tokens,
      // What others count, they count by the time that passes.
      budgets: config.database ? sharedBudgets(store, commonTime) : ownBudgets(passingTime),
    });
  const directory = replaced.directory ?? graph?.directory ?? embeddedDirectory(local?.people ?? []);
  const phones = openPhones(config.phones, clock);
  const mail = config.mail ? [smtpDelivery(config.mail)] : [];
  const mails = [...mail, ...(graph?.mail ? [graph.mail] : [])];
  const deliveries = replaced.deliveries ?? [...mails, ...phones.deliveries, ...(local ? [local.inbox] : [])];

  const channels = deliveries.flatMap((delivery) => delivery.channels);
  const inForce = policySource(store, clock);
  const byGraph = graph?.whereabouts(async () => (await inForce()).rules);
  const whereabouts = replaced.whereabouts ?? byGraph ?? embeddedWhereabouts(local?.people ?? []);
  const policies = openPolicies({ inForce, deliveries, ownDomains: graph?.ownDomains, whereabouts, clock, log });
  const { policy, decided } = policies;
  const ports = { store, keyring, clock, random, policy, writes: graph?.writer !== undefined };
  const uses = useCasesOf(ports);
  const identity = createIdentityWatch(log, clock, metrics.identitySeen);
  const adapterOf = (once = false) =>
    new TeamsAdapter(identityOf(config), chance, { watch: identity, alarm: replaced.alarm, once });
  const adapter = adapterOf();
  const appId = config.mode === 'teams' ? config.app.id : '';
  const supportChannels = createSupportChannels(
    store,
    config.supportChannel ? [config.supportChannel] : [],
    log,
    metrics.channelSeen,
  );
  const standing = createStanding({ adapter, appId, channels: supportChannels, policy, directory });
  const reaches = createSupportReach({ channelOf: supportChannels.of, policy, mails: channels.includes('email') });
  const { tickets } = uses;
  const support = [
    createSupportTurns({ store, tickets, channels: supportChannels, standing, directory, policy, clock }),
    createSupportTeam({ channels: supportChannels, standing, policy, clock }),
  ];
  const observer = replaced.observer ?? graph?.directory ?? embeddedObserver(local?.people ?? [], clock);
  const registration = config.graph ? ({ link: 'elsewhere', write: 'written' } as const)[config.graph.mode] : 'here';
  // The page's style comes with the tab, which is there wherever this address is.
  const base = config.mode === 'local' ? `http://localhost:${config.port}` : config.phones.publicUrl;
  const print = createPrintPage({ keyring, policy: decided, base, there: registration !== 'here' });
  const parts = {
    adapter,
    store,
    records,
    printPage: print.address,
    uses: (records: Store, theirs: Policy) => useCasesOf({ ...ports, store: records, policy: async () => theirs }),
    directory,
    observer,
    // Who reaches people is made of these very parts.
    completed: (chatId: string) =>
      void proactive.complete(chatId).catch((error: unknown) => log.warn('card not completed', { error })),
    seenKeys: keyring.versions.map((version) => keyring.key(version, 'seen')),
    // The Playground shows none.
    windows: replaced.windows ?? config.mode === 'teams',
    policy,
    clock,
    log,
    play: local?.play,
    support,
    reaches,
  };
  const turns = createTurns(parts);
  const ofAll = (name: string, quota: Quota) => createSharedBudget({ store, time: commonTime, name, quota });
  const pace = replaced.pace ?? createPace(commonTime, config.database && ofAll);
  const proactive = createProactive(parts, pace);
  const notifier = createNotifier(store, proactive);
  metrics.followLateness(() => store.background(() => lookForLateness(store, clock)));
  const watches = [
    proveIdentity(adapter),
    watchSupportReach(reaches, config.mode === 'teams' ? config.tenants : [], log, metrics),
    watchRecords({ store, clock, log, metrics, shares: config.database !== undefined }),
    graph && watchDrift({ store, clock, reader: graph.background, policy: decided, log, metrics }),
    graph && keepReading(graph.list.look),
    byGraph && keepReading(byGraph.read),
  ];
  const help = createHelp({ tickets, directory, policy, clock });
  const writer = graph?.writer;
  const outbox = createPersonOutbox({ ...ports, deliveries, observer, notifier, writer, help, log, metrics });
  const poster = adapterOf();
  const boards = createBoards({
    adapter: poster,
    appId,
    store,
    channels: supportChannels,
    reaches,
    pace,
    policy: decided,
    clock,
    log,
  });
  const ticketOutbox = createTicketOutbox({
    store,
    policy: decided,
    deliveries,
    boards,
    giveBack: uses.enrolment.giveBack,
    letGo: uses.enrolment.letGo,
    system: openTicketSystem(config.ticketSystem, clock),
    clock,
    random,
    log,
    metrics,
  });
  const messenger = openCampaignMessenger(config, {
    ...ports,
    adapter: adapterOf(true),
    appId,
    pace,
    registration,
    log,
  });
  const campaigns = openCampaigns(config, {
    ...ports,
    messenger,
    graph,
    observer,
    registration,
    log,
    metrics,
  });
  // Codes must wait neither for a support channel that hangs nor for other people's letters. Of a ticket there is one card,
  // and one round at a time to post it.
  const aside = ({ round }: Outbox): Outbox => ({ round: () => store.background(round) });
  const workers = [
    startWorker(aside(outbox), log, roundsOfPeople),
    startWorker(aside(ticketOutbox), log, 1),
    startWorker(aside(campaigns), log, 1),
  ];
  const nudge = () => workers.forEach((one) => void one.nudge());

  const people = local?.people ?? [];
  const tab = openTab(config, {
    ...ports,
    tickets,
    standing,
    directory,
    observer,
    registration,
    messenger,
    graph,
    policies,
    whereabouts,
    metrics,
    log,
    people,
  });

  const summaries = createWeeklySummary({
    store,
    tenants: config.mode === 'teams' ? config.tenants : config.supportChannel ? [config.supportChannel.tenantId] : [],
    policy: decided,
    numbersOf: tab.weekly,
    post: boards.summary,
    deliveries,
    clock,
    log,
    metrics,
  });
  const weekly = startWorker(aside(summaries), log, 1);

  let warm = false;
  const underWay = new Set<Promise<unknown>>();
  const server = createServer({
    gate: gateOf(config, clock),
    async turn(activity) {
      // The border has checked every part of it that the SDK relies on.
      const turn = turns.receive(activity as unknown as Activity);
      underWay.add(turn);
      const { result, answer } = await turn.finally(() => underWay.delete(turn));
      metrics.turnCame(result);
      nudge();
      return answer;
    },
    ready: {
      warm: () => warm,
      // Reading it takes the disk and the keys.
      policy: async () => (await policy()) !== undefined,
      identity: identity.ok,
      writes: writes.ok,
    },
    build,
    metrics,
    log,
    clock,
    metricsFor: config.metricsToken ?? (config.mode === 'local' ? 'this-machine' : 'nobody'),
    posts: Object.fromEntries([
      ...statusRoutes(phones.statuses, { store, clock, metrics, log, nudge }),
      ...ticketSystemRoutes(config.ticketSystem, { tickets, clock, metrics, log, nudge }),
    ]),
    routes(http) {
      local?.routes(http);
      tab.routes?.(http);
      printRoute(print.page)(http);
    },
  });

  return {
    server,
    async warmUp() {
      await warmUp({ policy, clock, underWay: () => underWay, others: [() => adapter.warmUp()] });
      warm = true;
    },
    async stop() {
      // The inbox page's streams never end by themselves.
      local?.close();
      for (const end of watches) end?.();
      await server.close(lastTurns);
      await turns.settled();
      await Promise.all([...workers, weekly].map((one) => one.stop()));
      for (const one of mail) one.close();
      await door?.close();
      await store.close();
      await inboxHold?.letGo();
    },
  };
}

function gateOf(config: Config, clock: Clock): Gate {
  if (config.mode === 'local') return localGate;
  const { app, tenants, cloud } = config;
  const rules = { appId: app.id, issuer: cloud.tokenIssuer, tenants, serviceHosts: cloud.serviceHosts };
  return createTokenGate(rules, createSigningKeys(cloud.openIdMetadata, clock), clock);
}

function identityOf(config: Config) {
  if (config.mode === 'local') return undefined;
  const { id, tenantId, type } = config.app;
  const password = config.app.type === 'SingleTenant' ? config.app.password : undefined;
  return { appId: id, appType: type, appTenantId: tenantId, password };
}
