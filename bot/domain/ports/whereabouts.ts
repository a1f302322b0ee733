import type { EmployeeKey } from '../account/person.ts';
import type { Whereabouts } from '../policy-rules.ts';
import type { DirectoryEntry } from './directory.ts';

/** What the directory says of a group that a rule names. */
export type GroupSeen =
  | { readonly kind: 'there'; readonly name: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unseen' };

/** Somebody of the directory. */
export interface FoundPerson {
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry;
}

/** Where people stand, as rules of the policy ask for it. Promises: never throws, and answers in three seconds. */
export interface WhereaboutsSource {
  /** By what was read of everybody before: nobody is asked. */
  known(employee: EmployeeKey): Whereabouts;
  /** As it is now, or was minutes ago; of what can't be seen in time, what was read before. @param asked what it is for */
  look(
    employee: EmployeeKey,
    asked: { readonly groups: boolean; readonly country: boolean },
    signal?: AbortSignal,
  ): Promise<Whereabouts>;
  groups(ids: readonly string[]): Promise<ReadonlyMap<string, GroupSeen>>;
  /** By directory id or sign-in name; undefined: there is nobody, or none was seen. */
  person(said: string): Promise<FoundPerson | undefined>;
}
