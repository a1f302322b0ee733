import { delayAfter, type LetterState, longestDelay, timesTried } from '../domain/outbox/letter.ts';
import type { Delivered, Delivery, Message } from '../domain/ports/delivery.ts';
import type { RecordStep, Records, Store } from '../domain/ports/store.ts';
import type { Clock, Random } from '../domain/ports/system.ts';
import { ahead, type Instant, second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** How long a provider is waited for; shorter than the lease on a letter. */
export const sendDeadline = 15 * second;

/** Sends what is due. At least once: a letter leaves its record only after somebody has taken or refused it. */
export interface Outbox {
  /** Sends everything that is due now; resolves when it is settled or put off. Returns how many letters it took. */
  round(): Promise<number>;
}

export interface OutboxPorts {
  readonly store: Store;
  readonly deliveries: readonly Delivery[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What one worker has on lease, and no other will. */
export interface OnLease<R, L> {
  readonly record: R;
  /** The try that begins included. */
  readonly letters: readonly L[];
}

/** The records that letters wait in. */
type Mailbox = 'person' | 'ticket';
type AnyLetter = LetterState & { readonly kind: string };

/** The letters of one kind of record: how they are taken and sent. */
export interface Mail<
  K extends Mailbox,
  L extends AnyLetter,
  T extends OnLease<Records[K], L> = OnLease<Records[K], L>,
> {
  readonly kind: K;
  /** How many records are served at once. */
  readonly hands: number;
  /** What the log says of one that failed. */
  readonly failure: string;
  /** How metrics and log call a letter; undefined: it failed before it was known which one. */
  called(letter: L | undefined): string;
  /** Puts what is due out of others' reach. */
  lease(): Promise<RecordStep<Records[K], T | undefined>>;
  /** Hears of it before anything is sent. */
  readonly taken?: (taken: T) => void;
  /** Goes when all others of the record have gone, with the record as it is then. */
  readonly last?: (letter: L) => boolean;
  /** Sends one, and settles it. What it throws leaves the letter where it is until its lease ends. */
  send(id: string, record: Records[K], letter: L): Promise<void>;
}

/** What sending needs, whichever record a letter waits in. */
export function postOffice<K extends Mailbox, L extends AnyLetter>(
  { store, deliveries, clock, random, log, metrics }: OutboxPorts,
  { kind, called }: Pick<Mail<K, L>, 'kind' | 'called'>,
) {
  return {
    /** Gives a message to the provider of its channel. */
    async deliver(letter: L, message: Message): Promise<Delivered> {
      const { channel } = message;
      const delivery = deliveries.find((one) => one.channels.includes(channel));
      const delivered: Delivered = delivery
        ? await delivery.send(message, AbortSignal.timeout(sendDeadline))
        : { kind: 'refused', reason: `no provider for ${channel}` };
      metrics.letterCame(called(letter), delivered.kind);
      if (delivered.kind !== 'accepted') {
        const { kind: outcome, reason } = delivered;
        log.warn('letter not sent', { kind: called(letter), outcome, reason, channel });
      }
      return delivered;
    },
    /** When it is tried again. @param asked how long the other side wants to be left alone */
    nextTry(letter: L, asked?: number): Instant {
      const [chance = 0] = random(1);
      return clock() + delayAfter(timesTried(letter), chance / 256, asked);
    },
    /** Writes what came of a letter. A record that was forgotten meanwhile stays forgotten. */
    settle(id: string, step: (record: Records[K]) => Records[K]): Promise<void> {
      return store.update(kind, id, (current) => ({ record: current && step(current), outcome: undefined }));
    },
  };
}

/** Claims records in which something is due, takes their letters on a lease, sends them and settles what came of each. */
export function createOutbox<K extends Mailbox, L extends AnyLetter, T extends OnLease<Records[K], L>>(
  { store, clock, log, metrics }: OutboxPorts,
  mail: Mail<K, L, T>,
): Outbox {
  const { kind, hands } = mail;

  /** Sends what is due in one record. @returns how many letters it took */
  async function serve(id: string): Promise<number> {
    try {
      const taken = await store.update(kind, id, await mail.lease());
      if (!taken) return 0;
      mail.taken?.(taken);
      const { record, letters } = taken;
      const last = letters.filter((letter) => mail.last?.(letter));
      await Promise.all(letters.filter((one) => !last.includes(one)).map((letter) => attempt(id, record, letter)));
      const now = last.length > 0 ? await store.read(kind, id) : undefined;
      if (now) await Promise.all(last.map((letter) => attempt(id, now, letter)));
      return letters.length;
    } catch (reason) {
      failed(reason, undefined);
      return 0;
    }
  }

  /** At once and each for itself: one that fails or hangs must not keep the others past their lease. */
  async function attempt(id: string, record: Records[K], letter: L): Promise<void> {
    try {
      await mail.send(id, record, letter);
    } catch (reason) {
      failed(reason, letter);
    }
  }

  function failed(error: unknown, letter: L | undefined): void {
    log.error(mail.failure, { ...(letter && { kind: letter.kind }), error });
    metrics.letterCame(mail.called(letter), 'fault');
  }

  let latest = clock();
  return {
    async round() {
      const now = clock();
      // A clock that was set back: what is on lease or put off by the old one is looked at once.
      const until = ahead(latest, now) ? latest + longestDelay : now;
      let taken = 0;
      const looked = new Set<string>();
      // Records that can't be opened stay due: look behind them.
      for (let fresh = true; fresh && taken === 0; ) {
        const ids = await store.claim(kind, until, hands);
        const counts = await Promise.all(ids.map((id) => serve(id)));
        taken = counts.reduce((sum, count) => sum + count, 0);
        fresh = ids.some((id) => !looked.has(id));
        for (const id of ids) looked.add(id);
      }
      if (taken === 0) latest = now;
      else latest = Math.max(latest, now);
      return taken;
    },
  };
}
