import { trailLife } from '../domain/audit/archive.ts';
import { appendHead, headLine, witnessId } from '../domain/audit/witness.ts';
import { removeEach, type Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { sharedUnlessBusy } from '../domain/shared-result.ts';
import { day, hour } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { missingRecords } from './missing-records.ts';
import { sweep } from './sweep.ts';

interface Watched {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether other processes share the records: then one looks for all, and one tells the head. */
  readonly shares?: boolean;
}

/** How often the head is told, and how often the whole is looked at. */
const telling = hour;
const looking = day;

/**
 * Looks at the start and once a day whether all records are the ones last written, tells the head to the log each hour,
 * drops trails and heads that are older than a year, and sweeps. Returns how to stop it.
 */
export function watchRecords({ store, clock, log, metrics, shares = false }: Watched): () => void {
  let stopped = false;

  async function unlessStopped(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!stopped) log.warn(what, { error });
    }
  }

  /** By one for all, about so often, or by this one each time. undefined: another is at it for the first time. */
  async function byOne(name: string, pause: number, make: () => Promise<number>): Promise<number | undefined> {
    if (!shares) return make();
    // Not to be just too young when the next one looks.
    return sharedUnlessBusy(store, clock, { name, fresh: 0.9 * pause, make });
  }

  const look = () =>
    unlessStopped('records not looked at', async () => {
      const count = await byOne('check', looking, async () => {
        const faults = [...(await store.check()), ...(await missingRecords(store, clock()))];
        for (const error of faults) log.error('records are not as they were written', { error });
        return faults.length;
      });
      if (count !== undefined) metrics.recordsChecked(count);
    });
  const tell = () =>
    unlessStopped('head not told', async () => {
      await byOne('head', telling, async () => {
        await tellHead(store, clock, log);
        await dropOld(store, clock() - trailLife);
        return 1;
      });
    });

  const clean = () =>
    unlessStopped('records not swept', async () => {
      const swept = await sweep(store, clock);
      if (swept) log.info('records swept', { count: swept.tallies + swept.chats });
    });

  void look().then(tell).then(clean);
  const timers = [
    setInterval(() => void tell().then(clean), telling),
    setInterval(() => void look(), shares ? telling : looking),
  ];
  for (const timer of timers) timer.unref();
  return () => {
    stopped = true;
    timers.forEach(clearInterval);
  };
}

/** First it is noted, then it is told: whatever stands in a log is known here, as long as nothing is put back. */
export async function tellHead(store: Store, clock: Clock, log: Log): Promise<void> {
  const head = await store.head();
  if (head === undefined) return;
  const at = clock();
  await store.update('witness', witnessId(at), (known) => ({
    record: appendHead(known, at, head),
    outcome: undefined,
  }));
  log.info('head of the records', { head: headLine(at, head) });
}

export async function dropOld(store: Store, until: number): Promise<void> {
  for (const kind of ['audit-archive', 'witness'] as const) {
    await removeEach(store, kind, { field: 'last', until, limit: 100 });
  }
}
