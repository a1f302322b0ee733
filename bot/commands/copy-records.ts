import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kind, Store } from '../domain/ports/store.ts';
import { recordDefinitions } from '../domain/records.ts';

const kinds = Object.keys(recordDefinitions) as Kind[];

/** So many records are read at once, and written beside each other. */
const page = 500;

async function eachPage(
  store: Store,
  kind: Kind,
  visit: (entries: readonly { readonly id: string; readonly record: object }[]) => Promise<void>,
): Promise<void> {
  let after: string | undefined;
  do {
    const { entries, next } = await store.scan(kind, page, after);
    await visit(entries);
    after = next;
  } while (after !== undefined);
}

/**
 * Copies every record that is not there yet as it is. Begun again after it was cut off, it goes on with what is missing.
 * @returns how many it wrote
 */
export async function copyRecords(
  from: Store,
  to: Store,
  progress: (kind: Kind, copied: number) => void,
): Promise<number> {
  let written = 0;
  for (const kind of kinds) {
    let copied = 0;
    await eachPage(from, kind, async (entries) => {
      const wrote = await Promise.all(
        entries.map(({ id, record }) =>
          to.update(kind, id, (there) => {
            const same = there !== undefined && isDeepStrictEqual(there, record);
            return { record: same ? there : (record as typeof there), outcome: !same };
          }),
        ),
      );
      written += wrote.filter((one) => one).length;
      copied += entries.length;
    });
    progress(kind, copied);
  }
  return written;
}

/** What all records of a store come to, whichever store it is: how many there are of each kind, and one line for all. */
export interface Digest {
  readonly counts: Readonly<Record<string, number>>;
  readonly digest: string;
}

/** @param key without it nobody can tell from the line what stands in the records */
export async function digestOf(store: Store, key: KeyObject): Promise<Digest> {
  const counts: Record<string, number> = {};
  let sum = 0n;
  for (const kind of kinds) {
    counts[kind] = 0;
    await eachPage(store, kind, async (entries) => {
      counts[kind] = (counts[kind] ?? 0) + entries.length;
      for (const { id, record } of entries) {
        // A sum, so that it does not matter in which order a store gives them.
        const one = createHmac('sha256', key)
          .update(JSON.stringify([kind, id, inOrder(record)]))
          .digest('hex');
        sum = (sum + BigInt(`0x${one}`)) % (1n << 256n);
      }
    });
  }
  return { counts, digest: createHash('sha256').update(sum.toString(16)).digest('base64url') };
}

/** The same for two objects whose fields were written in another order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, inOrder(inner)] as const);
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Removes what the place the records come from does not have. @returns how many */
export async function removeOthers(from: Store, to: Store): Promise<number> {
  let removed = 0;
  for (const kind of kinds) {
    await eachPage(to, kind, async (entries) => {
      for (const { id } of entries) {
        if ((await from.read(kind, id)) !== undefined) continue;
        await to.remove(kind, id);
        removed += 1;
      }
    });
  }
  return removed;
}
