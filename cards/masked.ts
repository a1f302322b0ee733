import { maskEmail } from '../bot/domain/methods/email.ts';
import { maskPhone } from '../bot/domain/methods/phone.ts';
import type { MethodName } from '../bot/domain/methods.ts';

/** An address as it may be shown after it was typed. */
export function masked(method: MethodName, address: string): string {
  return method === 'authentication-phone' ? maskPhone(address) : maskEmail(address);
}
