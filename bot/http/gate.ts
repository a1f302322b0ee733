import { type InboundActivity, tenantsOf } from './activity.ts';
import { type Caller, fromThisMachine, hostOf, loopbackHost } from './caller.ts';
import type { GateRefusal } from './refusal.ts';

export type Refused = { readonly kind: 'refused'; readonly reason: GateRefusal };

export type Admission = { readonly kind: 'accepted' } | Refused;

/** A caller whose credentials are in order. What they bring has still to be theirs to bring. */
type Passed = { readonly kind: 'passed'; readonly admit: (activity: InboundActivity) => Admission };

/**
 * Decides who may talk to the bot. Never throws. It works in two steps, so that strangers can't make us read and parse
 * a body of theirs: first the caller, then the activity.
 */
export type Gate = (caller: Caller) => Promise<Passed | Refused>;

export function refused(reason: GateRefusal): Refused {
  return { kind: 'refused', reason };
}

/** The gate of local mode: no token, but everything stays on this machine, answers included. */
export const localGate: Gate = async (caller) => {
  if (!fromThisMachine(caller)) return refused('not-this-machine');
  return {
    kind: 'passed',
    admit(activity) {
      if (!loopbackHost(hostOf(activity.serviceUrl) ?? '')) return refused('foreign-service-url');
      if (tenantsOf(activity).length > 1) return refused('other-tenant');
      return { kind: 'accepted' };
    },
  };
};
