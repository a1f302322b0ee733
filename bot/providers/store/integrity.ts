import { Fault } from '../../domain/fault.ts';
import type { Kind } from '../../domain/ports/store.ts';
import { onDisk } from './fs.ts';
import { differingKinds, type Head, type Heads, type RevisionChange, recordKindOf } from './head.ts';
import { type JournaledFiles, orUnreadable, type RecordFiles, type Recovered } from './record-files.ts';

interface IntegrityParts {
  readonly heads: Heads;
  readonly files: RecordFiles;
  readonly journaled: JournaledFiles;
  /** The kinds that the head counts. */
  readonly kinds: readonly Kind[];
  readonly onDamaged: ((fault: Fault) => void) | undefined;
  readonly onHead: ((records: number) => void) | undefined;
  readonly accept: boolean;
  readonly looking: boolean;
}

/** Holds the records against their head: whether they are the ones last written. */
export interface Integrity {
  /** A head that can't be read is handed on as it is: the key may come back. */
  readHead(text: string): Head | undefined;
  /**
   * Begins with the head that was found. What was being written after it when the process ended is taken over where it is
   * the very next revision; everything else goes back to what was there before, and no old entry gets in as if it were new.
   */
  settleInFlight(inFlight: Recovered['inFlight'], found: Head): Promise<void>;
  /**
   * Makes the head by a look at every record. Records that were counted once had a head: where it is gone nothing tells
   * whether they are the last ones, and a person has to say so.
   * @param before the head under an older key, which has to agree first
   */
  makeHead(before: Head | undefined): Promise<void>;
  /**
   * Looks at every record while others write. Resolves with what is not as it was last written.
   * @param alone runs work while nobody else has the place
   * @param revisionAt reads the record there
   */
  check(
    alone: (place: string, work: () => Promise<void>) => Promise<void>,
    revisionAt: (place: string) => Promise<number | undefined>,
  ): Promise<readonly Fault[]>;
}

export function createIntegrity(parts: IntegrityParts): Integrity {
  const { heads, files, journaled, kinds, onDamaged, onHead, accept, looking } = parts;

  async function everyPlace(visit: (place: string) => Promise<void>, atOnce?: number): Promise<void> {
    for (const kind of kinds) await files.visit(kind, visit, atOnce);
  }

  function revisionOf(place: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    try {
      return files.open(place, text).revision;
    } catch (error) {
      if (error instanceof Fault) return undefined;
      throw error;
    }
  }

  return {
    readHead(text) {
      try {
        return heads.read(text);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        heads.carry(text);
        // Records say so themselves when their key is missing.
        if (error.code !== 'key-missing') onDamaged?.(error);
        return undefined;
      }
    },
    async settleInFlight(inFlight, found) {
      const changes: RevisionChange[] = [];
      const undone = new Map<string, string | undefined>();
      for (const { entry, before: there } of inFlight) {
        const { place, text } = entry;
        if (!kinds.includes(recordKindOf(place))) continue;
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
          onDamaged?.(
            new Fault('store-damaged', `the journal holds revision ${next} of ${place} after revision ${old}`),
          );
        }
      }
      heads.begin(heads.changed(found, changes));
      if (changes.length === 0 && undone.size === 0) return;
      // All in one write: whoever dies before it begins again with the same.
      const back = [...undone].map(([place, text]) =>
        text === undefined ? journaled.drop(place, true) : journaled.put(place, text, true),
      );
      await Promise.all([...back, journaled.addHead()]);
    },
    async makeHead(before) {
      let made = heads.empty(0);
      let compared = before && { ...heads.empty(0), key: before.key };
      let highest = 0;
      let known = false;
      await everyPlace(async (place) => {
        const envelope = await files.read(place).catch(orUnreadable);
        if (!envelope) return;
        const change: RevisionChange = { place, before: undefined, after: envelope.revision };
        made = heads.changed(made, [change]);
        compared &&= heads.changed(compared, [change]);
        highest = Math.max(highest, envelope.revision);
        known ||= envelope.counted;
      });
      if (!accept && !before && known) {
        onDamaged?.(new Fault('store-damaged', 'the head of the records is gone'));
        return;
      }
      // It stays as it is, and `check` says why.
      if (before && compared && differingKinds(before, compared).length > 0) return;
      const records = made.writes;
      heads.begin({ ...made, writes: Math.max(highest, records, heads.now?.writes ?? 0) });
      // Whoever only looks compares with it, and leaves nothing behind.
      if (looking) return;
      await onDisk('head', () => journaled.addHead());
      if (records > 0) onHead?.(records);
    },
    async check(alone, revisionAt) {
      const head = heads.now;
      if (!head) return [new Fault('store-damaged', 'there is no head of the records that can be read')];
      const faults: Fault[] = [];
      const seen = new Set<string>();
      let found: Head = { ...head, totals: new Map() };
      const count = (place: string, revision: number | undefined) => {
        if (seen.has(place)) return;
        seen.add(place);
        found = heads.changed(found, [{ place, before: undefined, after: revision }]);
      };
      // What is written meanwhile counts as it was when this began.
      heads.watch((changes) => {
        for (const { place, before } of changes) count(place, before);
      });
      try {
        await everyPlace(
          (place) =>
            alone(place, async () => {
              if (seen.has(place)) return;
              try {
                count(place, await revisionAt(place));
              } catch (error) {
                if (!(error instanceof Fault) || error.code === 'store-unavailable') throw error;
                faults.push(error);
              }
            }),
          1,
        );
      } finally {
        heads.watch(undefined);
      }
      for (const kind of differingKinds(head, found)) {
        const [there, written] = [found, head].map(({ totals }) => totals.get(kind)?.count ?? 0);
        const how = `${there} there that can be counted, ${written} written`;
        faults.push(new Fault('store-damaged', `the records of kind ${kind} are not the ones last written: ${how}`));
      }
      return faults;
    },
  };
}
