import { Fault } from '../domain/fault.ts';
import { second } from '../domain/instant.ts';
import type { EmployeeKey } from '../domain/person.ts';
import type { Directory, DirectoryEntry } from '../domain/ports/directory.ts';
import { inTime, within } from './deadline.ts';

const longest = 3 * second;

/** What the directory says, in time: it may hang. Throws Fault `directory-unavailable`. */
export async function entryInTime(
  directory: Directory,
  employee: EmployeeKey,
  deadline: AbortSignal,
): Promise<DirectoryEntry | undefined> {
  try {
    return await within(longest, deadline, (signal) => inTime(signal, directory.entry(employee, signal)));
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('directory-unavailable', 'no answer', { cause });
  }
}
