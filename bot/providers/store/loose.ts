import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { type Head, type Heads, type RevisionChange, recordKindOf } from './heads.ts';
import type { JournaledFiles, Recovered } from './journaled-shelf.ts';
import type { RecordFiles } from './record-files.ts';

interface Parts {
  readonly inFlight: Recovered['inFlight'];
  readonly found: Head;
  readonly counted: (kind: Kind) => boolean;
  readonly files: RecordFiles;
  readonly journaled: JournaledFiles;
  readonly heads: Heads;
  readonly onDamaged: ((fault: Fault) => void) | undefined;
}

/**
 * Begins with the head that was found. What was being written after it when the process ended is taken over where it is
 * the very next revision; everything else goes back to what was there before, and no old entry gets in as if it were new.
 */
export async function settleInFlight({
  inFlight,
  found,
  counted,
  files,
  journaled,
  heads,
  onDamaged,
}: Parts): Promise<void> {
  const changes: RevisionChange[] = [];
  const undone = new Map<string, string | undefined>();
  for (const { entry, before: there } of inFlight) {
    const { place, text } = entry;
    if (!counted(recordKindOf(place))) continue;
    const before = undone.has(place) ? undone.get(place) : there;
    const [old, next] = [revisionOf(place, before), revisionOf(place, text)];
    const follows = next !== undefined && (old === undefined ? next > found.writes : next === old + 1);
    if (follows) {
      undone.delete(place);
      changes.push({ place, before: old, after: next });
      continue;
    }
    if (text !== before) undone.set(place, before);
    // A removal nobody was told of, and a record that is new, are given up in silence: a crash may leave them so.
    if (old !== undefined && next !== undefined) {
      onDamaged?.(new Fault('store-damaged', `the journal holds revision ${next} of ${place} after revision ${old}`));
    }
  }
  heads.begin(heads.changed(found, changes));
  if (changes.length === 0 && undone.size === 0) return;
  // All in one write: whoever dies before it begins again with the same.
  const back = [...undone].map(([place, text]) =>
    text === undefined ? journaled.drop(place, true) : journaled.put(place, text, true),
  );
  await Promise.all([...back, journaled.addHead()]);

  function revisionOf(place: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    try {
      return files.open(place, text).revision;
    } catch (error) {
      if (error instanceof Fault) return undefined;
      throw error;
    }
  }
}
