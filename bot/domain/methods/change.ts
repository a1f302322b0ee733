import { z } from 'zod';
import { channelNames } from '../ports/delivery.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant } from '../time.ts';
import { addressMethodNames, type MethodName, methodNames, type ProvenMethod, provenMethodSchema } from './method.ts';

/** How long a change can be disowned. */
export const disownable = 7 * day;

/** A change of somebody's methods, with what was there before, so that it can be undone. */
export const changeSchema = storedObject({
  /** Unguessable: it is named by the button that disowns it. */
  id: z.string(),
  at: z.number(),
  method: z.enum(methodNames),
  /**
   * brought-back: it was out of use, and what had been there before is there again · let-go: IT decided that what had been there
   * before does not come back.
   */
  what: z.enum(['added', 'replaced', 'removed', 'brought-back', 'let-go']),
  /** What stood there, or waited to come back there. */
  before: provenMethodSchema.nullable(),
  /** It was told by text and call as well, not by mail and in Teams only. */
  paid: z.boolean().default(true),
});
export type MethodChange = Stored<typeof changeSchema>;

/**
 * Changes that were disowned. What they brought is out of use at once; what was there before them waits here, and comes back
 * by a proof or by IT only.
 */
export const doubtSchema = storedObject({
  /** Unguessable. Another one as soon as more changes are in doubt: who confirms one has not confirmed the other. */
  id: z.string(),
  at: z.number(),
  /** Oldest first. */
  changes: z.array(changeSchema),
  /** Methods that they left alone, and that are the same still: a proof by one of these brings back. */
  left: z.array(z.enum(methodNames)),
});
export type Doubt = Stored<typeof doubtSchema>;

/** An address that was a method until `left`. It is told of changes for as long as one can be disowned. */
export const formerAddressSchema = storedObject({
  address: z.string(),
  channel: z.enum(channelNames),
  left: z.number(),
});
export type FormerAddress = Stored<typeof formerAddressSchema>;

const asked = { id: z.string(), at: z.number(), urgent: z.boolean() };

/** Something only a person can settle. The part that carries it to the supporters takes it from here. */
export const helpRequestSchema = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('not-me'), method: z.enum(methodNames), ...asked }),
  /** A value only an administrator can set is wrong; `said` is what the person says about it, up to 500 characters. */
  storedObject({ kind: z.literal('wrong-value'), method: z.enum(addressMethodNames), said: z.string(), ...asked }),
]);
export type HelpRequest = Stored<typeof helpRequestSchema>;

/** The changes that can still be disowned, oldest first. */
export function recentChanges(
  { changes }: { readonly changes: readonly MethodChange[] },
  now: Instant,
): readonly MethodChange[] {
  return changes.filter((change) => change.at > now - disownable);
}

/** What waits to come back: for each method the value before the oldest change in doubt, where there was one. */
export function outOfUse(doubt: Doubt | null): ReadonlyMap<MethodName, ProvenMethod> {
  const oldest = new Map<MethodName, ProvenMethod | null>();
  for (const { method, before } of doubt?.changes ?? []) if (!oldest.has(method)) oldest.set(method, before);
  return new Map([...oldest].flatMap(([method, before]) => (before ? [[method, before]] : [])));
}
