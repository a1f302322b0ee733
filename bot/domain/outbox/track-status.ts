import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import type { StatusReport } from './delivery-status.ts';
import { codeReported } from './person-letters.ts';

/** noted: it changed what is known · known: late, twice or out of order · not-ours: nobody's newest message. */
export type Noted = 'noted' | 'known' | 'not-ours';

/** Writes what a provider told of a message into the record of the person it was for. */
export function createFollowing(store: Store, clock: Clock): (report: StatusReport) => Promise<Noted> {
  return async (report) => {
    const { ids } = await store.find('person', { field: 'letter', equals: report.letter, limit: 1 });
    const [id] = ids;
    if (id === undefined) return 'not-ours';
    return store.update('person', id, (person) => {
      const after = person && codeReported(person, report, clock());
      return { record: after, outcome: after === person ? 'known' : 'noted' };
    });
  };
}
