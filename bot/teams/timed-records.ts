import { AsyncLocalStorage } from 'node:async_hooks';
import type { TurnContext } from 'botbuilder';
import { inTime } from '../deadline.ts';
import { Fault } from '../domain/fault.ts';
import type { Store } from '../domain/ports/store.ts';
import { second } from '../domain/time.ts';
import { withDeadline } from './deadline.ts';

/** How long a turn waits for the records, from its beginning and in all: what is left of its time is for saying so. */
const recordsTime = 4 * second;

/**
 * The records as turns use them. When a turn has waited for them as long as it may, whatever it waits for then rejects with
 * Fault `store-unavailable`, and so does all it asks for afterwards: the record is as before or as decided, and nothing is
 * decided any more.
 */
export interface TimedRecords {
  /** The same records; only who acts during a turn is waited for no longer. */
  readonly store: Store;
  during<T>(context: TurnContext, turn: () => Promise<T>): Promise<T>;
  /** What a turn leaves to be done once its answer is there has the time it takes. */
  afterwards<T>(work: () => Promise<T>): Promise<T>;
}

/** A turn that waits for records. What it has set going, and what goes on when it is over, is its own no more. */
interface WaitingTurn {
  readonly end: AbortSignal;
  over: boolean;
}

export function timedRecords(records: Store): TimedRecords {
  const turns = new AsyncLocalStorage<WaitingTurn | undefined>();

  /** When the turn in which this is asked has waited long enough; undefined outside of turns. */
  function endOfWaiting(): AbortSignal | undefined {
    const turn = turns.getStore();
    return turn?.over ? undefined : turn?.end;
  }

  async function waited<T>(end: AbortSignal | undefined, act: () => Promise<T>): Promise<T> {
    if (!end) return act();
    refuseLate(end);
    return inTime(end, act()).catch((reason: unknown) => {
      throw reason === end.reason ? late() : reason;
    });
  }

  const store: Store = {
    ...records,
    read: (kind, id) => waited(endOfWaiting(), () => records.read(kind, id)),
    update(kind, id, step) {
      const end = endOfWaiting();
      return waited(end, () =>
        records.update(kind, id, (record) => {
          refuseLate(end);
          return step(record);
        }),
      );
    },
    remove: (kind, id) => waited(endOfWaiting(), () => records.remove(kind, id)),
    find: (kind, query) => waited(endOfWaiting(), () => records.find(kind, query)),
    scan: (kind, limit, after) => waited(endOfWaiting(), () => records.scan(kind, limit, after)),
    async lock(key, patience, work) {
      const end = endOfWaiting();
      if (!end) return records.lock(key, patience, work);
      const begun = Promise.withResolvers<void>();
      refuseLate(end);
      const done = records.lock(key, patience, async (lost) => {
        refuseLate(end);
        begun.resolve();
        return work(lost);
      });
      await waited(end, () => Promise.race([begun.promise, done]));
      return done;
    },
  };

  return {
    store,
    during: (context, turn) =>
      withDeadline(recordsTime, context, async (end) => {
        const waiting: WaitingTurn = { end, over: false };
        try {
          return await turns.run(waiting, turn);
        } finally {
          waiting.over = true;
        }
      }),
    afterwards: (work) => turns.run(undefined, work),
  };
}

const late = () => new Fault('store-unavailable', 'the records did not answer within the time of a turn');

function refuseLate(end: AbortSignal | undefined): void {
  if (end?.aborted) throw late();
}
