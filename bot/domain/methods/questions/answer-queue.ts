import type { Clock } from '../../ports/clock.ts';
import { type Instant, second } from '../../time.ts';

/** How many forms are hashed at once: half of the pool's threads, so that records can be written meanwhile. */
const atOnce = 2;
/** How long a form may wait for its turn. A turn has 4.5 s, of which a form itself takes about one. */
const patience = 2 * second;

/** Hashing is slow on purpose: forms queue for it, and one that would wait too long is turned away untouched. */
export interface AnswerQueue {
  run<T>(work: () => Promise<T>): Promise<T | { readonly kind: 'answers-busy' }>;
}

export function createAnswerQueue(clock: Clock): AnswerQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      const came: Instant = clock();
      await enter();
      try {
        return clock() - came > patience ? { kind: 'answers-busy' } : await work();
      } finally {
        leave();
      }
    },
  };
}
