import { longestDelay } from '../domain/outbox/letter.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { ahead } from '../domain/time.ts';

/** Sends what is due. At least once: a letter leaves its record only after somebody has taken or refused it. */
export interface Outbox {
  /** Sends everything that is due now; resolves when it is settled or put off. Returns how many letters it took. */
  round(): Promise<number>;
}

/**
 * A round over the records of one kind in which something is due.
 * @param hands how many are served at once
 * @param serve sends what is due in one record; how many letters it took
 */
export function createRound(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  kind: 'person' | 'ticket',
  hands: number,
  serve: (id: string) => Promise<number>,
): Outbox['round'] {
  let latest = clock();
  return async () => {
    const now = clock();
    // A clock that was set back: what is on lease or put off by the old one is looked at once.
    const until = ahead(latest, now) ? latest + longestDelay : now;
    let taken = 0;
    let after: string | undefined;
    // Records that can't be opened stay due: look behind them.
    do {
      const query = { field: 'due', until, limit: hands };
      const page = await store.find(kind, after === undefined ? query : { ...query, after });
      const counts = await Promise.all(page.ids.map((id) => serve(id)));
      taken = counts.reduce((sum, count) => sum + count, 0);
      after = page.next;
    } while (taken === 0 && after !== undefined);
    if (taken === 0) latest = now;
    else latest = Math.max(latest, now);
    return taken;
  };
}
