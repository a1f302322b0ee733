import { type EmployeeKey, personId } from '../../../domain/account/person.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Directory, DirectoryEntry } from '../../../domain/ports/directory.ts';

/** A person and what a directory says of them; undefined: it knows that there is no such person. */
export interface ListedPerson {
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry | undefined;
}

/** A directory that is a list in memory: for local mode and for tests. */
export function embeddedDirectory(people: readonly ListedPerson[]): Directory {
  const entries = new Map(people.map(({ employee, entry }) => [personId(employee), entry]));
  return {
    async entry(employee, signal) {
      if (signal.aborted) throw new Fault('directory-unavailable', 'asked too late');
      return entries.get(personId(employee));
    },
  };
}
