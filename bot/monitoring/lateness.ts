import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { recordDefinitions } from '../domain/records.ts';
import { sweepName } from './sweep.ts';

/** What somebody should have done by now, ms. */
export interface Lateness {
  /** How long the oldest letter of each kind of record has been due; 0: none is. A try that fails puts it off: it counts from its next. */
  readonly letters: Readonly<Record<'person' | 'ticket', number>>;
  /** How long ago the last sweep was; undefined: there was none yet. */
  readonly swept: number | undefined;
}

/** Looks at one record of each kind, however many there are. */
export async function lookForLateness(store: Store, clock: Clock): Promise<Lateness> {
  const now = clock();
  const dueFor = async (kind: 'person' | 'ticket') => {
    const { ids } = await store.find(kind, { field: 'due', until: now, limit: 1 });
    const record = ids[0] === undefined ? undefined : await store.read(kind, ids[0]);
    const { due } = record ? recordDefinitions[kind].index(record as never) : {};
    return due === undefined ? 0 : Math.max(0, now - Number(due));
  };
  const [person, ticket, sweep] = await Promise.all([
    dueFor('person'),
    dueFor('ticket'),
    store.read('shared-result', sweepName),
  ]);
  return { letters: { person, ticket }, swept: sweep && Math.max(0, now - sweep.at) };
}
