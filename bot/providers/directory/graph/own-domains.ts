import { z } from 'zod';
import { type Time, within } from '../../../deadline.ts';
import { hour, type Instant, minute, second } from '../../../domain/time.ts';
import type { Page, Reader, Wanted } from './reader.ts';

/** How long the list counts as new, and how long a failure keeps anybody from asking again. */
const fresh = hour;
const rest = minute;
/** How long the first one waits; all others get what is known. */
const patience = 3 * second;

const domains = z.object({
  value: z.array(z.object({ id: z.string(), isVerified: z.boolean().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

/** The organisation's domains. Permission: Domain.Read.All. Source: Microsoft Learn, "List domains". */
export function domainsOf(): Wanted<Page<z.infer<typeof domains>['value'][number]>> {
  const call = { what: 'domains', workload: 'directory', path: '/domains?$select=id,isVerified' } as const;
  return { call, schema: domains, maxAge: 0 };
}

/** Names of the domains that the organisation has shown to be its own, in lower case; undefined: they can't be read. */
export async function verifiedDomains(reader: Reader, signal: AbortSignal): Promise<readonly string[] | undefined> {
  const found = await reader.all(domainsOf(), signal);
  if (found.kind !== 'read') return undefined;
  return found.value.filter(({ isVerified }) => isVerified === true).map(({ id }) => id.toLowerCase());
}

/**
 * The organisation's own domains, as they were last read. Nobody waits for them but the first one who asks; what can't be
 * read leaves the list as it was. Never throws.
 */
export function ownDomainsSource(reader: Reader, time: Time): () => Promise<readonly string[]> {
  let known: readonly string[] = [];
  let due: Instant = 0;
  let first: Promise<void> | undefined;

  async function read(): Promise<void> {
    due = time.now() + rest;
    const found = await within(time, patience, new AbortController().signal, (signal) =>
      verifiedDomains(reader, signal),
    );
    if (found === undefined) return;
    known = found;
    due = time.now() + fresh;
  }

  return async () => {
    if (time.now() >= due) {
      const reading = read();
      first ??= reading;
    }
    await first;
    return known;
  };
}
