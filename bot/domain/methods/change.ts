import type { Channel } from '../ports/delivery.ts';
import { day, type Instant } from '../time.ts';
import type { AddressMethodName, MethodName, ProvenMethod } from './method.ts';

/** How long a change can be disowned. */
export const disownable = 7 * day;

/** A change of somebody's methods, with what was there before, so that it can be undone. */
export interface Change {
  /** Unguessable: it is named by the button that disowns it. */
  readonly id: string;
  readonly at: Instant;
  readonly method: MethodName;
  /**
   * brought-back: it was out of use, and what had been there before is there again · let-go: IT decided that what had been there
   * before does not come back.
   */
  readonly what: 'added' | 'replaced' | 'removed' | 'brought-back' | 'let-go';
  /** What stood there, or waited to come back there. */
  readonly before: ProvenMethod | null;
  /** It was told by text and call as well, not by mail and in Teams only. */
  readonly paid: boolean;
}

/**
 * Changes that were disowned. What they brought is out of use at once; what was there before them waits here, and comes back
 * by a proof or by IT only.
 */
export interface Doubt {
  /** Unguessable. Another one as soon as more changes are in doubt: who confirms one has not confirmed the other. */
  readonly id: string;
  readonly at: Instant;
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Methods that they left alone, and that are the same still: a proof by one of these brings back. */
  readonly left: readonly MethodName[];
}

/** An address that was a method until `left`. It is told of changes for as long as one can be disowned. */
export interface FormerAddress {
  readonly address: string;
  readonly channel: Channel;
  readonly left: Instant;
}

/** The changes that can still be disowned, oldest first. */
export function recentChanges({ changes }: { readonly changes: readonly Change[] }, now: Instant): readonly Change[] {
  return changes.filter((change) => change.at > now - disownable);
}

/** What waits to come back: for each method the value before the oldest change in doubt, where there was one. */
export function outOfUse(doubt: Doubt | null): ReadonlyMap<MethodName, ProvenMethod> {
  const oldest = new Map<MethodName, ProvenMethod | null>();
  for (const { method, before } of doubt?.changes ?? []) if (!oldest.has(method)) oldest.set(method, before);
  return new Map([...oldest].flatMap(([method, before]) => (before ? [[method, before]] : [])));
}

/** Something only a person can settle. The part that carries it to the supporters takes it from here. */
export type HelpRequest = {
  readonly id: string;
  readonly at: Instant;
  readonly urgent: boolean;
} & (
  | { readonly kind: 'not-me'; readonly method: MethodName }
  /** A value only an administrator can set is wrong; `said` is what the person says about it, up to 500 characters. */
  | { readonly kind: 'wrong-value'; readonly method: AddressMethodName; readonly said: string }
);
