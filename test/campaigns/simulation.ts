import type { EmployeeKey, Person } from '../../bot/domain/account/person.ts';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { createCampaignAnswers } from '../../bot/domain/campaigns/answers.ts';
import { type ListedEmployee, whereListed } from '../../bot/domain/campaigns/audience.ts';
import { type CampaignSettings, campaignSettingsSchema } from '../../bot/domain/campaigns/campaign.ts';
import { createCampaigns } from '../../bot/domain/campaigns/campaigns.ts';
import { countFunnelByGroup } from '../../bot/domain/campaigns/funnel.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import { deriveCode } from '../../bot/domain/enrolment/code.ts';
import { createEnrolment, type WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { accountBy, isReady, readiness } from '../../bot/domain/enrolment/readiness.ts';
import { withReminder } from '../../bot/domain/enrolment/reminders.ts';
import { type DecidedPolicy, defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { Budget } from '../../bot/domain/ports/budget.ts';
import type {
  AppInstaller,
  CampaignMessage,
  CampaignMessenger,
  CampaignSent,
  Installed,
} from '../../bot/domain/ports/campaign.ts';
import type { Delivery } from '../../bot/domain/ports/delivery.ts';
import { TooFast } from '../../bot/domain/ports/pace.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createCampaignOutbox } from '../../bot/outbox/campaign-outbox.ts';
import type { Outbox } from '../../bot/outbox/outbox.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { createBudget } from '../../bot/providers/budget/in-process.ts';
import { pacedDelivery } from '../../bot/providers/budget/paced-delivery.ts';
import { createPace } from '../../bot/providers/budget/teams-pace.ts';
import { installationQuota } from '../../bot/providers/directory/graph/graph.ts';
import { handClock } from '../support/clock.ts';
import { ringOf } from '../support/keyring.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';
import { seeded } from '../support/seeded.ts';
import { emptyShelf, openShelf } from './indexed-store.ts';
import { emptyLedger, type FunnelSeen, type Wanted } from './ledger.ts';
import { type Colleague, createAgenda, nextNight, organisationOf, tenantId } from './organisation.ts';

/** What one simulated campaign is like. */
export interface Simulated {
  readonly people: number;
  readonly seed: number;
  /** The process ends between two accesses, again and again, and another begins. */
  readonly kills: boolean;
  /** Teams drops, delays and loses answers. */
  readonly faults: boolean;
  /** How many processes there are at a time. */
  readonly processes: number;
  /** IT ends it before its last day. */
  readonly stopped: boolean;
}

/** Monday 23 November 2026, 07:00 in Stockholm. */
const start = Date.UTC(2026, 10, 23, 6);
const campaignId = 'ready';
const policy: DecidedPolicy & Policy = {
  ...defaultPolicy,
  methodsRequired: 2,
  app: { allowed: false },
  sends: { perEmployee: 15, perTenant: 1_000_000 },
};
/** Requests a second that Teams takes of an app, and Graph of installations. Source: the pages the product names. */
const teamsTakes = 30;
/** Messages a second that the gateway takes. */
const gatewayTakes = 10;

class Killed extends Error {}

/** A whole campaign on a clock moved by hand: IT, people, Teams, Graph and a gateway around the real engine and outbox. */
export async function simulate({ people: size, seed, kills, faults, processes, stopped }: Simulated) {
  const people = organisationOf(size, seed);
  const { chance, below, pick } = seeded(seed + 1);
  const clock = handClock(start);
  const agenda = createAgenda();
  const ledger = emptyLedger();
  const shelf = emptyShelf();
  const keyring = ringOf(1);
  const world = {
    killed: 0,
    requests: 0,
    rounds: 0,
    blocked: new Set<number>(),
    noApp: new Set<number>(),
    left: new Set<number>(),
  };
  const numbers = new Map(people.map(({ objectId, number }) => [objectId, number]));
  const whoIs = ({ objectId }: EmployeeKey) => people[numbers.get(objectId) ?? -1] as Colleague;
  const keyOf = ({ objectId }: Colleague): EmployeeKey => ({ tenantId, objectId });
  const chatOf = ({ number }: Colleague) => `chat-${number}`;
  /** The world's own look at the records: nobody kills it. */
  const shelfStore = openShelf(shelf, () => undefined);
  const random = seededRandom(seed);

  const settings: CampaignSettings = campaignSettingsSchema.parse({
    name: 'Ready in time',
    by: '2026-12-11',
    waves: [
      { from: null, people: Math.ceil(size / 10) },
      { from: '2026-11-25', people: null },
    ],
    perDay: Math.ceil(size / 4),
    timeZone: 'Europe/Stockholm',
    holidays: [
      { date: '2026-11-25', department: 'Finance' },
      { date: '2026-11-26', department: 'Finance' },
      { date: '2026-11-26', country: 'US' },
    ],
    messages: 3,
    apart: 3,
  });
  const wanted: Wanted = {
    perDay: settings.perDay,
    zone: settings.timeZone,
    from: 9,
    to: 16,
    messages: 3,
    holidays: settings.holidays.map(({ date, department, country }) => ({
      date,
      ...(department !== null && { department }),
      ...(country !== null && { country }),
    })),
  };

  // --- Teams, Graph and the gateway, each with its limit.

  function limiter(most: number) {
    let [sec, count] = [0, 0];
    return () => {
      const now = Math.floor(clock() / second);
      [sec, count] = now === sec ? [sec, count + 1] : [now, 1];
      world.requests += 1;
      if (count <= most) return true;
      ledger.refusedForHaste += 1;
      return false;
    };
  }
  const time = {
    now: clock,
    alarm(milliseconds: number, ring: () => void) {
      let off = false;
      agenda.at(clock() + milliseconds, () => off || ring());
      return () => {
        off = true;
      };
    },
    pause: (milliseconds: number) => after(milliseconds, () => undefined),
  };
  /** What the bot keeps to of its own: each process has its share. */
  const pace = createPace(time);
  const lines = createBudget(time, installationQuota);
  const inLine = async <T>(budget: Budget, work: () => T): Promise<T> => {
    const place = await budget.enter('background', new AbortController().signal);
    try {
      return work();
    } finally {
      place?.done();
    }
  };
  const paced = async <T>(
    conversation: string,
    work: () => Promise<T>,
  ): Promise<T | { kind: 'later'; after: number }> => {
    const place = await pace.enter(conversation, 'background').catch((reason: unknown) => {
      if (reason instanceof TooFast) return reason;
      throw reason;
    });
    if (place instanceof TooFast) return { kind: 'later', after: place.after };
    try {
      return await work();
    } finally {
      place.done();
    }
  };
  const teams = limiter(teamsTakes);
  const graph = limiter(teamsTakes);
  const gateway = limiter(gatewayTakes);

  const after = <T>(wait: number, what: () => T): Promise<T> =>
    wait === 0 ? Promise.resolve(what()) : new Promise((resolve) => agenda.at(clock() + wait, () => resolve(what())));

  function refused<K extends string>(kind: K, whom: Set<number>, to: number): { readonly kind: K } {
    whom.add(to);
    return { kind };
  }

  function delivered(to: number, number: number, at: number): void {
    ledger.delivered.push({ to, at, number });
    read(people[to] as Colleague, at);
    react(people[to] as Colleague, number);
  }

  const messenger: CampaignMessenger = {
    ask: (message) => paced(message.chat, () => asked(message)),
    async shrink({ chat }) {
      await paced(chat, async () => void teams());
    },
  };
  async function asked({ recipient }: CampaignMessage): Promise<CampaignSent> {
    const person = whoIs(recipient.employee);
    const { number: to, habit } = person;
    const number = recipient.messages.length;
    const at = clock();
    if (!teams()) return { kind: 'later', after: second };
    if (habit === 'blocked') return refused('blocked', world.blocked, to);
    if (habit === 'left') return refused('left', world.left, to);
    const luck = faults ? chance() : 1;
    // Dropped on the way; arrived and its answer lost; not taken now; taken at length.
    if (luck < 0.02) return after(15 * second, () => ({ kind: 'unsure' }));
    if (luck < 0.04) {
      delivered(to, number, at);
      return after(15 * second, () => ({ kind: 'unsure' }));
    }
    if (luck < 0.06) return { kind: 'later', after: 5 * second };
    return after(luck < 0.1 ? 8 * second : 0, () => {
      delivered(to, number, at);
      return { kind: 'sent', card: `${at}` } as const;
    });
  }

  const installer: AppInstaller = {
    ready: async () => true,
    install: (employee) => inLine(lines, () => installed(employee)),
    chatOf: (employee) =>
      inLine(lines, () =>
        graph() ? { kind: 'chat', chat: chatOf(whoIs(employee)) } : { kind: 'later', after: second },
      ),
  };
  function installed(employee: EmployeeKey): Installed {
    const person = whoIs(employee);
    if (!graph()) return { kind: 'later', after: second };
    if (person.habit === 'no app' || person.habit === 'left') return refused('refused', world.noApp, person.number);
    if (faults && chance() < 0.03) return { kind: 'later' };
    // Teams tells of it, once or twice; or never, and then the chat is to be looked up.
    const tells = faults ? pick([0, 1, 1, 1, 2]) : 1;
    for (let time = 0; time < tells; time += 1)
      agenda.at(clock() + (1 + below(90)) * second, () => void doing(() => arrived(person)));
    return { kind: 'installed' };
  }

  const delivery: Delivery = {
    channels: ['text', 'email'],
    limits: [{ most: gatewayTakes, per: second }],
    async send({ to }) {
      if (!gateway()) return { kind: 'retry', reason: 'too many', after: second };
      const waiting = awaited.get(to);
      awaited.delete(to);
      // Whose code was on lease to a process that ended waits for the lease.
      if (waiting && waiting.killed === world.killed) {
        ledger.codes.push({ to: waiting.to, at: waiting.at, came: clock() });
      }
      return { kind: 'accepted', reference: 'taken' };
    },
  };
  /** The line before the gateway is one, however many processes there are. */
  const paces = pacedDelivery(delivery, time);
  const awaited = new Map<string, { readonly to: number; readonly at: number; readonly killed: number }>();

  const reminders = new Map<number, number>();
  const notifier = notifierWith({
    async remind(employee) {
      const { number: to, habit } = whoIs(employee);
      const line = await paced(`chat-${to}`, async () => teams());
      if (typeof line !== 'boolean') return { kind: 'retry', after: line.after };
      if (habit === 'blocked' || habit === 'left') return { kind: 'unreachable' };
      // Reminders are sent at least once: one whose process ended meanwhile comes again.
      const before = reminders.get(to);
      const again = kills && before !== undefined && clock() - before < 15 * minute;
      reminders.set(to, clock());
      if (!again) ledger.reminded.push({ to, at: clock() });
      return { kind: 'reached' };
    },
  });

  // --- The processes.

  interface Process {
    readonly store: Store;
    dead: boolean;
    /** Begins whatever a second begins; what is under way goes on. */
    tick(): void;
  }

  function begin(): Process {
    let left = kills ? 200 + below(size * 4) : Number.POSITIVE_INFINITY;
    const living = () => {
      if (left <= 0) {
        if (!process.dead) world.killed += 1;
        process.dead = true;
        throw new Killed('ended');
      }
      left -= 1;
    };
    const store = openShelf(shelf, living);
    const log = createLog('silent');
    const ready = async (_: unknown, person: Person | undefined) => person !== undefined && isReadyNow(person);
    const campaigns = createCampaignOutbox({
      store,
      messenger,
      installer,
      isReady: ready,
      clock,
      random,
      log,
      metrics,
    });
    const letters = createPersonOutbox({
      store,
      keyring,
      clock,
      random,
      policy: async () => policy,
      deliveries: [paces],
      observer: blindObserver,
      notifier,
      log,
      metrics,
    });
    // As the bot runs them: letters on several rounds at once, the campaign on one.
    const workers = [letters, letters, letters, letters, campaigns].map((outbox) => ({ outbox, busy: false }));
    const rounds = async (outbox: Outbox) => {
      try {
        while ((await outbox.round()) > 0);
      } catch (reason) {
        if (!(reason instanceof Killed)) throw reason;
      }
    };
    const process: Process = {
      store,
      dead: false,
      tick() {
        world.rounds += 1;
        for (const worker of workers) {
          if (worker.busy) continue;
          worker.busy = true;
          void rounds(worker.outbox).finally(() => (worker.busy = false));
        }
      },
    };
    return process;
  }
  const metrics = createMetrics();
  let alive = Array.from({ length: processes }, () => begin());

  function isReadyNow(person: Person): boolean {
    return isReady(readiness(person, policy, accountBy(person), clock()));
  }

  // --- What people do. An act that meets the end of a process comes again, as Teams sends it again.

  async function doing(work: (store: Store) => Promise<void>): Promise<void> {
    try {
      await work(pick(alive).store);
    } catch (reason) {
      if (!(reason instanceof Killed)) throw reason;
      agenda.at(clock() + 5 * second, () => void doing(work));
    }
  }

  async function arrived(person: Colleague): Promise<void> {
    await createCampaignAnswers({ store: shelfStore, clock }).arrived(keyOf(person), chatOf(person), null);
  }

  /** They do something in their chat: the turn writes where it stands. */
  async function spoke(person: Colleague, store: Store): Promise<void> {
    const record: Conversation = {
      version: 1,
      dialog: null,
      reference: null,
      language: null,
      timeZone: person.zone,
      card: 'c',
      seen: [],
      playing: null,
      typesHereUntil: null,
      at: clock(),
    };
    await store.update('conversation', chatOf(person), () => ({ record, outcome: undefined }));
  }

  /** Two in three have read receipts on, and most of these look at it some time. */
  function read(person: Colleague, message: number): void {
    const { number: to } = person;
    if (to % 3 === 0 || to % 7 === 0) return;
    agenda.at(clock() + 1 + ((to * 37) % 900) * second, () => {
      ledger.read.push({ to, at: clock() });
      void doing((store) => createCampaignAnswers({ store, clock }).read(keyOf(person), message));
    });
  }

  function react(person: Colleague, number: number): void {
    const { habit, after: wait, days, zone, number: to } = person;
    const act = (what: 'go' | 'later' | 'never', at: number) =>
      agenda.at(at, () => {
        ledger.acts.push({ to, at: clock(), act: what });
        const times = chance() < 0.1 ? 2 : 1;
        for (let time = 0; time < times; time += 1) {
          void doing(async (store) => {
            const answers = createCampaignAnswers({ store, clock });
            if (what === 'never') return answers.refuse(keyOf(person), campaignId);
            await spoke(person, store);
            if (what === 'later') return void (await answers.snooze(keyOf(person), campaignId, days));
            await answers.begin(keyOf(person), campaignId);
            if (time === 0) await register(person, store);
          });
        }
      });
    const soon = clock() + wait;
    if (habit === 'at once' || habit === 'later') act('go', soon);
    if (habit === 'second' && number === 2) act('go', soon);
    if (habit === 'puts off') act(number === 1 ? 'later' : 'go', soon);
    if (habit === 'never') act('never', soon);
    // Not all at the same stroke of the clock.
    if (habit === 'at night') act('go', nextNight(soon, zone) + (wait % (50 * minute)));
  }

  const addresses = ({ number }: Colleague) => ({
    phone: `+46701${String(number).padStart(6, '0')}`,
    email: `n${number}@home.example`,
  });

  /** The next code somebody needs. */
  function nextCode(person: Colleague, record: Person): WantedCode | undefined {
    const { phone, email } = addresses(person);
    const has = record.methods['authentication-email'];
    const fresh = record.provedAt !== null && clock() - record.provedAt < 15 * minute;
    if (isReadyNow(record)) return undefined;
    if (has && !fresh)
      return { purpose: 'prove', method: 'authentication-email', channel: 'email', address: email, country: null };
    if (!record.methods['authentication-phone'])
      return { purpose: 'register', method: 'authentication-phone', channel: 'text', address: phone, country: 'SE' };
    return { purpose: 'register', method: 'authentication-email', channel: 'email', address: email, country: null };
  }

  /** Asks for a code, reads it a little later, and goes on until there is nothing left to do. */
  async function register(person: Colleague, store: Store): Promise<void> {
    const uses = createEnrolment({ store, keyring, clock, random, policy: async () => policy, writes: false });
    const asker = { employee: keyOf(person), language: 'en', timeZone: person.zone, chat: chatOf(person) };
    const wish = nextCode(person, await uses.person(asker.employee));
    if (!wish) return ready(person);
    if (!awaited.has(wish.address)) awaited.set(wish.address, { to: person.number, at: clock(), killed: world.killed });
    const outcome = await uses.begin(asker, wish);
    if (outcome.kind !== 'code-sent' && outcome.kind !== 'too-soon') throw new Error(`no code: ${outcome.kind}`);
    agenda.at(
      clock() + 20 * second,
      () =>
        void doing(async (again) => {
          const uses = createEnrolment({
            store: again,
            keyring,
            clock,
            random,
            policy: async () => policy,
            writes: false,
          });
          const record = await uses.person(asker.employee);
          if (record.challenge) {
            await uses.answer(
              asker.employee,
              record.challenge.id,
              deriveCode(keyring, asker.employee, record.challenge),
            );
            await spoke(person, again);
          }
          await register(person, again);
        }),
    );
  }

  function ready(person: Colleague): void {
    if (!ledger.ready.some(({ to }) => to === person.number)) ledger.ready.push({ to: person.number, at: clock() });
  }

  // --- The beginning: who is known already, and what they are in the middle of.

  for (const person of people) {
    const { email } = addresses(person);
    const methods = {
      'authentication-email': { address: email, channel: 'email', provenAt: start - 170 * day },
    } as const;
    if (!person.known || person.habit === 'no app') continue;
    const record: Person = {
      ...newPerson(keyOf(person)),
      chat: chatOf(person),
      timeZone: person.zone,
      ...(person.reminded && { methods }),
    };
    const stored = person.reminded ? withReminder(record, start - day) : record;
    await shelfStore.update('person', personId(keyOf(person)), () => ({ record: stored, outcome: undefined }));
    // Some chat with the bot about something else, in the morning or in the night.
    if (chance() < 0.3 || person.habit === 'at night') {
      for (let date = 0; date < 12; date += 1) {
        const at = start + date * day + below(person.habit === 'at night' ? 24 * 60 : 10 * 60) * minute;
        agenda.at(at, () => {
          // What reached a process that ended comes again, and is heard of only then.
          void doing(async (store) => {
            await spoke(person, store);
            ledger.acts.push({ to: person.number, at: clock(), act: 'talk' });
          });
        });
      }
    }
  }

  // --- IT.

  const listed = people.map(
    (person): ListedEmployee => ({
      employee: keyOf(person),
      department: person.department,
      report: undefined,
      entry: {
        displayName: `N ${person.number}`,
        signInName: `n${person.number}@example.org`,
        mailboxes: [],
        account: 'member',
        administrator: false,
        country: person.country,
        ...(person.onFile && { prefilled: { phone: addresses(person).phone } }),
      },
    }),
  );
  const it = createCampaigns({ store: shelfStore, clock, policy: async () => policy });
  const sources = {
    listed,
    members: undefined,
    whereabouts: whereListed,
    reaches: async () => false,
    policy,
    personOf: (employee: EmployeeKey) => shelfStore.read('person', personId(employee)),
  };
  await it.create(campaignId, tenantId, settings, 'it');
  const rehearsed = await it.rehearse(campaignId, sources, 'it');
  const begun = await it.start(campaignId, sources, 'it');
  if (begun.kind !== 'done') throw new Error(`not begun: ${begun.kind}`);
  ledger.commands.push({ at: start, state: 'running' });
  const command = (at: number, state: 'running' | 'paused' | 'ended', work: () => Promise<unknown>) =>
    agenda.at(at, () => {
      ledger.commands.push({ at: clock(), state });
      void work();
    });
  const pausedAt = start + day + 3 * hour + below(60) * minute;
  command(pausedAt, 'paused', () => it.pause(campaignId, 'it'));
  command(pausedAt + 2 * hour, 'running', () => it.start(campaignId, sources, 'it'));
  if (stopped) command(start + 8 * day + 4 * hour, 'ended', () => it.stop(campaignId, 'it'));

  // --- Time.

  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

  const earliest = (kind: 'person' | 'campaign-recipient') => {
    const table = shelf.tables.get(kind);
    const [id] = table?.find({ field: 'due', until: Number.MAX_SAFE_INTEGER, limit: 1 }).ids ?? [];
    const due = id === undefined ? undefined : table?.get(id)?.due;
    return typeof due === 'number' ? due : Number.POSITIVE_INFINITY;
  };
  const until = start + 21 * day;
  while (clock() < until) {
    const before = shelf.writes;
    for (const process of alive) process.tick();
    // All that does not wait for time is done then.
    await breathe();
    alive = alive.map((process) => (process.dead ? begin() : process));
    const idle = shelf.writes === before;
    // Where something is due and nothing was done, a pause or a ceiling is in the way.
    const waits = (due: number) => (due > clock() ? Math.min(due - clock(), 10 * minute) : minute);
    const happens = Math.max(1, (agenda.next() ?? until) - clock());
    const step = idle ? Math.min(happens, waits(earliest('person')), waits(earliest('campaign-recipient'))) : second;
    clock.turn(step);
    agenda.run(clock());
    await breathe();
    if (idle && (await it.read(campaignId))?.settled) break;
  }

  const campaign = await it.read(campaignId);
  if (!campaign) throw new Error('no campaign');
  const seen: FunnelSeen = {
    people: begun.people,
    ready: ledger.ready.length,
    never: new Set(ledger.acts.filter(({ act }) => act === 'never').map(({ to }) => to)).size,
    blocked: world.blocked.size,
    noApp: world.noApp.size,
    left: world.left.size,
    delivered: ledger.delivered.length,
    receipts: new Set(ledger.read.map(({ to }) => to)).size,
    openers: new Set([...ledger.read, ...ledger.acts.filter(({ act }) => act !== 'talk')].map(({ to }) => to)).size,
  };
  const funnel = await it.funnel(campaign);
  const byGroup = await countFunnelByGroup(shelfStore, campaign, clock());
  return { people, ledger, wanted, seen, funnel, byGroup, campaign, rehearsed, world, clock };
}
