import type { MethodName } from '../../bot/domain/methods.ts';
import { newPerson, type Person } from '../../bot/domain/person.ts';

/** Somebody for whom these methods are proven. */
export function personWith(...methods: readonly MethodName[]): Person {
  const phone = { address: '+46701234567', channel: 'text', provenAt: 0 } as const;
  const email = { address: 'kim@example.org', channel: 'email', provenAt: 0 } as const;
  const proven = methods.map((method) => [method, method === 'authentication-phone' ? phone : email]);
  return { ...newPerson({ tenantId: 'tenant', objectId: 'kim' }), methods: Object.fromEntries(proven) };
}
