import type { Activity } from 'botbuilder';
import type { DirectoryEntry } from '../../domain/ports/directory.ts';

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
  if (!activity.from?.aadObjectId || !tenantOf(activity)) return 'border.unknown-person';
  return undefined;
}

/** The directory the person is in, as the channel names it. */
export function tenantOf(activity: Activity): string {
  const named: unknown = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id;
  return typeof named === 'string' ? named.toLowerCase() : '';
}

export function refusedPerson(entry: DirectoryEntry | undefined): BorderRefusal | undefined {
  if (!entry) return 'border.unlisted';
  if (entry.account === 'guest') return 'border.guest';
  return entry.account === 'disabled' ? 'border.disabled' : undefined;
}
