import { type EmployeeKey, newPerson, personId } from '../domain/account/person.ts';
import { appendAudit } from '../domain/audit/trail.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Instant } from '../domain/time.ts';

/** Writes into the supporter's own record that they were shown so many names. */
export async function noteNamesAsked(store: Store, supporter: EmployeeKey, count: number, now: Instant): Promise<void> {
  await store.update('person', personId(supporter), (stored) => {
    const person = stored ?? newPerson(supporter);
    const audit = appendAudit(person.audit, { act: 'names-seen', count }, now);
    return { record: { ...person, audit }, outcome: undefined };
  });
}
