import { newPerson, type Person } from '../../bot/domain/account/person.ts';
import type { MethodName, Methods } from '../../bot/domain/methods/method.ts';

const values: Required<Methods> = {
  'authentication-phone': { address: '+46701234567', channel: 'text', provenAt: 0 },
  'authentication-email': { address: 'kim@example.org', channel: 'email', provenAt: 0 },
  'office-phone': { address: '+46850500000', channel: 'call', provenAt: 0 },
  'authenticator-app': { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', lastStep: 0, wrong: [], provenAt: 0 },
  'security-questions': { answers: [], provenAt: 0 },
};

/** Somebody for whom these methods are proven. */
export function personWith(...methods: readonly MethodName[]): Person {
  const proven = methods.map((method) => [method, values[method]]);
  return { ...newPerson({ tenantId: 'tenant', objectId: 'kim' }), methods: Object.fromEntries(proven) };
}

/** The office phone as the directory has it. */
export const officePhone = values['office-phone'].address;
