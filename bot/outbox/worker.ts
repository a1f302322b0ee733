import type { Log } from '../log.ts';
import type { Outbox } from './outbox.ts';

/** How often the outbox is looked through when nobody calls, ms. */
const pause = 1_000;

/** Keeps the outbox going: at once when something was put in, and again and again for what was put off. */
export interface Worker {
  /** There may be something to send now. */
  nudge(): void;
  /** Finishes the rounds under way; what is left waits on disk. */
  stop(): Promise<void>;
}

/**
 * @param most rounds under way at once. A round waits for its slowest letter: with more than one, whatever becomes due
 * meanwhile goes out within a second
 */
export function startWorker(outbox: Outbox, log: Log, most: number): Worker {
  let stopped = false;
  let again = false;
  const running = new Set<Promise<void>>();
  const timer = setInterval(begin, pause);

  function begin(): void {
    again = true;
    if (stopped || running.size >= most) return;
    const rounds = run().finally(() => running.delete(rounds));
    running.add(rounds);
  }

  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        if ((await outbox.round()) > 0) again = true;
      } catch (reason) {
        log.error('outbox round failed', { error: reason });
      }
    }
  }

  return {
    nudge() {
      again = true;
      if (running.size === 0) begin();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}
