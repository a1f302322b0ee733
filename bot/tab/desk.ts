import type { EmployeeKey } from '../domain/account/person.ts';
import { allowedTo, type DeskAct, type Role } from '../domain/roles.ts';
import { type Tell, tellerFor } from '../texts/tell.ts';
import type { RolesOf } from './desk-roles.ts';
import type { ReaderPreferences } from './my-tab.ts';
import type { DeskView, FileView } from './page-data.ts';

/** Somebody who asks for something, and may. */
export interface DeskAsked {
  readonly viewer: EmployeeKey;
  readonly held: ReadonlySet<Role>;
  readonly tell: Tell;
  /** What they typed and chose, by the names of fields; empty for what they left out. */
  readonly given: (name: string) => string;
}

/** Something that can be asked for, and what it takes to be allowed to. */
export interface DeskEntry {
  readonly act: DeskAct;
  run(asked: DeskAsked): Promise<DeskView | FileView>;
}

/** Undefined for whoever may not, and for what there is not. @param given nothing of it is believed */
export type Desk = (
  name: string,
  viewer: EmployeeKey,
  reader: ReaderPreferences,
  given: Readonly<Record<string, unknown>>,
) => Promise<DeskView | FileView | undefined>;

/** As long as a whole form may be: a field that was cut would be put in force as if it had been typed so. */
const longest = 32 * 1_024;

/** Every entry asks for the roles of whoever calls, at every call. */
export function createDesk(entries: ReadonlyMap<string, DeskEntry>, rolesOf: RolesOf): Desk {
  return async (name, viewer, reader, given) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const held = await rolesOf(viewer);
    if (!allowedTo(entry.act, held)) return undefined;
    const tell = tellerFor(reader.language, reader.timeZone);
    const text = (field: string) => {
      const value = Object.hasOwn(given, field) ? given[field] : '';
      return typeof value === 'string' ? value.trim().slice(0, longest) : '';
    };
    return entry.run({ viewer, held, tell, given: text });
  };
}
