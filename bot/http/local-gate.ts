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
      const { serviceUrl } = activity;
      if (!loopbackHost(hostOf(serviceUrl) ?? '')) return refused('foreign-service-url');
      const [tenantId, other] = tenantsOf(activity);
      if (other) return refused('other-tenant');
      return { kind: 'accepted', claims: { audience: '', serviceUrl, tenantId } };
    },
  };
};
