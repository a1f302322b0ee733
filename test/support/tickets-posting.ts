import { setTimeout as delay } from 'node:timers/promises';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivered, Message } from '../../bot/domain/ports/delivery.ts';
import type { Showing } from '../../bot/domain/tickets/ports.ts';
import type { SupportPolicy } from '../../bot/domain/tickets/support-policy.ts';
import type { MessagePlace, Ticket } from '../../bot/domain/tickets/ticket.ts';
import type { TicketSystem } from '../../bot/domain/tickets/ticket-system.ts';
import { createTickets } from '../../bot/domain/tickets/tickets.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTicketOutbox } from '../../bot/outbox/ticket-outbox.ts';
import { handClock } from './clock.ts';
import { type Entry, openMemoryStore } from './memory-store.ts';
import { seededRandom } from './random.ts';
import { policy } from './tickets.ts';

/** What a channel or chat does with the next post: `lost` takes it and tells nobody. */
export type Fate = Exclude<Showing['kind'], 'shown'> | 'shown' | 'lost' | 'died';

/** A support channel, chats and a mail server that do what they are told; untold, they take everything. */
export function ticketPosting(support: Partial<SupportPolicy> = {}, system?: TicketSystem) {
  const disk = new Map<string, Entry>();
  const clock = handClock();
  const store = openMemoryStore({ disk, pause: () => delay(0), clock });
  const random = seededRandom(1);
  const tickets = createTickets({ store, clock, random });
  const cards = { board: new Map<string, Ticket>(), chat: new Map<string, Ticket>() };
  const fates = { board: [] as Fate[], chat: [] as Fate[], voice: [] as Fate[], mail: [] as Delivered[] };
  /** What holds for every post that is told nothing of its own. */
  const weather: { board: Fate; chat: Fate; voice: Fate; mail: Delivered } = {
    board: 'shown',
    chat: 'shown',
    voice: 'shown',
    mail: { kind: 'accepted', reference: '' },
  };
  const metrics = createMetrics();
  const mails: Message[] = [];
  const voices: number[] = [];
  const given: string[] = [];
  let count = 0;

  async function show(where: 'board' | 'chat', ticket: Ticket): Promise<Showing> {
    const fate = fates[where].shift() ?? weather[where];
    const fresh = where === 'chat' || !ticket[where].place;
    if (fate === 'shown' || fate === 'lost') {
      count += 1;
      const place: MessagePlace =
        fresh || !ticket[where].place ? { conversation: where, activity: `${count}` } : ticket[where].place;
      cards[where].set(place.activity, ticket);
      return fate === 'shown' ? { kind: 'shown', place } : { kind: 'unsure' };
    }
    if (fate === 'died') throw new Error('the worker died');
    return { kind: fate };
  }

  const another = () =>
    createTicketOutbox({
      store,
      policy: async () => ({ ...defaultPolicy, support: policy(support) }),
      deliveries: [
        {
          channels: ['email'],
          async send(message) {
            const fate = fates.mail.shift() ?? weather.mail;
            if (fate.kind === 'accepted') mails.push(message);
            return fate;
          },
        },
      ],
      async letGo(employee, doubt, by) {
        given.push(`let go ${employee.objectId} ${doubt} ${by}`);
      },
      async giveBack(employee, doubt, by) {
        given.push(`${employee.objectId} ${doubt} ${by}`);
      },
      boards: {
        board: (ticket) => show('board', ticket),
        chat: (ticket) => show('chat', ticket),
        async voice(_ticket, entry) {
          const fate = fates.voice.shift() ?? weather.voice;
          if (fate === 'shown') voices.push(entry);
          return fate === 'shown' ? { kind: 'shown', place: { conversation: '', activity: '' } } : { kind: 'retry' };
        },
      },
      system,
      clock,
      random,
      log: createLog('silent'),
      metrics,
    });
  const outbox = another();

  /** All rounds there are until nothing is due. */
  async function settle(): Promise<void> {
    for (let rounds = 0; (await outbox.round()) > 0; rounds += 1) if (rounds > 100) throw new Error('it never ends');
  }

  /** Lets time pass in steps, with a round of the outbox at each. */
  async function pass(time: number, step: number): Promise<void> {
    for (let passed = 0; passed < time; passed += step) {
      clock.turn(step);
      await settle();
    }
  }

  return { tickets, store, clock, metrics, cards, fates, weather, mails, voices, given, outbox, another, settle, pass };
}
