import type { Activity } from 'botbuilder';
import type { DirectoryEntry } from '../domain/ports/directory.ts';

/** Why somebody is not let in; each is a text key. */
export type BorderRefusal =
  | 'border.unknown-person'
  | 'border.group'
  | 'border.guest'
  | 'border.disabled'
  | 'border.unlisted';

/** Passwords are talked about with a known person, alone. */
export function refusedPlace(activity: Activity): BorderRefusal | undefined {
  const kind = activity.conversation?.conversationType;
  if (activity.conversation?.isGroup || (kind !== undefined && kind !== 'personal')) return 'border.group';
  if (!activity.from?.aadObjectId) return 'border.unknown-person';
  return undefined;
}

export function refusedPerson(entry: DirectoryEntry | undefined): BorderRefusal | undefined {
  if (!entry) return 'border.unlisted';
  if (entry.account === 'guest') return 'border.guest';
  return entry.account === 'disabled' ? 'border.disabled' : undefined;
}
