import type { Log } from '../log.ts';
import type { Outbox } from './round.ts';

/** How often the outbox is looked through when nobody calls, ms. */
const pause = 1_000;

/** Keeps the outbox going: at once when something was put in, and again and again for what was put off. */
export interface Worker {
  /** There may be something to send now. */
  nudge(): void;
  /** Finishes the round under way; what is left waits on disk. */
  stop(): Promise<void>;
}

export function startWorker(outbox: Outbox, log: Log): Worker {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(nudge, pause);

  function nudge(): void {
    again = true;
    if (!running && !stopped) running = run();
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
    running = undefined;
  }

  return {
    nudge,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
