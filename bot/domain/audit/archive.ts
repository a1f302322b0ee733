import { z } from 'zod';
import { type EmployeeKey, employeeKeySchema, type Person, personId } from '../account/person.ts';
import type { Letter } from '../outbox/letter.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant } from '../time.ts';
import { type AuditEntry, auditEntrySchema, entriesEver, olderEntries } from './trail.ts';

/** How many entries a person's record keeps, and how many more may gather before they move together. */
const keptInRecord = 100;
const gathered = 10;
/** An archive holds so many at most, so that it stays small too. */
const perArchive = 200;
/** How long entries are kept at least. */
export const trailLife = 366 * day;

/** Entries of one person's trail that moved out of their record: of one month, in the order they were made. */
export const auditArchiveSchema = storedObject({
  version: z.literal(1),
  employee: employeeKeySchema,
  /** The hash of the entry before the first: the chain goes on from there. */
  before: z.string(),
  entries: z.array(auditEntrySchema),
});
export type AuditArchive = Stored<typeof auditArchiveSchema>;

/** Entries for one archive. */
interface Move {
  readonly id: string;
  readonly before: string;
  readonly entries: readonly AuditEntry[];
}

/** The two letters are told apart: entries may still be moving when their owner is forgotten. */
const movingId = 'trail';
const forgettingId = 'trail-forget';

/**
 * The letter by which older entries move. It stands in no record until somebody takes it: that there are too many entries
 * is all it takes, so no act has to think of it.
 */
export function trailLetter({ audit, letters }: Person): Letter | undefined {
  const last = audit.at(-1);
  if (!last || audit.length <= keptInRecord + gathered || letters.some(({ id }) => id === movingId)) return undefined;
  return { kind: 'trail', id: movingId, forget: false, due: last.at, dies: null, tries: [] };
}

/** The letter by which the archives of somebody who is forgotten go; none where there can be none, not even half moved. */
export function forgetLetter({ audit }: Person, now: Instant): readonly Letter[] {
  if (audit[0]?.act !== 'older-entries' && audit.length <= keptInRecord) return [];
  return [{ kind: 'trail', id: forgettingId, forget: true, due: now, dies: null, tries: [] }];
}

/** What has to move, oldest first. An entry's archive is known by its month and its place in the trail. */
export function archiveMoves({ employee, audit }: Person): readonly Move[] {
  const [first] = audit;
  const older = first?.act === 'older-entries' ? first : undefined;
  const going = audit.slice(older ? 1 : 0, -keptInRecord);
  let before = older?.last ?? '';
  const found: { id: string; before: string; entries: AuditEntry[] }[] = [];
  for (const [at, entry] of going.entries()) {
    const month = new Date(entry.at).toISOString().slice(0, 7);
    const id = `${personId(employee)}/${month}/${Math.floor(((older?.count ?? 0) + at) / perArchive)}`;
    const current = found.at(-1);
    if (current?.id === id) current.entries.push(entry);
    else found.push({ id, before, entries: [entry] });
    before = entry.hash;
  }
  return found;
}

/** The archive with these entries; those that are in it already, from a move that was cut off, stay as they are. */
export function appendToArchive(archive: AuditArchive | undefined, employee: EmployeeKey, move: Move): AuditArchive {
  if (!archive) return { version: 1, employee, before: move.before, entries: move.entries };
  const there = new Set(archive.entries.map(({ hash }) => hash));
  const fresh = move.entries.filter(({ hash }) => !there.has(hash));
  return fresh.length === 0 ? archive : { ...archive, entries: [...archive.entries, ...fresh] };
}

/** The person once these entries lie in archives, and this letter has done its work. */
export function withoutMoved(person: Person, moved: readonly Move[], letterId: string = movingId): Person {
  const letters = person.letters.filter(({ id }) => id !== letterId);
  const last = moved.at(-1)?.entries.at(-1);
  const at = last ? person.audit.findIndex(({ hash }) => hash === last.hash) : -1;
  if (!last || at < 0) return { ...person, letters };
  const rest = person.audit.slice(at + 1);
  return { ...person, letters, audit: [olderEntries(entriesEver(person.audit) - rest.length, last), ...rest] };
}
