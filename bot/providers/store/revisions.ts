import { Fault } from '../../domain/fault.ts';

/** Which revision of each record was last written, as far as this process has looked or written. */
export interface Revisions {
  has(place: string): boolean;
  /** Undefined: nothing is there, or nobody has looked yet. */
  get(place: string): number | undefined;
  set(place: string, revision: number | undefined): void;
  /** Notes what was found. Throws Fault `store-damaged` when it is not what was written last. */
  verify(place: string, revision: number | undefined): void;
}

/** So much of a place's name tells it from all others: 64 bits of a hash besides its kind. */
const shortest = 16;

export function createRevisions(): Revisions {
  const last = new Map<string, number>();
  const keyOf = (place: string) => `${place.slice(0, place.indexOf('/'))}${place.slice(-shortest - '.json'.length)}`;
  const set = (place: string, revision: number | undefined) => void last.set(keyOf(place), revision ?? 0);
  return {
    has: (place) => last.has(keyOf(place)),
    get: (place) => last.get(keyOf(place)) || undefined,
    set,
    verify(place, revision) {
      const known = last.get(keyOf(place));
      if (known === undefined) set(place, revision);
      else if (known !== (revision ?? 0)) {
        // A volume that is away for a while looks like this, too.
        if (revision === undefined) throw new Fault('store-unavailable', `${place} is gone`);
        throw new Fault('store-damaged', `${place} is not what was written last: somebody put it there`);
      }
    },
  };
}
