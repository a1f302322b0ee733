import { second } from '../domain/instant.ts';
import { delayAfter, type Letter } from '../domain/letter.ts';
import type { Person } from '../domain/person.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Delivered, Delivery } from '../domain/ports/delivery.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import type { Notifier } from '../domain/ports/notifier.ts';
import type { Random } from '../domain/ports/random.ts';
import type { Store } from '../domain/ports/store.ts';
import { challengeOf, codeTried, refreshTried, takeDue } from '../domain/posting.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { codeMessage } from './code-letter.ts';

/** How long a provider is waited for; shorter than the lease on a letter. */
const sendDeadline = 15 * second;
/** How many people's letters are under way at once. */
const hands = 16;

export interface OutboxParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly deliveries: readonly Delivery[];
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Sends what is due. At least once: a letter leaves its record only after somebody has taken or refused it. */
export interface Outbox {
  /** Sends everything that is due now; resolves when it is settled or put off. Returns how many letters it took. */
  round(): Promise<number>;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, keyring, notifier, clock, log } = parts;

  async function round(): Promise<number> {
    const { ids } = await store.find('person', { field: 'due', until: clock(), limit: hands });
    const taken = await Promise.all(ids.map((id) => serve(id)));
    return taken.reduce((sum, count) => sum + count, 0);
  }

  async function serve(id: string): Promise<number> {
    try {
      let person: Person | undefined;
      const letters = await store.update('person', id, (current) => {
        person = current;
        return current ? takeDue(current, clock()) : { record: current, outcome: [] };
      });
      for (const letter of letters) if (person) await post(id, person, letter);
      return letters.length;
    } catch (reason) {
      log.error('letter failed', { error: reason });
      parts.metrics.letterCame('letter', 'fault');
      return 0;
    }
  }

  async function post(id: string, person: Person, letter: Letter): Promise<void> {
    if (letter.kind === 'refresh') {
      const { kind } = await notifier.refresh(person.employee);
      const result = kind === 'retry' ? 'retry' : 'settled';
      parts.metrics.letterCame('refresh', kind);
      const next = nextTry(letter, undefined);
      return change(id, (current) => refreshTried(current, letter.id, result, next));
    }
    const challenge = challengeOf(person, letter, clock());
    if (!challenge) return;
    const delivered = await deliver(person, letter, challenge.channel);
    parts.metrics.letterCame('code', delivered.kind);
    const asked = delivered.kind === 'retry' ? delivered.after : undefined;
    if (delivered.kind !== 'accepted') {
      log.warn('code not sent', { outcome: delivered.kind, reason: delivered.reason, channel: challenge.channel });
    }
    const next = nextTry(letter, asked);
    await change(id, (current) => codeTried(current, letter.id, delivered, next, clock()));
  }

  /** Somebody erased meanwhile stays erased. */
  function change(id: string, step: (person: Person) => Person): Promise<void> {
    return store.update('person', id, (current) => ({ record: current && step(current), outcome: undefined }));
  }

  async function deliver(person: Person, letter: Letter, channel: string): Promise<Delivered> {
    const { challenge } = person;
    const delivery = parts.deliveries.find((one) => one.channels.some((way) => way === channel));
    if (!delivery || !challenge) return { kind: 'refused', reason: `no provider for ${channel}` };
    const message = codeMessage(keyring, person, challenge, letter.id);
    return delivery.send(message, AbortSignal.timeout(sendDeadline));
  }

  function nextTry(letter: Letter, asked: number | undefined): number {
    const [chance = 0] = parts.random(1);
    return clock() + delayAfter(letter.tries.length + 1, chance / 256, asked);
  }

  return { round };
}
