import { tenantsOf } from './activity.ts';
import { fromThisMachine } from './caller.ts';
import { type Gate, refused } from './gate.ts';
import { hostOf, loopbackHost } from './loopback.ts';

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
