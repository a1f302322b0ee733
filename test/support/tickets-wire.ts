import type { TestContext } from 'node:test';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivery } from '../../bot/domain/ports/delivery.ts';
import type { SupportPolicy } from '../../bot/domain/tickets/support-policy.ts';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { createTickets } from '../../bot/domain/tickets/tickets.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTicketOutbox } from '../../bot/outbox/ticket-outbox.ts';
import { smtpDelivery } from '../../bot/providers/delivery/smtp/smtp.ts';
import { TeamsAdapter } from '../../bot/teams/adapter.ts';
import { createSupportChannels } from '../../bot/teams/support/channel.ts';
import { createBoards } from '../../bot/teams/support/ticket-board.ts';
import { handClock } from './clock.ts';
import { type Entry, openMemoryStore } from './memory-store.ts';
import { anyPace } from './pace.ts';
import { seededRandom } from './random.ts';
import { startRelay } from './relay.ts';
import { wordsOf } from './teams-client.ts';
import { kim, policy, request } from './tickets.ts';
import { startTeamConnector } from './tickets-connector.ts';

const channel = '19:support@thread.tacv2';

/** Tickets on their real way: the SDK's adapter and client, a connector of our own, a real mail server; the clock by hand. */
export async function ticketWire(t: TestContext, support: Partial<SupportPolicy> = {}, pace = anyPace) {
  const connector = await startTeamConnector();
  t.after(() => connector.close());
  let relay = await startRelay(t);
  const { port } = relay;
  const mails = [relay.mails];
  const smtp = smtpDelivery({ url: `smtp://127.0.0.1:${port}`, from: 'Bot <bot@example.org>' });
  t.after(() => smtp.close());
  const clock = handClock();
  const metrics = createMetrics();
  const said: string[] = [];
  const log = createLog('debug', { write: (line) => void said.push(line) });
  const store = openMemoryStore({ disk: new Map<string, Entry>(), clock });
  const random = seededRandom(1);
  const tickets = createTickets({ store, clock, random });
  const configured = { channel, team: '19:general@thread.tacv2', serviceUrl: connector.url, tenantId: kim.tenantId };
  const channels = createSupportChannels(store, [configured], log, metrics.channelSeen);
  const decided = async () => ({
    ...defaultPolicy,
    // Patient: what is said again would be mails of its own.
    support: policy({ unclaimed: { normal: 10_000, urgent: 9_000 }, ...support }),
  });

  /** One more process on the same records. @param deliveries the mail server unless told */
  function worker(deliveries: readonly Delivery[] = [smtp]) {
    const adapter = new TeamsAdapter(undefined, () => 0.5);
    const boards = createBoards({
      adapter,
      appId: '',
      store,
      channels,
      reaches: async () => true,
      pace,
      policy: decided,
      clock,
      log,
    });
    return createTicketOutbox({
      store,
      policy: decided,
      deliveries,
      boards,
      giveBack: async () => {},
      letGo: async () => {},
      clock,
      random,
      log,
      metrics,
    });
  }
  const outbox = worker();

  async function settle(): Promise<void> {
    for (let rounds = 0; (await outbox.round()) > 0; rounds += 1) if (rounds > 200) throw new Error('it never ends');
  }

  return {
    connector,
    clock,
    metrics,
    log: said,
    store,
    tickets,
    channels,
    worker,
    settle,
    /** So many requests for help, of as many employees with chats of their own. */
    async raise(count: number): Promise<readonly Ticket[]> {
      const raised = Array.from({ length: count }, async (_, number) => {
        const employee = { ...kim, objectId: `kim-${number}` };
        const chat = `chat-${number}`;
        await store.update('conversation', chat, () => ({
          record: { ...inChat, reference: referenceOf(connector.url, chat), at: clock() },
          outcome: undefined,
        }));
        const words = { said: `Help ${number}`, happenedAt: clock(), reach: '', urgent: false };
        return (await tickets.raise(request({ id: `r${number}`, employee, askedIn: chat, plea: words }))).ticket;
      });
      return Promise.all(raised);
    },
    /** Lets time pass in steps, with all rounds of the outbox there are at each. */
    async pass(time: number, step: number): Promise<void> {
      for (let passed = 0; passed < time; passed += step) {
        clock.turn(step);
        await settle();
      }
    },
    /** What stands in the channel now, thread by thread. */
    cards: () => shownIn(connector.posted.filter(({ conversation }) => conversation.startsWith(channel))),
    /** What stands in the chats now. */
    chats: () => shownIn(connector.posted.filter(({ conversation }) => conversation.startsWith('chat-'))),
    mails: () => mails.flat(),
    mailDown: () => relay.stop(),
    async mailUp(): Promise<void> {
      relay = await startRelay(t, {}, port);
      mails.push(relay.mails);
    },
  };
}

const inChat = {
  version: 0,
  dialog: null,
  language: 'en',
  timeZone: null,
  card: null,
  seen: [],
  playing: null,
  typesHereUntil: null,
};

function referenceOf(serviceUrl: string, id: string) {
  const conversation = { id, name: '', isGroup: false, conversationType: 'personal', tenantId: kim.tenantId };
  return { channelId: 'msteams', serviceUrl, bot: { id: '28:bot', name: '' }, user: { id: '29:kim' }, conversation };
}

type Posts = Awaited<ReturnType<typeof startTeamConnector>>['posted'];

/** The words of every card as it is now. */
function shownIn(posts: Posts): readonly string[] {
  const cards = new Map<string, string>();
  for (const { conversation, id, activity } of posts) {
    const card = activity.attachments?.[0]?.content;
    if (card) cards.set(`${conversation} ${id}`, wordsOf(card));
  }
  return [...cards.values()];
}
