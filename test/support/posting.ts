import type { EmployeeKey } from '../../bot/domain/account/person.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Channel, Delivered, Delivery, Message } from '../../bot/domain/ports/delivery.ts';
import type { MethodWriter } from '../../bot/domain/ports/method-writer.ts';
import type { Notified } from '../../bot/domain/ports/notifier.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox, type PersonOutboxParts } from '../../bot/outbox/person-outbox.ts';
import { enrolling } from './enrolling.ts';
import { ringOf } from './keyring.ts';
import type { Entry, MemoryStoreOptions } from './memory-store.ts';
import { blindObserver, notifierWith } from './outbox-parts.ts';
import { seededRandom } from './random.ts';

const metrics = createMetrics();

export interface PostingOptions {
  readonly channels?: readonly Channel[];
  readonly pause?: () => Promise<unknown>;
  /** Called before each access to the store; what it throws is what the access comes to. */
  readonly watch?: MemoryStoreOptions['watch'];
  /** What is proven is put into a reset service by it. */
  readonly writer?: MethodWriter;
}

/** An outbox whose provider and chats do what they are told; untold, they take everything. */
export function posting(options: PostingOptions = {}) {
  const disk = new Map<string, Entry>();
  const bench = enrolling({
    disk,
    writes: options.writer !== undefined,
    ...(options.pause ? { pause: options.pause } : {}),
    ...(options.watch ? { watch: options.watch } : {}),
  });
  const { clock, store } = bench;
  const sent: Message[] = [];
  const fates: Delivered[] = [];
  const during: (() => Promise<Delivered>)[] = [];
  const refreshed: EmployeeKey[] = [];
  const tellings: string[] = [];
  const notified: Notified['kind'][] = [];
  const delivery: Delivery = {
    channels: options.channels ?? ['text', 'call', 'email'],
    async send(message) {
      sent.push(message);
      const act = during.shift();
      return act ? act() : (fates.shift() ?? { kind: 'accepted', reference: `${sent.length}` });
    },
  };
  const notifier = notifierWith({
    async refresh(employee: EmployeeKey): Promise<Notified> {
      refreshed.push(employee);
      return { kind: notified.shift() ?? 'reached' };
    },
    async tellWritten(who, method) {
      const { state, unlisted } = (await bench.person(who)).writings[method] ?? {};
      if (unlisted || (state !== 'there' && state !== 'on-its-way')) tellings.push(method);
      return { kind: 'reached' };
    },
  });
  /** As of another process. @param own what it has of its own */
  const another = (own: Partial<PersonOutboxParts> = {}) =>
    createPersonOutbox({
      store,
      keyring: ringOf(1),
      policy: async () => defaultPolicy,
      deliveries: [delivery],
      notifier,
      observer: blindObserver,
      writer: options.writer,
      clock,
      random: seededRandom(1),
      log: createLog('silent'),
      metrics,
      ...own,
    });
  const outbox = another();
  return {
    bench,
    clock,
    disk,
    outbox,
    another,
    /** Every message a provider was asked to send, tries included. */
    sent,
    /** What the provider says to the next messages. */
    fates,
    /** What happens while the provider has the next messages. */
    during,
    refreshed,
    /** Methods of which somebody was told that they are not in the reset service, or wait for its report. */
    tellings,
    /** What comes of the next visits to a chat. */
    notified,
    /** One round of the outbox, some time later. */
    async round(later: number): Promise<number> {
      clock.turn(later);
      return outbox.round();
    },
    /** The letter that waits for somebody. */
    async letter(employee: EmployeeKey) {
      return (await bench.person(employee)).letters.at(0);
    },
  };
}

export type Posting = ReturnType<typeof posting>;
