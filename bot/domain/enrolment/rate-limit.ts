import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from '../ports/keyring.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { counts, day, hour, type Instant } from '../time.ts';

/** How often one code may be tried. */
export const triesPerCode = 5;
/** How many codes one address may get in 24 hours that nobody proved. With `triesPerCode`: 15 guesses in 10⁶ a day. */
export const codesPerAddress = 3;
/** How long to wait before the next code of the same challenge, ms. */
export const resendAfter = 30_000;

/** Things that happened in the last 24 hours; `by` names one that can be taken back. */
export const rateCounterSchema = storedObject({
  slots: z.array(storedObject({ at: z.number(), count: z.number(), by: z.string().nullable() })),
});
export type RateCounter = Stored<typeof rateCounterSchema>;

const empty: RateCounter = { slots: [] };

function recent(counter: RateCounter | undefined, now: Instant, span = day): RateCounter {
  const slots = (counter ?? empty).slots.filter((slot) => counts(slot.at, span, now));
  return counter && slots.length === counter.slots.length ? counter : { slots };
}

function total(counter: RateCounter): number {
  return counter.slots.reduce((sum, slot) => sum + slot.count, 0);
}

/** How much was counted in the last 24 hours. */
export function sendsCounted(counter: RateCounter | undefined, now: Instant): number {
  return total(recent(counter, now));
}

/** Whether it decides as one that is not there would, from now on. */
export function nothingCounts(counter: RateCounter, now: Instant): boolean {
  return recent(counter, now, day + hour).slots.length === 0;
}

export interface Counting {
  readonly record: RateCounter;
  readonly outcome: 'counted' | 'full';
}

/** Counts one send of `by` for an address, unless `limit` are counted already. Counting the same one again changes nothing. */
export function countOnce(counter: RateCounter | undefined, by: string, limit: number, now: Instant): Counting {
  const kept = recent(counter, now);
  if (kept.slots.some((slot) => slot.by === by)) return { record: kept, outcome: 'counted' };
  if (total(kept) < limit) return { record: { slots: [...kept.slots, { at: now, count: 1, by }] }, outcome: 'counted' };
  // Written all the same: an address that is full must not answer faster than another.
  const slots = [...kept.slots.filter(({ count }) => count > 0), { at: now, count: 0, by: null }];
  return { record: { slots }, outcome: 'full' };
}

/** Counts one send for the whole organisation, by the hour so that the record stays small. */
export function countByHour(counter: RateCounter | undefined, limit: number, now: Instant): Counting {
  // A slot bears the time of its first send: only an hour later are all of its sends a day old.
  const kept = recent(counter, now, day + hour);
  if (total(kept) >= limit) return { record: kept, outcome: 'full' };
  const last = kept.slots.at(-1);
  if (last && now - last.at < hour && now >= last.at) {
    return { record: { slots: [...kept.slots.slice(0, -1), { ...last, count: last.count + 1 }] }, outcome: 'counted' };
  }
  return { record: { slots: [...kept.slots, { at: now, count: 1, by: null }] }, outcome: 'counted' };
}

/** Takes back the sends of a challenge whose code came back: whoever answered it owns the address. */
export function withdrawSends(counter: RateCounter | undefined, challenge: string): RateCounter {
  if (!counter) return empty;
  const slots = counter.slots.filter((slot) => !slot.by?.startsWith(`${challenge}/`));
  return slots.length === counter.slots.length ? counter : { slots };
}

/** Record id of an address: nobody can read or guess the address from it without the key. */
export function addressId(keyring: Keyring, version: number, address: string): string {
  return createHmac('sha256', keyring.key(version, 'addresses')).update(address).digest('base64url');
}
