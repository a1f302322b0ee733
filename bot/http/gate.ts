import type { InboundActivity } from './activity.ts';
import type { Caller } from './caller.ts';
import type { GateRefusal } from './refusal.ts';

/** Who sent an activity, as far as the gate has made sure of it. */
export interface Claims {
  /** The bot's app id; empty in local mode. */
  readonly audience: string;
  readonly serviceUrl: string;
  /** The one tenant the activity is of, in lower case; undefined only in local mode. */
  readonly tenantId: string | undefined;
}

export type Refused = { readonly kind: 'refused'; readonly reason: GateRefusal };

export type Admission = { readonly kind: 'accepted'; readonly claims: Claims } | Refused;

/** A caller whose credentials are in order. What they bring has still to be theirs to bring. */
export type Passed = { readonly kind: 'passed'; readonly admit: (activity: InboundActivity) => Admission };

/**
 * Decides who may talk to the bot. Never throws. It works in two steps, so that strangers can't make us read and parse
 * a body of theirs: first the caller, then the activity.
 */
export type Gate = (caller: Caller) => Promise<Passed | Refused>;

export function refused(reason: GateRefusal): Refused {
  return { kind: 'refused', reason };
}
